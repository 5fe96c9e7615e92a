//! Declared fields: what may be written into a document, what a type of values knows, and what it asks of the document
//! that is being read.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::{Context, FieldText, Moment, Value, Values};
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::text::key;
use crate::vocabulary::VocabularyIndex;
use crate::yaml::{Entry, Node};

pub(crate) const VALUE_INVALID: RuleId = RuleId("value-invalid");

/// One declared field.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The name in files and templates.
    pub(crate) name: String,
    /// The Russian label, shown to people and accepted as a key.
    pub(crate) label: String,
    /// Other accepted names.
    pub(crate) aliases: Vec<String>,
    /// The type of the value, or of one item when `list` is set.
    pub(crate) kind: FieldType,
    /// Whether several values may be given.
    pub(crate) list: bool,
    /// Whether it must be there.
    pub(crate) need: Need,
    /// The least number, or the least length of a text in characters.
    pub(crate) min: Option<f64>,
    /// The greatest number, or the greatest length of a text in characters.
    pub(crate) max: Option<f64>,
    /// The value of documents that do not give one.
    pub(crate) default: Option<Node>,
    /// A value to show in messages.
    pub(crate) example: Option<String>,
    /// What the field is for, in Russian.
    pub(crate) help: Option<String>,
    /// The heading under which the target of a relation lists what points to it.
    pub(crate) reverse: Option<String>,
    /// Where its type is declared.
    pub(crate) span: Span,
}

/// How much a field is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Need {
    /// May be left out.
    Optional,
    /// Its absence is a warning.
    Recommended,
    /// Its absence is an error.
    Required,
}

/// The type of a value.
#[derive(Clone, Debug)]
pub(crate) struct FieldType(Arc<dyn Type>);

/// What a type of values knows.
pub(crate) trait Type: Debug + Send + Sync {
    /// The name of the type as written in kinds, which is also the key of its name in messages.
    fn name(&self) -> &'static str;

    /// The attribute of the message about a wrong value that says how such a value is written.
    fn help(&self) -> &'static str;

    /// Reads one value; says what is wrong with it.
    fn read<'a>(&self, node: &Node, field: &Field, reader: &mut dyn Reader<'a>) -> Option<Value>;

    /// Reads several values that are written as one item of a list.
    fn range(&self, _text: &str, _field: &Field) -> Option<Vec<Value>> {
        None
    }

    /// Whether several values may stand on one line between commas.
    fn splits(&self) -> bool {
        false
    }

    /// Whether a text can be a value, as far as the type tells.
    fn fits(&self, _text: &str, _context: &Context<'_>) -> bool {
        false
    }

    /// Whether a text is a contact of this type by its looks.
    fn is_contact(&self, _text: &str) -> bool {
        false
    }

    /// Whether values are days.
    fn is_dated(&self) -> bool {
        false
    }

    /// Whether values are a yes or no.
    fn is_flag(&self) -> bool {
        false
    }

    /// Whether any words are a value.
    fn is_wordy(&self) -> bool {
        false
    }

    /// Whether words that name no document are a value too.
    fn takes_words(&self) -> bool {
        self.is_wordy()
    }

    /// The fields inside.
    fn fields(&self) -> Option<&Fields> {
        None
    }

    /// The vocabulary whose terms are values.
    fn vocabulary(&self) -> Option<VocabularyIndex> {
        None
    }

    /// The kinds of the documents that are values; of any kind when none is named.
    fn targets(&self) -> Option<&[String]> {
        None
    }
}

impl FieldType {
    /// A type.
    pub(crate) fn new(kind: impl Type + 'static) -> Self {
        Self(Arc::new(kind))
    }
}

impl Deref for FieldType {
    type Target = dyn Type;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// The fields of a kind or of a group, in their declared order, found by any of their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields {
    list: Vec<Field>,
    by_name: BTreeMap<String, usize>,
    by_key: BTreeMap<String, usize>,
    near: OnceLock<Names>,
}

impl Fields {
    /// Adds a field; one of the same name is replaced in its place.
    pub(crate) fn put(&mut self, field: Field) {
        self.near = OnceLock::new();
        let at = *self.by_name.entry(field.name.clone()).or_insert(self.list.len());
        for name in [&field.name, &field.label].into_iter().chain(&field.aliases) {
            self.by_key.insert(key(name), at);
        }
        if at == self.list.len() {
            self.list.push(field);
        } else {
            self.list[at] = field;
        }
    }

    /// The fields in their declared order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Field> {
        self.list.iter()
    }

    /// Finds a field by its name.
    pub(crate) fn get(&self, name: &str) -> Option<&Field> {
        self.by_name.get(name).map(|&at| &self.list[at])
    }

    /// Gathers the names of the fields and of those in groups, folded by [`key`].
    pub(crate) fn words(&self, words: &mut BTreeSet<String>) {
        words.extend(self.by_key.keys().cloned());
        for field in &self.list {
            if let Some(fields) = field.kind.fields() {
                fields.words(words);
            }
        }
    }

    /// The field nearest to a name that is none of theirs.
    pub(crate) fn nearest(&self, written: &str) -> Option<&Field> {
        let ways = self.list.iter().flat_map(|field| {
            let ways = [field.name.as_str(), field.label.as_str()].into_iter();
            ways.chain(field.aliases.iter().map(String::as_str)).map(|way| (field.name.as_str(), way))
        });
        self.near.get_or_init(|| Names::new(ways)).nearest(written).first().and_then(|name| self.get(name))
    }

    /// The one field whose label begins with a word: «Название» of «Название файла». For groups, whose few fields
    /// leave no doubt.
    pub(crate) fn begun(&self, written: &str) -> Option<&Field> {
        let word = format!("{} ", key(written));
        let mut begun = self.list.iter().filter(|field| key(&field.label).starts_with(&word));
        begun.next().filter(|_| begun.next().is_none())
    }

    /// Finds a field by any of its names, folded by [`key`].
    pub(crate) fn find_key(&self, folded: &str) -> Option<&Field> {
        self.by_key.get(folded).map(|&at| &self.list[at])
    }
}

/// The document whose values are being read.
pub(crate) trait Reader<'a> {
    /// What is known beside it.
    fn context(&self) -> Context<'a>;
    /// Says what is wrong.
    fn report(&mut self, problem: Diagnostic);
    /// Keeps what a formatted text holds.
    fn keep(&mut self, text: FieldText);
    /// Tells the end of the period that was just read where something begins.
    fn until(&mut self, end: Option<Moment>);
    /// Reads the fields of a group.
    fn group(&mut self, entries: &[Entry], declared: &Fields, head: Span) -> Values;

    /// Reports a value that is not of the field's type.
    fn invalid(&mut self, span: Span, field: &Field) {
        let problem = invalid(span, field).arg("type", field.kind.name());
        let problem = problem.arg("example", field.example.clone().unwrap_or_default());
        self.report(problem.help(field.kind.help()));
    }

    /// Reports a value in `{…}` that a comma cut in two.
    fn cut_by_comma(&mut self, node: &Node, field: &Field) -> bool {
        let Some((cut, rest, span)) = node.cut_by_comma() else { return false };
        let first = cut.node.text().unwrap_or_default();
        // A comma between figures, with nothing after it, is that of a number.
        let digit = |c: char| c.is_ascii_digit();
        let touching = span.start <= cut.node.span.end + 1;
        let gap = if touching && first.ends_with(digit) && rest.starts_with(digit) { "" } else { " " };
        let line = format!("{}: \"{first},{gap}{rest}\"", cut.key);
        self.report(invalid(span, field).arg("type", "comma").arg("line", line).help("help-comma"));
        true
    }
}

/// A message about a value that does not fit its field.
pub(super) fn invalid(span: Span, field: &Field) -> Diagnostic {
    Diagnostic::error(VALUE_INVALID).at(span).arg("field", &field.label)
}
