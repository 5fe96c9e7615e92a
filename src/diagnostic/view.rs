//! A message in words and numbers, ready for any format: what the machine formats share.

use super::alike;
use super::{Diagnostic, Look, Severity, excerpt, words};
use crate::i18n::{self, Arg};
use crate::source::{Position, Sources, Span};
use crate::text::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Bytes of a marked text that tell its message from others.
const MARKED: usize = 1024;

/// One message, spoken and placed.
pub(super) struct View {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: String,
    /// The headline and the ways to mend it, a line each.
    pub(super) text: String,
    pub(super) file: Option<String>,
    pub(super) place: Option<Place>,
    /// Further marked places with words of their own.
    pub(super) related: Vec<(Place, String)>,
    pub(super) help: Vec<String>,
    /// How many more of its kind the file has that are not listed.
    pub(super) more: usize,
    /// Tells this message from all others of the run, and stays the same while the text around it moves.
    pub(super) fingerprint: String,
}

/// Where a message points.
pub(super) struct Place {
    pub(super) file: String,
    pub(super) start: Position,
    pub(super) end: Position,
}

/// Words and places of messages, in the given order; of one kind in one file as many as are listed.
pub(super) fn views(diagnostics: &[Diagnostic], sources: &Sources, look: &Look) -> Vec<View> {
    let mut seen = BTreeMap::new();
    let listed = alike::listed(diagnostics, sources).into_iter();
    listed.map(|(one, more)| counted(view(one, sources, look, &mut seen), one, more, sources, look)).collect()
}

/// Says in a message how many more of its kind are not listed.
fn counted(mut view: View, one: &Diagnostic, more: usize, sources: &Sources, look: &Look) -> View {
    if let Some(unlisted) = alike::unlisted(one, more, sources, look) {
        view.text.push('\n');
        view.text += &unlisted;
    }
    View { more, ..view }
}

fn view(diagnostic: &Diagnostic, sources: &Sources, look: &Look, seen: &mut BTreeMap<String, usize>) -> View {
    let words_of = |key| words::label(diagnostic, key, look.lang);
    let (file, _) = diagnostic.place(sources);
    let related = diagnostic.labels.iter().skip(1);
    View {
        rule: diagnostic.rule.0,
        severity: diagnostic.severity,
        message: words::headline(diagnostic, look.lang),
        file: file.map(|file| look.prefix.clone() + file),
        place: diagnostic.labels.first().map(|label| place(label.span, sources, look)),
        related: related.filter_map(|l| Some((place(l.span, sources, look), words_of(l.key?)?))).collect(),
        text: spoken(diagnostic, look),
        help: words::help(diagnostic, look.lang),
        more: 0,
        fingerprint: fingerprint(diagnostic, sources, seen),
    }
}

fn spoken(diagnostic: &Diagnostic, look: &Look) -> String {
    let help = words::help(diagnostic, look.lang).into_iter();
    let help = help.map(|help| i18n::text(look.lang, "explain-help", &[("help", Arg::from(help))]));
    std::iter::once(words::headline(diagnostic, look.lang)).chain(help).collect::<Vec<_>>().join("\n")
}

fn place(span: Span, sources: &Sources, look: &Look) -> Place {
    let source = sources.get(span.source);
    Place {
        file: look.prefix.clone() + source.path(),
        start: source.position(span.start),
        end: source.position(span.end),
    }
}

/// Hashes what does not move with the lines: the rule, the file, the marked text, the arguments, and which
/// of several equal ones it is.
fn fingerprint(diagnostic: &Diagnostic, sources: &Sources, seen: &mut BTreeMap<String, usize>) -> String {
    let marked = diagnostic.labels.first().map_or("", |label| {
        let text = sources.get(label.span.source).text();
        let range = label.span.range();
        // A mark may span a whole text; its beginning tells it apart as well.
        &text[excerpt::clip(text, range.start..range.end.min(range.start + MARKED))]
    });
    let file = diagnostic.place(sources).0.unwrap_or_default();
    let plain = format!("{}\0{file}\0{marked}\0{:?}", diagnostic.rule.0, diagnostic.args);
    let count = seen.entry(plain.clone()).or_default();
    *count += 1;
    let digest = Sha256::digest(format!("{plain}\0{count}"));
    hex(&digest[..16])
}
