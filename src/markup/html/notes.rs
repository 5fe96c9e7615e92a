//! Footnotes: where they are referred to, and their texts at the end.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::super::step::Anchors;
use super::super::{escape, footnotes};

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

impl Notes {
    /// Writes a reference.
    pub(super) fn refer(&mut self, name: &str, anchors: &mut Anchors, out: &mut String) {
        let number = self.number(name, anchors);
        self.uses[number] += 1;
        let shown = number + 1;
        let (note, mut id) = self.ids[number].clone();
        if self.uses[number] > 1 {
            id = anchors.claim_aside(&id);
        }
        let _ = write!(
            out,
            "<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#{note}\" id=\"{id}\">{shown}</a></sup>"
        );
    }

    /// The number of a note, given out when it is first met.
    fn number(&mut self, name: &str, anchors: &mut Anchors) -> usize {
        let name = footnotes::name(name);
        if let Some(known) = self.numbers.get(&name) {
            return *known;
        }
        let number = self.uses.len();
        self.numbers.insert(name, number);
        self.uses.push(0);
        let ids = ["fn", "fnref"].map(|name| anchors.claim_aside(&format!("{name}-{}", number + 1)));
        self.ids.push(ids.into());
        number
    }

    /// Begins the text of a note: what is written from here on is its own.
    pub(super) fn begin(&mut self, name: &str, anchors: &mut Anchors, back: &str, out: &mut String) {
        self.end(back, out);
        let number = self.number(name, anchors);
        self.outside = Some((number, std::mem::take(out)));
    }

    /// Ends the text of a note; `back` names the way back for those who do not see it.
    pub(super) fn end(&mut self, back_label: &str, out: &mut String) {
        let Some((number, outside)) = self.outside.take() else { return };
        let mut body = std::mem::replace(out, outside);
        if self.uses[number] == 0 || !self.told.insert(number) {
            out.push_str(&body);
            return;
        }
        let mut back =
            format!(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#{}\"", self.ids[number].1);
        if !back_label.is_empty() {
            back.push_str(" aria-label=\"");
            escape::text(&mut back, back_label);
            back.push('"');
        }
        back.push_str(">↩\u{fe0e}</a>");
        let at = body.trim_end().strip_suffix("</p>").map_or(body.trim_end().len(), str::len);
        body.insert_str(at, &back);
        self.bodies.push((number, body));
    }

    /// Closes what is open and appends the footnotes.
    pub(super) fn finish(mut self, back: &str, mut out: String) -> String {
        self.end(back, &mut out);
        if self.bodies.is_empty() {
            return out;
        }
        let mut bodies = std::mem::take(&mut self.bodies);
        bodies.sort_by_key(|(number, _)| *number);
        out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, body) in bodies {
            let _ = writeln!(out, "<li id=\"{}\">{}</li>", self.ids[number].0, body.trim_end());
        }
        out.push_str("</ol>\n</section>\n");
        out
    }
}
