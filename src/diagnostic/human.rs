//! Messages for a person: heading, place, excerpt, how to mend it.

use super::{Diagnostic, Label, Look, Severity, words};
use crate::i18n;
use crate::source::{Source, SourceId, Sources};
use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle,
};
use std::ops::Range;

/// Draws messages in the given order, an empty line after each.
pub(super) fn render(diagnostics: &[Diagnostic], sources: &Sources, look: &Look) -> String {
    let base = if look.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if look.color { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let renderer = base.decor_style(decor).term_width(look.width);
    let drawn = diagnostics.iter().map(|one| renderer.render(&[group(one, sources, look)]) + "\n\n");
    drawn.collect()
}

fn group(diagnostic: &Diagnostic, sources: &Sources, look: &Look) -> Group<'static> {
    let lang = look.lang;
    let level = level(diagnostic.severity).with_name(words::severity(diagnostic.severity, lang));
    let title = level.primary_title(words::headline(diagnostic, lang)).id(diagnostic.rule.0);
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

/// One excerpt per file, or the bare path where there is nothing to show.
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
    files.into_iter().map(|file| excerpt(diagnostic, file, sources.get(file), look).into()).collect()
}

/// The lines of one file from the first marked one to the last; the drawing folds those between.
fn excerpt(
    diagnostic: &Diagnostic,
    file: SourceId,
    source: &Source,
    look: &Look,
) -> Snippet<'static, Annotation<'static>> {
    let labels: Vec<(usize, &Label)> =
        diagnostic.labels.iter().enumerate().filter(|(_, label)| label.span.source == file).collect();
    let ranges: Vec<Range<usize>> =
        labels.iter().map(|(_, label)| clip(source.text(), label.span.range())).collect();
    let window = window(source.text(), &ranges);
    let line = source.position(u32::try_from(window.start).unwrap_or(u32::MAX)).line;
    let marks = labels.iter().zip(&ranges).map(|((index, label), range)| {
        let kind = if *index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let text = label.key.and_then(|key| words::label(diagnostic, key, look.lang));
        kind.span(range.start - window.start..range.end - window.start).label(text)
    });
    Snippet::source(source.text()[window.clone()].to_owned())
        .line_start(line as usize)
        .path(look.prefix.clone() + source.path())
        .annotations(marks)
}

/// A range inside the text and on character boundaries, whatever was asked for.
pub(super) fn clip(text: &str, range: Range<usize>) -> Range<usize> {
    let start = floor(text, range.start);
    let end = floor(text, range.end).max(start);
    start..end
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Whole lines around the ranges.
fn window(text: &str, ranges: &[Range<usize>]) -> Range<usize> {
    let first = ranges.iter().map(|range| range.start).min().unwrap_or(0);
    let last = ranges.iter().map(|range| range.end).max().unwrap_or(0);
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[last..].find('\n').map_or(text.len(), |at| last + at);
    start..end
}
