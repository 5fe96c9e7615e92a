//! A text → a document: the order of the steps, and the law that no word is lost.

use super::field_names::FieldNames;
use super::line::Line;
use super::notes::Notes;
use super::reading::{Kept, Reading};
use super::report::Entry;
use super::{
    assemble, findings, front_matter, furniture, header, known, layout, left_out, level, markdown,
    requisites, rules, source, title, unfold, words,
};
use crate::diagnostic::Diagnostic;
use crate::office::without;
use crate::source::SourceId;

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
    /// The pictures of the source.
    pub(crate) pictures: Vec<Kept>,
    /// The rows of the report about fields, when they are not those of official papers.
    pub(crate) entries: Option<Vec<Entry>>,
}

/// Imports a decoded text. `original` is the name under which the source will lie beside the document.
#[cfg(test)]
#[must_use]
pub(crate) fn import_text(text: &str, source: SourceId, names: &FieldNames, original: &str) -> Imported {
    import(Reading::of_text(text), source, names, original)
}

/// Imports a source. `original` is the name under which it will lie beside the document.
#[must_use]
pub(crate) fn import(reading: Reading, source: SourceId, names: &FieldNames, original: &str) -> Imported {
    let mut notes = Notes::new(source);
    let mut lines = unfold::unfold(furniture::join_lone_numbers(reading.lines.clone()), &mut notes);
    furniture::mark_contents(&mut lines);
    let parts = layout::Parts::of(&lines);
    let body = &lines[parts.body.clone()];
    let blocks = assemble::assemble(body, parts.is_act, &mut notes);
    let usual_gap = layout::Shape::of(body).usual_gap;
    let (groups, under) = (
        header::groups(&lines[parts.header.clone()], usual_gap),
        header::groups(&lines[parts.after.clone()], usual_gap),
    );
    let requisites = read(&lines, &parts, usual_gap, names, &mut notes);
    let printed_title = title::one_line(&lines[parts.title]);
    findings::in_blocks(&blocks, &without(&printed_title), &mut notes);
    findings::in_lines(&lines, &mut notes);
    left_out::tell(&reading, &mut notes);
    let written = reading.objects.written(&markdown::write(&groups, &printed_title, &under, &blocks));
    let written = written + &markdown::footnotes(&reading.objects, &reading.notes);
    keep_the_law(&reading, &written, &mut notes);
    let stopgap = lines.iter().find(|line| !line.text.is_empty()).map_or("", |line| line.text.as_str());
    if requisites.title.is_none() {
        notes.warn(rules::TITLE_MISSING, &(0..0), &[("text", stopgap)]);
    }
    let unresolved = reading.is_unresolved();
    let card = front_matter::Card {
        original: Some(original).filter(|original| !unresolved && source::is_published(original)),
        stopgap,
        draft: reading.is_draft(),
    };
    Imported {
        markdown: front_matter::write(&requisites, names, &card) + "\n" + &written,
        id: title::id(&requisites),
        requisites,
        notes: notes.sorted(),
        pictures: reading.pictures,
        entries: None,
    }
}

/// Reads the fields. They are texts without links and notes, which the body has.
fn read(
    lines: &[Line],
    parts: &layout::Parts,
    usual_gap: u32,
    names: &FieldNames,
    notes: &mut Notes,
) -> requisites::Requisites {
    let bare = |range: std::ops::Range<usize>| -> Vec<Line> {
        let line = |line: &Line| Line { text: without(&line.text), ..line.clone() };
        lines[range].iter().filter(|line| line.table().is_none()).map(line).collect()
    };
    let (head, title, after) =
        (bare(parts.header.clone()), bare(parts.title.clone()), bare(parts.after.clone()));
    let mut requisites = requisites::Requisites::default();
    header::read(&header::groups(&head, usual_gap), &mut requisites, notes);
    title::read(&title, &mut requisites, notes);
    header::read(&header::groups(&after, usual_gap), &mut requisites, notes);
    level::conclude(&mut requisites, notes);
    known::keep(&mut requisites, names, notes);
    requisites
}

/// Compares the words; a difference is a defect of the import, and the person must not trust the file.
fn keep_the_law(reading: &Reading, written: &str, notes: &mut Notes) {
    let (source, result) = match &reading.printed {
        None => (words::source_words(&reading.text), words::markdown_words(written)),
        Some(printed) => (words::printed_words(printed), words::shown_words(written)),
    };
    notes.differ(words::difference(source, result, reading.reordered));
}
