//! Attributes of OpenDocument.

/// An attribute by its local name: prefixes tell nothing that a name does not.
pub(super) fn attribute<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}
