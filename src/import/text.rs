//! A text → a document: the order of the steps, and the law that no word is lost.

use super::field_names::FieldNames;
use super::notes::Notes;
use super::{
    assemble, findings, front_matter, furniture, header, known, layout, level, lines, markdown, requisites,
    rules, title, unfold, words,
};
use crate::diagnostic::Diagnostic;
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
}

/// Imports a decoded text. `original` is the name under which the source will lie beside the document.
#[must_use]
pub(crate) fn import_text(text: &str, source: SourceId, names: &FieldNames, original: &str) -> Imported {
    let mut notes = Notes::new(source);
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
