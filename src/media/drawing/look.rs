//! The walk over a drawing.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};

use super::fault::{Fault, Found, MOST_NODES, What, start_of};
use super::namespaces::{SVG, XHTML};
use super::{attributes, decode, elements, guard, style, uses};

/// Looks through a drawing; the first thing that must not be there is returned.
pub(in crate::media) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let Some(text) = decode::text(bytes) else {
        return Err(Fault { what: What::Unreadable("encoding"), place: None });
    };
    look(&text).map_err(|(what, range)| Fault { what, place: Some((text.into_owned(), range)) })
}

fn look(text: &str) -> Result<(), Found> {
    guard::check(text)?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| unreadable(&error, text))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" || !is_drawn(root.tag_name().namespace()) {
        return Err((What::Unreadable("root"), start_of(root)));
    }
    document.descendants().try_for_each(node)?;
    uses::check(&document)?;
    match root.tag_name().namespace() {
        Some(SVG) => Ok(()),
        // No browser shows it as a picture.
        _ => Err((What::Unreadable("namespace"), start_of(root))),
    }
}

fn unreadable(error: &roxmltree::Error, text: &str) -> Found {
    let why = match error {
        roxmltree::Error::NodesLimitReached => "complex",
        roxmltree::Error::EntityReferenceLoop(_) => "entities",
        _ => "xml",
    };
    let place = error.pos();
    let line =
        text.split_inclusive('\n').take(place.row.saturating_sub(1) as usize).map(str::len).sum::<usize>();
    let column =
        text[line..].chars().take(place.col.saturating_sub(1) as usize).map(char::len_utf8).sum::<usize>();
    let at = (line + column).min(text.len());
    (What::Unreadable(why), at..at)
}

/// Nothing without a namespace is drawn, but hosts and editors may add the one of drawings.
fn is_drawn(namespace: Option<&str>) -> bool {
    namespace.is_none_or(|name| name.is_empty() || name == SVG)
}

fn node(node: Node<'_, '_>) -> Result<(), Found> {
    match node.node_type() {
        NodeType::PI => instruction(node),
        NodeType::Element => element(node),
        NodeType::Text if is_style(node.parent()) => {
            style::sheet(node.text().unwrap_or_default()).map_err(|what| (what, start_of_parent(node)))
        }
        NodeType::Root | NodeType::Comment | NodeType::Text => Ok(()),
    }
}

fn is_style(node: Option<Node<'_, '_>>) -> bool {
    node.is_some_and(|node| node.tag_name().name() == "style")
}

fn start_of_parent(node: Node<'_, '_>) -> Range<usize> {
    node.parent().map_or(node.range(), start_of)
}

/// Programs leave notes to themselves; a browser heeds the one that names a style sheet, a host a script.
fn instruction(node: Node<'_, '_>) -> Result<(), Found> {
    let target = node.pi().map_or("", |pi| pi.target);
    let known = ["xpacket", "adobe-xap-filters", "adobe-xmp-filters"].contains(&target);
    if known { Ok(()) } else { Err((What::Acts("instruction", format!("?{target}")), node.range())) }
}

fn element(node: Node<'_, '_>) -> Result<(), Found> {
    let (namespace, name) = (node.tag_name().namespace(), node.tag_name().name());
    let refuse = || Err((What::Acts("element", name.to_owned()), start_of(node)));
    let checked: fn(Node<'_, '_>, Attribute<'_, '_>) -> Result<(), What> = match namespace {
        namespace if is_drawn(namespace) && elements::is_drawing(name) => attributes::of_drawing,
        Some(XHTML) if elements::is_label(name) => attributes::of_label,
        Some(namespace) if elements::is_editors(namespace) => return Ok(()),
        _ => return refuse(),
    };
    node.attributes()
        .try_for_each(|attribute| checked(node, attribute).map_err(|what| (what, attribute.range())))
}
