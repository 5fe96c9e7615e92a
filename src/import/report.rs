//! The report of an import: what was recognised, what is absent, what a person should look at.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};

use super::requisites::{Read, Requisites};

/// What a field is called in the report.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Label {
    /// A key of the translations: `adopted.protocol`.
    Key(&'static str),
    /// The words of the kind's own label.
    Words(String),
}

/// One row of the report.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Entry {
    /// A field was read from the source.
    Recognised {
        /// The field.
        field: Label,
        /// Its value.
        value: String,
        /// Where it was read.
        span: Range<usize>,
    },
    /// The source says nothing of a field.
    Absent {
        /// The field.
        field: Label,
    },
    /// The import decided something that a person should check.
    Unsure(Diagnostic),
    /// Done without doubt, told for order's sake.
    Told(Diagnostic),
}

impl Entry {
    /// The message of a doubtful decision.
    pub(crate) fn unsure(&self) -> Option<&Diagnostic> {
        if let Self::Unsure(note) = self { Some(note) } else { None }
    }

    /// The message of an undoubtful one.
    pub(crate) fn told(&self) -> Option<&Diagnostic> {
        if let Self::Told(note) = self { Some(note) } else { None }
    }
}

/// The rows of a paper's fields: recognised, then absent.
pub(crate) fn entries(requisites: &Requisites) -> Vec<Entry> {
    let fields = fields(requisites);
    let recognised = fields.iter().filter_map(|(field, read)| {
        let read = read.as_ref()?;
        Some(Entry::Recognised {
            field: Label::Key(field),
            value: read.value.clone(),
            span: read.span.clone(),
        })
    });
    let absent = fields
        .iter()
        .filter(|(_, read)| read.is_none())
        .map(|(field, _)| Entry::Absent { field: Label::Key(field) });
    recognised.chain(absent).collect()
}

/// The rows of messages: unsure, then told.
pub(crate) fn notes(notes: &[Diagnostic]) -> Vec<Entry> {
    let unsure = notes.iter().filter(|note| note.severity != Severity::Note).cloned().map(Entry::Unsure);
    let told = notes.iter().filter(|note| note.severity == Severity::Note).cloned().map(Entry::Told);
    unsure.chain(told).collect()
}

/// Every field a header can tell, in the order of the front matter.
fn fields(requisites: &Requisites) -> Vec<(&'static str, Option<Read<String>>)> {
    let adopted = requisites.adopted.clone().unwrap_or_default();
    let approved = requisites.approved.clone().unwrap_or_default();
    let annex = requisites.annex_to.clone().unwrap_or_default();
    let mut fields = vec![
        ("title", requisites.title.clone()),
        ("doc_type", requisites.doc_type.clone()),
        ("number", requisites.number().cloned()),
        ("date", requisites.date().map(shown)),
        ("issuer", requisites.issuer.clone()),
    ];
    if requisites.adopted.is_some() {
        fields.push(("adopted.body", adopted.body));
        fields.push(("adopted.protocol", adopted.protocol));
        fields.push(("adopted.date", adopted.date.as_ref().map(shown)));
    } else {
        fields.push(("adopted", None));
    }
    if requisites.approved.is_some() {
        fields.push(("approved.post", approved.post));
        fields.push(("approved.person", approved.person));
        fields.push(("approved.act", approved.act));
        fields.push(("approved.number", approved.number));
        fields.push(("approved.date", approved.date.as_ref().map(shown)));
    } else {
        fields.push(("approved", None));
    }
    if requisites.annex_to.is_some() {
        fields.push(("annex_to.annex", annex.annex));
        fields.push(("annex_to.act", annex.act));
        fields.push(("annex_to.number", annex.number));
        fields.push(("annex_to.date", annex.date.as_ref().map(shown)));
    } else {
        fields.push(("annex_to", None));
    }
    // Whether a paper is in force is never written in it.
    fields.push(("legal_status", None));
    fields
}

fn shown(date: &Read<jiff::civil::Date>) -> Read<String> {
    Read { value: date.value.strftime("%d.%m.%Y").to_string(), span: date.span.clone() }
}
