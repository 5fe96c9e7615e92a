//! Shapes that Markdown reads otherwise than people mean them: tables without their second line, columns made by tabs,
//! lists with marks of Word, paragraphs with an indent, rows with more cells than the head of their table.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::at::At;
use super::features::Features;
use super::step::{Annotated, What};
use super::{cells, flat, rules};
use crate::diagnostic::Diagnostic;

/// The sign with which old programs draw the columns of a table.
const DRAWN: char = '│';
/// So many spaces stand between columns and not between words.
const GAP: &str = "   ";
/// How much of a line a message repeats.
const LONGEST_MARK: usize = 60;

/// Finds them, each at its place.
pub(super) fn check(text: &str, annotated: &Annotated<'_>, features: Features, at: At) -> Vec<Diagnostic> {
    // The signs inside links part no cells; their bytes stay where they are.
    let hidden = cells::hide(text);
    let (mut found, mut columns) = (Vec::new(), 0);
    for step in &annotated.steps {
        let What::Event(Event::Start(tag)) = &step.what else { continue };
        match tag {
            Tag::Paragraph => {
                let told = unparted(&hidden, &step.range, at);
                // In regulations numbers and marks are read as they are printed.
                let list = || unlisted(text, &step.range, at).filter(|_| !features.clauses);
                let lines = || flat::joined(text, &step.range, at).filter(|_| !features.clauses);
                found.extend(told.or_else(list).or_else(lines));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => found.extend(indented(text, &step.range, at)),
            Tag::Table(alignments) => columns = alignments.len(),
            Tag::TableRow => {
                found.extend(overfull(&hidden, &step.range, columns, at));
                found.extend(swallowed(&hidden, &step.range, columns, at));
            }
            _ => {}
        }
    }
    found
}

/// A paragraph that was meant as a table.
fn unparted(text: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let paragraph = text.get(range.clone())?;
    if !paragraph.contains(['|', '\t', ';', DRAWN]) && !paragraph.contains(GAP) {
        return None;
    }
    let mut lines: Vec<&str> = paragraph.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let first = *lines.first()?;
    let start = range.start + paragraph.find(first)?;
    let place = at.span(&(start..start + first.len()));
    let told = |help| {
        let mark: String = first.chars().take(LONGEST_MARK).collect();
        Diagnostic::warning(rules::MARKUP_STRAY).at(place).arg("mark", mark).help(help)
    };
    let framed = |line: &str| line.starts_with('|') && line.ends_with('|') && line.len() > 1;
    let row = |line: &str| signs(line).len() > 1 || framed(line);
    // Rows that an empty line cut off from their table.
    let above = text[..range.start].trim_end();
    let above = above[above.rfind('\n').map_or(0, |at| at + 1)..].trim();
    if framed(first) && framed(above) && lines.iter().all(|line| framed(line)) {
        return Some(told("help-table-parted"));
    }
    // `+---+---+` between rows.
    if row(first) {
        lines.retain(|line| !is_ruled(line));
    }
    if lines.iter().all(|line| row(line))
        && (lines.len() > 1 || framed(first) && !first.starts_with("||") && signs(first).len() > 2)
    {
        return Some(told("help-table").arg("line", "|---".repeat(cells_of(first).len()) + "|"));
    }
    // «Имя | Часы» in each line; two such lines may be words.
    if lines.len() > 2 && lines.iter().all(|line| signs(line).len() == 1 && line.contains(" | ")) {
        return Some(told("help-table").arg("line", "|---|---|"));
    }
    // `+-----+-----+` above rows.
    if let Some(row) = lines.get(1).filter(|row| is_ruled(first) && framed(row)) {
        return Some(told("help-table").arg("line", "|---".repeat(cells_of(row).len()) + "|"));
    }
    let tabbed = lines.len() > 1 && lines.iter().all(|line| line.contains('\t'));
    if tabbed {
        return Some(told("help-columns"));
    }
    let drawn = |line: &&str| line.matches(DRAWN).count() > 1;
    if lines.len() > 1 && lines.iter().filter(|line| drawn(line)).count() > 1 {
        return Some(told("help-drawn"));
    }
    // «ФИО    Школа    Класс» in each line.
    let gaps = |line: &str| line.split(GAP).filter(|cell| !cell.trim().is_empty()).count();
    if lines.len() > 1 && gaps(first) > 2 && lines.iter().all(|line| gaps(line) == gaps(first)) {
        return Some(told("help-gaps"));
    }
    // «Имя;Класс;Балл» in each line; what ends with the sign is an item of a list.
    let columns = |line: &str| line.matches(';').count();
    let even = lines.iter().all(|line| columns(line) == columns(first) && !line.ends_with(';'));
    (lines.len() > 1 && columns(first) > 1 && even).then(|| told("help-semicolons"))
}

/// A line between the rows of a table that is drawn with signs.
fn is_ruled(line: &str) -> bool {
    line.len() > 2 && line.starts_with('+') && line.chars().all(|c| matches!(c, '+' | '-' | '='))
}

/// A paragraph that was meant as a list: its lines begin with a mark that Markdown does not know, or without the space
/// after it, so that readers would see all items in one line.
fn unlisted(text: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let paragraph = text.get(range.clone())?;
    // «г. Иваново» is no item, «а. … б. …» are two.
    let dotted =
        ["а. ", "б. "].iter().all(|mark| paragraph.lines().any(|line| line.trim().starts_with(mark)));
    let lettered = |line: &str| dotted && line.chars().nth(1) == Some('.');
    let marked = |line: &&str| list_mark(line).is_some() || lettered(line);
    let first = paragraph.lines().map(str::trim).find(marked)?;
    if paragraph.lines().map(str::trim).filter(marked).count() < 2 {
        return None;
    }
    let start = range.start + paragraph.find(first)?;
    let mark: String = first.chars().take(LONGEST_MARK).collect();
    let help = match first.chars().next() {
        Some(c) if c.is_ascii_digit() => "help-numbers",
        Some(c) if c.is_alphabetic() || c == '(' => "help-letters",
        _ => "help-list",
    };
    let place = at.span(&(start..start + first.len()));
    Some(Diagnostic::warning(rules::MARKUP_STRAY).at(place).arg("mark", mark).help(help))
}

/// The mark of an item as it stands at the beginning of a line of prose: `-пункт`, `— пункт`, `• пункт`, `1.Пункт`,
/// `а) пункт`.
fn list_mark(line: &str) -> Option<&str> {
    let letter = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '«');
    if let Some(rest) = line.strip_prefix(['•', '·', '●', '▪', '–', '\u{f0b7}']) {
        return letter(rest.trim_start()).then_some(rest);
    }
    // With a capital behind it, the long dash begins what somebody says.
    if let Some(rest) = line.strip_prefix('—') {
        return rest.trim_start().starts_with(char::is_lowercase).then_some(rest);
    }
    if let Some(rest) =
        line.strip_prefix(|c: char| matches!(c, 'а'..='я')).and_then(|rest| rest.strip_prefix(')'))
    {
        return letter(rest.trim_start()).then_some(rest);
    }
    if let Some(rest) = line.strip_prefix(['-', '*', '+']) {
        return letter(rest).then_some(rest);
    }
    // `(а) пункт`, `(1) пункт`, `#. пункт`, `ii. пункт`
    let bracketed = line.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    if let Some((_, rest)) = bracketed.filter(|(mark, _)| is_item_mark(mark)) {
        return letter(rest).then_some(rest);
    }
    if let Some((_, rest)) = line.split_once(". ").filter(|(mark, _)| *mark == "#" || is_roman(mark)) {
        return letter(rest).then_some(rest);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).filter(|_| (1..3).contains(&digits))?.strip_prefix(['.', ')'])?;
    letter(rest).then_some(rest)
}

/// A letter or a number of an item.
fn is_item_mark(mark: &str) -> bool {
    let one = mark.chars().count() == 1 && mark.starts_with(|c: char| matches!(c, 'а'..='я'));
    one || (1..3).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit())
}

/// `i`, `ii`, `iv`: small figures of an item.
fn is_roman(mark: &str) -> bool {
    (1..=4).contains(&mark.len()) && mark.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// A block of code that is a paragraph of Russian words with an indent.
fn indented(text: &str, range: &Range<usize>, at: At) -> Option<Diagnostic> {
    let block = text.get(range.clone())?;
    let first = block.lines().map(str::trim).find(|line| !line.is_empty())?;
    // What stands behind a mark of Markdown is no program: an item, a heading, a quotation, bold words.
    let marked = first.trim_start_matches(['#', '>', '-', '*', '+', '|', '[', '_', ' ']);
    let numbered = marked.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = numbered.strip_prefix(['.', ')']).filter(|_| numbered.len() < marked.len());
    let words = item.unwrap_or(marked);
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let russian = first.chars().filter(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')).count();
    let count = words.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
    // A program has few Russian words in a line, and signs that no sentence has.
    let spoken = count > usize::from(words.len() == first.len()) && russian * 10 > letters * 7;
    let prose = spoken && !words.contains(['{', '}', ';', '=', '#', '<']);
    let start = range.start + block.find(first)?;
    prose.then(|| {
        let place = at.span(&(start..start + first.len()));
        Diagnostic::warning(rules::PARAGRAPH_INDENTED).at(place).help("help")
    })
}

/// Words right below a table: without an empty line between, they are its next row.
fn swallowed(text: &str, range: &Range<usize>, columns: usize, at: At) -> Option<Diagnostic> {
    let line = text.get(range.clone())?.trim_end();
    let words = line.contains(char::is_alphabetic) && signs(line).is_empty();
    (columns > 1 && words).then(|| {
        let place = at.span(&(range.start..range.start + line.len()));
        Diagnostic::warning(rules::TABLE_SWALLOWED).at(place).help("help")
    })
}

/// A row with cells that no reader sees.
fn overfull(text: &str, range: &Range<usize>, columns: usize, at: At) -> Option<Diagnostic> {
    let row = text.get(range.clone())?;
    let line = row.trim_end();
    let cells = cells_of(line);
    let more: Vec<&Range<usize>> =
        cells.iter().skip(columns).filter(|cell| !line[(*cell).clone()].trim().is_empty()).collect();
    let (first, last) = (more.first()?, more.last()?);
    let lost = range.start + first.start..range.start + last.end;
    let message = Diagnostic::warning(rules::TABLE_CELLS_LOST).at(at.span(&lost));
    Some(message.number("cells", cells.len()).number("columns", columns).help("help"))
}

/// The signs that part the cells of a line: those inside of links part nothing.
fn signs(line: &str) -> Vec<usize> {
    let escaped = |at: usize| line[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    let (mut signs, mut at) = (Vec::new(), 0);
    while let Some(next) = line[at..].find(['|', '[']).map(|found| at + found) {
        let rest = &line[next..];
        let link = if rest.starts_with("[[") { rest.find("]]") } else { None };
        if rest.starts_with('|') && !escaped(next) {
            signs.push(next);
        }
        at = next + link.map_or(1, |end| end + 2);
    }
    signs
}

/// The cells of a line, without what stands outside its first and last sign when these frame it.
fn cells_of(line: &str) -> Vec<Range<usize>> {
    let start = line.len() - line.trim_start().len();
    let signs = signs(line);
    let inner = signs.iter().copied().filter(|at| *at != start && at + 1 != line.len());
    let mut from = start + usize::from(signs.first() == Some(&start));
    let end =
        line.len() - usize::from(signs.last().is_some_and(|last| last + 1 == line.len() && *last >= from));
    let mut cells = Vec::new();
    for at in inner {
        cells.push(from..at);
        from = at + 1;
    }
    cells.push(from..end);
    cells
}

#[cfg(test)]
mod tests {
    use super::cells_of;

    #[test]
    fn lines_are_parted_into_cells() {
        let cells =
            |line: &'static str| cells_of(line).into_iter().map(|cell| line[cell].trim()).collect::<Vec<_>>();
        assert_eq!(cells("| а | б |"), ["а", "б"]);
        assert_eq!(cells("а | б|в"), ["а", "б", "в"]);
        assert_eq!(cells("  | а \\| б | в"), ["а \\| б", "в"]);
        assert_eq!(cells("| а || в |"), ["а", "", "в"]);
        assert_eq!(cells("|"), [""]);
    }
}
