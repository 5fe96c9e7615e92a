//! Styles of a text: what is hidden, and how the levels of lists and headings are labelled.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::attribute::attribute;
use crate::limits;
use crate::numerals::Numerals;
use crate::package::Local;
use crate::symbols;

/// All styles.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    lists: BTreeMap<String, Vec<Level>>,
    /// The labels of headings.
    pub(super) outline: Vec<Level>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    parent: Option<String>,
    hidden: Option<bool>,
    raised: Option<bool>,
    list: Option<String>,
}

/// How a level is labelled.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) numerals: Numerals,
    pub(super) bullet: Option<String>,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// How many numbers the label shows.
    pub(super) shown: usize,
    pub(super) start: u32,
}

impl Styles {
    /// Reads the styles of some parts; later ones win.
    pub(super) fn of<'a, 'i: 'a>(trees: impl Iterator<Item = &'a Document<'i>>) -> Self {
        let mut out = Self::default();
        for node in trees.flat_map(|tree| tree.descendants()).filter(Node::is_element) {
            match (node.tag_name().name(), attribute(node, "name")) {
                ("style", Some(name)) => {
                    out.all.insert(name.to_owned(), Style::of(node));
                }
                ("list-style", Some(name)) => {
                    out.lists.insert(name.to_owned(), levels(node));
                }
                ("outline-style", _) => out.outline = levels(node),
                _ => {}
            }
        }
        out
    }

    /// The levels of a list.
    pub(super) fn list(&self, name: &str) -> Option<&[Level]> {
        self.lists.get(name).map(Vec::as_slice)
    }

    /// Whether text of a style is hidden.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        self.chain(name).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Whether text of a style stands above or below the line.
    pub(super) fn raises(&self, name: Option<&str>) -> Option<bool> {
        self.chain(name).find_map(|style| style.raised)
    }

    /// The list that paragraphs of a style belong to.
    pub(super) fn list_of(&self, name: Option<&str>) -> Option<String> {
        self.chain(name).find_map(|style| style.list.clone()).filter(|list| !list.is_empty())
    }

    fn chain<'s>(&'s self, name: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let first = name.and_then(|name| self.all.get(name));
        let next = |style: &&'s Style| self.all.get(style.parent.as_deref()?);
        std::iter::successors(first, next).take(limits::STYLES)
    }
}

impl Style {
    fn of(node: Node<'_, '_>) -> Self {
        let text = node.children().find(|child| child.has_tag_name_local("text-properties"));
        let position = text.and_then(|text| attribute(text, "text-position"));
        let raised = position.and_then(|position| {
            let first = position.split(' ').next()?;
            let number = first.trim_end_matches('%').parse::<f64>().ok();
            match (first, number) {
                ("super", _) => Some(true),
                ("sub", _) => Some(false),
                (_, Some(number)) if number != 0.0 => Some(number > 0.0),
                _ => None,
            }
        });
        let page = node.children().find(|child| child.has_tag_name_local("drawing-page-properties"));
        let of_text = text.and_then(|text| attribute(text, "display")).map(|display| display == "none");
        let of_slide = page.and_then(|page| attribute(page, "visibility")).map(|seen| seen == "hidden");
        Self {
            parent: attribute(node, "parent-style-name").map(str::to_owned),
            hidden: of_text.or(of_slide),
            raised,
            list: attribute(node, "list-style-name").map(str::to_owned),
        }
    }
}

fn levels(node: Node<'_, '_>) -> Vec<Level> {
    node.children()
        .filter(|child| child.is_element() && attribute(*child, "level").is_some())
        .map(Level::of)
        .collect()
}

impl Level {
    fn of(node: Node<'_, '_>) -> Self {
        let text = |name: &str| attribute(node, name).unwrap_or_default().to_owned();
        let number =
            |name: &str, usual| attribute(node, name).and_then(|value| value.parse().ok()).unwrap_or(usual);
        let bullet = node.has_tag_name_local("list-level-style-bullet")
            || node.has_tag_name_local("list-level-style-image");
        let sign = attribute(node, "bullet-char").map_or_else(|| "•".to_owned(), symbols::bullet);
        Self {
            numerals: numerals(attribute(node, "num-format").unwrap_or_default()),
            bullet: bullet.then_some(sign),
            prefix: text("num-prefix"),
            suffix: text("num-suffix"),
            shown: number("display-levels", 1) as usize,
            start: number("start-value", 1),
        }
    }
}

fn numerals(format: &str) -> Numerals {
    match format {
        "" => Numerals::None,
        "I" => Numerals::RomanUpper,
        "i" => Numerals::RomanLower,
        "A" => Numerals::LatinUpper,
        "a" => Numerals::LatinLower,
        format if format.starts_with("А, Б") => Numerals::RussianUpper,
        format if format.starts_with("а, б") => Numerals::RussianLower,
        _ => Numerals::Decimal,
    }
}
