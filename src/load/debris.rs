//! What other programs leave in a text and no author means: a merge that was not finished, a lost reference of a
//! word processor, letters read in a wrong encoding.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::SourceId;

pub(crate) const MERGE_UNFINISHED: RuleId = RuleId("merge-unfinished");
pub(crate) const REFERENCE_LOST: RuleId = RuleId("reference-lost");
pub(crate) const TEXT_GARBLED: RuleId = RuleId("text-garbled");

/// What word processors print where a reference leads nowhere.
const LOST: [&str; 13] = [
    "Ошибка! Источник ссылки",
    "Ошибка! Закладка не",
    "Ошибка! Недопустим",
    "Ошибка! Не указан",
    "Ошибка! Неизвестн",
    "Ошибка! Неверн",
    "Ошибка! Текст указанного стиля",
    "Error! Reference source",
    "Error! Bookmark not",
    "Error! Not a valid",
    "Error! No ",
    "Error! Unknown",
    "Error! Hyperlink",
];

/// UTF-8 read as Windows-1251: `№`, quotes and dashes.
const GARBLED: [&str; 4] = ["в„–", "вЂ”", "вЂ“", "В«"];
/// So many letters of a wrong alphabet stand side by side in no word.
const RUN: usize = 4;

/// The place where a merge was left unfinished, as a message.
pub(super) fn merge(text: &str, source: SourceId) -> Option<Diagnostic> {
    // One of the marks is enough: the others may have been removed by hand, and the two texts left.
    let marks = ["<<<<<<< ", ">>>>>>> "].into_iter().filter_map(|mark| line_starting(text, mark, 0));
    let ours = marks.min()?;
    let end = ours + text[ours..].lines().next().map_or(0, str::len);
    Some(Diagnostic::error(MERGE_UNFINISHED).at(source.span(ours, end)).help("help"))
}

/// The first line from a place on that begins so.
fn line_starting(text: &str, start: &str, from: usize) -> Option<usize> {
    let mut found = text[from..].match_indices(start).map(|(at, _)| from + at);
    found.find(|&at| at == 0 || text[..at].ends_with('\n'))
}

/// What a text holds by mistake: of each sort the first.
pub(super) fn find(text: &str, source: SourceId) -> Vec<Diagnostic> {
    let signs = |signs: &[&str]| -> Vec<Range<usize>> {
        let places =
            |sign: &&str| text.match_indices(*sign).map(|(at, sign)| at..at + sign.len()).collect::<Vec<_>>();
        signs.iter().flat_map(places).collect()
    };
    let first = |rule: RuleId, places: Vec<Range<usize>>| {
        let first = places.iter().min_by_key(|place| place.start)?;
        let problem = Diagnostic::warning(rule).at(source.span(first.start, first.end));
        Some(problem.number("count", places.len()).help("help"))
    };
    let mut garbled = signs(&GARBLED);
    garbled.extend(misread(text));
    [first(REFERENCE_LOST, signs(&LOST)), first(TEXT_GARBLED, garbled)].into_iter().flatten().collect()
}

/// Words in a wrong encoding: letters of Western Europe side by side (`Ïðèâåò`), or every second letter one of two, with
/// signs of no word among the others (`РџСЂРё`).
fn misread(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut western = (0, 0);
    // Where the pairs begin, how many there are, whether the second half is awaited, whether a sign of no word was seen.
    let (mut start, mut pairs, mut half, mut strange) = (0, 0, false, false);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if ('À'..='ÿ').contains(&c) {
            western = if western.1 == 0 { (at, 1) } else { (western.0, western.1 + 1) };
        } else {
            found.extend((western.1 >= RUN).then_some(western.0..at));
            western = (0, 0);
        }
        match (half, c) {
            (true, c) if !c.is_ascii() => {
                strange |= !matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
                (pairs, half) = (pairs + 1, false);
            }
            (false, 'Р' | 'С' | 'Ð' | 'Ñ') => {
                start = if pairs == 0 { at } else { start };
                half = true;
            }
            _ => {
                found.extend((pairs >= RUN && strange).then_some(start..at));
                (pairs, half, strange) = (0, false, false);
            }
        }
    }
    found
}
