//! What stands in a text beside its sentences: page numbers, tables of contents, numbers on lines of their own.

use super::line::Line;
use super::starts::Start;

/// At least so many lines stand on a page.
const SHORTEST_PAGE: usize = 10;

/// Hides the numbers of pages: they are no words of the document, and the paragraph around them is one.
pub(crate) fn hide_page_numbers(lines: &mut [Line]) {
    let found: Vec<(usize, u32)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, page_number(&line.text)?))).collect();
    let follows = |a: &(usize, u32), b: &(usize, u32)| b.1 == a.1 + 1 && b.0 - a.0 >= SHORTEST_PAGE;
    for (i, (at, _)) in found.iter().enumerate() {
        let before = i.checked_sub(1).is_some_and(|before| follows(&found[before], &found[i]));
        let after = found.get(i + 1).is_some_and(|after| follows(&found[i], after));
        if before || after || tells_page(&lines[*at].text) {
            hide(lines, *at);
        }
    }
}

fn hide(lines: &mut [Line], at: usize) {
    let text = std::mem::take(&mut lines[at].text);
    lines[at].cells.clear();
    lines[at].hidden.push(text);
    if let Some(next) = lines.get_mut(at + 1) {
        // The empty lines around the number are the page's, not the paragraph's.
        if next.text.starts_with(char::is_lowercase) {
            next.gap = 0;
        }
    }
}

/// `3`, `- 3 -`, `стр. 3`, `Страница 3 из 8`.
fn page_number(text: &str) -> Option<u32> {
    let bare = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' '));
    if tells_page(text) {
        return bare.split(' ').nth(1)?.parse().ok();
    }
    let plain = (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| bare.parse().ok()).flatten()
}

/// Nothing but «Страница 3 из 8».
fn tells_page(text: &str) -> bool {
    let folded = text.to_lowercase();
    let mut words = folded.split(' ');
    let named = words.next().is_some_and(|word| matches!(word, "страница" | "стр." | "лист" | "page"));
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) || matches!(word, "из" | "of");
    named && folded.contains(' ') && words.all(number)
}

/// Puts a number that stands alone on its line before the text it numbers.
pub(crate) fn join_lone_numbers(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        match out.last_mut().filter(|last| is_lone_number(last) && takes_number(last, &line)) {
            Some(last) => append(last, line),
            None => out.push(line),
        }
    }
    out
}

fn is_lone_number(line: &Line) -> bool {
    let bare = line.text.trim_end_matches('.');
    let dotted = bare.len() < line.text.len();
    let levels: Vec<&str> = bare.split('.').collect();
    let number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let letter = || {
        let mark = line.text.strip_suffix(')').unwrap_or_default();
        mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic)
    };
    let roman = || {
        dotted
            && !line.text.contains(' ')
            && matches!(Start::of(&format!("{} А", line.text)), Start::Section(..))
    };
    (levels.len() <= 4 && levels.iter().all(number) && (dotted || levels.len() > 1)) || roman() || letter()
}

fn takes_number(number: &Line, line: &Line) -> bool {
    let one_level = number.text.trim_end_matches('.').chars().all(char::is_alphanumeric);
    let opens = line.text.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“'));
    let any = line.text.starts_with(char::is_alphabetic) && !one_level;
    let letter = number.text.ends_with(')') && line.text.starts_with(char::is_alphabetic);
    line.gap <= 2
        && line.cells.len() < 2
        && line.table().is_none()
        && (opens || any || letter)
        && Start::of(&line.text) == Start::Text
}

fn append(number: &mut Line, line: Line) {
    number.text = format!("{} {}", number.text, line.text);
    number.span.end = line.span.end;
    number.cells.clear();
    number.hidden.extend(line.hidden);
    number.parted.extend(line.parted);
    number.wide_spaces += line.wide_spaces;
    number.invisible += line.invisible;
}

/// Marks the lines of a table of contents: those under «Содержание», and those with leaders before a page's number.
pub(crate) fn mark_contents(lines: &mut [Line]) {
    let mut under = false;
    for line in lines.iter_mut() {
        let entry = entry_page(&line.text);
        line.contents |= entry.is_some_and(|leaders| leaders || under);
        if line.contents {
            line.cells.clear();
        }
        under = is_contents_head(&line.text) || (under && line.contents);
    }
}

/// «Содержание», «Оглавление» alone on its line.
pub(crate) fn is_contents_head(text: &str) -> bool {
    let folded = super::acts::closed_up(text).to_lowercase();
    matches!(folded.trim_end_matches([':', '.']), "содержание" | "оглавление" | "содержание:")
}

/// Whether a line ends with a page's number, and whether leaders stand before it.
fn entry_page(text: &str) -> Option<bool> {
    let title = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - title.len();
    let named = title.contains(char::is_alphabetic) && (1..=3).contains(&digits);
    let leaders =
        || title.trim_end().ends_with("...") || title.trim_end().ends_with('…') || title.ends_with("___");
    named.then(leaders)
}
