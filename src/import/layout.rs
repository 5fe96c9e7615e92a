//! The large parts of a regulation and the way its lines were broken.
//!
//! Three line models are met: every line of a paragraph followed by an empty one, one line for each paragraph,
//! and lines broken by width without empty ones. [`Shape`] tells them apart by the lines that visibly go on in
//! the next one.

use std::ops::Range;

use super::acts;
use super::furniture::is_contents_head;
use super::header;
use super::line::Line;
use super::starts::{Start, dotless};
use crate::office::is_object;

/// Which lines are the header block, the title, what stands under the title, and the body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Parts {
    /// Letterhead, the marks of adoption and approval, the head of an act.
    pub(crate) header: Range<usize>,
    /// The title; empty when none was found.
    pub(crate) title: Range<usize>,
    /// Marks and datelines that stand under the title.
    pub(crate) after: Range<usize>,
    /// All the rest.
    pub(crate) body: Range<usize>,
    /// Whether the text is an act, whose numbers are points and no sections.
    pub(crate) is_act: bool,
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

/// No title of a paper has more lines: what follows is text.
const LONGEST_TITLE: usize = 40;

impl Parts {
    /// Finds the parts.
    pub(crate) fn of(lines: &[Line]) -> Self {
        let usual_gap = Shape::of(lines).usual_gap;
        let numbered = first_of_body(lines);
        let limit = numbered.unwrap_or(lines.len());
        let opens = title_start(&lines[..limit]).or_else(|| styled_title(&lines[..limit]));
        let Some(opens) = opens else {
            let body = numbered.unwrap_or(0);
            return Self {
                header: 0..body,
                title: body..body,
                after: body..body,
                body: body..lines.len(),
                is_act: false,
            };
        };
        let act = acts::is_act(&lines[opens].text);
        let subject = act.then(|| subject(&lines[opens..limit])).flatten().map(|at| opens + at);
        let start = subject.unwrap_or(opens);
        let goes_on = |i: &usize| continues_title(&lines[start..=*i], usual_gap);
        let end = start + 1 + (start + 1..limit).take(LONGEST_TITLE).take_while(goes_on).count();
        let after = end + under_title(&lines[end..limit], usual_gap);
        let protocol = acts::document_word(&lines[opens].text).is_some_and(|word| word == "протокол");
        let is_act = act || protocol || acts::whole_act(&lines[opens].text).is_some();
        Self { header: 0..start, title: start..end, after: end..after, body: after..lines.len(), is_act }
    }
}

/// The body begins with section or clause number 1 or a chapter; failing that, with the first number of any value.
fn first_of_body(lines: &[Line]) -> Option<usize> {
    let number = |(at, line): (usize, &Line)| match start(lines, at) {
        _ if line.contents => None,
        Start::Section(number, _) => Some(number.value),
        Start::Clause(number, _) => number.path.first().copied(),
        Start::Chapter => Some(1),
        _ => None,
    };
    let one = lines.iter().enumerate().position(|line| number(line) == Some(1));
    one.or_else(|| lines.iter().enumerate().position(|line| number(line).is_some()))
}

/// What a line begins with, as the next one lets it be understood.
pub(crate) fn start(lines: &[Line], at: usize) -> Start {
    let next = || lines.get(at + 1).map(|next| next.text.as_str());
    match Start::of(&lines[at].text) {
        Start::Text => dotless(&lines[at].text, next()).unwrap_or(Start::Text),
        start => start,
    }
}

/// Where the title opens. What is above a mark of approval is only the file's name when a title follows below.
fn title_start(lines: &[Line]) -> Option<usize> {
    let mut marked = false;
    let opens = |i: usize, marked: bool| {
        let text = &lines[i].text;
        // «приказ № 7 от …» of a mark of approval opens nothing.
        let numbered = acts::document_word(text).is_some_and(|word| word == "протокол") || acts::is_act(text);
        let of_mark = marked && numbered && text != &text.to_uppercase();
        !header::is_mark(text) && acts::opens_title(text) && !of_mark && lines[i].cells.len() < 3
    };
    let mut found: Option<(usize, bool)> = None;
    for (i, line) in lines.iter().enumerate() {
        let mark = header::is_mark(&line.text);
        marked |= mark;
        match &mut found {
            Some((_, crossed)) if mark => *crossed = true,
            None if opens(i, marked) => found = Some((i, false)),
            Some((_, true)) if opens(i, marked) && !acts::is_act(&line.text) => found = Some((i, false)),
            _ => {}
        }
    }
    found.map(|(at, _)| at)
}

/// The first heading that a word processor tells, where no words open a title.
fn styled_title(lines: &[Line]) -> Option<usize> {
    /// What stands further down is no title of the paper.
    const FURTHEST: usize = 12;
    lines.iter().take(FURTHEST).position(|line| line.heading().is_some())
}

/// Where an act's subject begins under its head: «О проведении …».
fn subject(lines: &[Line]) -> Option<usize> {
    let head = |line: &&Line| acts::is_dateline(&line.text) || acts::is_act(&line.text);
    let at = lines.iter().take(6).take_while(head).count();
    lines.get(at).filter(|line| acts::opens_subject(&line.text)).map(|_| at)
}

/// How many lines under the title are marks and datelines.
fn under_title(lines: &[Line], usual_gap: u32) -> usize {
    /// No mark has more lines.
    const LONGEST_MARK: usize = 8;
    let mut end = 0;
    while let Some(line) = lines.get(end) {
        if header::is_mark(&line.text) && (end == 0 || line.gap > 0) && !is_sentence(&line.text) {
            let goes_on = |line: &&Line| line.gap <= usual_gap && !is_sentence(&line.text);
            end += 1 + lines[end + 1..].iter().take(LONGEST_MARK).take_while(goes_on).count();
        } else if acts::is_dateline(&line.text) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', ';']) && text.split(' ').count() > 5
}

/// Words with which the text under a title begins.
const OPENINGS: [&str; 8] = [
    "в соответствии",
    "на основании",
    "во исполнение",
    "в целях",
    "настоящее",
    "настоящий",
    "присутствовали",
    "повестка",
];

/// Whether the last of some lines still belongs to the title that the others are.
fn continues_title(lines: &[Line], usual_gap: u32) -> bool {
    let [title @ .., line] = lines else { return false };
    if title
        .first()
        .is_some_and(|first| acts::whole_act(&first.text).is_some_and(|act| is_closed(act.subject)))
    {
        return false;
    }
    // A title that is set as a heading ends where the headings end, unless it is one word; one that is not ends where
    // they begin.
    let styled = title.iter().any(|line| line.heading().is_some() && line.text.contains(' '));
    let begins =
        line.heading().is_some() && is_named(title) && title.iter().all(|line| line.heading().is_none());
    let said = is_named(title) && line.text.starts_with(char::is_uppercase) && line.text.ends_with('.');
    let other = begins || said || apart(title, line, usual_gap);
    (line.heading().is_some() || !styled) && fits_title(line) && !other
}

/// Whether a title says more than the word of its document.
fn is_named(title: &[Line]) -> bool {
    title.len() > 1 || title.first().is_some_and(|first| acts::closed_up(&first.text).contains(' '))
}

/// Whether no quotation mark of a subject waits for its pair.
fn is_closed(subject: &str) -> bool {
    subject.matches('«').count() == subject.matches('»').count()
}

/// A title's further lines are no sentences, marks, datelines, or rows of a table.
fn fits_title(line: &Line) -> bool {
    let folded = line.text.to_lowercase();
    // «Составитель: методист» tells something else.
    let labelled = folded.split_whitespace().take(2).any(|word| word.ends_with(':'));
    let opening =
        OPENINGS.iter().any(|words| folded.starts_with(words)) || labelled || line.text.ends_with(':');
    let head = header::is_mark(&line.text) || acts::is_dateline(&line.text) || is_contents_head(&line.text);
    let row = line.cells.len() > 2 || line.contents || line.table().is_some() || is_flat_row(&line.text);
    let long = is_sentence(&line.text) || line.text.chars().count() > 200;
    let other = opening || head || row || long || !line.text.contains(char::is_alphabetic);
    !other && Start::of(&line.text) == Start::Text
}

/// A row of a table that lost its columns: «№ Тема Сроки», «1 Анализ ЕГЭ Август».
pub(super) fn is_flat_row(text: &str) -> bool {
    let capital = |rest: &str| rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
    let behind_number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let short = (1..3).contains(&(text.len() - behind_number.len()));
    text.strip_prefix('№').is_some_and(capital) || short && capital(behind_number)
}

/// An empty line and a capital end a title whose subject was named; one in capitals throughout goes on in capitals.
fn apart(title: &[Line], line: &Line, usual_gap: u32) -> bool {
    let Some(before) = title.last() else { return false };
    let shouted = acts::is_capitals(&before.text) && acts::is_capitals(&line.text);
    line.gap > usual_gap && is_named(title) && line.text.starts_with(char::is_uppercase) && !shouted
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
    let small = next.text.chars().next().is_some_and(char::is_lowercase) && !next.is_known();
    small && !ends_sentence(&line.text) && Start::of(&next.text) == Start::Text && !line.text.is_empty()
}

/// Whether a text ends with a mark after which a new sentence or item may begin.
pub(crate) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c| matches!(c, '»' | '"' | '”' | ')') || is_object(c))
        .ends_with(['.', ';', ':', '!', '?', '…'])
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
        let lines = split(
            "ПРИКАЗ\nот 1.09.2026 № 5\nО смотре\n«Кабинет»\n\nВ соответствии с планом\nПРИКАЗЫВАЮ:\n1. Провести.",
        );
        let parts = Parts::of(&lines);
        assert_eq!((parts.header, parts.title, parts.body, parts.is_act), (0..2, 2..4, 4..7, true));
    }
}
