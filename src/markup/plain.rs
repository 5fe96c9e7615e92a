//! Markdown to plain text.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::event::Spanned;
use super::features::Features;
use super::formula;
use super::parse::parse;
use super::sanitize::SWALLOWED;
use super::tag::tags;

/// Turns a short Markdown text (a title, a field) into plain text on one line.
#[must_use]
pub(crate) fn plain(text: &str) -> String {
    let text = text.trim();
    if !text.contains([
        '*', '_', '[', '<', '`', '\\', '&', '!', '~', '#', '>', '\n', '|', '-', '+', '.', ')', '$',
    ]) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for (event, range) in parse(text, Features::default()) {
        match event {
            // A title such as "1. Начало" is a title, not a list.
            Event::Start(Tag::Item) => out.push_str(item_marker(&text[range])),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::Heading(_)
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition,
            ) => out.push(' '),
            event => push(&mut out, &event),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The plain text of inline events up to the end of the block that they stand in.
pub(crate) fn inline(events: &[Spanned<'_>]) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => break,
            Event::End(_) => depth -= 1,
            event => push(&mut out, event),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Appends the words of one event.
pub(crate) fn push(out: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) | Event::Code(text) => out.push_str(text),
        Event::InlineMath(tex) | Event::DisplayMath(tex) => out.push_str(&formula::words(tex)),
        Event::SoftBreak | Event::HardBreak => out.push(' '),
        Event::Html(html) => out.push_str(&without_tags(html)),
        _ => {}
    }
}

/// The text between the tags of a piece of HTML, without what readers do not see: comments, scripts and styles.
pub(super) fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut at, mut unseen) = (0, None);
    for tag in tags(html) {
        if unseen.is_none() {
            push_text(&mut out, &html[at..tag.range.start]);
            unseen = SWALLOWED.into_iter().find(|name| !tag.closing && *name == tag.name);
        } else if tag.closing && unseen == Some(tag.name.as_str()) {
            unseen = None;
        }
        at = tag.range.end;
    }
    if unseen.is_none() {
        push_text(&mut out, &html[at..]);
    }
    out
}

/// Appends what stands between two tags: comments may be in it, and at the end of a piece a tag without its end.
fn push_text(out: &mut String, mut text: &str) {
    while let Some(open) = text.find('<') {
        out.push_str(&text[..open]);
        let rest = &text[open..];
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        text = rest.find(end).map_or("", |at| &rest[at + end.len()..]);
    }
    out.push_str(text);
}

/// The marker of a list item with its space: `1. `. An empty item may be handed over with its indent.
pub(crate) fn item_marker(item: &str) -> &str {
    let item = item.trim_start();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return "";
    }
    let spaced = item.as_bytes().get(digits + 1) == Some(&b' ');
    item.get(..digits + 1 + usize::from(spaced)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        assert_eq!(
            plain("**Приказ** № 5 [об ИМЦ](x.md) `код` &laquo;да&raquo;"),
            "Приказ № 5 об ИМЦ код «да»"
        );
        assert_eq!(plain("Обычный заголовок"), "Обычный заголовок");
        assert_eq!(plain("1. Начало"), "1. Начало");
        assert_eq!(plain("две\nстроки\n\nи абзац"), "две строки и абзац");
    }
}
