//! A file lies beside documents, but nothing published names it, so readers cannot get it.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::Site;

const RULE: RuleId = RuleId("file-unused");
/// The file looks like a document, but its folder is a document already.
const BESIDE_INDEX: RuleId = RuleId("document-beside-index");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let unused = site.files.iter().filter(|file| !file.is_named());
    unused.map(|file| Diagnostic::warning(rule(&file.source)).in_file(&file.source).help("help")).collect()
}

fn rule(path: &str) -> RuleId {
    let text = [".md", ".yaml", ".yml"].iter().any(|ending| path.to_lowercase().ends_with(ending));
    if text { BESIDE_INDEX } else { RULE }
}
