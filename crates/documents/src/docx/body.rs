//! Blocks: paragraphs, tables, and what may stand around them.

use roxmltree::Node;

use super::merge::Draft;
use super::story::Story;
use super::word::{self, alternative, child, flag, is_alternative, name, value};
use crate::model::{Block, Label, Paragraph, Reason};

impl Story<'_, '_> {
    /// The blocks of a body, a cell, a note or a text box.
    pub(super) fn blocks(&mut self, parent: Node<'_, '_>) -> Vec<Block> {
        let mut draft = Draft::default();
        self.fill(parent, &mut draft);
        draft.finish()
    }

    fn fill(&mut self, parent: Node<'_, '_>, draft: &mut Draft) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                Some("p") => self.paragraph(node, draft),
                Some("tbl") => {
                    if let Some(table) = self.table(node) {
                        draft.push(Block::Table(table));
                    }
                }
                Some("sdt") => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.fill(content, draft);
                    }
                }
                Some("customXml" | "ins" | "moveTo" | "smartTag") => self.fill(node, draft),
                Some("del") => self.leave(Reason::Deleted, &word::all_text(node)),
                Some("moveFrom") => self.leave(Reason::Moved, &word::all_text(node)),
                Some("altChunk") => self.leave(Reason::Object, "altChunk"),
                _ if is_alternative(node) => {
                    if let Some(branch) = alternative(node) {
                        self.fill(branch, draft);
                    }
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, draft: &mut Draft) {
        let look = self.look(node);
        if look.breaks {
            draft.push(Block::PageBreak);
        }
        let contents = look.contents || self.fields.are_contents();
        let mut line = self.line(node, look.hidden);
        let contents = contents || self.fields.are_contents();
        if look.merges {
            // The mark is gone: what stands before it goes on in the next paragraph, and is not counted itself.
            draft.hold(line.pieces, line.boxes);
            return;
        }
        let held = draft.take();
        line.pieces.splice(0..0, held.0);
        line.boxes.splice(0..0, held.1);
        let label = look.list.and_then(|(id, level)| self.label(&id, level));
        draft.paragraph(Paragraph { label, heading: look.heading, contents, pieces: line.pieces });
        line.boxes.into_iter().for_each(|blocks| draft.push(Block::TextBox(blocks)));
        if line.breaks {
            draft.push(Block::PageBreak);
        }
    }

    fn label(&mut self, id: &str, level: u8) -> Option<Label> {
        let list = self.numbering.list(id)?;
        self.counter.count(id, list, level)
    }

    /// What a paragraph is besides its text.
    fn look(&mut self, node: Node<'_, '_>) -> Look {
        let properties = child(node, "pPr");
        let style_id = properties.and_then(|own| value(own, "pStyle"));
        let style = self.styles.of_paragraph(style_id);
        let mark = properties.and_then(|own| child(own, "rPr"));
        let gone = |name| mark.is_some_and(|mark| child(mark, name).is_some());
        if gone("del") {
            self.leave(Reason::Deleted, "¶");
        }
        if gone("ins") && !gone("del") {
            self.leave(Reason::Inserted, "¶");
        }
        let mark_hidden = mark.and_then(|mark| flag(mark, "vanish")).or(style.hidden).unwrap_or(false);
        let outline = properties.and_then(|own| value(own, "outlineLvl")?.parse().ok()).or(style.outline);
        Look {
            list: self.list_of(properties, style_id, &style),
            heading: outline.filter(|level| *level < 9).map(|level| level + 1),
            hidden: style.hidden.unwrap_or(false),
            contents: style.contents,
            breaks: properties.and_then(|own| flag(own, "pageBreakBefore")).unwrap_or(false),
            merges: gone("del") || gone("moveFrom") || mark_hidden,
        }
    }

    /// The list and the level of a paragraph: its own, else those of its style. The list 0 is none.
    fn list_of(
        &self,
        properties: Option<Node<'_, '_>>,
        style_id: Option<&str>,
        style: &super::styles::OfStyle,
    ) -> Option<(String, u8)> {
        let own = properties.and_then(|properties| child(properties, "numPr"));
        let id = own.and_then(|own| value(own, "numId")).map(str::to_owned);
        let direct = id.is_some();
        let id = id.or_else(|| style.list.clone()).filter(|id| id != "0")?;
        let level = own.and_then(|own| value(own, "ilvl")?.parse().ok());
        let linked =
            || style_id.and_then(|style| self.numbering.list(&id)?.level_of(style)).filter(|_| !direct);
        let level = level.or_else(linked).or(style.level.filter(|_| !direct)).unwrap_or(0);
        Some((id, level))
    }
}

/// What a paragraph is besides its text.
struct Look {
    list: Option<(String, u8)>,
    heading: Option<u8>,
    hidden: bool,
    contents: bool,
    breaks: bool,
    merges: bool,
}
