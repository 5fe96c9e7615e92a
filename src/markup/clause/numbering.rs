//! What looks wrong in the numbering of a regulation. All of it is shown, nothing is corrected: the text
//! was signed as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::at::At;
use super::super::step::{Part, PartKind, Printed};
use super::super::{lookalike, rules};
use super::number::{Number, Style, roman_of};
use crate::diagnostic::Diagnostic;

/// How many sections of the rarer style are marked.
const MARKED: usize = 5;

/// A part with its number.
type Numbered<'p> = (&'p Part, &'p Printed);

/// Checks the numbers of all parts; those of an annex apart from the others.
pub(crate) fn check(parts: &[Part], at: At) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    let mut scopes: BTreeMap<u16, Vec<Numbered<'_>>> = BTreeMap::new();
    for (part, printed) in parts.iter().filter_map(|part| Some((part, part.number.as_ref()?))) {
        scopes.entry(part.scope).or_default().push((part, printed));
    }
    for numbered in scopes.into_values() {
        duplicates(&numbered, at, &mut out);
        order(&numbered, at, &mut out);
        orphans(&numbered, parts, at, &mut out);
        styles(&numbered, at, &mut out);
        look_alikes(&numbered, at, &mut out);
    }
    out
}

fn duplicates(numbered: &[Numbered<'_>], at: At, out: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(bool, &Number), &Printed> = BTreeMap::new();
    for (part, printed) in numbered {
        let Some(earlier) = first.get(&(is_point(part), &printed.number)) else {
            first.insert((is_point(part), &printed.number), printed);
            continue;
        };
        out.push(
            Diagnostic::warning(rules::CLAUSE_DUPLICATE)
                .at(at.span(&printed.range))
                .label_key(at.span(&earlier.range), "first")
                .arg("number", printed.number.to_string())
                .arg("anchor", part.anchor.clone())
                .help("help"),
        );
    }
}

/// Whether a part is a point numbered through the text: its number is another than that of a section.
fn is_point(part: &Part) -> bool {
    part.kind == PartKind::Clause && part.number.as_ref().is_some_and(|printed| printed.number.depth() == 1)
}

/// Gaps and steps back between neighbours with the same parent.
fn order(numbered: &[Numbered<'_>], at: At, out: &mut Vec<Diagnostic>) {
    let mut last: BTreeMap<(bool, Option<Number>), (u16, &Printed)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (part, printed) in numbered {
        let number = printed.number.last();
        let run = (is_point(part), printed.number.parent());
        let before = last.insert(run, (number, printed));
        if !seen.insert((is_point(part), &printed.number)) {
            continue;
        }
        match before {
            Some((before, _)) if number == before + 1 => {}
            None if number == 1 => {}
            None => out.push(gap(printed, at, "start", None)),
            Some((before, earlier)) if number > before => out.push(gap(printed, at, "label", Some(earlier))),
            Some((_, earlier)) => out.push(gap(printed, at, "back", Some(earlier))),
        }
    }
}

fn gap(printed: &Printed, at: At, key: &'static str, before: Option<&Printed>) -> Diagnostic {
    let mut expected = printed.number.clone();
    if let Some(last) = expected.0.last_mut() {
        *last = before.map_or(1, |before| before.number.last() + 1);
    }
    let kind = if key == "label" { "gap" } else { key };
    let diagnostic = Diagnostic::warning(rules::CLAUSE_GAP)
        .arg("kind", kind)
        .label_key(at.span(&printed.range), key)
        .arg("number", printed.number.to_string())
        .arg("expected", expected.to_string());
    match before {
        Some(before) => diagnostic
            .label_key(at.span(&before.range), "before")
            .arg("before", before.number.to_string())
            .help("help"),
        None => diagnostic.arg("before", "").help("help"),
    }
}

/// Clauses that stand outside the clause or section that their number names.
fn orphans(numbered: &[Numbered<'_>], parts: &[Part], at: At, out: &mut Vec<Diagnostic>) {
    let known: BTreeSet<&Number> = numbered.iter().map(|(_, printed)| &printed.number).collect();
    let mut told = BTreeSet::new();
    for (part, printed) in numbered.iter().filter(|(part, _)| part.kind == PartKind::Clause) {
        let Some(parent) = printed.number.parent() else { continue };
        let section = section_of(parts, part);
        let strange = section.filter(|section| section.first() != printed.number.first());
        let missing = parent.depth() > 1 && !known.contains(&parent);
        if !(missing || strange.is_some()) || !told.insert((parent.clone(), strange.cloned())) {
            continue;
        }
        let key = if missing { "label" } else { "section" };
        out.push(
            Diagnostic::warning(rules::CLAUSE_ORPHAN)
                .label_key(at.span(&printed.range), key)
                .arg("number", printed.number.to_string())
                .arg("parent", parent.to_string())
                .arg("section", section.map(ToString::to_string).unwrap_or_default())
                .help(if missing { "help" } else { "help-section" }),
        );
    }
}

/// The number of the section that a part stands in; none for parts of points that are numbered through all sections.
fn section_of<'p>(parts: &'p [Part], part: &Part) -> Option<&'p Number> {
    let mut up = part.parent;
    while let Some(index) = up {
        let holder = &parts[index];
        if is_point(holder) {
            return None;
        }
        if holder.kind == PartKind::Section {
            return holder.number.as_ref().map(|printed| &printed.number);
        }
        up = holder.parent;
    }
    None
}

/// Roman and Arabic sections in one text: the fewer ones are marked.
fn styles(numbered: &[Numbered<'_>], at: At, out: &mut Vec<Diagnostic>) {
    let sections: Vec<&Printed> = numbered
        .iter()
        .filter(|(part, _)| part.kind == PartKind::Section)
        .map(|(_, printed)| *printed)
        .collect();
    let (roman, arabic): (Vec<&Printed>, Vec<&Printed>) =
        sections.into_iter().partition(|printed| printed.style == Style::Roman);
    let fewer = if roman.len() < arabic.len() { &roman } else { &arabic };
    let Some(first) = fewer.first().filter(|_| !roman.is_empty() && !arabic.is_empty()) else { return };
    let value = first.number.first();
    let usual = if first.style == Style::Roman { value.to_string() } else { roman_of(value) };
    let start = Diagnostic::warning(rules::CLAUSE_MIXED_NUMBERING)
        .arg("found", first.text.trim_end_matches(['.', ')']))
        .arg("usual", usual)
        .help("help");
    // A message that marks hundreds of places is read by nobody.
    out.push(
        fewer.iter().take(MARKED).fold(start, |diagnostic, printed| diagnostic.at(at.span(&printed.range))),
    );
}

/// `Ш` for `III`.
fn look_alikes(numbered: &[Numbered<'_>], at: At, out: &mut Vec<Diagnostic>) {
    for (_, printed) in numbered.iter().filter(|(_, printed)| printed.lookalike) {
        let value = printed.number.first();
        let right = if printed.style == Style::Roman { roman_of(value) } else { value.to_string() };
        let found = printed.text.trim_end_matches(['.', ')']);
        out.push(lookalike::warning(found, &right, at.span(&printed.range)));
    }
}
