//! `kabinet import`: a document of the site from a file with text.

use std::path::PathBuf;

use super::said::{CONTENT, Said, TROUBLE};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{self, Diagnostic, Look, RuleId};
use crate::i18n;
use crate::import::{self, FieldNames, RunOptions, Terms};
use crate::load;
use crate::options::Options;
use crate::schema::{Kind, Schema, Term, TermState};
use crate::source::Sources;
use crate::text::key;

pub(crate) const KIND_UNKNOWN: RuleId = RuleId("kind-unknown");

/// Imports files as documents of a kind, under an id if one is given; by `force` over a person's edits too.
pub(super) fn import(
    options: &Options,
    files: &[PathBuf],
    kind: &str,
    (id, force): (Option<&str>, bool),
    look: &Look,
) -> anyhow::Result<Said> {
    let (schema, _) = load::declared(&options.root)?;
    let Some(kind) = schema.kind_called(kind).map(|index| schema.kind(index)) else {
        let text = diagnostic::human(&[kind_unknown(kind, &schema)], &Sources::default(), look);
        return Ok(Said { err: text, code: CONTENT, ..Said::default() });
    };
    let names = names(kind, &schema);
    let mut said = Said::default();
    for file in files {
        let report = import::run(&RunOptions {
            file: file.clone(),
            folder: options.root.join("content").join(&kind.folder),
            names: names.clone(),
            id: id.map(str::to_owned),
            force,
        });
        match report {
            Ok(report) => {
                let failed = if report.is_failure() { CONTENT } else { 0 };
                said.code = said.code.max(failed);
                said.out += if said.out.is_empty() { "" } else { "\n" };
                said.out += &import::draw(&report, &|key, args| i18n::text(look.lang, key, args));
            }
            Err(error) if files.len() == 1 => return Err(error),
            // What was imported before is there and is told.
            Err(error) => {
                said.code = TROUBLE;
                said.err += &format!("{}\n", i18n::failure(&error, look.lang));
            }
        }
    }
    Ok(said)
}

/// A message about a word that names no kind.
pub(super) fn kind_unknown(kind: &str, schema: &Schema) -> Diagnostic {
    let known: Vec<&str> = schema.kinds.iter().map(|kind| kind.id.as_str()).collect();
    let problem = Diagnostic::error(KIND_UNKNOWN).arg("kind", kind).arg("known", known.join(", "));
    match nearest(kind, known.iter().copied()).first() {
        Some(similar) => problem.arg("similar", *similar).help("help-similar"),
        None => problem.help("help"),
    }
}

/// The fields that take what a header tells, by the roles of the kind's behaviours.
fn names(kind: &Kind, schema: &Schema) -> Option<FieldNames> {
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
    let vocabulary = schema.vocabulary(kind.fields.get(field)?.kind.vocabulary()?);
    let spelled = |term: &Term| {
        let spellings = [&term.label, &term.id].into_iter().chain(&term.aliases).map(|name| key(name));
        spellings.map(|name| (name, term.label.clone())).collect::<Vec<_>>()
    };
    (!vocabulary.open).then(|| vocabulary.terms.iter().rev().flat_map(spelled).collect())
}

/// The value of the status field that says that nobody knows.
fn unknown_status(kind: &Kind, schema: &Schema, field: &str) -> Option<String> {
    let terms = &schema.vocabulary(kind.fields.get(field)?.kind.vocabulary()?).terms;
    terms.iter().find(|term| term.state == Some(TermState::Unknown)).map(|term| term.label.clone())
}
