//! Blocks as Markdown that a person would gladly edit, and that says exactly what the source said.

use super::block::{Block, Kind};
use super::line::Line;
use crate::office::{Objects, at_start, inline};

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
