//! What stands at the top or foot of every page: running heads, numbers of pages. No text of the document.

use std::collections::HashMap;

use super::glyphs::{Owner, Page};
use super::text::{Lexicon, Spot, Writer};

/// The part of a page's height that is looked at above and below.
const EDGE: f64 = 0.1;

/// A line near an edge: its letters and what it says without numbers.
type Edge = (Vec<Spot>, String);

/// Gives the letters of running heads to nobody's text. Says what they were.
pub(super) fn take(pages: &mut [Page], lexicon: Lexicon<'_>) -> Vec<String> {
    let mut lines: Vec<Edge> = Vec::new();
    for page in 0..pages.len() {
        lines.extend(edges(pages, page, lexicon));
    }
    let mut times: HashMap<String, usize> = HashMap::new();
    for (_, pattern) in &lines {
        *times.entry(pattern.clone()).or_default() += 1;
    }
    // On each page, or on several in a long document, where left and right pages differ.
    let often =
        |pattern: &str| times.get(pattern).is_some_and(|count| *count >= 2 && *count >= pages.len().min(3));
    let found: Vec<Edge> = lines.into_iter().filter(|(_, pattern)| often(pattern)).collect();
    let mut told: Vec<String> = Vec::new();
    for (spots, pattern) in found {
        if !is_number(&pattern) && !told.contains(&pattern) {
            told.push(pattern);
        }
        for (page, glyph) in spots {
            pages[page].glyphs[glyph].owner = Owner::Artifact;
        }
    }
    told
}

/// Whether nothing but the number of a page is said.
fn is_number(pattern: &str) -> bool {
    !pattern.chars().any(char::is_alphabetic)
}

/// The first line near the upper edge, and the last one near the lower edge.
fn edges(pages: &[Page], page: usize, lexicon: Lexicon<'_>) -> Vec<Edge> {
    let writer = Writer::new(pages, lexicon);
    let height = pages[page].height;
    let all = pages[page].glyphs.iter().enumerate();
    let drawn: Vec<usize> = all
        .filter(|(_, glyph)| glyph.turn == 0 && glyph.owner == Owner::Nobody && !glyph.is_blank())
        .map(|(place, _)| place)
        .collect();
    let at = |place: &usize| pages[page].glyphs[*place].y;
    let top = drawn.iter().map(at).fold(f64::INFINITY, f64::min);
    let foot = drawn.iter().map(at).fold(f64::NEG_INFINITY, f64::max);
    let near = |edge: f64| -> Vec<Spot> {
        let line = drawn.iter().filter(|place| (at(place) - edge).abs() < 2.0);
        let mut line: Vec<Spot> = line.map(|place| (page, *place)).collect();
        line.sort_by(|one, other| writer.glyph(*one).x.total_cmp(&writer.glyph(*other).x));
        line
    };
    let mut found = Vec::new();
    if top < EDGE * height {
        found.push(near(top));
    }
    if foot > (1.0 - EDGE) * height && foot > top {
        found.push(near(foot));
    }
    found
        .into_iter()
        .map(|spots| {
            let pattern = pattern(&writer.words(&spots));
            (spots, pattern)
        })
        .collect()
}

/// A line without its numbers.
fn pattern(line: &str) -> String {
    let mut out = String::new();
    for letter in line.chars() {
        if !letter.is_ascii_digit() {
            out.push(letter);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}
