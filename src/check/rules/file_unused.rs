//! A file lies beside documents, but nothing published names it, so readers cannot get it.

use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Page, Site};

const RULE: RuleId = RuleId("file-unused");
/// The file looks like a document, but its folder is a document already.
const BESIDE_INDEX: RuleId = RuleId("document-beside-index");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let nameless: Vec<_> = site.files.iter().filter(|file| !file.is_named()).collect();
    if nameless.is_empty() {
        return Vec::new();
    }
    let texts: Vec<&str> = site.pages.iter().map(|(_, page)| may_name(site, page)).collect();
    let named: HashSet<&str> = texts.iter().flat_map(|text| names(text)).collect();
    let unused = nameless.into_iter().filter(|file| !named.contains(file.name()));
    let told = |path: &str| Diagnostic::warning(rule(path)).in_file(path).help(help(path));
    unused.map(|file| told(&file.source)).collect()
}

/// The part of a page's source that may name a file although nothing came of it: all of it where the page could not be
/// read or is not published, else its fields, of which one may be refused.
fn may_name<'s>(site: &'s Site, page: &Page) -> &'s str {
    let text = site.sources.get(page.source).text();
    let whole = page.broken || !page.is_published();
    let end = text.strip_prefix("---").and_then(|rest| rest.find("\n---"));
    end.filter(|_| !whole).map_or(text, |end| &text[..end + 3])
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
