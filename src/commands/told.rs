//! Messages as the panel over the page tells them. Most of them were told after the last save as well, and are told
//! again as they were: to draw the lines of a source costs more than all the rest of a save.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostic::{self, Diagnostic, Look, RuleId, Severity};
use crate::i18n::Lang;
use crate::serve::{Message, Weight};
use crate::source::{Sources, Span};

/// Tells messages in a language.
pub(super) struct Teller {
    look: Look,
    known: Mutex<Known>,
}

/// What was told, by the rule and the place.
type Known = HashMap<(RuleId, Option<Span>), Vec<Told>>;

/// A message that was told, with the texts that it points into.
struct Told {
    said: Diagnostic,
    texts: Vec<Arc<str>>,
    message: Message,
}

impl Teller {
    /// Nothing was told yet.
    pub(super) fn new(lang: Lang) -> Self {
        // As wide as the panel.
        Self { look: Look { width: 96, ..Look::plain(lang) }, known: Mutex::default() }
    }

    /// Messages for the panel, the weightiest first.
    pub(super) fn tell(&self, messages: &[Diagnostic], sources: &Sources) -> Vec<Message> {
        let mut messages = diagnostic::sorted(messages.to_vec(), sources);
        messages.sort_by_key(|message| message.severity);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::take(&mut *known);
        let told = diagnostic::listed(&messages, sources).into_iter().map(|(said, more)| {
            let said = said.clone();
            let place = (said.rule, said.labels.first().map(|label| label.span));
            let texts = texts(&said, sources);
            let same = |told: &&Told| told.said == said && alike(&told.texts, &texts);
            let old = before.get(&place).and_then(|told| told.iter().find(same));
            let message = old.map_or_else(|| self.draw(&said, sources), |told| told.message.clone());
            let mut shown = message.clone();
            shown.help.extend(diagnostic::unlisted(&said, more, sources, &self.look));
            known.entry(place).or_default().push(Told { said, texts, message });
            shown
        });
        told.collect()
    }

    fn draw(&self, one: &Diagnostic, sources: &Sources) -> Message {
        let look = &self.look;
        let place = match one.place(sources) {
            (Some(file), Some(at)) => format!("{file}:{}:{}", at.line, at.column),
            (file, _) => file.unwrap_or_default().to_owned(),
        };
        let weight = match one.severity {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Note => Weight::Note,
        };
        let drawn = diagnostic::human(std::slice::from_ref(one), sources, look);
        let details = excerpt(&drawn, !place.is_empty());
        let (rule, headline) = (one.rule.0.to_owned(), diagnostic::headline(one, look.lang));
        Message { weight, rule, place, headline, details, help: diagnostic::ways(one, look.lang) }
    }
}

/// The texts that a message points into.
fn texts(said: &Diagnostic, sources: &Sources) -> Vec<Arc<str>> {
    said.labels.iter().map(|label| Arc::clone(sources.get(label.span.source).text())).collect()
}

fn alike(a: &[Arc<str>], b: &[Arc<str>]) -> bool {
    a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

/// The lines of the source out of a drawn message: the panel shows the rest in its own way.
fn excerpt(drawn: &str, placed: bool) -> String {
    let is_help = |line: &&str| line.trim_start().starts_with("= ");
    let is_margin = |line: &&str| line.trim() == "|";
    let lines = drawn.lines().skip(if placed { 2 } else { 1 }).take_while(|line| !is_help(line));
    let mut lines: Vec<&str> = lines.skip_while(is_margin).collect();
    while lines.last().is_some_and(|line| is_margin(line) || line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}
