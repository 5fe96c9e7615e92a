//! The inside of a paragraph.

use roxmltree::Node;

use super::attribute::attribute;
use super::line::Line;
use super::story::{Story, all_text, is_shape};
use crate::model::{Block, Mark, Note, Piece, Reason};

impl Story<'_> {
    /// Reads the text of a paragraph.
    pub(super) fn line(&mut self, node: Node<'_, '_>) -> Line {
        let mut line = Line::default();
        self.inline(node, &mut line);
        line
    }

    fn inline(&mut self, parent: Node<'_, '_>, line: &mut Line) {
        for node in parent.children() {
            if node.is_text() {
                line.text(node.text().unwrap_or_default());
                continue;
            }
            match node.tag_name().name() {
                "s" => {
                    let count = attribute(node, "c").and_then(|count| count.parse().ok()).unwrap_or(1usize);
                    line.exact(&" ".repeat(count.min(100)));
                }
                "tab" => line.pieces.push(Piece::Tab),
                "line-break" => line.pieces.push(Piece::Break),
                "a" => {
                    self.marked(node, attribute(node, "href").map(|href| Mark::Link(href.to_owned())), line)
                }
                "span" => self.span(node, line),
                "note" => self.note(node, line),
                "annotation" => self.annotation(node),
                "hidden-text" | "hidden-paragraph" if attribute(node, "is-hidden") == Some("true") => {
                    self.leave(Reason::Hidden, &all_text(node));
                }
                name if is_shape(name) => self.frame(node, line),
                "script" | "annotation-end" | "note-citation" | "tracked-changes" => {}
                _ => self.inline(node, line),
            }
        }
    }

    /// A comment: its words, without who wrote them and when.
    pub(super) fn annotation(&mut self, node: Node<'_, '_>) {
        let words = node.children().filter(|child| matches!(child.tag_name().name(), "p" | "list"));
        let words: Vec<String> = words.map(all_text).collect();
        self.leave(Reason::Comment, &words.join(" "));
    }

    fn span(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let style = attribute(node, "style-name");
        if self.styles.hides(style) {
            return self.leave(Reason::Hidden, &all_text(node));
        }
        let mark = self.styles.raises(style).map(|up| if up { Mark::Raised } else { Mark::Lowered });
        self.marked(node, mark, line);
    }

    fn marked(&mut self, node: Node<'_, '_>, mark: Option<Mark>, line: &mut Line) {
        let marked = mark.is_some();
        line.pieces.extend(mark.map(Piece::Open));
        self.inline(node, line);
        if marked {
            line.pieces.push(Piece::Close);
        }
    }

    fn note(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let body = node.children().find(|child| child.tag_name().name() == "note-body");
        let at = self.notes.len();
        // Its place is taken before it is read: notes in notes come after it.
        self.notes.push(Note::default());
        line.pieces.push(Piece::Note(at));
        let blocks = body.map(|body| self.blocks(body)).unwrap_or_default();
        self.notes[at].blocks = blocks;
    }

    /// A frame: a picture, a box of text, an object.
    pub(super) fn frame(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let described = node.children().find(|child| matches!(child.tag_name().name(), "desc" | "title"));
        let description = described.map(all_text).unwrap_or_default();
        if node.tag_name().name() != "frame" {
            // Shapes have their text inside, and groups have shapes.
            let blocks = self.blocks(node);
            if !blocks.is_empty() {
                line.boxes.push(blocks);
            }
            return;
        }
        // A frame offers the same in several forms: the first that is known is read.
        for inner in node.children().filter(Node::is_element) {
            match inner.tag_name().name() {
                "text-box" => {
                    let blocks = self.blocks(inner);
                    return line.boxes.push(blocks);
                }
                "table" => {
                    let table = self.table(inner).map(Block::Table);
                    return line.boxes.push(table.into_iter().collect());
                }
                "image" => {
                    return match attribute(inner, "href").filter(|href| href.starts_with("Pictures/")) {
                        Some(part) => {
                            self.wanted.push((part.to_owned(), description));
                            line.pieces.push(Piece::Picture(self.wanted.len() - 1));
                        }
                        None => self.leave(
                            Reason::Object,
                            if description.is_empty() { "image" } else { &description },
                        ),
                    };
                }
                "object" | "object-ole" | "plugin" | "applet" => {
                    return self
                        .leave(Reason::Object, if description.is_empty() { "object" } else { &description });
                }
                _ => {}
            }
        }
    }
}
