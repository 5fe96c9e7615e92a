//! Turns the plain text of a regulation into Markdown with front matter.
//!
//! The law of this module: the Markdown's body has the words of the source, all of them, no others, in the
//! same order; numbers and typing errors included. What a person must look at is told, never mended.
//! [`import_text`] is a pure function; `run` alone touches the disk.

mod acts;
mod assemble;
mod changes;
mod dates;
mod draw;
mod findings;
mod front_matter;
mod furniture;
mod header;
mod known;
mod layout;
mod level;
mod lines;
mod markdown;
mod numbering;
mod numbers;
mod persons;
mod points;
mod report;
mod requisites;
pub(crate) mod rules;
mod run;
mod starts;
#[cfg(test)]
mod tests;
mod title;
mod unfold;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::SourceId;

pub(crate) use draw::draw;
pub(crate) use run::{RunOptions, run};

/// The fields of a kind that take what a header tells: the options of the behaviours `clauses` and `requisites`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct FieldNames {
    /// The type of the document.
    pub(crate) doc_type: String,
    /// The number of the approving act.
    pub(crate) number: String,
    /// The date of the approving act.
    pub(crate) date: String,
    /// Who issued it.
    pub(crate) issuer: String,
    /// «Принято».
    pub(crate) adopted: String,
    /// «Утверждено».
    pub(crate) approved: String,
    /// «Приложение к …».
    pub(crate) annex_to: String,
    /// In force or not.
    pub(crate) legal_status: String,
    /// The value of `legal_status` while nobody has said.
    pub(crate) status_unknown: String,
    /// Of one organisation, of a district, ….
    pub(crate) level: String,
    /// The original file.
    pub(crate) original: String,
    /// The types that the site knows, as written and as they are called; `None` when any will do.
    pub(crate) types: Option<Terms>,
    /// The levels that the site knows.
    pub(crate) levels: Option<Terms>,
}

/// The spellings of a vocabulary's terms, folded, and their labels.
pub(crate) type Terms = BTreeMap<String, String>;

impl Default for FieldNames {
    fn default() -> Self {
        let name = str::to_owned;
        Self {
            doc_type: name("doc_type"),
            number: name("number"),
            date: name("date"),
            issuer: name("issuer"),
            adopted: name("adopted"),
            approved: name("approved"),
            annex_to: name("annex_to"),
            legal_status: name("legal_status"),
            status_unknown: name("статус не определён"),
            level: name("level"),
            original: name("original"),
            types: None,
            levels: None,
        }
    }
}

impl FieldNames {
    /// Lets a field play a role; a role that is not known is passed over.
    pub(crate) fn set(&mut self, role: &str, field: &str) {
        let place = match role {
            "doc_type" => &mut self.doc_type,
            "number" => &mut self.number,
            "date" => &mut self.date,
            "issuer" => &mut self.issuer,
            "adopted" => &mut self.adopted,
            "approved" => &mut self.approved,
            "annex_to" => &mut self.annex_to,
            "legal_status" => &mut self.legal_status,
            "level" => &mut self.level,
            "original" => &mut self.original,
            _ => return,
        };
        field.clone_into(place);
    }
}

/// A document made from a text.
#[derive(Clone, Debug)]
pub(crate) struct Imported {
    /// The whole file: front matter and body.
    pub(crate) markdown: String,
    /// A permanent id made from the title; empty when there is no title.
    pub(crate) id: String,
    /// What was read from the header.
    pub(crate) requisites: requisites::Requisites,
    /// What a person should know, in the order of the source.
    pub(crate) notes: Vec<Diagnostic>,
}

/// Imports a decoded text. `original` is the name under which the source will lie beside the document.
#[must_use]
pub(crate) fn import_text(text: &str, source: SourceId, names: &FieldNames, original: &str) -> Imported {
    let mut notes = Notes { source, list: Vec::new(), hyphens: Vec::new() };
    let mut lines = unfold::unfold(furniture::join_lone_numbers(lines::split(text)), &mut notes);
    furniture::mark_contents(&mut lines);
    let parts = layout::Parts::of(&lines);
    let body = &lines[parts.body.clone()];
    let blocks = assemble::assemble(body, parts.is_act, &mut notes);
    let usual_gap = layout::Shape::of(body).usual_gap;
    let groups = header::groups(&lines[parts.header], usual_gap);
    let under = header::groups(&lines[parts.after], usual_gap);
    let mut requisites = requisites::Requisites::default();
    header::read(&groups, &mut requisites, &mut notes);
    title::read(&lines[parts.title.clone()], &mut requisites, &mut notes);
    header::read(&under, &mut requisites, &mut notes);
    level::conclude(&mut requisites, &mut notes);
    known::keep(&mut requisites, names, &mut notes);
    let printed_title = title::one_line(&lines[parts.title]);
    findings::in_blocks(&blocks, &printed_title, &mut notes);
    findings::in_lines(&lines, &mut notes);
    let written = markdown::write(&groups, &printed_title, &under, &blocks);
    keep_the_law(text, &written, &mut notes);
    let stopgap = lines.iter().find(|line| !line.text.is_empty()).map_or("", |line| line.text.as_str());
    if requisites.title.is_none() {
        notes.warn(rules::TITLE_MISSING, &(0..0), &[("text", stopgap)]);
    }
    Imported {
        markdown: front_matter::write(&requisites, names, original, stopgap) + "\n" + &written,
        id: title::id(&requisites),
        requisites,
        notes: notes.sorted(),
    }
}

/// Compares the words; a difference is a defect of the import, and the person must not trust the file.
fn keep_the_law(text: &str, written: &str, notes: &mut Notes) {
    let (source, result) = (words::source_words(text), words::markdown_words(written));
    if source != result {
        let at =
            source.iter().zip(&result).position(|(a, b)| a != b).unwrap_or(source.len().min(result.len()));
        let around = |words: &[String]| words[at.min(words.len())..(at + 4).min(words.len())].join(" ");
        let diagnostic = Diagnostic::error(rules::WORDS_DIFFER).arg("source", around(&source));
        notes.list.push(diagnostic.arg("result", around(&result)).help("help"));
    }
}

/// Messages on their way.
pub(crate) struct Notes {
    source: SourceId,
    list: Vec<Diagnostic>,
    /// Words broken after a hyphen, judged when the whole text is known.
    hyphens: Vec<(String, Range<usize>)>,
}

impl Notes {
    /// Something to look at: the import decided, but a person knows better.
    fn warn(&mut self, rule: RuleId, span: &Range<usize>, args: &[(&'static str, &str)]) {
        self.push(Diagnostic::warning(rule).help("help"), span, args);
    }

    /// Something done without doubt that the person should know.
    fn tell(&mut self, rule: RuleId, span: &Range<usize>, args: &[(&'static str, &str)]) {
        self.push(Diagnostic::note(rule), span, args);
    }

    /// A field's value that was concluded.
    fn unsure(&mut self, field: &str, value: &str, span: &Range<usize>) {
        self.warn(rules::FIELD_UNSURE, span, &[("field", field), ("value", value)]);
    }

    /// Something with numbers.
    fn count(&mut self, rule: RuleId, span: &Range<usize>, numbers: &[(&'static str, usize)]) {
        let note = numbers.iter().fold(Diagnostic::note(rule), |made, (name, n)| {
            made.number(name, i64::try_from(*n).unwrap_or(i64::MAX))
        });
        self.push(note, span, &[]);
    }

    fn push(&mut self, diagnostic: Diagnostic, span: &Range<usize>, args: &[(&'static str, &str)]) {
        let placed = diagnostic.at(self.source.span(span.start, span.end));
        self.list.push(args.iter().fold(placed, |made, (name, value)| made.arg(name, *value)));
    }

    fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span));
        self.list
    }
}
