//! Drawings: pictures, text boxes, and objects that only their program can show.

use roxmltree::Node;

use super::line::Line;
use super::story::Story;
use super::word::{alternative, is, is_alternative, relation};
use crate::model::{Piece, Reason};

impl Story<'_, '_> {
    /// Reads a drawing of whatever age.
    pub(super) fn shape(&mut self, node: Node<'_, '_>, line: &mut Line) {
        let described = node.descendants().find(|inner| inner.tag_name().name() == "docPr");
        let description = described.and_then(|inner| inner.attribute("descr")).unwrap_or_default();
        self.parts(node, description, line);
    }

    fn parts(&mut self, parent: Node<'_, '_>, description: &str, line: &mut Line) {
        for node in parent.children().filter(Node::is_element) {
            if is_alternative(node) {
                if let Some(branch) = alternative(node) {
                    self.parts(branch, description, line);
                }
                continue;
            }
            match node.tag_name().name() {
                "txbxContent" if is(node, "txbxContent") => {
                    // A field that is open around the box does not go on in it.
                    let fields = std::mem::take(&mut self.fields);
                    let blocks = self.blocks(node);
                    self.fields = fields;
                    line.boxes.push(blocks);
                }
                "blip" => self.picture(relation(node, "embed"), description, line),
                "imagedata" => {
                    let title = node.attribute("title").unwrap_or(description);
                    self.picture(relation(node, "id"), title, line);
                }
                "textpath" => line.text(node.attribute("string").unwrap_or_default()),
                "chart" | "relIds" | "OLEObject" => {
                    let name = if description.is_empty() { node.tag_name().name() } else { description };
                    self.leave(Reason::Object, name);
                }
                _ => self.parts(node, description, line),
            }
        }
    }

    fn picture(&mut self, id: Option<&str>, description: &str, line: &mut Line) {
        let target = id.and_then(|id| self.relations.get(id)).filter(|target| !target.external);
        match target.map(|target| target.target.clone()) {
            Some(part) => {
                let number = self.show(&part, description);
                line.pieces.push(Piece::Picture(number));
            }
            None => self.leave(Reason::Object, if description.is_empty() { "picture" } else { description }),
        }
    }
}
