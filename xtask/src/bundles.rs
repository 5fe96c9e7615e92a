//! The theme's scripts and styles: bundled from `web/`, and held against what the repository carries.
//!
//! The bundles are committed, so that building a portal needs no Node. A record beside the sources says what was made
//! of what: it is held by a test, so that nobody needs Node to notice a bundle that was forgotten.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files::{below, clear, put, sha256};
use crate::root::at;
use crate::setup::node_packages;
use crate::shell::Shell;

/// Where the sources and the bundler lie.
const WEB: &str = "web";
/// Where the bundles lie.
const THEME: &str = "themes/imc";
const RECORD: &str = "web/bundled.sha256";
/// What the bundler makes before it is compared.
const FRESH: &str = "target/bundles";

/// Bundles anew and writes bundles and record into the repository.
pub(crate) fn write() -> Result<()> {
    for path in bundle()? {
        let bytes = read(&at(FRESH).join(&path))?;
        println!("{THEME}/{}: {} bytes", slashes(&path), bytes.len());
        put(&at(THEME).join(&path), &bytes)?;
    }
    put(&at(RECORD), record()?.as_bytes())
}

/// Fails when the committed bundles are not what the sources make.
pub(crate) fn check() -> Result<()> {
    recorded()?;
    let made = bundle()?;
    for path in &made {
        let committed = at(THEME).join(path);
        if std::fs::read(&committed).ok() != Some(read(&at(FRESH).join(path))?) {
            bail!("{THEME}/{} is not what {WEB}/ makes: {ADVICE}", slashes(path));
        }
    }
    println!("{} bundles are what {WEB}/ makes, byte for byte", made.len());
    Ok(())
}

const ADVICE: &str = "bundle anew with `cargo xtask assets` and commit what comes of it";

/// Bundles into a folder of its own and lists what was made.
fn bundle() -> Result<Vec<PathBuf>> {
    node_packages(&at(WEB))?;
    clear(&at(FRESH))?;
    Shell::new("node").arg(at(WEB).join("bundle.mjs")).arg(at(FRESH)).run()?;
    below(&at(FRESH))
}

/// Fails when sources or bundles are others than those of the last `cargo xtask assets`.
fn recorded() -> Result<()> {
    let kept = std::fs::read_to_string(at(RECORD)).with_context(|| format!("cannot read {RECORD}"))?;
    let now = record()?;
    let other = now.lines().chain(kept.lines()).find(|line| !(kept.contains(*line) && now.contains(*line)));
    match other.and_then(|line| line.split_once("  ")) {
        None => Ok(()),
        Some((_, path)) => bail!("{path} is not what {RECORD} knows: {ADVICE}"),
    }
}

/// The hashes of sources and bundles, as `sha256sum` writes and checks them.
fn record() -> Result<String> {
    let ours = |path: &PathBuf| !path.starts_with("node_modules") && !Path::new(RECORD).ends_with(path);
    let sources = below(&at(WEB))?.into_iter().filter(ours).map(|path| Path::new(WEB).join(path));
    let scripts = below(&at(THEME).join("assets/js"))?;
    let bundles = scripts.into_iter().map(|path| Path::new("assets/js").join(path));
    let sheets = [
        "sw.js",
        "assets/style.css",
        "assets/search.css",
        "assets/calendar.css",
        "assets/regulation.css",
        "assets/my.css",
        "assets/view.css",
    ];
    let bundles = bundles.chain(sheets.map(Into::into));
    let bundles = bundles.map(|path| Path::new(THEME).join(path));
    let mut lines = Vec::new();
    for path in sources.chain(bundles) {
        let digest = sha256(&read(&at(&path.to_string_lossy()))?);
        lines.push(format!("{digest}  {}\n", slashes(&path)));
    }
    Ok(lines.concat())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_bundles_are_of_these_sources() {
        super::recorded().unwrap();
    }
}
