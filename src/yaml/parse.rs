//! Parsing: `serde_yaml` (serde-saphyr) drives a visitor that builds [`Node`]s with spans.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use super::{Entry, Mended, Node, Yaml};
use crate::source::{SourceId, Span};
use crate::text::signs::{self, Cleaned};

/// No content of a person is nested deeper.
const DEEPEST: usize = 64;

/// A text as a tree, and what is wrong in it without breaking it.
#[derive(Debug)]
pub(crate) struct Parsed {
    /// The tree.
    pub(crate) node: Node,
    /// Keys that their mapping has already.
    pub(crate) twice: Vec<Twice>,
    /// Values and keys that held signs which nobody sees, those signs, and whether they stood inside an address.
    pub(crate) debris: Vec<(Span, Cleaned, bool)>,
}

/// A key that its mapping has already.
#[derive(Debug)]
pub(crate) struct Twice {
    /// The key.
    pub(crate) key: String,
    /// Where it stands first.
    pub(crate) first: Span,
    /// Where it stands again.
    pub(crate) again: Span,
    /// The first key of the mapping.
    pub(crate) head: Span,
}

/// Why a text is not YAML.
#[derive(Debug)]
pub(crate) struct YamlError {
    /// Where the parser stopped.
    pub(crate) span: Span,
    /// What kind of mistake it is.
    pub(crate) problem: Problem,
}

/// The mistakes that have a message of their own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Problem {
    /// More than the limits allow: depth, aliases, size.
    TooLarge,
    /// Anything else.
    Syntax,
}

/// Parses the mended text of a stretch that begins at byte `base` of its file.
///
/// # Errors
/// When the text is not YAML or exceeds the parser's budget.
pub(crate) fn parse(mended: &Mended, base: usize, source: SourceId) -> Result<Parsed, YamlError> {
    let mut place = Place { mended, base, source, twice: Vec::new(), debris: Vec::new() };
    // Keys written twice are reported here, so that the rest of the file is still checked.
    let options = serde_yaml::options! {
        strict_booleans: true,
        duplicate_keys: serde_yaml::options::DuplicateKeyPolicy::LastWins,
        budget: serde_yaml::budget! { max_depth: DEEPEST },
    };
    match serde_yaml::from_str_with_options::<Option<Raw>>(&mended.text, options) {
        Ok(Some(raw)) => {
            let node = place.node(raw);
            Ok(Parsed { node, twice: place.twice, debris: place.debris })
        }
        Ok(None) => {
            let node = Node { value: Yaml::Null, span: source.span(base, base) };
            Ok(Parsed { node, twice: Vec::new(), debris: Vec::new() })
        }
        Err(error) => Err(place.error(&error)),
    }
}

/// Whether brackets are nested deeper than is read.
pub(crate) fn too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// A value as the deserializer delivers it.
struct Raw(Spanned<Shape>);

enum Shape {
    Null,
    /// A plain scalar that looks like a number or a boolean: its text is taken from the source.
    Plain,
    Text(String),
    List(Vec<Raw>),
    Map(Vec<(Spanned<String>, Raw)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Spanned::deserialize(deserializer).map(Raw)
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape::Plain)
    }

    fn visit_str<E>(self, text: &str) -> Result<Shape, E> {
        Ok(Shape::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Shape, E> {
        Ok(Shape::Text(text))
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_none<E>(self) -> Result<Shape, E> {
        Ok(Shape::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Shape, D::Error> {
        Shape::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Shape::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            entries.push((key, map.next_value()?));
        }
        Ok(Shape::Map(entries))
    }
}

/// Turns places in the mended text into places in the file.
struct Place<'a> {
    mended: &'a Mended,
    base: usize,
    source: SourceId,
    twice: Vec<Twice>,
    debris: Vec<(Span, Cleaned, bool)>,
}

impl Place<'_> {
    fn node(&mut self, raw: Raw) -> Node {
        let location = raw.0.referenced;
        let span = self.items_on_one_line(&raw.0.value).unwrap_or_else(|| self.span(&location));
        let value = match raw.0.value {
            Shape::Null => Yaml::Null,
            Shape::Plain => Yaml::Text(self.written(&location)),
            Shape::Text(text) => Yaml::Text(self.cleaned(text, span)),
            Shape::List(items) => Yaml::List(items.into_iter().map(|item| self.node(item)).collect()),
            Shape::Map(entries) => self.map(entries),
        };
        Node { value, span }
    }

    /// The entries of a mapping; of a key written twice the first counts.
    fn map(&mut self, pairs: Vec<(Spanned<String>, Raw)>) -> Yaml {
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        let mut entries = Vec::with_capacity(pairs.len());
        for pair in pairs {
            let entry = self.entry(pair);
            match first.get(&entry.key) {
                Some(&first) => {
                    let head = entries.first().map_or(first, |head: &Entry| head.key_span);
                    self.twice.push(Twice { key: entry.key, first, again: entry.key_span, head });
                }
                None => {
                    first.insert(entry.key.clone(), entry.key_span);
                    entries.push(entry);
                }
            }
        }
        Yaml::Map(entries)
    }

    fn entry(&mut self, (key, value): (Spanned<String>, Raw)) -> Entry {
        let key_span = self.span(&key.referenced);
        let lone = matches!(value.0.value, Shape::Null) && self.is_lone(&key.referenced);
        Entry { key_span, key: self.cleaned(key.value, key_span), node: self.node(value), lone }
    }

    /// Whether a key stands between commas, without a colon.
    fn is_lone(&self, key: &Location) -> bool {
        let (start, end) = byte_range(key);
        let text = &self.mended.text;
        let before = text.get(..start).is_some_and(|text| text.trim_end().ends_with(','));
        before && text.get(end..).is_some_and(|text| text.trim_start().starts_with([',', '}']))
    }

    /// A text without debris: feeds cannot hold it, and readers and search stumble over it.
    fn cleaned(&mut self, text: String, span: Span) -> String {
        let Some(cleaned) = signs::cleaned(&text) else { return text };
        let whole = cleaned.text.clone();
        // What clings to an address came with copying; what stands in it makes another address of it.
        let inside =
            signs::cleaned(text.trim_matches(|c| signs::is_debris(c) || c.is_whitespace())).is_some();
        let address =
            !whole.contains(char::is_whitespace) && (whole.starts_with('/') || whole.contains("://"));
        self.debris.push((span, cleaned, inside && address));
        whole
    }

    /// The items of a list that stands on one line: the parser marks its bracket only.
    fn items_on_one_line(&self, shape: &Shape) -> Option<Span> {
        let Shape::List(items) = shape else { return None };
        let (start, _) = byte_range(&items.first()?.0.referenced);
        let (last, end) = byte_range(&items.last()?.0.referenced);
        let line = self.mended.text.get(start..end.max(last)).filter(|text| !text.contains('\n'))?;
        let end = start + line.trim_end().len();
        Some(self.source.span(self.base + self.mended.original(start), self.base + self.mended.original(end)))
    }

    /// A scalar as it is written, for those that the parser took for numbers.
    fn written(&self, location: &Location) -> String {
        let (start, end) = byte_range(location);
        self.mended.text.get(start..end).unwrap_or_default().trim().to_owned()
    }

    fn span(&self, location: &Location) -> Span {
        let (start, end) = byte_range(location);
        let text = &self.mended.text;
        let end = start + text.get(start..end).map_or(0, |t| t.trim_end().len());
        self.source
            .span(self.base + self.mended.original(start), self.base + self.mended.original(end.max(start)))
    }

    fn error(&self, error: &serde_yaml::Error) -> YamlError {
        let error = error.without_snippet();
        let location = error.location().unwrap_or(Location::UNKNOWN);
        let problem = match error {
            serde_yaml::Error::Budget { .. } | serde_yaml::Error::AliasReplayLimitExceeded { .. } => {
                Problem::TooLarge
            }
            _ => Problem::Syntax,
        };
        YamlError { span: self.span(&location), problem }
    }
}

fn byte_range(location: &Location) -> (usize, usize) {
    let span = location.span();
    let start = span.byte_offset().unwrap_or_default() as usize;
    (start, start + span.byte_len().unwrap_or_default() as usize)
}
