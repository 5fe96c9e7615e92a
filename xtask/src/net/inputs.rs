//! The inputs, frozen when they are kept: a later check sees the same sites, whatever was edited since.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::failing;
use crate::corpus::{self, Form};
use crate::files::{copy_folder, put};
use crate::root::at;
use crate::shell::Shell;
use crate::site;

/// How many pages each generated site has.
const PAGES: usize = 1000;

/// Where the inputs lie.
pub(super) fn folder(kept: &Path) -> PathBuf {
    kept.join("inputs")
}

/// Where the sites lie that have errors.
pub(super) fn broken(inputs: &Path) -> PathBuf {
    inputs.join("failing")
}

/// Copies and makes them all. The theme is not among them: the program brings its own.
pub(super) fn freeze(inputs: &Path) -> Result<()> {
    for (name, address) in site::ADDRESSES {
        let root = inputs.join(format!("content-{name}"));
        copy_folder(&at("content"), &root.join("content"))?;
        site::move_portal(&root, address)?;
    }
    corpus::write(PAGES, &inputs.join("portal"), Form::Portal, 1)?;
    plain_site(inputs)?;
    put(&inputs.join("questions.yaml"), &std::fs::read(at("tests/relevance/questions.yaml"))?)?;
    failing::freeze(&broken(inputs))
}

/// Makes the site of the benches: a theme that shares nothing with the portal's.
fn plain_site(inputs: &Path) -> Result<()> {
    let neutral = inputs.join("neutral");
    corpus::write(PAGES, &neutral, Form::Neutral, 1)?;
    Shell::new("python3")
        .arg(at("benches/peers/kabinet_site.py"))
        .arg(&neutral)
        .arg(inputs.join("plain"))
        .run()
}
