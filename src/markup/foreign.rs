//! Blocks that other programs draw and this one does not: tables of wikis, schemes that are written as code. Readers would
//! see their source.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::at::At;
use super::rules;
use super::step::{Annotated, What};
use crate::diagnostic::Diagnostic;

/// Languages of schemes, as blocks of code name them.
const SCHEMES: [&str; 20] = [
    "mermaid",
    "plantuml",
    "puml",
    "uml",
    "dot",
    "graphviz",
    "d2",
    "ditaa",
    "flow",
    "flowchart",
    "sequence",
    "gantt",
    "nomnoml",
    "wavedrom",
    "vega",
    "vega-lite",
    "echarts",
    "markmap",
    "bpmn",
    "tikz",
];
/// Languages of formulas.
const FORMULAS: [&str; 4] = ["math", "latex", "katex", "tex"];
/// Lines with which a table of another program begins and ends: MediaWiki, AsciiDoc.
const TABLES: [(&str, &str); 2] = [("{|", "|}"), ("|===", "|===")];

/// Such blocks, each with the place that it takes: what stands in it needs no message of its own.
pub(super) fn find(text: &str, annotated: &Annotated<'_>, at: At) -> Vec<(Range<usize>, Diagnostic)> {
    let (mut found, mut past) = (Vec::<(Range<usize>, Diagnostic)>::new(), 0);
    for step in &annotated.steps {
        let What::Event(Event::Start(tag)) = &step.what else { continue };
        let Some(block) = text.get(step.range.clone()).filter(|_| step.range.start >= past) else { continue };
        let help = match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) => scheme(language),
            Tag::Paragraph | Tag::Table(_) => drawn(block),
            _ => None,
        };
        let Some(help) = help else { continue };
        let end = step.range.start + ending(&text[step.range.start..]).unwrap_or(block.len());
        let line = block.lines().next().unwrap_or_default().trim_end();
        let place = at.span(&(step.range.start..step.range.start + line.len()));
        let problem = Diagnostic::warning(rules::MARKUP_STRAY).at(place).arg("mark", line).help(help);
        past = end.max(step.range.end);
        found.push((step.range.start..past, problem));
    }
    found
}

/// What is to be done with a block of code in a language: `mermaid`, `{mermaid}`, `.plantuml`.
fn scheme(language: &str) -> Option<&'static str> {
    let word = language.trim_matches(['{', '}', '.', ' ']).split([' ', ',', '}', '{']).next()?.to_lowercase();
    let formula = FORMULAS.contains(&word.as_str()).then_some("help-latex");
    SCHEMES.contains(&word.as_str()).then_some("help-scheme").or(formula)
}

/// What is to be done with a block that begins as a table of a wiki, or as a scheme outside a block of code.
fn drawn(block: &str) -> Option<&'static str> {
    let line = block.trim_start().lines().next()?.trim_end();
    let table = line == "{|" || line.starts_with("{| ") || line.starts_with("{|class") || line == "|===";
    let scheme = ["@startuml", "@startmindmap", "@startgantt", "@startwbs"];
    let scheme = scheme.iter().any(|start| line.starts_with(start)).then_some("help-scheme");
    table.then_some("help-table-wiki").or(scheme)
}

/// Where a table of another program ends.
fn ending(text: &str) -> Option<usize> {
    let (_, close) = TABLES.iter().find(|(open, _)| text.starts_with(open))?;
    let mut position = text.find('\n')? + 1;
    text[position..].split_inclusive('\n').find_map(|line| {
        position += line.len();
        (line.trim() == *close).then_some(position)
    })
}
