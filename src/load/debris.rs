//! What other programs leave in a text and no author means: a merge that was not finished, a lost reference of a
//! word processor, letters read in a wrong encoding.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::SourceId;

pub(crate) const MERGE_UNFINISHED: RuleId = RuleId("merge-unfinished");
pub(crate) const REFERENCE_LOST: RuleId = RuleId("reference-lost");
pub(crate) const TEXT_GARBLED: RuleId = RuleId("text-garbled");

/// What word processors print where a reference leads nowhere.
const LOST: [&str; 4] = [
    "Ошибка! Источник ссылки не найден",
    "Ошибка! Закладка не определена",
    "Error! Reference source not found",
    "Error! Bookmark not defined",
];

/// UTF-8 read as Windows-1251 or Latin 1: `№`, quotes and dashes, and Russian words, whose every second letter is
/// one of two.
const GARBLED: [&str; 8] = ["в„–", "вЂ”", "вЂ“", "В«", "РѕР", "РµР", "Ð¾Ð", "Ð°Ð"];

/// The place where a merge was left unfinished, as a message.
pub(super) fn merge(text: &str, source: SourceId) -> Option<Diagnostic> {
    let ours = line_starting(text, "<<<<<<<", 0)?;
    let middle = line_starting(text, "=======", ours)?;
    line_starting(text, ">>>>>>>", middle)?;
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
    let first = |rule: RuleId, signs: &[&str]| {
        let (at, sign) = signs.iter().filter_map(|sign| Some((text.find(sign)?, *sign))).min()?;
        let problem = Diagnostic::warning(rule).at(source.span(at, at + sign.len()));
        Some(
            problem
                .number("count", signs.iter().map(|sign| text.matches(sign).count()).sum::<usize>())
                .help("help"),
        )
    };
    [first(REFERENCE_LOST, &LOST), first(TEXT_GARBLED, &GARBLED)].into_iter().flatten().collect()
}
