//! Footnotes: where they are referred to, and their texts at the end.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::super::escape;
use super::writer::Writer;

/// Footnotes: numbered by first reference, written at the end.
#[derive(Default)]
pub(super) struct Notes {
    numbers: HashMap<String, usize>,
    /// The ids of their texts and of their first references.
    ids: Vec<(String, String)>,
    /// How often each was referred to.
    uses: Vec<usize>,
    bodies: Vec<(usize, String)>,
    /// Those that have a text.
    told: HashSet<usize>,
    /// The text outside, while a note is written.
    outside: Option<(usize, String)>,
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, name: &str) {
        let number = self.note_number(name);
        self.notes.uses[number] += 1;
        let shown = number + 1;
        let (note, mut id) = self.notes.ids[number].clone();
        if self.notes.uses[number] > 1 {
            id = self.anchors.claim_aside(&id);
        }
        let _ = write!(
            self.out,
            "<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#{note}\" id=\"{id}\">{shown}</a></sup>"
        );
    }

    pub(super) fn note_number(&mut self, name: &str) -> usize {
        if let Some(known) = self.notes.numbers.get(name) {
            return *known;
        }
        let number = self.notes.uses.len();
        self.notes.numbers.insert(name.to_owned(), number);
        self.notes.uses.push(0);
        let ids = ["fn", "fnref"].map(|name| self.anchors.claim_aside(&format!("{name}-{}", number + 1)));
        self.notes.ids.push(ids.into());
        number
    }

    pub(super) fn begin_note(&mut self, name: &str) {
        self.end_note();
        let number = self.note_number(name);
        self.notes.outside = Some((number, std::mem::take(&mut self.out)));
    }

    pub(super) fn end_note(&mut self) {
        let Some((number, outside)) = self.notes.outside.take() else { return };
        let mut body = std::mem::replace(&mut self.out, outside);
        if self.notes.uses[number] == 0 || !self.notes.told.insert(number) {
            self.out.push_str(&body);
            return;
        }
        let mut back = format!(
            " <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#{}\"",
            self.notes.ids[number].1
        );
        if !self.options.labels.footnote_back.is_empty() {
            back.push_str(" aria-label=\"");
            escape::text(&mut back, &self.options.labels.footnote_back);
            back.push('"');
        }
        back.push_str(">↩\u{fe0e}</a>");
        let at = body.trim_end().strip_suffix("</p>").map_or(body.trim_end().len(), str::len);
        body.insert_str(at, &back);
        self.notes.bodies.push((number, body));
    }

    /// Closes what is open and appends the footnotes.
    pub(super) fn finish(mut self) -> String {
        self.end_note();
        if self.notes.bodies.is_empty() {
            return self.out;
        }
        let mut bodies = std::mem::take(&mut self.notes.bodies);
        bodies.sort_by_key(|(number, _)| *number);
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, body) in bodies {
            let _ = writeln!(self.out, "<li id=\"{}\">{}</li>", self.notes.ids[number].0, body.trim_end());
        }
        self.out.push_str("</ol>\n</section>\n");
        self.out
    }
}
