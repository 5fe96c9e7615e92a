//! The portal as a reader gets it: built at two addresses, validated, and tried in a browser.
//!
//! It is built by the program of the tests: an optimised one would make the same bytes, and be compiled for minutes to
//! save seconds.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::corpus;
use crate::files::{clear, copy_folder, put};
use crate::root::at;
use crate::shell::Shell;

/// The day of all builds that are compared or looked at.
pub(crate) const TODAY: &str = "2026-11-21";

/// An address at a host's root, and one below a folder: links must work at both.
pub(crate) const ADDRESSES: &[(&str, &str)] =
    &[("top", "https://centre.example/"), ("nested", "https://department.example/imc/")];

/// The portal with more pages: its search is too large for one file, and small enough to be kept by a browser.
const LARGER: (&str, usize) = ("larger", 60);

/// Where the native engine's answers lie.
const ANSWERS: &str = "target/ci/answers.jsonl";

/// Advice of the checker that is not about validity. The Markdown writer closes void elements as XHTML did; a
/// section of a regulation may be a single clause without a heading; and a file has no origin, so that nothing is
/// "self" for the security policy, which the browser tests try for real. Nor are blocks of data scripts to that policy.
const HARMLESS: &str = ".*([Tt]railing slash on void elements|Section lacks heading|(Resource|Inline script) violates Content Security Policy).*";

/// Builds the repository's own portal, then copies of it at each of the addresses, and asks the first all questions.
pub(crate) fn build() -> Result<()> {
    let place = at("target/ci");
    clear(&place)?;
    compile()?;
    let program = program("debug")?;
    Shell::new(&program)
        .words("build --today")
        .arg(TODAY)
        .arg("--out")
        .arg(place.join("site"))
        .env("CI", "true")
        .run()?;
    for (name, address) in ADDRESSES {
        copy_portal(&place.join(name), address)?;
        build_copy(&program, name, "true")?;
    }
    let (name, pages) = LARGER;
    copy_portal(&place.join(name), ADDRESSES[1].1)?;
    corpus::enlarge(pages, &place.join(name))?;
    // The lock of addresses does not know the added pages.
    build_copy(&program, name, "false")?;
    answers()
}

/// Builds one of the copies, as CI does or as by hand.
fn build_copy(program: &Path, name: &str, ci: &str) -> Result<()> {
    Shell::new(program)
        .words("build --today")
        .arg(TODAY)
        .arg("--root")
        .arg(at("target/ci").join(name))
        .arg("--out")
        .arg(output(name))
        .env("CI", ci)
        .run()
}

/// Compiles the program, and the one that asks it all the questions, of the whole workspace, as `test` builds it: so
/// nothing is compiled twice.
fn compile() -> Result<()> {
    Shell::cargo("build --workspace --locked --bin kabinet --example answers").run()
}

/// Returns where Cargo puts the program of a profile, by the profile's folder.
pub(crate) fn program(profile: &str) -> Result<PathBuf> {
    Ok(target()?.join(profile).join(format!("kabinet{}", std::env::consts::EXE_SUFFIX)))
}

/// Returns Cargo's target folder, which may be set from outside.
fn target() -> Result<PathBuf> {
    let text = Shell::cargo("metadata --locked --no-deps --format-version 1").read()?;
    let metadata: Value = serde_json::from_str(&text)?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// Returns the output folder of the portal built at one of the addresses.
fn output(name: &str) -> PathBuf {
    at("target/ci").join(format!("{name}-site"))
}

/// Runs the Nu HTML checker over every page.
pub(crate) fn validate() -> Result<()> {
    let checker = at("tests/browser/node_modules/vnu-jar/build/dist/vnu.jar");
    let (name, _) = ADDRESSES[0];
    Shell::new("java")
        .arg("-jar")
        .arg(needed(&checker, "setup")?)
        .words("--skip-non-html --Werror --stdout --filterpattern")
        .arg(HARMLESS)
        .arg(needed(&output(name), "site")?)
        .run()
}

/// Runs the browser tests over the portal at both addresses.
pub(crate) fn browser() -> Result<()> {
    node_tests()?.run()
}

/// Asks an engine for the browser every question of the relevance set.
pub(crate) fn ask_engine(packed: &Path) -> Result<()> {
    node_tests()?.arg("same-answers.test.mjs").env("KABINET_ENGINE", packed).run()
}

fn node_tests() -> Result<Shell> {
    let folder = at("tests/browser");
    needed(&folder.join("node_modules"), "setup")?;
    for name in ADDRESSES.iter().map(|(name, _)| *name).chain([LARGER.0]) {
        needed(&output(name), "site")?;
    }
    // Most of a test is waiting; Node itself would leave one of two cores idle.
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let shell = Shell::new("node")
        .words("--test --test-reporter=spec")
        .arg(format!("--test-concurrency={}", 2 * cores))
        // What waits for ever fails instead, long after the slowest file on a slow machine.
        .arg("--test-timeout=2400000")
        .within(&folder)
        .env("KABINET_TOP", output("top"))
        .env("KABINET_NESTED", output("nested"))
        .env("KABINET_LARGER", output(LARGER.0))
        .env("KABINET_PROGRAM", program("debug")?)
        .env("KABINET_ANSWERS", needed(&at(ANSWERS), "site")?);
    Ok(shell)
}

/// Has the native engine answer every question over the built portal, for the engine in the browser to match.
fn answers() -> Result<()> {
    let bundle = output(ADDRESSES[0].0).join("search");
    let program = target()?.join(format!("debug/examples/answers{}", std::env::consts::EXE_SUFFIX));
    Shell::new(program).arg(bundle).arg(at(ANSWERS)).run()
}

/// Returns the path if something is there, else says which step makes it.
fn needed<'a>(path: &'a Path, step: &str) -> Result<&'a Path> {
    if !path.exists() {
        bail!("{} is not there: run `cargo xtask {step}` first", path.display());
    }
    Ok(path)
}

/// Copies content and theme, giving the portal another address.
fn copy_portal(root: &Path, address: &str) -> Result<()> {
    for folder in ["content", "themes"] {
        copy_folder(&at(folder), &root.join(folder))?;
    }
    move_portal(root, address)
}

/// Gives a portal another address.
pub(crate) fn move_portal(root: &Path, address: &str) -> Result<()> {
    let settings = root.join("content/site.yaml");
    let text = std::fs::read_to_string(&settings).context("cannot read content/site.yaml")?;
    put(&settings, with_address(&text, address)?.as_bytes())
}

/// Replaces the value of `base_url` in the text of site.yaml.
fn with_address(text: &str, address: &str) -> Result<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line =
        lines.iter_mut().find(|line| line.starts_with("base_url:")).context("site.yaml names no base_url")?;
    *line = format!("base_url: {address}");
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::with_address;

    #[test]
    fn moves_a_portal() {
        let text = "title: Центр\nbase_url: https://old.example/ # here\nlanguage: ru\n";
        let moved = with_address(text, "https://new.example/imc/").unwrap();
        assert_eq!(moved, "title: Центр\nbase_url: https://new.example/imc/\nlanguage: ru\n");
        assert!(with_address("title: Центр\n", "https://new.example/").is_err());
    }
}
