//! Styles: what a paragraph or a run has from the style that it names, and from those which that is based on.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::word::{attribute, child, flag, is, value};
use crate::limits;

/// The styles of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

/// What one style says itself.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    name: String,
    hidden: Option<bool>,
    outline: Option<u8>,
    list: Option<String>,
    level: Option<u8>,
}

/// What a paragraph has from its style.
#[derive(Clone, Debug, Default)]
pub(super) struct OfStyle {
    /// Whether its text is hidden.
    pub(super) hidden: Option<bool>,
    /// Its level among headings, from 0; 9 is body text.
    pub(super) outline: Option<u8>,
    /// The list that it belongs to.
    pub(super) list: Option<String>,
    /// Its level in the list.
    pub(super) level: Option<u8>,
    /// Whether it is a line of a table of contents.
    pub(super) contents: bool,
}

impl Styles {
    /// Reads the part of styles.
    pub(super) fn of(root: Node<'_, '_>) -> Self {
        let mut out = Self::default();
        for node in root.children().filter(|node| is(*node, "style")) {
            let Some(id) = attribute(node, "styleId") else { continue };
            let usual = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if usual && attribute(node, "type") == Some("paragraph") {
                out.usual = Some(id.to_owned());
            }
            out.all.insert(id.to_owned(), Style::of(node));
        }
        out
    }

    /// What a paragraph has from its style; one that names none has it from the usual one.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> OfStyle {
        let mut out = OfStyle::default();
        for style in self.chain(id.or(self.usual.as_deref())) {
            out.hidden = out.hidden.or(style.hidden);
            out.outline = out.outline.or(style.outline);
            out.level = out.level.or(style.level.filter(|_| out.list.is_none()));
            out.list = out.list.or_else(|| style.list.clone());
            out.contents |= style.is_contents();
        }
        out
    }

    /// Whether a style of letters hides its text.
    pub(super) fn hides(&self, id: &str) -> Option<bool> {
        self.chain(Some(id)).find_map(|style| style.hidden)
    }

    /// The list that a style of numbering stands for.
    pub(super) fn list_of<'s>(&'s self, id: &'s str) -> Option<&'s str> {
        self.chain(Some(id)).find_map(|style| style.list.as_deref())
    }

    /// A style and those that it is based on; a circle ends at the limit.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let first = id.and_then(|id| self.all.get(id));
        let next = |style: &&'s Style| self.all.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(limits::STYLES)
    }
}

impl Style {
    fn of(node: Node<'_, '_>) -> Self {
        let paragraph = child(node, "pPr");
        let numbers = paragraph.and_then(|properties| child(properties, "numPr"));
        let number = |name| numbers.and_then(|numbers| value(numbers, name));
        Self {
            based_on: value(node, "basedOn").map(str::to_owned),
            name: value(node, "name").unwrap_or_default().to_lowercase(),
            hidden: child(node, "rPr").and_then(|properties| flag(properties, "vanish")),
            outline: paragraph.and_then(|properties| value(properties, "outlineLvl")?.parse().ok()),
            list: number("numId").map(str::to_owned),
            level: number("ilvl").and_then(|level| level.parse().ok()),
        }
    }

    fn is_contents(&self) -> bool {
        self.name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok())
    }
}
