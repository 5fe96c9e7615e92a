//! What other programs leave in a text and no author means: a merge that was not finished, a lost reference of a
//! word processor, letters read in a wrong encoding.

use std::ops::Range;

use encoding_rs::{WINDOWS_1251, WINDOWS_1252};

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

/// UTF-8 read as Windows-1251 or Windows-1252: `№`, quotes and dashes, the mark of the byte order.
const GARBLED: [&str; 9] = ["в„–", "вЂ", "В«", MARKS[0], MARKS[1], "â€", "â„–", "Â«", "Â»"];
/// The mark of the byte order, read as Windows-1251 and as Windows-1252.
const MARKS: [&str; 2] = ["п»ї", "ï»¿"];
/// So many letters of a wrong alphabet stand side by side in no word.
const RUN: usize = 4;
/// So many letters of which each became two signs are no chance: «Рё» may stand in a word, «РёСЏ» in none.
const PAIRS: usize = 2;

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
    garbled.extend(questioned(text));
    [first(REFERENCE_LOST, signs(&LOST)), first(TEXT_GARBLED, garbled)].into_iter().flatten().collect()
}

/// The message about a file whose very beginning is in a wrong encoding: the mark of the byte order, or names of fields.
/// Nothing else that could be said of such a file is true.
pub(super) fn whole(text: &str, source: SourceId) -> Option<Diagnostic> {
    let mark = MARKS.iter().find(|mark| text.starts_with(**mark)).map(|mark| 0..mark.len());
    let field = || {
        let lines = text.lines().skip(1).take_while(|line| !line.starts_with("---"));
        let names = lines.filter_map(|line| line.split_once(": ")).map(|(name, _)| name);
        let garbled = names.filter(|name| misread(name).first().is_some_and(|place| place.start == 0));
        let at = |name: &str| name.as_ptr() as usize - text.as_ptr() as usize;
        garbled.map(|name| at(name)..at(name) + name.len()).next()
    };
    let place = mark.or_else(field)?;
    let problem = Diagnostic::error(TEXT_GARBLED).at(source.span(place.start, place.end));
    Some(problem.number("count", 1).help("help-whole"))
}

/// Words of question marks, one after the other: a program that knew no Russian wrote one for each letter.
fn questioned(text: &str) -> Option<Range<usize>> {
    let words = || text.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ':', '!', ')']));
    let lost = |word: &str| word.len() > 2 && word.bytes().all(|byte| byte == b'?');
    let (first, second) = words().zip(words().skip(1)).find(|(one, next)| lost(one) && lost(next))?;
    let start = first.as_ptr().addr() - text.as_ptr().addr();
    Some(start..second.as_ptr().addr() - text.as_ptr().addr() + second.len())
}

/// Words in a wrong encoding: letters of Western Europe side by side (`Ïðèâåò`), or letters of UTF-8 each of which became
/// two signs (`РџСЂРё`, `Ð¿Ñ€Ð¸`).
fn misread(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut western = (0, 0);
    // Where the pairs begin, how many there are, and the first half that awaits its second.
    let (mut start, mut pairs, mut half) = (0, 0, None);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if ('À'..='ÿ').contains(&c) {
            western = if western.1 == 0 { (at, 1) } else { (western.0, western.1 + 1) };
        } else {
            found.extend((western.1 >= RUN).then_some(western.0..at));
            western = (0, 0);
        }
        half = match (half, c) {
            (Some(first), c) if is_letter(first, c) => {
                pairs += 1;
                None
            }
            (None, 'Р' | 'С' | 'Ð' | 'Ñ') => {
                start = if pairs == 0 { at } else { start };
                Some(c)
            }
            _ => {
                found.extend((pairs >= PAIRS).then_some(start..at));
                pairs = 0;
                start = at;
                matches!(c, 'Р' | 'С' | 'Ð' | 'Ñ').then_some(c)
            }
        };
    }
    found
}

/// Whether two signs are the two bytes of a Russian letter in UTF-8, as Windows-1251 or Windows-1252 read them.
fn is_letter(first: char, second: char) -> bool {
    let code_page = if matches!(first, 'Р' | 'С') { WINDOWS_1251 } else { WINDOWS_1252 };
    let mut sign = [0; 4];
    let (bytes, _, unknown) = code_page.encode(second.encode_utf8(&mut sign));
    // The few bytes to which a code page gives no sign are kept as control characters, or lost.
    let byte = match second {
        '\u{80}'..='\u{9f}' => Some(second as u8),
        '\u{fffd}' => Some(0x98),
        _ => bytes.first().copied().filter(|_| !unknown && bytes.len() == 1),
    };
    let lead = if matches!(first, 'Р' | 'Ð') { 0xd0 } else { 0xd1 };
    let letter = byte.map(|byte| [lead, byte]);
    let letter = letter.as_ref().and_then(|bytes| std::str::from_utf8(bytes).ok());
    letter.is_some_and(|letter| letter.contains(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')))
}
