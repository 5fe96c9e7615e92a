//! Gaps, repetitions and mixtures in the numbers of sections and clauses: told, never mended.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::block::{Block, Kind};
use super::notes::Notes;
use super::rules;
use super::starts::Style;

/// Looks through the numbers of all blocks.
pub(crate) fn check(blocks: &[Block], notes: &mut Notes) {
    sequence(blocks, notes);
    section_styles(blocks, notes);
}

fn sequence(blocks: &[Block], notes: &mut Notes) {
    let mut seen: BTreeSet<Vec<u32>> = BTreeSet::new();
    let mut orphans: BTreeSet<Vec<u32>> = BTreeSet::new();
    // The last number under each parent, with how it was printed.
    let mut last: BTreeMap<Vec<u32>, (u32, String)> = BTreeMap::new();
    for block in blocks {
        let (path, printed) = match &block.kind {
            Kind::Clause(number) => (number.path.clone(), bare(&number.printed)),
            Kind::Section(number) => (vec![number.value], bare(&number.printed)),
            _ => continue,
        };
        let Some((&own, parent)) = path.split_last() else { continue };
        if !seen.insert(path.clone()) {
            notes.warn(rules::NUMBER_REPEATED, &block.span, &[("number", &printed)]);
            continue;
        }
        if parent.len() > 1 && !seen.contains(parent) && orphans.insert(parent.to_vec()) {
            let parent: Vec<String> = parent.iter().map(u32::to_string).collect();
            notes.warn(
                rules::ORPHAN_CLAUSE,
                &block.span,
                &[("number", &printed), ("parent", &parent.join("."))],
            );
        }
        step(&mut last, parent, own, &printed, &block.span, notes);
    }
}

/// Compares a number with the one before it under the same parent.
fn step(
    last: &mut BTreeMap<Vec<u32>, (u32, String)>,
    parent: &[u32],
    own: u32,
    printed: &str,
    span: &Range<usize>,
    notes: &mut Notes,
) {
    match last.get(parent) {
        Some((before, after)) if own < *before => {
            notes.warn(rules::NUMBER_BACK, span, &[("after", after), ("number", printed)]);
        }
        Some((before, after)) if own > before + 1 => {
            notes.warn(rules::NUMBERING_GAP, span, &[("after", after), ("number", printed)]);
        }
        None if own > 1 && !parent.is_empty() => {
            notes.warn(rules::NUMBERING_GAP, span, &[("after", "none"), ("number", printed)]);
        }
        _ => {}
    }
    last.insert(parent.to_vec(), (own, printed.to_owned()));
}

/// A number without its last dot.
pub(crate) fn bare(printed: &str) -> String {
    printed.trim_end_matches('.').to_owned()
}

fn section_styles(blocks: &[Block], notes: &mut Notes) {
    let mut first: Option<(bool, String)> = None;
    for block in blocks {
        let Kind::Section(number) = &block.kind else { continue };
        let arabic = number.style == Style::Arabic;
        match &first {
            None => first = Some((arabic, number.printed.clone())),
            Some((style, printed)) if *style != arabic => {
                notes.warn(
                    rules::SECTION_NUMERALS,
                    &block.span,
                    &[("first", printed), ("number", &number.printed)],
                );
                return;
            }
            Some(_) => {}
        }
    }
}
