//! Blocks as Markdown that a person would gladly edit, and that says exactly what the source said.
//!
//! Only those signs are escaped that Markdown would take for its own; whether it would is asked of the parser.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::block::{Block, Kind};
use super::line::Line;
use super::objects::Objects;

/// The body of the document: header groups, title, the groups under it, blocks.
pub(crate) fn write(groups: &[&[Line]], title: &str, under: &[&[Line]], blocks: &[Block]) -> String {
    let mut out = String::new();
    for group in groups {
        paragraph(&mut out, &header_group(group));
    }
    if !title.is_empty() {
        paragraph(&mut out, &format!("# {}", inline(title)));
    }
    for group in under {
        paragraph(&mut out, &header_group(group));
    }
    // How deep the next item of the list may stand; none outside of lists.
    let mut deepest = None;
    for block in blocks {
        let item = block.kind == Kind::Item;
        let depth = block.depth.min(deepest.unwrap_or(0));
        if item && deepest.is_some() {
            out.pop();
        }
        let text = with_hidden(markdown(block), &block.hidden);
        paragraph(&mut out, &if item { indented(&text, depth) } else { text });
        deepest = item.then_some(depth + 1);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The footnotes, each with the number of its mark.
pub(crate) fn footnotes(objects: &Objects, notes: &[String]) -> String {
    let note = |(at, text): (usize, &String)| format!("\n[^{}]: {}\n", at + 1, objects.written(text));
    notes.iter().enumerate().map(note).collect()
}

/// Adds a text and the empty line after it.
fn paragraph(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

/// Header lines keep their breaks.
fn header_group(group: &[Line]) -> String {
    let line = |line: &Line| match line.table() {
        Some(table) => table.to_owned(),
        None => with_hidden(at_start(&line.text), &line.hidden),
    };
    group.iter().map(line).collect::<Vec<_>>().join("\\\n")
}

fn markdown(block: &Block) -> String {
    let text = block.text.as_str();
    match &block.kind {
        Kind::Section(number) => format!("## {}{}{}", number.printed, gap(number.tight), inline(text)),
        Kind::Clause(number) => format!("{}{}{}", number.printed, gap(number.tight), inline(text)),
        Kind::Numbered(mark) | Kind::Lettered(mark) => {
            at_start(&format!("{}{}{text}", mark.printed, gap(mark.tight)))
        }
        // Six signs are the most that Markdown knows.
        Kind::Heading => {
            format!("{} {}", "#".repeat(2 + block.depth.min(4)), inline(&text.replace('\n', " ")))
        }
        Kind::Paragraph => at_start(text),
        Kind::Item => format!("- {}", at_start(text)),
        Kind::Made(markdown) => markdown.to_string(),
        Kind::Table(rows) => table(rows),
        Kind::Hidden => String::new(),
    }
}

/// The space between a number and its text, where the source has one: `4.1Информационно` stays as printed.
fn gap(tight: bool) -> &'static str {
    if tight { "" } else { " " }
}

fn table(rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| inline(cell).replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    let rule = vec!["---"; rows.first().map_or(0, Vec::len)];
    lines.insert(1.min(lines.len()), format!("| {} |", rule.join(" | ")));
    lines.join("\n")
}

/// Field codes of Word stay at their place as comments.
fn with_hidden(text: String, hidden: &[String]) -> String {
    let comments = hidden.iter().map(|code| format!("<!-- {} -->", code.replace("--", "- -")));
    std::iter::once(text).filter(|text| !text.is_empty()).chain(comments).collect::<Vec<_>>().join(" ")
}

/// An item below another one; its further lines stand below its first.
fn indented(text: &str, depth: usize) -> String {
    let margin = "  ".repeat(depth);
    format!("{margin}{}", text.replace('\n', &format!("\n{margin}  ")))
}

/// A text at the start of a block; its further lines stay lines.
pub(crate) fn at_start(text: &str) -> String {
    let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    lines.fold(line_at_start(first), |whole, line| format!("{whole}\\\n{}", line_at_start(line)))
}

fn line_at_start(text: &str) -> String {
    let safe = inline(text);
    if reads_as(&safe, text) { safe } else { guarded(&safe, text) }
}

/// Takes the block meaning from the first sign: `5\.`, `\#`, `\-`.
fn guarded(safe: &str, text: &str) -> String {
    let digits = safe.len() - safe.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = safe.split_at(digits);
    let candidate = format!("{number}\\{rest}");
    if reads_as(&candidate, text) { candidate } else { escaped(text) }
}

/// A text inside a block: as it is, with few escapes, or with all, whatever first reads back the same.
pub(crate) fn inline(text: &str) -> String {
    if let Some((line, rest)) = text.split_once('\n') {
        return format!("{}\\\n{}", inline(line), inline(rest));
    }
    let few: String = text
        .chars()
        .flat_map(|c| [matches!(c, '\\' | '`' | '*' | '<' | '[' | '{' | '$' | '~').then_some('\\'), Some(c)])
        .flatten()
        .collect();
    // A word before the text, so that only the inside of the block is judged.
    let probe = |candidate: &str| reads_as(&format!("а {candidate}"), &format!("а {text}"));
    if probe(&few) { few } else { escaped(text) }
}

fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| [c.is_ascii_punctuation().then_some('\\'), Some(c)]).flatten().collect()
}

/// Whether Markdown is one paragraph that shows just this text.
fn reads_as(markdown: &str, text: &str) -> bool {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut events = Parser::new_ext(markdown, options);
    if !matches!(events.next(), Some(Event::Start(Tag::Paragraph))) {
        return false;
    }
    let mut shown = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(part) => shown.push_str(&part),
            Event::End(TagEnd::Paragraph) => break,
            _ => return false,
        }
    }
    shown == text && events.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_survive_as_text() {
        let cases = [
            ("Приказ № _____ от 20.11.2019", "Приказ № _____ от 20.11.2019"),
            ("_____ А. М. Бугаев", "_____ А. М. Бугаев"),
            ("5. Настоящее Положение", "5\\. Настоящее Положение"),
            ("# не заголовок", "\\# не заголовок"),
            ("1.1. пункт", "1.1. пункт"),
            ("a < b, [1] *", "a \\< b, \\[1] \\*"),
            ("_____", "\\_____"),
            ("- тире", "\\- тире"),
        ];
        for (text, expected) in cases {
            assert_eq!(at_start(text), expected);
        }
    }

    #[test]
    fn any_text_reads_back_the_same() {
        for text in [
            "a_b_c __d__",
            "***",
            "---",
            "| a | b |",
            "&amp; &#35;",
            "http://x.ru/_a_",
            "2) два",
            "> a",
            "=== ",
            ": a",
        ] {
            let text = text.trim();
            assert!(reads_as(&at_start(text), text), "{text} → {}", at_start(text));
        }
    }
}
