//! «Красная строка»: a paragraph whose first line stands in. Markdown takes four spaces or a tab for code of a
//! program; where a block is surely prose, its indent is taken for what its author meant.
//!
//! The signs of an indent become ends of lines before the text is parsed: empty lines mean nothing between blocks, and
//! every byte of the text keeps its place.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// Signs that programs have and sentences have not.
const SIGNS_OF_CODE: [char; 9] = ['{', '}', ';', '=', '#', '<', '>', '|', '`'];

/// A text in which the paragraphs with an indent are paragraphs to Markdown.
pub(super) fn understood(text: &str, options: Options) -> Cow<'_, str> {
    if !text.lines().any(|line| !line.trim().is_empty() && is_indented(line)) {
        return Cow::Borrowed(text);
    }
    let mut indents = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        if let (0, Event::Start(tag)) = (depth, &event) {
            match tag {
                Tag::CodeBlock(CodeBlockKind::Indented) => block(text, &range, &mut indents),
                Tag::Paragraph => paragraph(text, &range, &mut indents),
                _ => {}
            }
        }
        depth += usize::from(matches!(event, Event::Start(_)));
        depth -= usize::from(matches!(event, Event::End(_)));
    }
    without(text, &indents)
}

/// Whether a block of code reads as prose: lines of Russian words without signs of programs. The first line begins as
/// a paragraph does, so that Russian programs («нц пока …») stay what they are.
pub(super) fn is_prose(block: &str) -> bool {
    let lines = || block.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines().next() else { return false };
    let letters = block.chars().filter(|c| c.is_alphabetic()).count();
    let russian = block.chars().filter(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')).count();
    let words = first.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
    let spoken = words > 2 || words > 0 && first.ends_with(['.', ':', ';', '!', '?', '…']);
    spoken && begins(first) && russian * 10 > letters * 9 && !lines().any(has_signs_of_code)
}

/// The indents of a block of code that is prose. A line that follows an unfinished one goes on with its paragraph.
fn block(text: &str, range: &Range<usize>, indents: &mut Vec<Range<usize>>) {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let block = &text[start..range.end];
    let below = text[start + block.trim_end().len()..].lines().nth(1).unwrap_or_default();
    if !is_prose(block) || underlines(below) {
        return;
    }
    let mut before = "";
    for line in lines(start, block) {
        let words = text[line.clone()].trim();
        if before.is_empty() || starts_paragraph(before, words) {
            indents.extend(indent(text, &line));
        }
        before = words;
    }
}

/// The indents inside a paragraph: its lines were meant as paragraphs of their own, or as items of a list.
fn paragraph(text: &str, range: &Range<usize>, indents: &mut Vec<Range<usize>>) {
    let mut before = "";
    for line in lines(range.start, &text[range.clone()]) {
        let words = text[line.clone()].trim();
        let inner = line.start > range.start && is_indented(&text[line.clone()]);
        if inner && starts_paragraph(before, words) && !has_signs_of_code(words) {
            indents.extend(indent(text, &line));
        }
        before = words;
    }
}

/// A semicolon at the end of a line is that of a list in prose.
fn has_signs_of_code(line: &str) -> bool {
    line.trim_end_matches(';').contains(SIGNS_OF_CODE)
}

/// Whether a line with an indent begins a paragraph: the line before has ended, and this one begins like one.
fn starts_paragraph(before: &str, line: &str) -> bool {
    before.ends_with(['.', ':', ';', '!', '?', '…', '»']) && begins(line)
}

/// A capital, a figure, a quotation, a dash, or the mark of an item: «а)».
fn begins(line: &str) -> bool {
    let mut signs = line.chars();
    let (first, second) = (signs.next(), signs.next());
    let lettered = first.is_some_and(char::is_lowercase) && second == Some(')');
    lettered
        || first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '"' | '—' | '–'))
        || first.is_some_and(|c| matches!(c, '-' | '*' | '+')) && second == Some(' ')
}

/// A line that makes a heading or a table of what stands above it.
fn underlines(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '=' | '|' | ':' | ' '))
}

fn is_indented(line: &str) -> bool {
    let spaces = line.bytes().take_while(|byte| *byte == b' ').count();
    spaces >= 4 || line[spaces..].starts_with('\t')
}

/// The lines of a stretch of a text, by their places in it.
fn lines(start: usize, stretch: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = start;
    stretch.split_inclusive('\n').map(move |line| {
        let place = at..at + line.len();
        at = place.end;
        place
    })
}

/// Where the indent of a line stands; nothing of an empty line.
fn indent(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let words = text[line.clone()].trim_start_matches([' ', '\t']);
    (!words.trim().is_empty()).then(|| line.start..line.end - words.len())
}

/// The text with ends of lines in the place of indents.
fn without<'t>(text: &'t str, indents: &[Range<usize>]) -> Cow<'t, str> {
    if indents.is_empty() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for indent in indents {
        out.push_str(&text[at..indent.start]);
        out.extend(std::iter::repeat_n('\n', indent.len()));
        at = indent.end;
    }
    Cow::Owned(out + &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let read = understood(text, Options::empty()).into_owned();
        assert_eq!(read.len(), text.len(), "{text}");
        read
    }

    #[test]
    fn an_indent_of_prose_is_no_code() {
        assert_eq!(read("    Приглашаем на семинар.\n"), "\n\n\n\nПриглашаем на семинар.\n");
        assert_eq!(read("А.\n\n\tБудем рады всем гостям\n"), "А.\n\n\nБудем рады всем гостям\n");
        assert_eq!(
            read("\tПервый абзац тут.\n\tВторой абзац\n\tидёт дальше."),
            "\nПервый абзац тут.\n\nВторой абзац\n\tидёт дальше."
        );
        assert_eq!(
            read("Первый.\n    Второй абзац.\n    - пункт"),
            "Первый.\n\n\n\n\nВторой абзац.\n\n\n\n\n- пункт"
        );
    }

    #[test]
    fn code_stays_code() {
        for code in [
            "    print(x)\n",
            "\tнц пока x > 0\n\tвывод x\n\tкц\n",
            "    Пусть ответ равен = 5\n",
            "    привет\n",
            "- пункт\n\n        Слова внутри пункта списка.\n",
            "    Слова над чертой здесь.\n---\n",
            "```\n    Слова внутри кода программы.\n```\n",
            "Начало абзаца\n    и его продолжение.\n",
        ] {
            assert_eq!(read(code), code);
        }
    }
}
