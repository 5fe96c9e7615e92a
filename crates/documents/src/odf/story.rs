//! Blocks of a text: paragraphs, headings, lists, sections.

use roxmltree::Node;

use super::attribute::attribute;
use super::line::Line;
use super::lists::{self, Counts, Open};
use super::styles::Styles;
use crate::model::{Block, Label, LeftOut, Note, Paragraph, Reason};

/// The reading of one document.
pub(super) struct Story<'a> {
    pub(super) styles: &'a Styles,
    counts: Counts,
    pub(super) notes: Vec<Note>,
    pub(super) wanted: Vec<(String, String)>,
    pub(super) left_out: Vec<LeftOut>,
    /// How many cells the tables have.
    pub(super) cells: usize,
}

impl<'a> Story<'a> {
    /// Nothing is read yet.
    pub(super) fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            counts: Counts::default(),
            notes: Vec::new(),
            wanted: Vec::new(),
            left_out: Vec::new(),
            cells: 0,
        }
    }

    /// The blocks inside an element.
    pub(super) fn blocks(&mut self, parent: Node<'_, '_>) -> Vec<Block> {
        let mut out = Vec::new();
        self.fill(parent, false, &mut out);
        out
    }

    fn fill(&mut self, parent: Node<'_, '_>, contents: bool, out: &mut Vec<Block>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node, None, contents, out),
                "h" => {
                    let label = self.heading_label(node);
                    self.paragraph(node, label, contents, out);
                }
                "list" => {
                    let mut open = None;
                    self.list(node, 0, &mut open, out);
                    if let Some(open) = open {
                        self.counts.end(open);
                    }
                }
                "table" => out.extend(self.table(node).map(Block::Table)),
                "section" if attribute(node, "display") == Some("none") => {
                    self.leave(Reason::Hidden, &all_text(node));
                }
                "section" | "index-body" | "index-title" | "numbered-paragraph" => {
                    self.fill(node, contents, out)
                }
                "table-of-content" => self.fill(node, true, out),
                "tracked-changes" => self.changes(node),
                name if is_shape(name) => {
                    let mut line = Line::default();
                    self.frame(node, &mut line);
                    push(Paragraph { pieces: line.pieces, ..Paragraph::default() }, line.boxes, out);
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>, label: Option<Label>, contents: bool, out: &mut Vec<Block>) {
        let style = attribute(node, "style-name");
        if self.styles.hides(style) {
            return self.leave(Reason::Hidden, &all_text(node));
        }
        let level = (node.tag_name().name() == "h")
            .then(|| attribute(node, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1));
        let line = self.line(node);
        push(Paragraph { label, heading: level, contents, pieces: line.pieces }, line.boxes, out);
    }

    /// Headings outside of lists are counted together.
    fn heading_label(&mut self, node: Node<'_, '_>) -> Option<Label> {
        let level: usize = attribute(node, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
        let at = level.clamp(1, 10) - 1;
        let outside = attribute(node, "is-list-header") == Some("true");
        let start = attribute(node, "start-value").and_then(|start| start.parse().ok());
        (!outside).then(|| lists::count(&mut self.counts.outline, &self.styles.outline, at, start)).flatten()
    }

    fn list(&mut self, node: Node<'_, '_>, depth: usize, open: &mut Option<Open>, out: &mut Vec<Block>) {
        if depth > 10 {
            return;
        }
        if open.is_none() {
            let named = attribute(node, "style-name").map(str::to_owned);
            let named = named.or_else(|| self.style_of_first(node)).unwrap_or_default();
            let goes_on = attribute(node, "continue-numbering") == Some("true");
            *open = Some(self.counts.begin(
                &named,
                attribute(node, "id"),
                attribute(node, "continue-list"),
                goes_on,
            ));
        }
        for item in node.children().filter(Node::is_element) {
            let counts = item.tag_name().name() == "list-item";
            let start = attribute(item, "start-value").and_then(|start| start.parse().ok());
            let mut first = counts;
            for inner in item.children().filter(Node::is_element) {
                match inner.tag_name().name() {
                    "list" => self.list(inner, depth + 1, open, out),
                    "p" | "h" => {
                        let label =
                            if std::mem::take(&mut first) { self.label(open, depth, start) } else { None };
                        self.paragraph(inner, label, false, out);
                    }
                    "table" => out.extend(self.table(inner).map(Block::Table)),
                    _ => {}
                }
            }
        }
    }

    fn label(&self, open: &mut Option<Open>, depth: usize, start: Option<u32>) -> Option<Label> {
        let open = open.as_mut()?;
        let levels = self.styles.list(&open.style)?;
        lists::count(&mut open.numbers, levels, depth, start)
    }

    /// A list without a style has that of its first paragraph.
    fn style_of_first(&self, node: Node<'_, '_>) -> Option<String> {
        let first = node.descendants().find(|inner| matches!(inner.tag_name().name(), "p" | "h"))?;
        self.styles.list_of(attribute(first, "style-name"))
    }

    /// Deletions lie apart from the text; insertions are marked in it.
    fn changes(&mut self, node: Node<'_, '_>) {
        for region in node.descendants().filter(Node::is_element) {
            match region.tag_name().name() {
                "deletion" => {
                    let words = region.children().filter(|child| child.tag_name().name() != "change-info");
                    let text: Vec<String> = words.map(all_text).collect();
                    self.leave(Reason::Deleted, &text.join(" "));
                }
                "insertion" => self.leave(Reason::Inserted, "…"),
                _ => {}
            }
        }
    }

    /// Lists something that is not read.
    pub(super) fn leave(&mut self, reason: Reason, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.left_out.push(LeftOut { reason, text: text.to_owned() });
        }
    }
}

/// Whether an element is drawn: a frame, or a shape with a text inside.
pub(super) fn is_shape(name: &str) -> bool {
    const LINES: [&str; 6] = ["line", "polyline", "connector", "path", "measure", "caption"];
    const SURFACES: [&str; 8] =
        ["frame", "rect", "circle", "ellipse", "polygon", "regular-polygon", "custom-shape", "g"];
    LINES.contains(&name) || SURFACES.contains(&name)
}

fn push(paragraph: Paragraph, boxes: Vec<Vec<Block>>, out: &mut Vec<Block>) {
    out.push(Block::Paragraph(paragraph));
    out.extend(boxes.into_iter().map(Block::TextBox));
}

/// All text below a node, for what is only listed.
pub(super) fn all_text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
