//! Whether a number of one level is a section's or a point's: points may be numbered through the whole text.

use super::acts;
use super::block::{Block, Kind};
use super::layout::ends_sentence;
use super::line::Line;
use super::notes::Notes;
use super::numbering::bare;
use super::rules;
use super::starts::{Mark, Start, Style};

/// Whether Arabic numbers of one level count points under headings of another kind: Roman sections, chapters, lines
/// in capitals.
pub(crate) fn are_through(lines: &[Line]) -> bool {
    let mut headed = false;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.contents) {
        match Start::of(&line.text) {
            Start::Chapter => headed = true,
            Start::Section(number, _) if number.style != Style::Arabic => headed = true,
            Start::Section(number, _) if headed && number.value == 1 => return true,
            Start::Clause(..) => return false,
            Start::Text => headed |= is_shouted_heading(lines, at) || line.heading().is_some(),
            _ => {}
        }
    }
    false
}

/// A line in capitals right before a number: «ОБЩИЕ ПОЛОЖЕНИЯ».
pub(crate) fn is_shouted_heading(lines: &[Line], at: usize) -> bool {
    let line = &lines[at];
    let words = line.text.split(' ').filter(|word| word.chars().count() > 1).count();
    let shouted = acts::is_capitals(&line.text) && words > 1 && line.text.chars().count() <= 120;
    let plain = line.table().is_none()
        && line.text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ',' | '\u{a0}'));
    let next = lines.get(at + 1).map(|next| Start::of(&next.text));
    let numbered = matches!(next, Some(Start::Section(..) | Start::Clause(..)));
    shouted && plain && numbered && line.cells.len() < 2 && line.hidden.is_empty()
}

/// Finds sections without clauses whose heading is a whole sentence: they are clauses themselves.
pub(crate) fn find_lone_sections(blocks: &mut [Block], notes: &mut Notes) {
    let any_clause = blocks.iter().any(|block| matches!(block.kind, Kind::Clause(_)));
    for at in 0..blocks.len() {
        let Kind::Section(number) = &blocks[at].kind else { continue };
        let rest = &blocks[at + 1..];
        let own = rest.iter().take_while(|block| !matches!(block.kind, Kind::Section(_)));
        let has_clauses = own.clone().any(|block| matches!(block.kind, Kind::Clause(_)));
        let words = blocks[at].text.split(' ').count();
        // Where nothing is numbered below it, a sentence of three words with nothing under it is a point.
        let empty = number.style == Style::Arabic && own.clone().next().is_none();
        let fewest = if !any_clause && empty { 3 } else { 7 };
        if !has_clauses && ends_sentence(&blocks[at].text) && words >= fewest {
            let mark = Mark::from(number.clone());
            notes.warn(rules::SECTION_IS_CLAUSE, &blocks[at].span, &[("number", &bare(&mark.printed))]);
            blocks[at].kind = Kind::Numbered(mark);
        }
    }
}
