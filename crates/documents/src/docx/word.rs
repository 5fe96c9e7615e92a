//! The vocabulary of WordprocessingML, in its transitional and its strict namespace.

use roxmltree::Node;

const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// The extensions that are read here: text boxes and shapes of Word since 2010.
const UNDERSTOOD: [&str; 10] = ["wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "w16se", "w16cid", "a14"];

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

/// The id of a relation: `r:embed`, `r:id`, `r:link`.
pub(super) fn relation<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    RELATIONS.iter().find_map(|space| node.attribute((*space, name)))
}

/// Whether a property is switched on; `None` when nothing is said of it.
pub(super) fn flag(properties: Node<'_, '_>, name: &str) -> Option<bool> {
    let node = child(properties, name)?;
    Some(!matches!(attribute(node, "val"), Some("0" | "false" | "off")))
}

/// The one branch of `mc:AlternateContent` that is read: the first whose needs are known, else the fallback.
pub(super) fn alternative<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let branch =
        |name: &'static str| node.children().filter(move |child| child.has_tag_name((COMPATIBILITY, name)));
    let known = |choice: &Node<'_, '_>| {
        let needs = choice.attribute("Requires").unwrap_or_default();
        needs.split_whitespace().all(|need| UNDERSTOOD.contains(&need))
    };
    branch("Choice").find(known).or_else(|| branch("Fallback").next()).or_else(|| branch("Choice").next())
}

/// Whether a node offers alternatives.
pub(super) fn is_alternative(node: Node<'_, '_>) -> bool {
    node.has_tag_name((COMPATIBILITY, "AlternateContent"))
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
