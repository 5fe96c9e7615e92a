//! What the tests need beyond Rust: found, or installed from Debian's packages and npm.

use std::path::Path;

use anyhow::{Result, bail};

use crate::root::at;
use crate::shell::{Shell, is_there};

/// A program, a question it answers without doing anything, and the Debian packages that bring it.
const NEEDED: &[(&str, &str, &[&str])] = &[
    ("/usr/bin/chromium-headless-shell", "--version", &["chromium-headless-shell"]),
    ("/usr/bin/firefox-esr", "--version", &["firefox-esr"]),
    ("node", "--version", &["nodejs"]),
    ("npm", "--version", &["npm"]),
    ("java", "-version", &["default-jre-headless"]),
];

const OLDEST_NODE: u32 = 20;

/// Installs what is missing.
pub(crate) fn run() -> Result<()> {
    rust_components()?;
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(program, question, _)| !is_there(program, question))
        .flat_map(|(_, _, packages)| packages.iter().copied())
        .collect();
    if !missing.is_empty() {
        debian(&missing)?;
    }
    new_enough_node()?;
    node_packages(&at("tests/browser"))
}

/// Debian 12 itself packages Node 18, which Playwright no longer takes: better said here than by a strange failure.
fn new_enough_node() -> Result<()> {
    let version = Shell::new("node").arg("--version").read()?;
    let major = major(&version);
    if major < OLDEST_NODE {
        bail!(
            "Node {} is too old for the browser tests: please install Node {OLDEST_NODE} or later",
            version.trim()
        );
    }
    Ok(())
}

/// Reads the first number of `v20.20.2`; zero when there is none.
fn major(version: &str) -> u32 {
    let number = version.trim().trim_start_matches('v').split('.').next();
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn rust_components() -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if !is_there(program, "--version") {
            Shell::new("rustup").words("component add").arg(component).run()?;
        }
    }
    Ok(())
}

fn debian(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !is_there("apt-get", "--version") {
        bail!("please install with your system's package manager: {list}");
    }
    Shell::new("apt-get").words("update -qq").run()?;
    Shell::new("apt-get")
        .words("install -y -qq --no-install-recommends")
        .words(&list)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

/// Installs a folder's packages unless they are there from this very lock file.
pub(crate) fn node_packages(folder: &Path) -> Result<()> {
    let installed =
        folder.join("node_modules/.package-lock.json").metadata().and_then(|meta| meta.modified());
    let wanted = folder.join("package-lock.json").metadata().and_then(|meta| meta.modified());
    if let (Ok(installed), Ok(wanted)) = (installed, wanted)
        && installed >= wanted
    {
        println!("{} is up to date", folder.join("node_modules").display());
        return Ok(());
    }
    Shell::new("npm").words("ci --no-audit --no-fund --ignore-scripts").within(folder).run()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2\n"), 20);
        assert_eq!(major("?"), 0);
    }
}
