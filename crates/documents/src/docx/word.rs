//! The vocabulary of WordprocessingML, in its transitional and its strict namespace.

use roxmltree::Node;

pub(super) use crate::ooxml::{alternative, is_alternative, relation};

const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// Whether a node is an element of Word of a name.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    self::name(node) == Some(name)
}

/// The name of an element of Word; `None` for those of other vocabularies.
pub(super) fn name<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    let namespace = node.tag_name().namespace()?;
    (node.is_element() && WORD.contains(&namespace)).then(|| node.tag_name().name())
}

/// The first child of a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// An attribute of Word.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    WORD.iter().find_map(|space| node.attribute((*space, name)))
}

/// The `w:val` of a child.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// Whether a property is switched on; `None` when nothing is said of it.
pub(super) fn flag(properties: Node<'_, '_>, name: &str) -> Option<bool> {
    let node = child(properties, name)?;
    Some(!matches!(attribute(node, "val"), Some("0" | "false" | "off")))
}

/// All text below a node, for what is only listed.
pub(super) fn all_text(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match name(inner) {
            Some("t" | "delText") => out.push_str(inner.text().unwrap_or_default()),
            Some("tab" | "br" | "cr" | "p") if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.trim_end().to_owned()
}
