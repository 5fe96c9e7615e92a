//! A file lies beside documents, but nothing published names it, so readers cannot get it.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::Site;

const RULE: RuleId = RuleId("file-unused");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let unused = site.files.iter().filter(|file| !file.used);
    unused.map(|file| Diagnostic::warning(RULE).in_file(&file.source).help("help")).collect()
}
