//! The paragraphs of a shape or a cell, with their signs and numbers as the program prints them.

use roxmltree::Node;

use super::looks::{LEVELS, Levels, Numbered, Sign, sign};
use crate::model::{Block, Label, Mark, Paragraph, Piece};
use crate::ooxml::{alternative, formula, is_alternative, relation};
use crate::package::{Local, Relations};

/// The numbers that the levels of a text have reached, with how they are written.
type Reached = [Option<(Numbered, u32)>; LEVELS];

/// Reads the paragraphs of a text.
pub(super) fn paragraphs(body: Node<'_, '_>, levels: &Levels, relations: &Relations) -> Vec<Paragraph> {
    let mut reached = Reached::default();
    let texts = body.children().filter(|node| node.has_tag_name_local("p"));
    texts.map(|node| paragraph(node, levels, relations, &mut reached)).collect()
}

/// The paragraphs as blocks.
pub(super) fn blocks(body: Node<'_, '_>, levels: &Levels, relations: &Relations) -> Vec<Block> {
    let all = paragraphs(body, levels, relations).into_iter();
    all.filter(|one| !one.is_empty()).map(Block::Paragraph).collect()
}

/// All text below a node, for what is only listed.
pub(super) fn all_text(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants().filter(Node::is_element) {
        match inner.tag_name().name() {
            "t" | "text" => out.push_str(inner.text().unwrap_or_default()),
            "p" | "br" => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraph(node: Node<'_, '_>, levels: &Levels, relations: &Relations, reached: &mut Reached) -> Paragraph {
    let properties = node.children().find(|child| child.has_tag_name_local("pPr"));
    let level = properties.and_then(|own| own.attribute("lvl")?.parse::<usize>().ok()).unwrap_or(0);
    let level = level.min(LEVELS - 1);
    let sign = properties.and_then(sign).or_else(|| levels[level].clone());
    let mut line = Line { relations, pieces: Vec::new() };
    line.inline(node);
    let mut paragraph = Paragraph { pieces: line.pieces, ..Paragraph::default() };
    // Before nothing, nothing is printed, and nothing is counted.
    if !paragraph.is_empty() {
        paragraph.label = label(sign, level, reached);
    }
    paragraph
}

/// Counts a paragraph: what stands between two numbers of a level and is not deeper begins the level anew.
fn label(sign: Option<Sign>, level: usize, reached: &mut Reached) -> Option<Label> {
    reached[level + 1..].fill(None);
    let before = reached[level].take();
    let (text, bullet) = match sign? {
        Sign::None => return None,
        Sign::Bullet(text) => (text, true),
        Sign::Number(way) => {
            let goes_on = before.filter(|(other, _)| *other == way);
            let number = goes_on.map_or(way.start, |(_, number)| number.saturating_add(1));
            reached[level] = Some((way, number));
            (format!("{}{}{}", way.before, way.numerals.print(number), way.after), false)
        }
    };
    Some(Label { text, bullet, level: u8::try_from(level).unwrap_or(0), tight: false })
}

/// The text of a paragraph on its way.
struct Line<'r> {
    relations: &'r Relations,
    pieces: Vec<Piece>,
}

impl Line<'_> {
    fn inline(&mut self, parent: Node<'_, '_>) {
        for node in parent.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "r" | "fld" => self.run(node),
                "br" => self.pieces.push(Piece::Break),
                // The wrapper of a formula on a slide.
                "m" => self.inline(node),
                _ if is_alternative(node) => {
                    if let Some(branch) = alternative(node) {
                        self.inline(branch);
                    }
                }
                _ => self.text(&formula(node)),
            }
        }
    }

    fn run(&mut self, node: Node<'_, '_>) {
        let child = |name: &str| node.children().find(|child| child.has_tag_name_local(name));
        let Some(text) = child("t").and_then(|text| text.text()) else { return };
        let properties = child("rPr");
        let baseline =
            properties.and_then(|own| own.attribute("baseline")?.trim_end_matches('%').parse::<i32>().ok());
        let height = baseline.filter(|baseline| *baseline != 0);
        let height = height.map(|baseline| if baseline > 0 { Mark::Raised } else { Mark::Lowered });
        let link =
            properties.and_then(|own| own.children().find(|child| child.has_tag_name_local("hlinkClick")));
        let target = link.and_then(|link| self.relations.get(relation(link, "id")?));
        let address = target.filter(|target| target.external).map(|target| target.target.clone());
        let marks: Vec<Mark> = address.map(Mark::Link).into_iter().chain(height).collect();
        let count = marks.len();
        self.pieces.extend(marks.into_iter().map(Piece::Open));
        self.text(text);
        self.pieces.extend(std::iter::repeat_n(Piece::Close, count));
    }

    /// Adds a text; tabs and the ends of lines stand in it as signs, soft hyphens are none.
    fn text(&mut self, text: &str) {
        let mut plain = String::new();
        for c in text.chars().filter(|c| *c != '\u{ad}') {
            let piece = match c {
                '\t' => Piece::Tab,
                '\u{b}' => Piece::Break,
                '\n' | '\r' => {
                    plain.push(' ');
                    continue;
                }
                c => {
                    plain.push(c);
                    continue;
                }
            };
            self.plain(&mut plain);
            self.pieces.push(piece);
        }
        self.plain(&mut plain);
    }

    fn plain(&mut self, text: &mut String) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.clone())),
        }
        text.clear();
    }
}
