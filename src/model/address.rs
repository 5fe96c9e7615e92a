//! Addresses: where pages and files are published.

use super::Pages;
use super::names::Directory;
use crate::address::UrlPath;
use crate::artifact::OutPath;
use crate::diagnostic::Diagnostic;
use crate::field::Values;
use crate::load::Found;
use crate::markup::slug;
use crate::schema::Kind;
use crate::schema::known::ALIASES;
use crate::source::Span;

/// The address of a document by its kind's pattern, from `/` to `/`.
pub(super) fn of_page(kind: &Kind, name: &str, year: Option<i16>) -> String {
    let year = year.map_or_else(|| "bez-daty".to_owned(), |year| year.to_string());
    let path = kind.address.replace("{id}", name).replace("{year}", &year);
    format!("/{}/", path.trim_matches('/')).replace("//", "/")
}

/// Reports a document whose address no file system or host would take: its name is too long, or that of a device.
pub(super) fn check(url: &str, span: Span, problems: &mut Vec<Diagnostic>) {
    if let Err(fault) = UrlPath::parse(url) {
        problems.push(fault.at(span, url));
    }
}

/// The former addresses that a document gives; those that can be none are reported.
pub(super) fn former(fields: &Values, problems: &mut Vec<Diagnostic>) -> Vec<(UrlPath, Span)> {
    let Some(typed) = fields.get(ALIASES) else { return Vec::new() };
    let items = typed.value.list().unwrap_or(std::slice::from_ref(typed));
    let mut former = Vec::new();
    for item in items {
        let Some(written) = item.value.text() else { continue };
        match UrlPath::former(written) {
            Ok(address) => former.push((address, item.span)),
            Err(fault) => problems.push(fault.at(item.span, written)),
        }
    }
    former
}

/// Where a file beside documents is published: below the address of the page whose folder it lies in, else
/// below `/files/`. Names become Latin, since they are parts of permanent addresses.
pub(super) fn of_file(found: &Found, names: &Directory, pages: &Pages) -> Option<OutPath> {
    let mut folder = found.path.as_str();
    while let Some((outer, _)) = folder.rsplit_once('/') {
        if let Some(page) = names.of_folder(outer) {
            let rest = &found.path[outer.len() + 1..];
            return OutPath::new(&format!(
                "{}{}",
                pages[page].url.trim_start_matches('/'),
                written(found, rest)
            ));
        }
        folder = outer;
    }
    let rest = found.path.strip_prefix("content/").unwrap_or(&found.path);
    OutPath::new(&format!("files/{}", written(found, rest)))
}

/// The rest of the path of a file in Latin. A signature is called as what it signs, with an ending more.
fn written(found: &Found, rest: &str) -> String {
    let signs = |stem: &str| found.signs.as_deref().is_some_and(|signed| signed.ends_with(stem));
    match rest.rsplit_once('.') {
        Some((stem, ending)) if signs(stem) => format!("{}.{}", latin(stem), slug(ending)),
        _ => latin(rest),
    }
}

/// A path with every part transliterated, its ending kept.
fn latin(path: &str) -> String {
    path.split('/').map(latin_part).collect::<Vec<_>>().join("/")
}

fn latin_part(part: &str) -> String {
    match part.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => format!("{}.{}", slug(stem), slug(ending)),
        _ => slug(part),
    }
}
