//! Messages for a person: heading, place, excerpt, how to mend it.

use super::alike::{self, Limits};
use super::excerpt::{Excerpt, excerpts};
use super::{Diagnostic, Look, Severity, words};
use crate::i18n;
use crate::source::{Source, SourceId, Sources};
use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle,
};

/// Three of equal messages are drawn, ten of one kind in one file, and a thousand at all: more are read by no one, and
/// programs have formats of their own.
const LIMITS: Limits = Limits { alike: 3, kind: 10, all: 1000 };

/// Draws messages in the given order, an empty line after each. Of those that say the same three are drawn.
pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources, look: &Look) -> String {
    let base = if look.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if look.color { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let renderer = base.decor_style(decor).term_width(look.width);
    let words: Vec<Words<'_>> = diagnostics.iter().map(|one| words_of(one, look)).collect();
    let told = alike::settle(diagnostics, &words, sources, &LIMITS);
    let mut out = String::new();
    for ((one, words), told) in diagnostics.iter().zip(&words).zip(&told).filter(|(_, told)| told.shown) {
        out += &(renderer.render(&[group(one, &words.2, sources, look)]) + "\n\n");
        if told.alike > 0 {
            out += &(i18n::text(look.lang, "more-alike", &[("count", told.alike.into())]) + "\n\n");
        }
        if told.kind > 0 {
            out += &(alike::counted("more-of-kind", one, told.kind, sources, look) + "\n\n");
        }
    }
    let drawn = told.iter().filter(|told| told.shown).count();
    let counted: usize = told.iter().map(|told| told.alike + told.kind).sum();
    let silent = diagnostics.len() - drawn - counted;
    if silent > 0 {
        out +=
            &(i18n::text(look.lang, "more-messages", &[("shown", drawn.into()), ("count", silent.into())])
                + "\n\n");
    }
    out
}

/// By what messages are alike: the same rule says the same sentence.
type Words<'a> = (&'a str, Severity, String);

fn words_of<'a>(one: &'a Diagnostic, look: &Look) -> Words<'a> {
    (one.rule.0, one.severity, words::headline(one, look.lang))
}

fn group(diagnostic: &Diagnostic, headline: &str, sources: &Sources, look: &Look) -> Group<'static> {
    let lang = look.lang;
    let level = level(diagnostic.severity).with_name(words::severity(diagnostic.severity, lang));
    let title = level.primary_title(headline.to_owned()).id(diagnostic.rule.0);
    let help_name = i18n::text(lang, "severity-help", &[]);
    let help = words::help(diagnostic, lang).into_iter();
    let help = help.map(|text| Element::from(Level::HELP.with_name(help_name.clone()).message(text)));
    Group::with_title(title).elements(places(diagnostic, sources, look)).elements(help)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The excerpts of each file, or the bare path where there is nothing to show.
fn places(diagnostic: &Diagnostic, sources: &Sources, look: &Look) -> Vec<Element<'static>> {
    let mut files: Vec<SourceId> = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.span.source) {
            files.push(label.span.source);
        }
    }
    if files.is_empty() {
        return diagnostic.path.iter().map(|path| Origin::path(look.prefix.clone() + path).into()).collect();
    }
    let of_file = |file| {
        let source = sources.get(file);
        let all = excerpts(diagnostic, file, source).into_iter();
        all.flat_map(|excerpt| drawn(diagnostic, &excerpt, source, look)).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(of_file).collect()
}

/// One excerpt; where the drawing cannot count the column, the place is told before it.
fn drawn(
    diagnostic: &Diagnostic,
    excerpt: &Excerpt<'_>,
    source: &Source,
    look: &Look,
) -> Vec<Element<'static>> {
    let window = excerpt.window.clone();
    let marks = excerpt.marks.iter().map(|(main, label, range)| {
        let kind = if *main { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = label.key.and_then(|key| words::label(diagnostic, key, look.lang));
        kind.span(range.start - window.start..range.end - window.start).label(text)
    });
    let snippet =
        Snippet::source(source.text()[window.clone()].to_owned()).line_start(excerpt.line).annotations(marks);
    let path = look.prefix.clone() + source.path();
    if !excerpt.headless {
        return vec![snippet.path(path).into()];
    }
    let first = excerpt.marks.first().map_or(window.start, |(.., range)| range.start);
    let place = source.position(u32::try_from(first).unwrap_or(u32::MAX));
    let origin = Origin::path(path).line(place.line as usize).char_column(place.column as usize);
    vec![origin.into(), snippet.into()]
}
