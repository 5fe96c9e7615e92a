//! Where a site is published, and what must not be mistaken for it.

use std::path::PathBuf;

use crate::emit::PublishOptions;
use crate::options::Options;

/// What the last build published, relative to the site's root.
pub(crate) const REPORT: &str = ".kabinet/report.json";

/// The output folder where none is named.
const PUBLIC: &str = "public";

/// How the site is published: never among what it is made from.
#[must_use]
pub(crate) fn publishing(options: &Options) -> PublishOptions {
    PublishOptions {
        fallback_store: Some(options.root.join(".kabinet")),
        sources: ["content", "themes"].map(|folder| options.root.join(folder)).to_vec(),
        ..PublishOptions::default()
    }
}

/// Where the site is published.
#[must_use]
pub(crate) fn target(options: &Options) -> PathBuf {
    options.out.clone().unwrap_or_else(|| options.root.join(PUBLIC))
}
