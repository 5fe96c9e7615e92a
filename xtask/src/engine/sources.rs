//! What the engine is made of, as one hash: the same on every machine, without a compiler.
//!
//! Counted are the reader's half of the search core, the shell around it, the locked versions of all that they
//! depend on, the build profile, the compiler's and the optimiser's flags, and the optimiser's version.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use toml_edit::{DocumentMut, Item, Table, TableLike};

use super::{FLAGS, LIBRARY, OPTIMISE};
use crate::files::sha256;
use crate::root::{at, root};

/// The two crates, each with the parts of its `src` that the browser never sees.
const CRATES: &[(&str, &[&str])] =
    &[("crates/search", &["src/build"]), ("crates/search-web", &["src/shell/tests.rs"])];

/// What makes the module small, and what packs it.
const TOOLS: &[&str] = &["crates/search-web/tools/package-lock.json", "crates/search-web/tools/pack.mjs"];

/// Returns the hash of all that the engine is made of.
pub(super) fn hash() -> Result<String> {
    let told = [("compiler", FLAGS), ("library", LIBRARY), ("optimiser", OPTIMISE)];
    let mut parts: Vec<(String, String)> =
        told.iter().map(|(tool, flags)| ((*tool).to_owned(), (*flags).to_owned())).collect();
    for (folder, unseen) in CRATES {
        let mut files = Vec::new();
        let unseen: Vec<PathBuf> = unseen.iter().map(|path| at(folder).join(path)).collect();
        walk(&at(folder).join("src"), &unseen, &mut files)?;
        files.push(at(folder).join("Cargo.toml"));
        for file in files {
            parts.push((name(&file), text(&file)?));
        }
    }
    for tool in TOOLS {
        parts.push(((*tool).to_owned(), text(&at(tool))?));
    }
    parts.push(("workspace".to_owned(), workspace(&text(&at("Cargo.toml"))?)?));
    parts.push(("locked".to_owned(), locked()?));
    parts.sort();
    let digests: Vec<String> =
        parts.iter().map(|(name, text)| format!("{} {name}\n", sha256(text.as_bytes()))).collect();
    Ok(sha256(digests.concat().as_bytes()))
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn text(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn walk(folder: &Path, unseen: &[PathBuf], files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if unseen.contains(&path) {
            continue;
        }
        if path.is_dir() {
            walk(&path, unseen, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// Takes from the workspace's manifest what reaches the engine: edition, shared dependencies, the two profiles.
fn workspace(manifest: &str) -> Result<String> {
    const SECTIONS: &[&str] =
        &["[workspace.package]", "[workspace.dependencies]", "[profile.release]", "[profile.wasm]"];
    let mut parts = String::new();
    for section in SECTIONS {
        let start = manifest.find(section).with_context(|| format!("Cargo.toml has no {section}"))?;
        let rest = &manifest[start..];
        parts.push_str(rest.find("\n[").map_or(rest, |end| &rest[..end]).trim_end());
    }
    Ok(parts)
}

/// Lists what the two crates depend on, directly and through others, with versions and checksums.
fn locked() -> Result<String> {
    let lock: DocumentMut = text(&at("Cargo.lock"))?.parse().context("Cargo.lock is not valid TOML")?;
    let packages = lock["package"].as_array_of_tables().context("Cargo.lock lists no packages")?;
    let mut waiting = Vec::new();
    for (folder, _) in CRATES {
        let manifest: DocumentMut =
            text(&at(folder).join("Cargo.toml"))?.parse().context("not valid TOML")?;
        waiting.extend(wanted(manifest.as_table()));
    }
    let mut lines = BTreeSet::new();
    while let Some(reference) = waiting.pop() {
        for package in packages.iter().filter(|package| is_meant(package, &reference)) {
            let line = ["name", "version", "checksum"].map(|key| word(package.get(key)));
            if lines.insert(line.join(" ")) && package.contains_key("checksum") {
                let next = package.get("dependencies").and_then(Item::as_array).into_iter().flatten();
                waiting.extend(next.filter_map(|value| value.as_str().map(str::to_owned)));
            }
        }
    }
    Ok(lines.into_iter().collect::<Vec<_>>().join("\n"))
}

/// Names the dependencies that a manifest's crate always has, for whatever target.
fn wanted(manifest: &Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter);
    let tables = std::iter::once(manifest.get("dependencies"))
        .chain(targets.map(|(_, target)| target.get("dependencies")))
        .flatten();
    let entries = tables.filter_map(Item::as_table_like).flat_map(TableLike::iter);
    let always = |item: &Item| !item.get("optional").and_then(Item::as_bool).unwrap_or(false);
    entries.filter(|(_, item)| always(item)).map(|(name, _)| name.to_owned()).collect()
}

/// Tells whether a lock file's reference, `name` or `name version`, means this package.
fn is_meant(package: &Table, reference: &str) -> bool {
    let mut words = reference.split(' ');
    words.next() == Some(&word(package.get("name")))
        && words.next().is_none_or(|version| version == word(package.get("version")))
}

fn word(item: Option<&Item>) -> String {
    item.and_then(Item::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{hash, locked, wanted, workspace};

    #[test]
    fn the_hash_is_stable() {
        assert_eq!(hash().unwrap(), hash().unwrap());
    }

    #[test]
    fn all_that_is_compiled_is_locked() {
        let locked = locked().unwrap();
        for name in ["frostem ", "serde_json ", "sha2 ", "memchr "] {
            assert!(locked.contains(&format!("\n{name}")), "{name}");
        }
        for name in ["proptest", "tantivy", "uuid"] {
            assert!(!locked.contains(name), "{name} does not reach the browser");
        }
    }

    #[test]
    fn optional_dependencies_are_left_out() {
        let manifest = "[dependencies]\na = \"1\"\nb = { version = \"1\", optional = true }\n\n\
                        [target.'cfg(x)'.dependencies]\nc = \"1\"\n";
        let manifest: toml_edit::DocumentMut = manifest.parse().unwrap();
        assert_eq!(wanted(manifest.as_table()), ["a", "c"]);
    }

    #[test]
    fn the_profile_counts() {
        let manifest = "[workspace.package]\nedition = \"2024\"\n[workspace.dependencies]\na = \"1\"\n\
                        [profile.release]\nlto = \"thin\"\n[profile.wasm]\nopt-level = \"z\"\n";
        let changed = manifest.replace("\"z\"", "\"s\"");
        assert_ne!(workspace(manifest).unwrap(), workspace(&changed).unwrap());
    }
}
