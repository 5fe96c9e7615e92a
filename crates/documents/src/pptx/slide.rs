//! The shapes of one slide, in the order in which they lie.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::looks::{Looks, Place, own_levels};
use super::{paragraphs, table};
use crate::model::{Block, LeftOut, Paragraph, Piece, Reason};
use crate::ooxml::{Wanted, alternative, is_alternative, relation};
use crate::package::{Local, Relations};
use crate::slides;

/// The reading of a slide.
pub(super) struct Slide<'a> {
    pub(super) relations: &'a Relations,
    pub(super) looks: &'a Looks,
    /// The words of its diagrams.
    pub(super) diagrams: &'a BTreeMap<String, Vec<String>>,
    pub(super) wanted: &'a mut Wanted,
    pub(super) left_out: Vec<LeftOut>,
}

impl Slide<'_> {
    /// Reads the shapes.
    pub(super) fn blocks(&mut self, tree: Node<'_, '_>) -> Vec<Block> {
        let mut out = Vec::new();
        self.shapes(tree, &mut out);
        out
    }

    fn shapes(&mut self, parent: Node<'_, '_>, out: &mut Vec<Block>) {
        for node in parent.children().filter(Node::is_element) {
            if is_alternative(node) {
                if let Some(branch) = alternative(node) {
                    self.shapes(branch, out);
                }
                continue;
            }
            if is_hidden(node) {
                self.leave(Reason::Hidden, &paragraphs::all_text(node));
                continue;
            }
            match node.tag_name().name() {
                "sp" => self.shape(node, out),
                "grpSp" => self.shapes(node, out),
                "pic" => self.picture(node, out),
                "graphicFrame" => self.frame(node, out),
                _ => {}
            }
        }
    }

    fn shape(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        let place = Place::of(node);
        if place.as_ref().is_some_and(Place::is_margin) {
            return self.leave(Reason::Margin, &paragraphs::all_text(node));
        }
        let Some(body) = node.children().find(|child| child.has_tag_name_local("txBody")) else { return };
        let levels = self.looks.signs(place.as_ref(), &own_levels(node));
        if place.as_ref().is_some_and(Place::is_title) {
            let lines = paragraphs::paragraphs(body, &levels, self.relations);
            return out.extend(slides::title(lines.into_iter()));
        }
        out.extend(paragraphs::blocks(body, &levels, self.relations));
    }

    fn picture(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        let described = node.descendants().find(|inner| inner.has_tag_name_local("cNvPr"));
        let description = described.and_then(|own| own.attribute("descr")).unwrap_or_default();
        let blip = node.descendants().find(|inner| inner.has_tag_name_local("blip"));
        let target = blip.and_then(|blip| self.relations.get(relation(blip, "embed")?));
        let Some(target) = target.filter(|target| !target.external) else {
            return self.leave(Reason::Object, if description.is_empty() { "picture" } else { description });
        };
        let number = self.wanted.show(&target.target, description);
        out.push(Block::Paragraph(Paragraph {
            pieces: vec![Piece::Picture(number)],
            ..Paragraph::default()
        }));
    }

    /// A table, a diagram, or an object that only its program can show.
    fn frame(&mut self, node: Node<'_, '_>, out: &mut Vec<Block>) {
        let inside = |name: &str| node.descendants().find(|inner| inner.has_tag_name_local(name));
        if let Some(found) = inside("tbl") {
            return out.push(Block::Table(table::table(found, self.relations)));
        }
        let words = inside("relIds").and_then(|ids| self.diagrams.get(relation(ids, "dm")?));
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            let text = |words: &String| {
                Block::Paragraph(Paragraph {
                    pieces: vec![Piece::Text(words.clone())],
                    ..Paragraph::default()
                })
            };
            return out.extend(words.iter().map(text));
        }
        let described =
            inside("cNvPr").and_then(|own| own.attribute("descr").or_else(|| own.attribute("name")));
        self.leave(Reason::Object, described.unwrap_or("object"));
    }

    fn leave(&mut self, reason: Reason, text: &str) {
        if !text.trim().is_empty() {
            self.left_out.push(LeftOut { reason, text: text.to_owned() });
        }
    }
}

/// Whether somebody has hidden a shape.
fn is_hidden(shape: Node<'_, '_>) -> bool {
    let own = shape.children().find(|child| child.tag_name().name().starts_with("nv"));
    let own = own.and_then(|own| own.children().find(|child| child.has_tag_name_local("cNvPr")));
    own.and_then(|own| own.attribute("hidden")).is_some_and(|hidden| matches!(hidden, "1" | "true"))
}
