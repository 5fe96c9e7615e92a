//! Typing: raw front matter becomes values of the declared types, with a message for each that does not fit.

use std::collections::{BTreeMap, BTreeSet};

use super::foreign::mended;
use super::known::{STATUS, STATUS_DRAFT};
use super::{Context, Field, FieldText, Fields, Moment, Need, Reader, Typed, Values, bounds, list, types};
use crate::diagnostic::suggest::several;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::text::key;
use crate::yaml::{Entry, Node, Yaml, boolean};

pub(crate) const FIELD_UNKNOWN: RuleId = RuleId("field-unknown");
pub(crate) const FIELD_TWICE: RuleId = RuleId("field-twice");
pub(crate) const FIELD_MISSING: RuleId = RuleId("field-missing");
pub(crate) const FIELD_RECOMMENDED: RuleId = RuleId("field-recommended");

pub(crate) const LIST_JOINED: RuleId = RuleId("list-joined");
pub(crate) const LIST_TOO_LONG: RuleId = RuleId("list-too-long");

/// What people call the hour, apart from the day.
const HOURS: [&str; 4] = ["время", "время начала", "time", "начало в"];

/// So many values a field of one document may have. No person writes as many, and a value may become a page.
const MOST_ITEMS: usize = 2000;

/// Types one document's fields.
pub(crate) struct Typing<'a> {
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
    pub(crate) fn new(context: Context<'a>) -> Self {
        Self { context, problems: Vec::new(), texts: Vec::new(), until: None, nested: false }
    }

    /// Ends it and returns what formatted texts there were, and what was wrong.
    pub(crate) fn finish(self) -> (Vec<FieldText>, Vec<Diagnostic>) {
        (self.texts, self.problems)
    }

    /// Types the entries of a mapping. `whole` is the place to point at for what is missing.
    pub(crate) fn fields(&mut self, entries: &[Entry], declared: &Fields, whole: Span) -> Values {
        let mut fields = Values::new();
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        // Fields that were meant and have their message: that they are missing would only repeat it.
        let mut answered: BTreeSet<&str> = BTreeSet::new();
        for (at, entry) in entries.iter().enumerate() {
            if entry.lone && declared.find_key(&key(&entry.key)).is_none() {
                self.cut(&entries[..at], entry);
                continue;
            }
            let Some(field) = declared
                .find_key(&key(&entry.key))
                .or_else(|| if self.nested { declared.begun(&entry.key) } else { None })
            else {
                match self.draft(entry, declared) {
                    Some(entry) if written(entries, declared, STATUS).is_none() => {
                        let status = entry.and_then(|entry| self.value(&entry.node, declared.get(STATUS)?));
                        fields.extend(status.map(|typed| (STATUS.to_owned(), typed)));
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
            if self.of_another(entry, field, declared) {
                answered.insert(&field.name);
                continue;
            }
            let before = self.problems.len();
            let typed = self.end_of_day(entry, field, entries, declared);
            if let Some(typed) = typed.or_else(|| self.value(&entry.node, field)) {
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

    /// A value in `{…}` that a comma cut in two: told at the first of its words behind the comma.
    fn cut(&mut self, before: &[Entry], rest: &Entry) {
        let Some(cut) = before.last().filter(|cut| !cut.lone) else { return };
        let value = cut.node.text().unwrap_or_default();
        let line = format!("{}: \"{value}, {}\"", cut.key, rest.key);
        let problem =
            Diagnostic::error(super::declared::VALUE_INVALID).at(rest.key_span).arg("type", "comma");
        self.problems.push(problem.arg("field", &cut.key).arg("line", line).help("help-comma"));
    }

    /// «состояние: черновик» where another field means that: the value of a list that another field chooses from.
    fn of_another(&mut self, entry: &Entry, field: &Field, declared: &Fields) -> bool {
        let closed = |field: &Field| {
            let index = field.kind.vocabulary();
            index.is_some_and(|index| !self.context.terms.is_open(index))
        };
        let Some(text) = entry.node.text().filter(|_| !field.list && closed(field)) else { return false };
        if text.trim().is_empty() || field.kind.fits(text, &self.context) {
            return false;
        }
        let other = declared.iter().find(|other| closed(other) && other.kind.fits(text, &self.context));
        let Some(other) = other else { return false };
        let problem = Diagnostic::error(types::TERM_UNKNOWN).at(entry.node.span).arg("value", text);
        let problem = problem.arg("field", &field.label).arg("other", &other.label);
        self.problems.push(problem.help("help-other"));
        true
    }

    /// «Окончание: 13:00»: an hour of the day on which it begins.
    fn end_of_day(
        &self,
        entry: &Entry,
        field: &Field,
        entries: &[Entry],
        declared: &Fields,
    ) -> Option<Typed> {
        let (start, _) = self.context.period.filter(|(_, end)| *end == field.name && !self.nested)?;
        let start = written(entries, declared, start)?.node.text()?;
        let moment = types::end_of_day(start, entry.node.text()?, self.context.zone)?;
        Some(Typed { value: types::moment(moment), span: entry.node.span })
    }

    /// Fills the field in which something ends from a period in the one where it begins.
    fn end_of_period(&mut self, entry: &Entry, entries: &[Entry], declared: &Fields, fields: &mut Values) {
        let (Some(until), Some((_, end))) = (self.until.take(), self.context.period) else { return };
        let Some(field) = declared.get(end) else { return };
        if let Some(other) = written(entries, declared, end) {
            let problem = Diagnostic::error(FIELD_TWICE).at(entry.node.span).arg("field", &field.label);
            self.problems.push(problem.label_key(other.key_span, "label-first").help("help-period"));
            return;
        }
        fields.insert(end.to_owned(), Typed { value: types::moment(until), span: entry.node.span });
    }

    /// `draft: true` and `published: false`, as other generators have them: the entry of the status that it means; none
    /// for `draft: false`, which is as good as nothing.
    fn draft(&self, entry: &Entry, declared: &Fields) -> Option<Option<Entry>> {
        let status = declared.get(STATUS).filter(|_| !self.nested)?;
        let said = entry.node.text().and_then(boolean);
        let draft = match key(&entry.key).as_str() {
            "draft" | "черновик" => said?,
            "published" | "опубликовано" => !said?,
            _ => return None,
        };
        let node = Node { value: Yaml::Text(STATUS_DRAFT.to_owned()), span: entry.node.span };
        let key = status.name.clone();
        Some(draft.then_some(Entry { key, key_span: entry.key_span, node, lone: false }))
    }

    /// Reports a field that the kind does not have; returns the one that was probably meant.
    fn unknown<'f>(&mut self, entry: &Entry, declared: &'f Fields) -> Option<&'f str> {
        let (right, foreign) = mended(&entry.key);
        if let Some(field) = right.and_then(|right| declared.find_key(&key(&right))) {
            let problem = Diagnostic::error(FIELD_UNKNOWN).at(entry.key_span).arg("field", &entry.key);
            self.problems.push(problem.arg("letters", foreign).help("help-foreign"));
            return Some(&field.name);
        }
        if let Some(problem) = self.misplaced(entry, declared) {
            self.problems.push(problem);
            return None;
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

    /// A name that is none of these fields, but says clearly what was meant: an hour that belongs to its day, an address,
    /// a field of a group outside of it.
    fn misplaced(&self, entry: &Entry, declared: &Fields) -> Option<Diagnostic> {
        if self.nested {
            return None;
        }
        let (key, problem) = (key(&entry.key), Diagnostic::error(FIELD_UNKNOWN).at(entry.key_span));
        let problem = problem.arg("field", &entry.key);
        let start = self.context.period.and_then(|(start, _)| declared.get(start));
        if let Some(start) = start.filter(|_| HOURS.contains(&&*key)) {
            let example = start.example.as_deref().unwrap_or("21.11.2026 10:00");
            return Some(problem.arg("similar", &start.label).arg("example", example).help("help-hour"));
        }
        let path = entry.node.text().is_some_and(|text| text.starts_with('/'));
        if ["slug", "permalink"].contains(&&*key) || path && ["url", "адрес"].contains(&&*key) {
            return Some(problem.help("help-address"));
        }
        let inner = |group: &Field| {
            let inner = group.kind.fields()?.find_key(&key)?;
            Some(problem.clone().arg("similar", &inner.label).arg("group", &group.label).help("help-inner"))
        };
        // English names of such fields are short words of every program.
        let russian = key.contains(|c| matches!(c, 'а'..='я'));
        declared.iter().filter(|_| russian).find_map(inner)
    }

    /// Whether the fields that were read say that nobody sees the page yet.
    fn is_draft(&self, fields: &Values) -> bool {
        let term = fields.get(STATUS).and_then(|status| status.value.term()).filter(|_| !self.nested);
        term.is_some_and(|term| self.context.terms.id(term) == STATUS_DRAFT)
    }

    /// A field that has no value: its default, or a message if it is wanted.
    fn absent(&mut self, field: &Field, whole: Span, written: Option<Span>, fields: &mut Values) {
        if let Some(default) = &field.default {
            if let Some(typed) = self.value(default, field) {
                fields.insert(field.name.clone(), typed);
            }
            return;
        }
        let (rule, diagnostic): (_, fn(RuleId) -> Diagnostic) = match field.need {
            Need::Optional => return,
            Need::Recommended => (FIELD_RECOMMENDED, Diagnostic::warning),
            // A draft is published by nobody: what it lacks stops no other page.
            Need::Required if self.is_draft(fields) => (FIELD_MISSING, Diagnostic::warning),
            Need::Required => (FIELD_MISSING, Diagnostic::error),
        };
        let (at, label) = written.map_or((whole, "label"), |at| (at, "label-empty"));
        let problem = diagnostic(rule).label_key(at, label).arg("field", &field.label);
        let problem = problem.arg("about", field.help.as_deref().map(as_sentence).unwrap_or_default());
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
            Some(text) if field.kind.splits() || self.is_listed(text, field) => {
                self.split_list(text, node, field)
            }
            _ => node.items().iter().flat_map(|item| self.several(item, field)).collect(),
        };
        if items.len() > MOST_ITEMS {
            let many = Diagnostic::error(LIST_TOO_LONG).at(items[MOST_ITEMS].span).arg("field", &field.label);
            self.problems.push(many.number("count", items.len()).number("most", MOST_ITEMS).help("help"));
        }
        (!items.is_empty()).then_some(Typed { value: list::several(items), span: node.span })
    }

    /// `математика, физика` on one line is a list of two terms, unless the whole is a term itself; so are the lines of a
    /// block.
    fn split_list(&mut self, text: &str, node: &Node, field: &Field) -> Vec<Typed> {
        let plain = node.span.range().len() == text.len();
        if !plain && self.joins_lines(node, field) {
            let joined = Diagnostic::error(LIST_JOINED).at(node.span).arg("field", &field.label);
            self.problems.push(joined.arg("value", text).help("help"));
            return Vec::new();
        }
        let whole = !text.contains(list::SEPARATORS) && self.spoken(text, field).is_none();
        if whole || field.kind.fits(text, &self.context) {
            return self.several(node, field);
        }
        let place = |part: &str| {
            let at = node.span.start as usize + part.as_ptr().addr() - text.as_ptr().addr();
            if plain { node.span.source.span(at, at + part.len()) } else { node.span }
        };
        let parts = self.spoken(text, field).unwrap_or_else(|| list::parts(text).collect());
        parts
            .into_iter()
            .flat_map(|part| {
                self.several(&Node { value: Yaml::Text(part.to_owned()), span: place(part) }, field)
            })
            .collect()
    }

    /// Whether a text is values with commas between them, although such a value may hold a comma: names of files.
    fn is_listed(&self, text: &str, field: &Field) -> bool {
        let known = |part: &str| field.kind.fits(part, &self.context);
        text.contains(list::SEPARATORS) && !known(text) && list::parts(text).all(known)
    }

    /// The values of a list as people say them, where each is a known one.
    fn spoken<'t>(&self, text: &'t str, field: &Field) -> Option<Vec<&'t str>> {
        let closed = |index| !self.context.terms.is_open(index);
        let parts = list::spoken(text);
        let known = |part: &&str| field.kind.fits(part, &self.context);
        let told = parts.len() > 1 && field.kind.vocabulary().is_some_and(closed) && parts.iter().all(known);
        told.then_some(parts)
    }

    /// Whether a value stands on several lines without dashes: YAML makes one value of them, although each line is
    /// probably one. A known term may be as long.
    fn joins_lines(&self, node: &Node, field: &Field) -> bool {
        let written = self.context.sources.slice(node.span);
        let open = field.kind.vocabulary().is_some_and(|index| self.context.terms.is_open(index));
        let known = |text: &str| !open && field.kind.fits(text, &self.context);
        // The text of a block (`|`) has its lines; what is quoted is one value.
        let kept = |text: &str| text.contains('\n') || known(text);
        written.contains('\n') && !written.starts_with(['"', '\'']) && !node.text().is_some_and(kept)
    }

    /// Types one item of a list; `5-7` among whole numbers is each from 5 to 7.
    fn several(&mut self, node: &Node, field: &Field) -> Vec<Typed> {
        let Some(range) = node.text().and_then(|text| field.kind.range(text, field)) else {
            return self.single(node, field).into_iter().collect();
        };
        let span = node.span;
        range.iter().for_each(|value| bounds::check(value, span, field, self));
        range.into_iter().map(|value| Typed { value, span }).collect()
    }

    /// Types one value.
    fn single(&mut self, node: &Node, field: &Field) -> Option<Typed> {
        let value = field.kind.read(node, field, self)?;
        Some(Typed { value, span: node.span })
    }
}

impl<'a> Reader<'a> for Typing<'a> {
    fn context(&self) -> Context<'a> {
        self.context
    }

    fn report(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    fn keep(&mut self, text: FieldText) {
        self.texts.push(text);
    }

    fn until(&mut self, end: Option<Moment>) {
        self.until = end;
    }

    fn group(&mut self, entries: &[Entry], declared: &Fields, head: Span) -> Values {
        let outer = std::mem::replace(&mut self.nested, true);
        let values = self.fields(entries, declared, head);
        self.nested = outer;
        values
    }
}

/// The entry with a value of a field.
fn written<'e>(entries: &'e [Entry], declared: &Fields, name: &str) -> Option<&'e Entry> {
    let is = |entry: &&Entry| declared.find_key(&key(&entry.key)).is_some_and(|field| field.name == name);
    entries.iter().filter(|entry| entry.node.value != Yaml::Null).find(is)
}

/// A help as a sentence: others follow it.
fn as_sentence(help: &str) -> String {
    let help = help.trim_end();
    if help.is_empty() || help.ends_with(['.', '!', '?', '…', ':']) {
        help.to_owned()
    } else {
        format!("{help}.")
    }
}
