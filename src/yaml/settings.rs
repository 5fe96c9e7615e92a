//! Reading settings (kinds, vocabularies, `site.yaml`) from a mapping, with a message for every slip.

use super::{Entry, Node, Yaml, names};
use crate::diagnostic::suggest::nearest_of;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::text::key;

pub(crate) const SETTING_UNKNOWN: RuleId = RuleId("setting-unknown");
/// A setting is written under two of its names.
pub(crate) const SETTING_TWICE: RuleId = RuleId("setting-twice");
pub(crate) const SETTING_MISSING: RuleId = RuleId("setting-missing");
pub(crate) const SETTING_INVALID: RuleId = RuleId("setting-invalid");

/// Settings and what else people call them.
type Ways = &'static [(&'static str, &'static [&'static str])];

/// Takes settings out of one mapping; what is left over at the end is unknown.
#[derive(Debug)]
pub(crate) struct Settings<'a> {
    node: &'a Node,
    asked: Vec<&'static str>,
    /// What people call settings in this mapping alone.
    ways: Ways,
    /// The keys that were found, as written.
    taken: Vec<&'a str>,
    problems: Vec<Diagnostic>,
}

impl<'a> Settings<'a> {
    /// Begins to read a mapping.
    pub(crate) fn new(node: &'a Node) -> Self {
        let mut settings =
            Self { node, asked: Vec::new(), ways: &[], taken: Vec::new(), problems: Vec::new() };
        if !matches!(node.value, Yaml::Map(_) | Yaml::Null) {
            settings.problems.push(Diagnostic::error(SETTING_INVALID).at(node.span).help("help-mapping"));
        }
        settings
    }

    /// Begins to read a mapping in which settings have more names.
    pub(crate) fn with_names(node: &'a Node, ways: Ways) -> Self {
        Self { ways, ..Self::new(node) }
    }

    /// The one message about settings that are none: a list, a text, or nothing.
    pub(crate) fn none(&mut self) -> Diagnostic {
        let empty = Diagnostic::error(SETTING_MISSING).at(self.node.span).arg("name", "title");
        self.problems.pop().unwrap_or_else(|| empty.help("help-empty"))
    }

    /// The value of a setting, if it was given.
    pub(crate) fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        self.asked.push(name);
        let entry = self.entry(name)?;
        self.taken.push(&entry.key);
        Some(&entry.node).filter(|node| node.value != Yaml::Null)
    }

    /// The entry of a setting, under whatever name.
    fn entry(&self, name: &str) -> Option<&'a Entry> {
        let more = || {
            let (_, ways) = self.ways.iter().find(|(setting, _)| *setting == name)?;
            self.node.entries().iter().find(|entry| ways.contains(&key(&entry.key).as_str()))
        };
        names::entry(self.node, name).or_else(more)
    }

    /// A setting of text.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        let node = self.node(name)?;
        let text = node.text().map(str::to_owned);
        if text.is_none() {
            self.invalid(node.span, name, "help-text");
        }
        text
    }

    /// A setting of text that must be there.
    pub(crate) fn required(&mut self, name: &'static str) -> String {
        let given = self.entry(name).is_some_and(|entry| entry.node.value != Yaml::Null);
        if !given {
            let missing =
                Diagnostic::error(SETTING_MISSING).at(self.node.span).arg("name", name).help("help");
            self.problems.push(missing);
        }
        self.text(name).unwrap_or_default()
    }

    /// Yes or no; no when it was not given.
    pub(crate) fn flag(&mut self, name: &'static str) -> bool {
        let Some(node) = self.node(name) else { return false };
        let flag = node.text().and_then(boolean);
        if flag.is_none() {
            self.invalid(node.span, name, "help-flag");
        }
        flag.unwrap_or_default()
    }

    /// A whole number.
    pub(crate) fn integer(&mut self, name: &'static str) -> Option<i64> {
        let node = self.node(name)?;
        let number = node.text().and_then(|text| text.parse().ok());
        if number.is_none() {
            self.invalid(node.span, name, "help-integer");
        }
        number
    }

    /// A number.
    pub(crate) fn number(&mut self, name: &'static str) -> Option<f64> {
        let node = self.node(name)?;
        let number = node.text().and_then(|text| text.parse().ok());
        if number.is_none() {
            self.invalid(node.span, name, "help-number");
        }
        number
    }

    /// A setting of text that a check must let through, with its place; one that it does not is reported.
    pub(crate) fn checked(
        &mut self,
        name: &'static str,
        check: impl Fn(&str) -> bool,
        help: &'static str,
    ) -> Option<String> {
        let text = self.text(name)?;
        let node = self.node(name)?;
        if check(&text) {
            return Some(text);
        }
        self.invalid(node.span, name, help);
        None
    }

    /// A list of texts; a single text is a list of one.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<String> {
        let Some(node) = self.node(name) else { return Vec::new() };
        let mut texts = Vec::new();
        for item in node.items() {
            match item.text() {
                Some(text) => texts.push(text.to_owned()),
                None => self.invalid(item.span, name, "help-text"),
            }
        }
        texts
    }

    /// Reports a value that is not what the setting wants.
    pub(crate) fn invalid(&mut self, span: Span, name: &str, help: &'static str) {
        self.problems.push(Diagnostic::error(SETTING_INVALID).at(span).arg("name", name).help(help));
    }

    /// All names of a setting, its own first.
    fn ways_of<'n>(&self, name: &'n str) -> impl Iterator<Item = &'n str> + use<'n> {
        let more = self.ways.iter().find(|(setting, _)| *setting == name).map_or(&[][..], |(_, ways)| ways);
        std::iter::once(name).chain(names::ways(name).iter().copied()).chain(more.iter().copied())
    }

    /// A setting as it is named to people: with its first Russian name, if it has one.
    fn shown(&self, name: &str) -> String {
        match self.ways_of(name).nth(1) {
            Some(way) => format!("{name} ({way})"),
            None => name.to_owned(),
        }
    }

    /// Ends reading: reports what nobody asked for and returns all problems.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        // What is missing in a list or a text, which holds no settings at all, is no news.
        if !matches!(self.node.value, Yaml::Map(_) | Yaml::Null) {
            self.problems.truncate(1);
            return self.problems;
        }
        if let Some((cut, rest, span)) = self.node.cut_by_comma() {
            let line = format!("{}: \"{}, {rest}\"", cut.key, cut.node.text().unwrap_or_default());
            let problem = Diagnostic::error(SETTING_INVALID).at(span).arg("name", &cut.key);
            self.problems.push(problem.arg("line", line).help("help-comma"));
            return self.problems;
        }
        // Some are asked for twice, for their value and for its place.
        let mut known: Vec<&str> = Vec::new();
        for name in &self.asked {
            if !known.contains(name) {
                known.push(name);
            }
        }
        for entry in self.node.entries() {
            if self.taken.contains(&entry.key.as_str()) || self.asked.contains(&entry.key.as_str()) {
                continue;
            }
            if let Some(first) = names::other(self.node, entry) {
                let twice = Diagnostic::error(SETTING_TWICE).at(entry.key_span);
                let twice = twice.label_key(first.key_span, "label-first");
                self.problems.push(twice.arg("name", &entry.key).arg("other", &first.key).help("help"));
                continue;
            }
            let mut unknown = Diagnostic::error(SETTING_UNKNOWN).at(entry.key_span).arg("name", &entry.key);
            let ways = known.iter().flat_map(|name| self.ways_of(name).map(|way| (way, way)));
            match nearest_of(&entry.key, ways).first() {
                Some(similar) => unknown = unknown.arg("similar", *similar).help("help-similar"),
                None => {
                    let shown: Vec<String> = known.iter().map(|name| self.shown(name)).collect();
                    unknown = unknown.arg("known", shown.join(", ")).help("help");
                }
            }
            self.problems.push(unknown);
        }
        self.problems
    }
}

/// The words for yes and no.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "да" | "есть" | "on" | "1" | "+" => Some(true),
        "false" | "no" | "нет" | "off" | "0" | "-" => Some(false),
        _ => None,
    }
}
