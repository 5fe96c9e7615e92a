//! The table of contents of a text.

use super::super::features::Features;
use super::super::plain::plain;
use super::super::step::{Annotated, Part, PartKind};

/// A line of the table of contents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct TocEntry {
    /// The anchor.
    pub(crate) anchor: String,
    /// The number as printed, without its dot.
    pub(crate) number: Option<String>,
    /// The words, or the first words of a section that has no heading.
    pub(crate) title: String,
    /// The level from 2.
    pub(crate) level: u8,
}

pub(super) fn of(text: &str, annotated: &Annotated<'_>, features: Features) -> Vec<TocEntry> {
    let listed = |part: &&Part| match part.kind {
        PartKind::Lead | PartKind::Clause => false,
        PartKind::Section => true,
        PartKind::Heading => !features.clauses || part.level <= 2,
    };
    let entry = |part: &Part| TocEntry {
        anchor: part.anchor.clone(),
        number: part.number.as_ref().map(|printed| printed.text.trim_end_matches(['.', ')']).to_owned()),
        title: if part.heading.is_empty() { first_words(text, part) } else { part.heading.clone() },
        level: part.level.max(2),
    };
    annotated.parts.iter().filter(listed).map(entry).collect()
}

/// The first words of a section without a heading.
fn first_words(text: &str, part: &Part) -> String {
    const LONGEST: usize = 60;
    let from = part.number.as_ref().map_or(part.range.start, |printed| printed.range.end);
    let line =
        text.get(from..part.range.end).unwrap_or_default().trim_start_matches(['.', ' ', '\u{a0}', '\t']);
    let paragraph = plain(line.split("\n\n").next().unwrap_or_default());
    if paragraph.chars().count() <= LONGEST {
        return paragraph;
    }
    let cut: String = paragraph.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':']))
}
