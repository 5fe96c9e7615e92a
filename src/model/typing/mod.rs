//! Typing: raw front matter becomes values of the declared types, with a message for each that does not fit.

mod choice;
mod dates;
mod files;
mod group;
mod numbers;
mod periods;
mod scalar;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use files::FileTable;
pub(super) use files::{NoFile, composed, decoded, join};

use jiff::tz::TimeZone;

use super::names::Directory;
use super::{FieldText, Fields, Moment, Typed, Value};
use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::lookalike;
use crate::schema::{self, Field, FieldType, Need, Schema, known};
use crate::source::{Sources, Span};
use crate::text::key;
use crate::yaml::{Entry, Node, Yaml, boolean};

pub(crate) const FIELD_UNKNOWN: RuleId = RuleId("field-unknown");
pub(crate) const FIELD_TWICE: RuleId = RuleId("field-twice");
pub(crate) const FIELD_MISSING: RuleId = RuleId("field-missing");
pub(crate) const FIELD_RECOMMENDED: RuleId = RuleId("field-recommended");
pub(crate) const VALUE_INVALID: RuleId = RuleId("value-invalid");
pub(crate) const VALUE_OUT_OF_RANGE: RuleId = RuleId("value-out-of-range");

pub(crate) const LIST_TOO_LONG: RuleId = RuleId("list-too-long");

/// So many values a field of one document may have. No person writes as many, and a value may become a page.
const MOST_ITEMS: usize = 2000;

/// What typing needs to know beside the value itself.
pub(super) struct Context<'a> {
    /// Kinds and vocabularies.
    pub(super) schema: &'a Schema,
    /// Every document's name, with its kind.
    pub(super) names: &'a Directory,
    /// The files of the site.
    pub(super) files: &'a FileTable,
    /// The folder of the document's file.
    pub(super) folder: &'a str,
    /// The clock of the centre.
    pub(super) zone: &'a TimeZone,
    /// The fields in which something begins and ends: a period written into the first fills both.
    pub(super) period: Option<(&'a str, &'a str)>,
    /// The texts, for places inside values.
    pub(super) sources: &'a Sources,
}

/// Types one document's fields.
pub(super) struct Typing<'a> {
    context: Context<'a>,
    problems: Vec<Diagnostic>,
    texts: Vec<FieldText>,
    /// The end of the period that was just read in a field where something begins.
    until: Option<Moment>,
    /// Whether the fields being typed are those of a group.
    nested: bool,
}

impl<'a> Typing<'a> {
    /// Begins the typing of one document.
    pub(super) fn new(context: Context<'a>) -> Self {
        Self { context, problems: Vec::new(), texts: Vec::new(), until: None, nested: false }
    }

    /// Ends it and returns what formatted texts there were, and what was wrong.
    pub(super) fn finish(self) -> (Vec<FieldText>, Vec<Diagnostic>) {
        (self.texts, self.problems)
    }

    /// Types the entries of a mapping. `whole` is the place to point at for what is missing.
    pub(super) fn fields(&mut self, entries: &[Entry], declared: &schema::Fields, whole: Span) -> Fields {
        let mut fields = Fields::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        // Fields that were meant and have their message: that they are missing would only repeat it.
        let mut answered: BTreeSet<&str> = BTreeSet::new();
        for entry in entries {
            let Some(field) = declared
                .find_key(&key(&entry.key))
                .or_else(|| if self.nested { declared.begun(&entry.key) } else { None })
            else {
                match self.draft(entry, declared) {
                    Some(entry) if written(entries, declared, known::STATUS).is_none() => {
                        let status =
                            entry.and_then(|entry| self.value(&entry.node, declared.get(known::STATUS)?));
                        fields.extend(status.map(|typed| (known::STATUS.to_owned(), typed)));
                    }
                    _ => answered.extend(self.unknown(entry, declared)),
                }
                continue;
            };
            if let Some(first) = seen.insert(&field.name, entry.key_span) {
                let twice = Diagnostic::error(FIELD_TWICE).at(entry.key_span).label_key(first, "label-first");
                self.problems.push(twice.arg("field", &field.label).help("help"));
                continue;
            }
            let before = self.problems.len();
            if let Some(typed) = self.value(&entry.node, field) {
                fields.insert(field.name.clone(), typed);
            } else if self.problems.len() > before {
                answered.insert(&field.name);
            }
            self.end_of_period(entry, entries, declared, &mut fields);
        }
        for field in declared.iter() {
            if fields.contains_key(&field.name) || answered.contains(field.name.as_str()) {
                continue;
            }
            let written = seen.get(field.name.as_str()).copied();
            self.absent(field, whole, written, &mut fields);
        }
        fields
    }

    /// Fills the field in which something ends from a period in the one where it begins.
    fn end_of_period(
        &mut self,
        entry: &Entry,
        entries: &[Entry],
        declared: &schema::Fields,
        fields: &mut Fields,
    ) {
        let (Some(until), Some((_, end))) = (self.until.take(), self.context.period) else { return };
        let Some(field) = declared.get(end) else { return };
        if let Some(other) = written(entries, declared, end) {
            let problem = Diagnostic::error(FIELD_TWICE).at(entry.node.span).arg("field", &field.label);
            self.problems.push(problem.label_key(other.key_span, "label-first").help("help-period"));
            return;
        }
        fields.insert(end.to_owned(), Typed { value: Value::Date(until), span: entry.node.span });
    }

    /// `draft: true`, as other generators have it: the entry of the status that it means; none for `draft: false`,
    /// which is as good as nothing.
    fn draft(&self, entry: &Entry, declared: &schema::Fields) -> Option<Option<Entry>> {
        let status = declared.get(known::STATUS).filter(|_| !self.nested)?;
        let is_draft = matches!(key(&entry.key).as_str(), "draft" | "черновик");
        let draft = entry.node.text().filter(|_| is_draft).and_then(boolean)?;
        let node = Node { value: Yaml::Text(known::STATUS_DRAFT.to_owned()), span: entry.node.span };
        let key = status.name.clone();
        Some(draft.then_some(Entry { key, key_span: entry.key_span, node, lone: false }))
    }

    /// Reports a value in `{…}` that a comma cut in two.
    fn cut_by_comma(&mut self, node: &Node, field: &Field) -> bool {
        let Some((cut, rest, span)) = node.cut_by_comma() else { return false };
        let line = format!("{}: \"{}, {rest}\"", cut.key, cut.node.text().unwrap_or_default());
        let problem =
            Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label).arg("type", "comma");
        self.problems.push(problem.arg("line", line).help("help-comma"));
        true
    }

    /// Reports a field that the kind does not have; returns the one that was probably meant.
    fn unknown<'f>(&mut self, entry: &Entry, declared: &'f schema::Fields) -> Option<&'f str> {
        let (right, foreign) = foreign(&entry.key);
        if let Some(field) = right.and_then(|right| declared.find_key(&key(&right))) {
            let problem = Diagnostic::error(FIELD_UNKNOWN).at(entry.key_span).arg("field", &entry.key);
            self.problems.push(problem.arg("letters", foreign).help("help-foreign"));
            return Some(&field.name);
        }
        let similar = declared.nearest(&entry.key);
        let problem = Diagnostic::error(FIELD_UNKNOWN).at(entry.key_span).arg("field", &entry.key);
        self.problems.push(match similar {
            Some(field) => problem.arg("similar", &field.label).help("help-similar"),
            None => {
                let known = declared.iter().map(|field| field.label.as_str());
                problem.arg("known", several(known, ", ")).help("help")
            }
        });
        similar.map(|field| field.name.as_str())
    }

    /// A field that has no value: its default, or a message if it is wanted.
    fn absent(&mut self, field: &Field, whole: Span, written: Option<Span>, fields: &mut Fields) {
        if let Some(default) = &field.default {
            if let Some(typed) = self.value(default, field) {
                fields.insert(field.name.clone(), typed);
            }
            return;
        }
        let (rule, diagnostic): (_, fn(RuleId) -> Diagnostic) = match field.need {
            Need::Optional => return,
            Need::Recommended => (FIELD_RECOMMENDED, Diagnostic::warning),
            Need::Required => (FIELD_MISSING, Diagnostic::error),
        };
        let (at, label) = written.map_or((whole, "label"), |at| (at, "label-empty"));
        let problem = diagnostic(rule).label_key(at, label).arg("field", &field.label);
        let problem = problem.arg("about", field.help.clone().unwrap_or_default());
        self.problems.push(match &field.example {
            Some(example) => problem.arg("example", example).help("help-example"),
            None => problem.help("help"),
        });
    }

    /// Types the value of a field; nothing when it is empty or wrong.
    fn value(&mut self, node: &Node, field: &Field) -> Option<Typed> {
        if node.value == Yaml::Null || node.text().is_some_and(|text| text.trim().is_empty()) {
            return None;
        }
        if !field.list {
            return self.single(node, field);
        }
        let items: Vec<Typed> = match node.text() {
            Some(text) if splits(&field.kind) => self.split_list(text, node, field),
            _ => node.items().iter().flat_map(|item| self.several(item, field)).collect(),
        };
        if items.len() > MOST_ITEMS {
            let many = Diagnostic::error(LIST_TOO_LONG).at(items[MOST_ITEMS].span).arg("field", &field.label);
            self.problems.push(many.number("count", items.len()).number("most", MOST_ITEMS).help("help"));
        }
        (!items.is_empty()).then_some(Typed { value: Value::List(items), span: node.span })
    }

    /// `математика, физика` on one line is a list of two terms, unless the whole is a term itself.
    fn split_list(&mut self, text: &str, node: &Node, field: &Field) -> Vec<Typed> {
        let known = match &field.kind {
            FieldType::Term(vocabulary) => self.context.schema.vocabulary(*vocabulary).find(text).is_some(),
            FieldType::Relation { to, .. } => self.named(text.trim(), to).is_some(),
            _ => false,
        };
        if known || !text.contains([',', ';']) {
            return self.several(node, field);
        }
        let plain = node.span.range().len() == text.len();
        let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let place = |part: &str| {
            let at = node.span.start as usize + part.as_ptr().addr() - text.as_ptr().addr();
            if plain { node.span.source.span(at, at + part.len()) } else { node.span }
        };
        parts
            .flat_map(|part| {
                self.several(&Node { value: Yaml::Text(part.to_owned()), span: place(part) }, field)
            })
            .collect()
    }

    /// Types one item of a list; `5-7` among whole numbers is each from 5 to 7.
    fn several(&mut self, node: &Node, field: &Field) -> Vec<Typed> {
        let range = node.text().filter(|_| matches!(field.kind, FieldType::Integer));
        match range.and_then(|text| numbers::range(text, field)) {
            Some(range) => range.filter_map(|number| self.number(number, node.span, field)).collect(),
            None => self.single(node, field).into_iter().collect(),
        }
    }

    /// Types one value.
    fn single(&mut self, node: &Node, field: &Field) -> Option<Typed> {
        let value = match &field.kind {
            FieldType::Group(fields) => self.group(node, field, fields),
            FieldType::File => self.file(node, field).map(Value::File),
            FieldType::Image => self.image(node, field).map(Value::Image),
            FieldType::Relation { to, or_text } => self.relation(node, field, to, *or_text),
            kind => {
                let Some(text) = node.text() else {
                    self.invalid(node.span, field);
                    return None;
                };
                match kind {
                    FieldType::Term(vocabulary) => self.term(text, node.span, field, *vocabulary),
                    _ => self.scalar(text.trim(), node.span, field),
                }
            }
        };
        value.map(|value| Typed { value, span: node.span })
    }

    /// Reports a value that is not of the field's type.
    fn invalid(&mut self, span: Span, field: &Field) {
        let (name, help) = names(&field.kind);
        let problem = Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label).arg("type", name);
        let problem = problem.arg("example", field.example.clone().unwrap_or_default());
        self.problems.push(problem.help(help));
    }
}

/// The entry with a value of a field.
fn written<'e>(entries: &'e [Entry], declared: &schema::Fields, name: &str) -> Option<&'e Entry> {
    let is = |entry: &&Entry| declared.find_key(&key(&entry.key)).is_some_and(|field| field.name == name);
    entries.iter().filter(|entry| entry.node.value != Yaml::Null).find(is)
}

/// A word with its letters of another alphabet put right, and those letters.
fn foreign(word: &str) -> (Option<String>, String) {
    let mut right = word.to_owned();
    let mut found = lookalike::find(word);
    let letters: Vec<String> =
        word.chars().filter(char::is_ascii_alphabetic).map(|c| format!("«{c}»")).collect();
    let any = !found.is_empty();
    while let Some((range, better)) = found.pop() {
        right.replace_range(range, &better);
    }
    (any.then_some(right), letters.join(", "))
}

/// Whether several values of a type may stand on one line between commas.
fn splits(kind: &FieldType) -> bool {
    matches!(
        kind,
        FieldType::Term(_)
            | FieldType::Relation { or_text: false, .. }
            | FieldType::SchoolYear
            | FieldType::Integer
    )
}

/// The name of a type and the attribute that says how such a value is written.
fn names(kind: &FieldType) -> (&'static str, &'static str) {
    let help = match kind {
        FieldType::Text | FieldType::Markdown => "help-text",
        FieldType::Integer => "help-integer",
        FieldType::Number => "help-number",
        FieldType::Date { time: false } => "help-date",
        FieldType::Date { time: true } => "help-datetime",
        FieldType::Boolean => "help-boolean",
        FieldType::Url => "help-url",
        FieldType::Email => "help-email",
        FieldType::Phone => "help-phone",
        FieldType::Term(_) | FieldType::Relation { .. } => "help-single",
        FieldType::Group(_) => "help-group",
        FieldType::File | FieldType::Image => "help-file",
        FieldType::SchoolYear => "help-school-year",
    };
    (kind.name(), help)
}
