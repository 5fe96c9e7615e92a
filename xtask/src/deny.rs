//! Dependencies: licences, duplicates, sources and number, against `deny.toml`, without a network or another tool.
//!
//! The file is written so that cargo-deny reads it as well; the number of packages is ours.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use toml_edit::{DocumentMut, Item};

use crate::license::satisfied;
use crate::root::{at, root};
use crate::shell::Shell;

/// Raise it knowingly, in the change that needs it: every package is something to build, to read and to trust.
/// 356: parsers of what is sent (roxmltree; kamadak-exif with mutate_once) and, for tests alone, a tree of what is
/// published (markup5ever_rcdom with xml5ever)
/// and what a child process has cost (nix). Archives of office programs (zip) bring six.
/// Formulas (pulldown-latex) bring one. Decoders and encoders of pictures (image, fast_image_resize, webp), and what
/// compiles libwebp, bring 24. Codes on paper (fast_qr) bring one. What packs search (libdeflater) brings two.
/// What draws PDFs (hayro-interpret), fonts above all, brings 21. What reads codes on paper as telephones do (rqrr),
/// for tests alone, brings five. Charts (plotters) bring three, one of them (web-sys) for the web alone and never built.
const MOST_PACKAGES: usize = 405;

struct Package {
    name: String,
    version: String,
    license: String,
    source: Option<String>,
    manifest: String,
}

/// Fails when a dependency is not as `deny.toml` allows.
pub(crate) fn run() -> Result<()> {
    let packages = packages()?;
    let text = std::fs::read_to_string(at("deny.toml")).context("cannot read deny.toml")?;
    let rules: DocumentMut = text.parse().context("deny.toml is not valid TOML")?;
    let mut problems = licenses(&packages, &rules);
    problems.extend(duplicates(&packages, &rules));
    problems.extend(packages.iter().filter_map(foreign));
    if packages.len() > MOST_PACKAGES {
        problems.push(format!("{} packages, at most {MOST_PACKAGES}: drop some, or raise MOST_PACKAGES in xtask/src/deny.rs and say why", packages.len()));
    }
    println!("{} packages read", packages.len());
    if problems.is_empty() {
        return Ok(());
    }
    bail!("dependencies:\n  {}", problems.join("\n  "))
}

fn packages() -> Result<Vec<Package>> {
    let text = Shell::cargo("metadata --locked --format-version 1").read()?;
    let metadata: Value = serde_json::from_str(&text)?;
    let list = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let word = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    Ok(list
        .iter()
        .map(|package| Package {
            name: word(package, "name"),
            version: word(package, "version"),
            license: word(package, "license"),
            source: package["source"].as_str().map(str::to_owned),
            manifest: word(package, "manifest_path"),
        })
        .collect())
}

fn strings(item: Option<&Item>) -> BTreeSet<String> {
    let array = item.and_then(Item::as_array).into_iter().flatten();
    array.filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

/// Reads a list of inline tables as pairs of the values of two keys.
fn tables(item: Option<&Item>) -> Vec<&toml_edit::InlineTable> {
    item.and_then(Item::as_array).into_iter().flatten().filter_map(|value| value.as_inline_table()).collect()
}

fn licenses(packages: &[Package], rules: &DocumentMut) -> Vec<String> {
    let section = &rules["licenses"];
    let everywhere = strings(section.get("allow"));
    let mut here: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for exception in tables(section.get("exceptions")) {
        let name = exception.get("crate").and_then(|value| value.as_str()).unwrap_or_default();
        let allowed = exception.get("allow").and_then(|value| value.as_array()).into_iter().flatten();
        here.entry(name).or_default().extend(allowed.filter_map(|value| value.as_str().map(str::to_owned)));
    }
    let fine = |package: &&Package| {
        let special = here.get(package.name.as_str());
        satisfied(&package.license, &|name| {
            everywhere.contains(name) || special.is_some_and(|set| set.contains(name))
        })
    };
    packages
        .iter()
        .filter(|package| !fine(package))
        .map(|package| {
            format!(
                "{} {}: licence `{}` is not allowed in deny.toml",
                package.name, package.version, package.license
            )
        })
        .collect()
}

fn duplicates(packages: &[Package], rules: &DocumentMut) -> Vec<String> {
    let skipped = tables(rules["bans"].get("skip"));
    let mut problems = Vec::new();
    let mut unused: BTreeSet<&str> = BTreeSet::new();
    for skip in &skipped {
        let name = skip.get("crate").and_then(|value| value.as_str()).unwrap_or_default();
        if skip.get("reason").and_then(|value| value.as_str()).is_none_or(str::is_empty) {
            problems.push(format!("{name}: a skipped duplicate in deny.toml needs a `reason`"));
        }
        unused.insert(name);
    }
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        versions.entry(&package.name).or_default().push(&package.version);
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        let (skips, kept): (Vec<&str>, Vec<&str>) = versions.iter().partition(|version| {
            let rule = skipped
                .iter()
                .filter_map(|skip| skip.get("crate")?.as_str())
                .find(|rule| covers(rule, name, version));
            unused.remove(rule.unwrap_or_default());
            rule.is_some()
        });
        if kept.len() > 1 || skips.len() == versions.len() {
            problems.push(format!("{name} comes in versions {}: unite them, or name the older in [bans] skip of deny.toml with a reason", versions.join(", ")));
        }
    }
    problems
        .extend(unused.iter().map(|rule| format!("{rule}: no longer a duplicate, remove it from deny.toml")));
    problems
}

/// Tells whether a rule such as `nom@7` covers a version.
fn covers(rule: &str, name: &str, version: &str) -> bool {
    let Some((ruled, prefix)) = rule.split_once('@') else { return false };
    ruled == name && version.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Describes a package that comes neither from the public registry nor from this repository.
fn foreign(package: &Package) -> Option<String> {
    let ours = std::path::Path::new(&package.manifest).starts_with(root());
    match &package.source {
        Some(source) if source.starts_with("registry+") && source.ends_with("crates.io-index") => None,
        None if ours => None,
        source => Some(format!(
            "{} {}: comes from {}; take it from the registry",
            package.name,
            package.version,
            source.as_deref().unwrap_or("a folder outside the repository")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{Package, covers, duplicates, foreign, licenses};

    fn package(name: &str, version: &str, license: &str) -> Package {
        let source = Some("registry+https://example/crates.io-index".to_owned());
        Package {
            name: name.into(),
            version: version.into(),
            license: license.into(),
            source,
            manifest: String::new(),
        }
    }

    #[test]
    fn licences_outside_the_list_are_reported_except_where_allowed_for_one_crate() {
        let rules =
            "[licenses]\nallow = ['MIT']\nexceptions = [{ crate = 'words', allow = ['CC-BY-SA-4.0'] }]\n"
                .parse()
                .unwrap();
        assert!(licenses(&[package("words", "1.0.0", "CC-BY-SA-4.0")], &rules).is_empty());
        assert_eq!(licenses(&[package("other", "1.0.0", "CC-BY-SA-4.0")], &rules).len(), 1);
    }

    #[test]
    fn duplicates_need_a_named_reason_and_stale_reasons_are_reported() {
        let two = [package("nom", "7.1.3", "MIT"), package("nom", "8.0.0", "MIT")];
        let none = "[bans]\nskip = []\n".parse().unwrap();
        let named = "[bans]\nskip = [{ crate = 'nom@7', reason = 'an old parser' }]\n".parse().unwrap();
        assert_eq!(duplicates(&two, &none).len(), 1);
        assert!(duplicates(&two, &named).is_empty());
        assert_eq!(duplicates(&two[1..], &named).len(), 1);
    }

    #[test]
    fn a_rule_covers_whole_version_numbers() {
        assert!(covers("nom@7", "nom", "7.1.3"));
        assert!(!covers("nom@7", "nom", "70.0.0"));
    }

    #[test]
    fn other_sources_are_reported() {
        let mut odd = package("odd", "1.0.0", "MIT");
        assert!(foreign(&odd).is_none());
        odd.source = Some("git+https://example/odd".to_owned());
        assert!(foreign(&odd).is_some());
    }
}
