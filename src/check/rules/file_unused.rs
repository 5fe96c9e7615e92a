//! A file lies beside documents, but nothing published names it, so readers cannot get it.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Site, nameless};

const RULE: RuleId = RuleId("file-unused");
/// The file looks like a document, but its folder is a document already.
const BESIDE_INDEX: RuleId = RuleId("document-beside-index");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let told = |path: &str| Diagnostic::warning(rule(path)).in_file(path).help(help(path));
    nameless(site).into_iter().map(|id| told(&site.files[id.0].source)).collect()
}

/// What lies beside pages may have been meant as one.
fn help(path: &str) -> &'static str {
    let lower = path.to_lowercase();
    let of = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    match () {
        () if of(&[".docx", ".doc", ".odt", ".rtf"]) => "help-office",
        () if of(&[".txt"]) => "help-text",
        () if of(&["~", ".bak", ".old", ".tmp", ".orig"]) => "help-copy",
        () => "help",
    }
}

fn rule(path: &str) -> RuleId {
    let text = [".md", ".yaml", ".yml"].iter().any(|ending| path.to_lowercase().ends_with(ending));
    if text { BESIDE_INDEX } else { RULE }
}
