//! The inside of a paragraph: runs, links, fields, changes.

use roxmltree::Node;

use super::line::Line;
use super::story::Story;
use super::word::{self, alternative, attribute, child, flag, is_alternative, name, relation, value};
use crate::model::{Mark, Piece, Reason};
use crate::ooxml::formula;
use crate::symbols;

impl Story<'_, '_> {
    /// Reads the text of a paragraph.
    pub(super) fn line(&mut self, node: Node<'_, '_>, hidden: bool) -> Line {
        let mut line = Line::default();
        self.inline(node, hidden, &mut line);
        while line.open > 0 {
            line.close();
        }
        line
    }

    fn inline(&mut self, parent: Node<'_, '_>, hidden: bool, line: &mut Line) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                Some("r") => self.run(node, hidden, line),
                Some("hyperlink") => self.link(node, hidden, line),
                Some("fldSimple") => self.simple_field(node, hidden, line),
                Some("ins") => {
                    self.leave(Reason::Inserted, &word::all_text(node));
                    self.inline(node, hidden, line);
                }
                Some("moveTo" | "smartTag" | "customXml" | "dir" | "bdo") => self.inline(node, hidden, line),
                Some("sdt") => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.inline(content, hidden, line);
                    }
                }
                Some("del") => self.leave(Reason::Deleted, &word::all_text(node)),
                Some("moveFrom") => self.leave(Reason::Moved, &word::all_text(node)),
                Some(_) => {}
                None if is_alternative(node) => {
                    if let Some(branch) = alternative(node) {
                        self.inline(branch, hidden, line);
                    }
                }
                None => line.text(&formula(node)),
            }
        }
    }

    /// A link: what it leads to stands among the relations of its part.
    fn link(&mut self, node: Node<'_, '_>, hidden: bool, line: &mut Line) {
        let target = relation(node, "id").and_then(|id| self.relations.get(id));
        let address = target.filter(|target| target.external).map(|target| target.target.clone());
        let links = address.is_some() && self.fields.show();
        if let Some(address) = address.filter(|_| links) {
            line.open(Mark::Link(address));
        }
        self.inline(node, hidden, line);
        if links {
            line.close();
        }
    }

    fn simple_field(&mut self, node: Node<'_, '_>, hidden: bool, line: &mut Line) {
        let address = attribute(node, "instr").and_then(super::fields::link).filter(|_| self.fields.show());
        let links = address.is_some();
        if let Some(address) = address {
            line.open(Mark::Link(address));
        }
        self.inline(node, hidden, line);
        if links {
            line.close();
        }
    }

    fn run(&mut self, node: Node<'_, '_>, hidden: bool, line: &mut Line) {
        let properties = child(node, "rPr");
        let style = properties.and_then(|own| value(own, "rStyle"));
        let own = properties.and_then(|own| flag(own, "vanish"));
        let hidden = own.or_else(|| self.styles.hides(style?)).unwrap_or(hidden);
        if hidden {
            // Fields are followed through hidden text too: one that begins there may end in what is shown.
            node.children().filter(Node::is_element).for_each(|piece| self.field(piece, line));
            if self.fields.show() {
                self.leave(Reason::Hidden, &word::all_text(node));
            }
            return;
        }
        let raised = match properties.and_then(|own| value(own, "vertAlign")) {
            Some("superscript") => Some(Mark::Raised),
            Some("subscript") => Some(Mark::Lowered),
            _ => None,
        };
        let marked =
            raised.is_some() && self.fields.show() && node.children().any(|piece| word::is(piece, "t"));
        if let Some(mark) = raised.filter(|_| marked) {
            line.open(mark);
        }
        self.pieces(node, line);
        if marked {
            line.close();
        }
    }

    fn pieces(&mut self, parent: Node<'_, '_>, line: &mut Line) {
        for node in parent.children().filter(Node::is_element) {
            self.field(node, line);
            if !self.fields.show() {
                continue;
            }
            match name(node) {
                Some("t") => line.text(node.text().unwrap_or_default()),
                Some("tab" | "ptab") => line.pieces.push(Piece::Tab),
                Some("br") if attribute(node, "type") == Some("page") => line.page(),
                Some("br" | "cr") => line.pieces.push(Piece::Break),
                Some("noBreakHyphen") => line.text("\u{2011}"),
                Some("sym") => line.text(&symbol(node)),
                Some("footnoteReference") => self.note("footnotes", node, line),
                Some("endnoteReference") => self.note("endnotes", node, line),
                Some("drawing" | "pict" | "object") => self.shape(node, line),
                Some("ruby") => self.ruby(node, line),
                Some(_) => {}
                None if is_alternative(node) => {
                    if let Some(branch) = alternative(node) {
                        self.pieces(branch, line);
                    }
                }
                None => {}
            }
        }
    }

    /// The signs of a field: where it begins, its code, where its result begins and ends.
    fn field(&mut self, node: Node<'_, '_>, line: &mut Line) {
        match (name(node), attribute(node, "fldCharType")) {
            (Some("fldChar"), Some("begin")) => self.fields.begin(),
            (Some("fldChar"), Some("separate")) => {
                if let Some(mark) = self.fields.separate().filter(|_| self.fields.show()) {
                    line.open(mark);
                }
            }
            (Some("fldChar"), Some("end")) => {
                let marked = self.fields.end();
                if marked {
                    line.close();
                }
            }
            (Some("instrText"), _) => self.fields.code(node.text().unwrap_or_default()),
            _ => {}
        }
    }

    fn note(&mut self, part: &'static str, node: Node<'_, '_>, line: &mut Line) {
        let number = attribute(node, "id").and_then(|id| self.mention(part, id));
        line.pieces.extend(number.map(Piece::Note));
    }

    /// A word with its reading above it: both are printed.
    fn ruby(&mut self, node: Node<'_, '_>, line: &mut Line) {
        for part in ["rubyBase", "rt"] {
            if let Some(part) = child(node, part) {
                self.inline(part, false, line);
                line.text(" ");
            }
        }
    }
}

fn symbol(node: Node<'_, '_>) -> String {
    let code = attribute(node, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
    let font = attribute(node, "font").unwrap_or_default();
    code.map(|code| symbols::seen(font, code).to_string()).unwrap_or_default()
}
