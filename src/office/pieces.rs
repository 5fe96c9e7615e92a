//! Pieces of a paragraph as a text with objects: links, notes, pictures.

use kabinet_documents::{Document, Mark, Paragraph, Picture, Piece};

use super::objects::{Objects, is_object};
use crate::markup::leaf;

/// The texts of one document.
pub(crate) struct Pieces<'a> {
    pictures: &'a [Picture],
    /// Whether it is said where printed pages begin.
    leaves: bool,
    /// What stands in lines and is no letter.
    pub(crate) objects: Objects,
}

impl<'a> Pieces<'a> {
    /// Begins a document.
    pub(crate) fn of(document: &'a Document) -> Self {
        Self { pictures: &document.pictures, leaves: false, objects: Objects::default() }
    }

    /// Begins a document whose text says where printed pages begin.
    pub(super) fn with_leaves(document: &'a Document) -> Self {
        Self { leaves: true, ..Self::of(document) }
    }

    /// A paragraph with its label, with tabs and line ends.
    pub(crate) fn text(&mut self, paragraph: &Paragraph) -> String {
        let mut out = String::new();
        if let Some(label) = &paragraph.label {
            let dash = label.text.starts_with(['-', '–', '—']);
            out.push_str(if label.bullet && !dash { "•" } else { &label.text });
            out.push_str(if label.tight && !label.bullet { "" } else { " " });
        }
        let mut ends: Vec<Option<char>> = Vec::new();
        for piece in &paragraph.pieces {
            match piece {
                Piece::Text(text) => out.extend(text.chars().filter(|&c| !is_object(c))),
                Piece::Tab => out.push('\t'),
                Piece::Break => out.push('\n'),
                Piece::Leaf(page) if self.leaves => out.extend(self.objects.plain(leaf::mark(*page))),
                Piece::Leaf(_) => {}
                Piece::Note(number) => out.extend(self.objects.plain(format!("[^{}]", number + 1))),
                Piece::Picture(number) => out.extend(self.picture(*number)),
                Piece::Open(mark) => {
                    let (begin, end) = self.mark(mark);
                    out.extend(begin);
                    ends.push(end);
                }
                Piece::Close => out.extend(ends.pop().flatten()),
            }
        }
        out
    }

    fn mark(&mut self, mark: &Mark) -> (Option<char>, Option<char>) {
        match mark {
            Mark::Raised => (self.objects.plain("<sup>".into()), self.objects.plain("</sup>".into())),
            Mark::Lowered => (self.objects.plain("<sub>".into()), self.objects.plain("</sub>".into())),
            Mark::Link(address) => match published(address) {
                Some(address) => (self.objects.link(), self.objects.link_end(&address)),
                None => (None, None),
            },
        }
    }

    fn picture(&mut self, number: usize) -> Option<char> {
        let picture = self.pictures.get(number)?;
        let file = file_name(number, picture)?;
        let description: String = picture
            .description
            .chars()
            .filter(|c| !matches!(c, '[' | ']' | '\\' | '<' | '>' | '`') && !c.is_control())
            .collect();
        self.objects.plain(format!("![{}]({file})", description.trim()))
    }
}

/// The name under which a picture is kept beside the document; `None` when browsers do not show its format.
pub(crate) fn file_name(number: usize, picture: &Picture) -> Option<String> {
    const FORMATS: [(&[u8], &str); 4] =
        [(b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp")];
    let (_, ending) = FORMATS.iter().find(|(head, _)| picture.bytes.starts_with(head))?;
    Some(format!("risunok-{}.{ending}", number + 1))
}

/// An address that may stand on a page: one of the web or of mail.
fn published(address: &str) -> Option<String> {
    let folded = address.trim().to_lowercase();
    let known = ["http://", "https://", "mailto:"].iter().any(|scheme| folded.starts_with(scheme));
    let clean: String = address.trim().chars().filter(|c| !c.is_control()).collect();
    known.then(|| clean.replace(' ', "%20").replace('<', "%3C").replace('>', "%3E"))
}
