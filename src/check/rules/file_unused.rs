//! A file lies beside documents, but nothing published names it, so readers cannot get it.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::Site;

const RULE: RuleId = RuleId("file-unused");
/// The file looks like a document, but its folder is a document already.
const BESIDE_INDEX: RuleId = RuleId("document-beside-index");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    // A page that could not be read may name a file all the same.
    let unread = site.pages.iter().map(|(_, page)| page).filter(|page| page.broken);
    let texts: Vec<_> = unread.map(|page| site.sources.get(page.source).text()).collect();
    let named: HashSet<&str> = texts.iter().flat_map(|text| names(text)).collect();
    let unused = site.files.iter().filter(|file| !file.is_named() && !named.contains(file.name()));
    let told = |path: &str| Diagnostic::warning(rule(path)).in_file(path).help(help(path));
    unused.map(|file| told(&file.source)).collect()
}

/// What may be the name of a file in a text of fields and Markdown.
fn names(text: &str) -> impl Iterator<Item = &str> {
    const AROUND: [char; 16] =
        ['\n', '"', '\'', '(', ')', '[', ']', '{', '}', ',', ':', '<', '>', '/', '«', '»'];
    text.split(AROUND).map(str::trim).filter(|name| name.contains('.'))
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
