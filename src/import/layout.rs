//! The large parts of a regulation and the way its lines were broken.
//!
//! Three line models are met: every line of a paragraph followed by an empty one, one line for each paragraph,
//! and lines broken by width without empty ones. [`Shape`] tells them apart by the lines that visibly go on in
//! the next one.

use std::ops::Range;

use super::lines::Line;
use super::starts::Start;

/// Words with which a regulatory document's title begins.
const DOCUMENT_WORDS: [&str; 14] = [
    "положение",
    "порядок",
    "регламент",
    "инструкция",
    "приказ",
    "распоряжение",
    "постановление",
    "устав",
    "программа",
    "концепция",
    "план",
    "правила",
    "рекомендации",
    "стандарт",
];

/// Which lines are the header block, the title and the body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Parts {
    /// Letterhead and the marks of adoption and approval.
    pub(crate) header: Range<usize>,
    /// The title; empty when none was found.
    pub(crate) title: Range<usize>,
    /// All the rest.
    pub(crate) body: Range<usize>,
}

/// How lines were broken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Shape {
    /// Paragraphs are broken into lines by width.
    pub(crate) wraps: bool,
    /// Empty lines that mean nothing: 1 when every line is followed by one.
    pub(crate) usual_gap: u32,
    /// The usual width of a full line, in characters.
    pub(crate) width: usize,
}

impl Parts {
    /// Finds the parts.
    pub(crate) fn of(lines: &[Line]) -> Self {
        let body = first_of_body(lines);
        let Some(start) = (0..body).find(|&i| opens_title(&lines[i].text)) else {
            return Self { header: 0..body, title: body..body, body: body..lines.len() };
        };
        let end = (start + 1..body).find(|&i| !continues_title(&lines[i])).unwrap_or(body);
        Self { header: 0..start, title: start..end, body: end..lines.len() }
    }
}

/// The body begins with section or clause number 1; failing that, with the first number of any value.
fn first_of_body(lines: &[Line]) -> usize {
    let number = |line: &Line| match Start::of(&line.text) {
        Start::Section(number, _) => Some(number.value),
        Start::Clause(number, _) => number.path.first().copied(),
        _ => None,
    };
    let one = lines.iter().position(|line| number(line) == Some(1));
    let any = || lines.iter().position(|line| number(line).is_some());
    let title = || lines.iter().position(|line| opens_title(&line.text)).map(|at| title_end(lines, at));
    one.or_else(any).or_else(title).unwrap_or(0)
}

fn title_end(lines: &[Line], at: usize) -> usize {
    (at + 1..lines.len()).find(|&i| !continues_title(&lines[i])).unwrap_or(lines.len())
}

/// `ПОЛОЖЕНИЕ` alone on its line, or followed by `о`, `об`, `по`.
fn opens_title(text: &str) -> bool {
    let folded = closed_up(text).to_lowercase();
    let mut words = folded.split_whitespace();
    let mut first = words.next().unwrap_or_default();
    if first == "методические" {
        first = words.next().unwrap_or_default();
    }
    let about = |word: &str| {
        matches!(word, "о" | "об" | "обо" | "по" | "на" | "работы" | "деятельности" | "развития")
    };
    DOCUMENT_WORDS.contains(&first) && words.next().is_none_or(about)
}

/// «П О Л О Ж Е Н И Е» → «ПОЛОЖЕНИЕ»; any other text as it is.
pub(crate) fn closed_up(text: &str) -> std::borrow::Cow<'_, str> {
    let mut parts = text.split(' ').peekable();
    let spaced = parts.peek().is_some() && parts.all(|part| part.chars().count() == 1) && text.len() > 8;
    if spaced { text.replace(' ', "").into() } else { text.into() }
}

/// A title's further lines are not sentences.
fn continues_title(line: &Line) -> bool {
    let sentence = line.text.ends_with(['.', ':', ';']) && line.text.split(' ').count() > 5;
    !sentence
        && !line.text.is_empty()
        && Start::of(&line.text) == Start::Text
        && line.text.chars().count() <= 200
}

impl Shape {
    /// Looks at the body's lines.
    pub(crate) fn of(body: &[Line]) -> Self {
        let broken: Vec<&[Line]> = body.windows(2).filter(|pair| goes_on(&pair[0], &pair[1])).collect();
        let wraps = broken.len() * 10 >= body.len() && broken.len() >= 2;
        let spaced = broken.iter().filter(|pair| pair[1].gap > 0).count();
        let mut widths: Vec<usize> = broken.iter().map(|pair| pair[0].text.chars().count()).collect();
        widths.sort_unstable();
        let width = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        let usual_gap = u32::from(wraps && spaced * 10 >= broken.len() * 8);
        Self { wraps, usual_gap, width }
    }
}

/// A line without a final mark before one that begins with a small letter.
fn goes_on(line: &Line, next: &Line) -> bool {
    let small = next.text.chars().next().is_some_and(char::is_lowercase);
    small && !ends_sentence(&line.text) && Start::of(&next.text) == Start::Text && !line.text.is_empty()
}

/// Whether a text ends with a mark after which a new sentence or item may begin.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['»', '"', '”', ')']).ends_with(['.', ';', ':', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    #[test]
    fn the_three_line_models_are_told_apart() {
        let spaced = "первая строка текста\n\nи вторая строка,\n\nи третья.\n";
        let wrapped = "первая строка текста\nи вторая строка,\nи третья.\n";
        let whole = "Первый абзац.\n\nВторой абзац.\nТретий абзац.\n";
        let shape = |text: &str| Shape::of(&split(text));
        assert_eq!((shape(spaced).wraps, shape(spaced).usual_gap), (true, 1));
        assert_eq!((shape(wrapped).wraps, shape(wrapped).usual_gap), (true, 0));
        assert!(!shape(whole).wraps);
    }

    #[test]
    fn a_title_is_found_between_the_header_and_the_first_section() {
        let lines = split("Утверждаю\nДиректор\n\nПОЛОЖЕНИЕ\nо кабинете\n\n1. Общее\n1.1. Текст");
        let parts = Parts::of(&lines);
        assert_eq!((parts.header, parts.title, parts.body), (0..2, 2..4, 4..6));
        assert!(opens_title("П О Л О Ж Е Н И Е") && !opens_title("План и отчёт"));
    }
}
