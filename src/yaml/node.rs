//! A value of YAML and its place.

use crate::source::Span;
use crate::text::key;

/// One YAML value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    /// The value.
    pub(crate) value: Yaml,
    /// Its place in the file.
    pub(crate) span: Span,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Yaml {
    /// Nothing was written after the colon.
    Null,
    /// A scalar, as written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the order of the file.
    Map(Vec<Entry>),
}

/// One `key: value` pair.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    /// The key as written.
    pub(crate) key: String,
    /// Where the key stands.
    pub(crate) key_span: Span,
    /// The value.
    pub(crate) node: Node,
    /// Whether it has no colon and stands after a comma in `{…}`.
    pub(crate) lone: bool,
}

impl Node {
    /// The scalar's text.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Yaml::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The entries of a mapping; none for anything else.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Yaml::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// The value under any of some keys, in whatever case.
    pub(crate) fn get_any(&self, keys: &[&str]) -> Option<&Node> {
        let entry = self.entries().iter().find(|entry| keys.contains(&key(&entry.key).as_str()));
        entry.map(|entry| &entry.node)
    }

    /// A value of `{…}` that a comma cut in two: its key, and the words after the comma with their place.
    pub(crate) fn cut_by_comma(&self) -> Option<(&Entry, String, Span)> {
        let entries = self.entries();
        let cut = |pair: &[Entry]| pair[1].lone && pair[0].node.text().is_some();
        let at = entries.windows(2).position(cut)?;
        let rest = entries[at + 1..].iter().take_while(|entry| entry.lone);
        let words: Vec<&str> = rest.map(|entry| entry.key.as_str()).collect();
        Some((&entries[at], words.join(", "), entries[at + 1].key_span))
    }

    /// The items of a list; a single value counts as a list of one, nothing as an empty list.
    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Yaml::List(items) => items,
            Yaml::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }
}
