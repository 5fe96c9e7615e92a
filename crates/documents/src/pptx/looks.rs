//! The signs before paragraphs, which a slide takes from its layout, and that from its master.

use roxmltree::Node;

use crate::limits;
use crate::numerals::Numerals;
use crate::package::Local;
use crate::symbols;

/// How deep lists go.
pub(super) const LEVELS: usize = 9;

/// What is printed before the paragraphs of each level; nothing where nothing is said.
pub(super) type Levels = [Option<Sign>; LEVELS];

/// What is printed before a paragraph.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Sign {
    /// Nothing.
    None,
    /// A sign.
    Bullet(String),
    /// A number.
    Number(Numbered),
}

/// How paragraphs are numbered.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Numbered {
    pub(super) numerals: Numerals,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
    pub(super) start: u32,
}

/// A place that a layout keeps for something: its type and its number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Place {
    kind: String,
    number: Option<String>,
}

/// How the slides of a layout look.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks {
    places: Vec<(Place, Levels)>,
    title: Levels,
    body: Levels,
    other: Levels,
}

impl Place {
    /// The place that a shape stands in, if it stands in one.
    pub(super) fn of(shape: Node<'_, '_>) -> Option<Self> {
        let own = shape
            .children()
            .find(|child| matches!(child.tag_name().name(), "nvSpPr" | "nvGraphicFramePr" | "nvPicPr"))?;
        let place = own.descendants().find(|node| node.has_tag_name_local("ph"))?;
        let kind = place.attribute("type").unwrap_or("obj").to_owned();
        Some(Self { kind, number: place.attribute("idx").map(str::to_owned) })
    }

    /// Whether the title of the slide stands there.
    pub(super) fn is_title(&self) -> bool {
        matches!(self.kind.as_str(), "title" | "ctrTitle")
    }

    /// Whether what stands there is on every slide.
    pub(super) fn is_margin(&self) -> bool {
        matches!(self.kind.as_str(), "dt" | "ftr" | "hdr" | "sldNum")
    }

    /// What a master calls the place of a layout.
    fn in_master(&self) -> &str {
        match self.kind.as_str() {
            "title" | "ctrTitle" => "title",
            "dt" | "ftr" | "hdr" | "sldNum" => &self.kind,
            _ => "body",
        }
    }
}

impl Looks {
    /// Reads a layout and its master.
    pub(super) fn of(layout: Node<'_, '_>, master: Option<Node<'_, '_>>) -> Self {
        let named = |name: &str| {
            let found = master.and_then(|root| root.descendants().find(|node| node.has_tag_name_local(name)));
            found.map(levels).unwrap_or_default()
        };
        let above: Vec<(Place, Levels)> = master.map(places).unwrap_or_default();
        let places = places(layout).into_iter().map(|(place, own)| {
            let from = above.iter().find(|(other, _)| other.in_master() == place.in_master());
            let levels = from.map_or(own.clone(), |(_, from)| over(&own, from));
            (place, levels)
        });
        Self {
            places: places.collect(),
            title: named("titleStyle"),
            body: named("bodyStyle"),
            other: named("otherStyle"),
        }
    }

    /// The signs of a shape: its own over those of its place, and these over those of the master.
    pub(super) fn signs(&self, place: Option<&Place>, own: &Levels) -> Levels {
        let Some(place) = place else { return over(own, &self.other) };
        let by_number =
            |(other, _): &&(Place, Levels)| other.number.is_some() && other.number == place.number;
        let by_kind = |(other, _): &&(Place, Levels)| other.kind == place.kind;
        let from = self.places.iter().find(by_number).or_else(|| self.places.iter().find(by_kind));
        let own = from.map_or(own.clone(), |(_, from)| over(own, from));
        let common = match place.in_master() {
            "title" => &self.title,
            "body" => &self.body,
            _ => &self.other,
        };
        over(&own, common)
    }
}

/// The places of a layout or a master, with what they say of signs.
fn places(root: Node<'_, '_>) -> Vec<(Place, Levels)> {
    let shapes = root.descendants().filter(|node| node.has_tag_name_local("sp"));
    let places = shapes.filter_map(|shape| Some((Place::of(shape)?, own_levels(shape))));
    // Each shape of a slide looks for its place among them.
    places.take(limits::PLACES).collect()
}

/// What a shape says of signs.
pub(super) fn own_levels(shape: Node<'_, '_>) -> Levels {
    let style = shape.descendants().find(|node| node.has_tag_name_local("lstStyle"));
    style.map(levels).unwrap_or_default()
}

/// The signs of `lvl1pPr` to `lvl9pPr`.
fn levels(style: Node<'_, '_>) -> Levels {
    let mut levels = Levels::default();
    for node in style.children().filter(Node::is_element) {
        let name = node.tag_name().name();
        let number =
            name.strip_prefix("lvl").and_then(|rest| rest.strip_suffix("pPr")?.parse::<usize>().ok());
        if let Some(level) = number.and_then(|number| levels.get_mut(number.checked_sub(1)?)) {
            *level = sign(node);
        }
    }
    levels
}

/// What the properties of a paragraph say of its sign.
pub(super) fn sign(properties: Node<'_, '_>) -> Option<Sign> {
    properties.children().filter(Node::is_element).find_map(|node| match node.tag_name().name() {
        "buNone" => Some(Sign::None),
        "buBlip" => Some(Sign::Bullet("•".to_owned())),
        "buChar" => {
            let sign = symbols::bullet(node.attribute("char").unwrap_or("•"));
            let is_blank = sign.trim().is_empty();
            Some(if is_blank { Sign::None } else { Sign::Bullet(sign) })
        }
        "buAutoNum" => Some(Sign::Number(numbered(node))),
        _ => None,
    })
}

fn numbered(node: Node<'_, '_>) -> Numbered {
    let kind = node.attribute("type").unwrap_or_default();
    let start = node.attribute("startAt").and_then(|start| start.parse().ok()).unwrap_or(1);
    let numerals = match kind {
        _ if kind.starts_with("romanUc") => Numerals::RomanUpper,
        _ if kind.starts_with("romanLc") => Numerals::RomanLower,
        _ if kind.starts_with("alphaUc") => Numerals::LatinUpper,
        _ if kind.starts_with("alphaLc") => Numerals::LatinLower,
        _ => Numerals::Decimal,
    };
    let (before, after) = match kind {
        _ if kind.ends_with("ParenBoth") => ("(", ")"),
        _ if kind.ends_with("ParenR") => ("", ")"),
        _ if kind.ends_with("Plain") => ("", ""),
        _ => ("", "."),
    };
    Numbered { numerals, before, after, start }
}

/// What one says, and where it says nothing what the other does.
fn over(own: &Levels, from: &Levels) -> Levels {
    std::array::from_fn(|at| own[at].clone().or_else(|| from[at].clone()))
}
