//! Archives of the files of pages: put together of what is published, once that is made.

use std::collections::BTreeMap;

use super::prepared::Prepared;
use crate::artifact::{Artifact, Content, OutPath};
use crate::derive::{Bundle, Part};
use crate::diagnostic::Diagnostic;
use crate::model::{FileId, Owner, PageId, Site, archive};
use crate::render;

/// The word for the text that goes with the files.
const NOTE: &str = "archive-note";

/// Makes all archives of a site: of the texts that go into them, and of what was made of its files.
pub(crate) fn archives(
    prepared: &Prepared,
    notes: &[Artifact],
    made: &[Artifact],
) -> (Vec<Artifact>, Vec<Diagnostic>) {
    if notes.is_empty() {
        return Default::default();
    }
    let made: BTreeMap<&OutPath, &Content> = made.iter().map(|one| (&one.path, &one.content)).collect();
    let content = |site: &Site, id: FileId| match site.made_for(Owner::File(id)) {
        Some(_) => made.get(&site.file(id).path).map(|content| (*content).clone()),
        None => Some(Content::File(site.file(id).disk.clone())),
    };
    let bundles: Vec<Bundle> = notes
        .iter()
        .filter_map(|note| {
            let Owner::Archive(id) = prepared.site.routes.at_path(&note.path)?.owner else { return None };
            bundle(prepared, id, note, &content)
        })
        .collect();
    prepared.workshop.bundles(&bundles)
}

/// The archive of a page's files with a text. Nothing where something of it could not be made, which was told.
pub(super) fn bundle(
    prepared: &Prepared,
    id: PageId,
    note: &Artifact,
    content: &dyn Fn(&Site, FileId) -> Option<Content>,
) -> Option<Bundle> {
    let site = &*prepared.site;
    let page = site.page(id);
    let Content::Bytes(text) = &note.content else { return None };
    let name = format!("{}.txt", render::words(&prepared.kit)(NOTE));
    let files = archive::of(site, page)?.named(site, page, &name);
    let source = site.sources.get(page.source).path().to_owned();
    let text = Content::Bytes(for_notepad(&String::from_utf8_lossy(text)));
    let mut parts = vec![Part { name, source, content: text }];
    for (file, name) in files {
        let source = site.file(file).source.clone();
        parts.push(Part { name, source, content: content(site, file)? });
    }
    Some(Bundle { path: note.path.clone(), parts })
}

/// A text as the simplest editor of Windows reads it, of old versions too: with a mark of its encoding, and both signs at
/// the end of each line. Templates leave lines empty where nothing was to be said: of several one is left.
fn for_notepad(text: &str) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let mut is_open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            is_open = out.len() > '\u{feff}'.len_utf8();
            continue;
        }
        if std::mem::take(&mut is_open) {
            out.push_str("\r\n");
        }
        out.push_str(line);
        out.push_str("\r\n");
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::for_notepad;

    #[test]
    fn a_text_is_written_for_the_simplest_editor() {
        let text = String::from_utf8(for_notepad("\n\n  Название \n\n\n\nАвтор\nШкола\n\n")).unwrap();
        assert_eq!(text, "\u{feff}Название\r\n\r\nАвтор\r\nШкола\r\n");
    }
}
