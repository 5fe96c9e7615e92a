//! The lists of a document: what each level counts and how its label is printed.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::styles::Styles;
use super::word::{attribute, child, flag, is, value};
use crate::numerals::Numerals;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// All lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, List>,
}

/// A list as paragraphs name it.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    /// What it counts together with other lists of the same definition.
    pub(super) counter: String,
    /// Its levels.
    pub(super) levels: Vec<Level>,
}

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// How its numbers are written.
    pub(super) numerals: Numerals,
    /// The label, with `%1` for the number of the first level.
    pub(super) text: String,
    /// The first number.
    pub(super) start: u32,
    /// The list starts this level with a number of its own.
    pub(super) anew: Option<u32>,
    /// After which level it begins anew: from 1, and 0 for never; `None` after every one above it.
    pub(super) restart: Option<u8>,
    /// Whether all numbers of its label are written in digits.
    pub(super) legal: bool,
    /// Whether nothing stands between label and text.
    pub(super) tight: bool,
    /// Whether the label is not shown.
    pub(super) hidden: bool,
    /// The style whose paragraphs are of this level.
    pub(super) style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            numerals: Numerals::Decimal,
            text: String::new(),
            start: 0,
            anew: None,
            restart: None,
            legal: false,
            tight: false,
            hidden: false,
            style: None,
        }
    }
}

impl Numbering {
    /// Reads the part of lists.
    pub(super) fn of(root: Node<'_, '_>, styles: &Styles) -> Self {
        let children = || root.children().filter(|node| node.is_element());
        let mut definitions: BTreeMap<&str, Node<'_, '_>> = BTreeMap::new();
        for node in children().filter(|node| is(*node, "abstractNum")) {
            definitions.extend(attribute(node, "abstractNumId").map(|id| (id, node)));
        }
        let named: BTreeMap<&str, Node<'_, '_>> = children()
            .filter(|node| is(*node, "num"))
            .filter_map(|node| Some((attribute(node, "numId")?, node)))
            .collect();
        let mut out = Self::default();
        for (id, node) in &named {
            let Some(definition) = value(*node, "abstractNumId") else { continue };
            // A definition may only name a style, whose list has the definition.
            let linked = definitions.get(definition).and_then(|node| value(*node, "numStyleLink"));
            let linked = linked.and_then(|style| named.get(styles.list_of(style)?));
            let definition = linked.and_then(|node| value(*node, "abstractNumId")).unwrap_or(definition);
            let mut list = List { counter: definition.to_owned(), levels: vec![Level::default(); LEVELS] };
            if let Some(definition) = definitions.get(definition) {
                list.take(*definition);
            }
            list.overrides(*node);
            out.lists.insert((*id).to_owned(), list);
        }
        out
    }

    /// A list by the name that paragraphs give it.
    pub(super) fn list(&self, id: &str) -> Option<&List> {
        self.lists.get(id)
    }
}

impl List {
    /// The level of the paragraphs of a style.
    pub(super) fn level_of(&self, style: &str) -> Option<u8> {
        let at = self.levels.iter().position(|level| level.style.as_deref() == Some(style))?;
        u8::try_from(at).ok()
    }

    fn take(&mut self, definition: Node<'_, '_>) {
        for node in definition.children().filter(|node| is(*node, "lvl")) {
            if let Some(level) = index(node).and_then(|at| self.levels.get_mut(at)) {
                *level = Level::of(node);
            }
        }
    }

    fn overrides(&mut self, node: Node<'_, '_>) {
        for own in node.children().filter(|node| is(*node, "lvlOverride")) {
            let Some(level) = index(own).and_then(|at| self.levels.get_mut(at)) else { continue };
            if let Some(other) = child(own, "lvl") {
                *level = Level::of(other);
            }
            level.anew = value(own, "startOverride").and_then(|start| start.parse().ok()).or(level.anew);
        }
    }
}

fn index(node: Node<'_, '_>) -> Option<usize> {
    attribute(node, "ilvl")?.parse().ok()
}

impl Level {
    fn of(node: Node<'_, '_>) -> Self {
        Self {
            numerals: numerals(node),
            text: value(node, "lvlText").unwrap_or_default().to_owned(),
            start: value(node, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
            anew: None,
            restart: value(node, "lvlRestart").and_then(|level| level.parse().ok()),
            legal: flag(node, "isLgl").unwrap_or(false),
            tight: value(node, "suff") == Some("nothing"),
            hidden: child(node, "rPr").and_then(|run| flag(run, "vanish")).unwrap_or(false),
            style: value(node, "pStyle").map(str::to_owned),
        }
    }
}

/// How a level counts; what Word since 2010 writes as an alternative is read once.
fn numerals(node: Node<'_, '_>) -> Numerals {
    let plain = child(node, "numFmt");
    let other = || {
        let alternative = node.children().find(|child| super::word::is_alternative(*child))?;
        alternative.children().rfind(Node::is_element).and_then(|branch| child(branch, "numFmt"))
    };
    let format = plain.or_else(other).and_then(|format| attribute(format, "val"));
    format.map_or(Numerals::Decimal, Numerals::of_word)
}
