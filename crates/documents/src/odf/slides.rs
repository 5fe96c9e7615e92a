//! The slides of a presentation.

use roxmltree::Node;

use super::attribute::attribute;
use super::line::Line;
use super::story::{Story, all_text, is_shape};
use crate::model::{Block, Document, Paragraph, Reason};
use crate::package::Local;
use crate::slides;

impl Story<'_> {
    /// Reads the slides, each under its title.
    pub(super) fn slides(&mut self, presentation: Node<'_, '_>, document: &mut Document) {
        let pages = presentation.children().filter(|node| node.has_tag_name_local("page"));
        for (at, page) in pages.enumerate() {
            let mut blocks = Vec::new();
            for node in page.children().filter(Node::is_element) {
                self.on_slide(node, &mut blocks);
            }
            if self.styles.hides(attribute(page, "style-name")) {
                slides::hide(document, blocks);
            } else {
                slides::add(document, at + 1, blocks, std::mem::take(&mut self.left_out));
            }
        }
    }

    fn on_slide(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        match (node.tag_name().name(), attribute(node, "class")) {
            ("annotation", _) => self.annotation(node),
            ("notes", _) => self.spoken(node),
            (_, Some("header" | "footer" | "date-time" | "page-number")) => {
                self.leave(Reason::Margin, &all_text(node));
            }
            (name, class) if is_shape(name) => {
                let mut line = Line::default();
                self.frame(node, &mut line);
                let boxes = line.boxes.into_iter().flatten();
                if class == Some("title") {
                    return out.extend(slides::title(boxes.filter_map(paragraph)));
                }
                let pictures = Paragraph { pieces: line.pieces, ..Paragraph::default() };
                out.extend((!pictures.is_empty()).then_some(Block::Paragraph(pictures)));
                out.extend(boxes);
            }
            _ => {}
        }
    }

    /// What the speaker says, without the small picture of the slide and its number.
    fn spoken(&mut self, node: Node<'_, '_>) {
        let frames = node.children().filter(|frame| attribute(*frame, "class") == Some("notes"));
        let words: Vec<String> = frames.map(all_text).collect();
        self.leave(Reason::Spoken, &words.join(" "));
    }
}

fn paragraph(block: Block) -> Option<Paragraph> {
    match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        _ => None,
    }
}
