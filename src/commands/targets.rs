//! What the kinds of a site offer to an import, read from their declarations.

use crate::import::{FieldNames, Offer, Sort, Target, Terms};
use crate::schema::{Kind, Schema, Term, TermState, VocabularyIndex};
use crate::text::key;

/// The kinds of a site, in the order of the schema.
pub(super) fn all(schema: &Schema) -> Vec<Target> {
    schema.kinds.iter().map(|kind| target(kind, schema)).collect()
}

fn target(kind: &Kind, schema: &Schema) -> Target {
    let period = kind.behaviours.period().map(|(start, end)| (start.to_owned(), end.to_owned()));
    // What has its place in the site already takes nothing in.
    let fields = kind.fields.iter().filter(|_| kind.document.is_none());
    let offers = fields.map(|field| {
        let words = [&field.name, &field.label].into_iter().chain(&field.aliases).map(|word| key(word));
        Offer {
            name: field.name.clone(),
            label: field.label.clone(),
            words: words.collect(),
            sort: sort(field, schema),
            inside: inside(field),
            list: field.list,
            required: field.need == crate::schema::Need::Required && field.default.is_none(),
        }
    });
    let place = kind.list.as_ref().and_then(|list| list.menu).unwrap_or(i64::MAX);
    Target {
        label: kind.label.clone(),
        official: official(kind, schema),
        offers: offers.collect(),
        period,
        place,
    }
}

/// The fields inside a group, with the words for each.
fn inside(field: &crate::schema::Field) -> Vec<(String, Vec<String>)> {
    let words = |inner: &crate::schema::Field| {
        let words = [&inner.name, &inner.label].into_iter().chain(&inner.aliases).map(|word| key(word));
        (inner.name.clone(), words.collect())
    };
    field.kind.fields().into_iter().flat_map(|fields| fields.iter()).map(words).collect()
}

fn sort(field: &crate::schema::Field, schema: &Schema) -> Sort {
    let kind = &field.kind;
    if let Some(vocabulary) = kind.vocabulary() {
        return Sort::Term(spellings(vocabulary, schema));
    }
    if let Some(fields) = kind.fields() {
        let first = fields.iter().next().filter(|first| !field.list && first.kind.is_wordy());
        return first.map_or(Sort::Other, |first| Sort::Group(first.name.clone()));
    }
    match kind.name() {
        "date" | "datetime" => Sort::Day,
        "number" | "integer" => Sort::Number,
        _ if kind.takes_words() && !field.name.ends_with("id") => Sort::Words,
        _ => Sort::Other,
    }
}

/// The fields that take what the head of an official paper tells, by the roles of the kind's behaviours.
fn official(kind: &Kind, schema: &Schema) -> Option<FieldNames> {
    if !kind.behaviours.have_clauses() {
        return None;
    }
    let mut names = FieldNames::default();
    for (role, field) in kind.behaviours.header() {
        names.set(role, field.as_str());
    }
    names.types = terms(kind, schema, &names.doc_type);
    names.levels = terms(kind, schema, &names.level);
    if let Some(label) = unknown_status(kind, schema, &names.legal_status) {
        names.status_unknown = label;
    }
    Some(names)
}

/// The spellings of a field's terms and their labels; `None` when any word will do.
fn terms(kind: &Kind, schema: &Schema, field: &str) -> Option<Terms> {
    let vocabulary = kind.fields.get(field)?.kind.vocabulary()?;
    (!schema.vocabulary(vocabulary).open).then(|| spellings(vocabulary, schema))
}

fn spellings(vocabulary: VocabularyIndex, schema: &Schema) -> Terms {
    let spelled = |term: &Term| {
        let spellings = [&term.label, &term.id].into_iter().chain(&term.aliases).map(|name| key(name));
        spellings.map(|name| (name, term.label.clone())).collect::<Vec<_>>()
    };
    schema.vocabulary(vocabulary).terms.iter().rev().flat_map(spelled).collect()
}

/// The value of the status field that says that nobody knows.
fn unknown_status(kind: &Kind, schema: &Schema, field: &str) -> Option<String> {
    let terms = &schema.vocabulary(kind.fields.get(field)?.kind.vocabulary()?).terms;
    terms.iter().find(|term| term.state == Some(TermState::Unknown)).map(|term| term.label.clone())
}
