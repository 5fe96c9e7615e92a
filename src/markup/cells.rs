//! `[[o|слово]]` in a table: the sign between name and words is also the one between cells, and tables win. In the lines
//! where both stand, that sign of a link is hidden from the parser and put back into what it made.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::event::Spanned;

/// Stands for the hidden sign. No text holds it: control characters are dropped when files are read.
const HIDDEN: char = '\u{1}';

/// The text with the signs of links in tables hidden; every byte stays at its place.
pub(super) fn hide(text: &str) -> Cow<'_, str> {
    if !text.contains("[[") || text.contains(HIDDEN) || !text.lines().any(parts_a_table) {
        return Cow::Borrowed(text);
    }
    let mut signs = text.split_inclusive('\n').flat_map(|line| {
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        in_line(line).into_iter().map(move |at| start + at)
    });
    let Some(first) = signs.next() else { return Cow::Borrowed(text) };
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for at in std::iter::once(first).chain(signs) {
        out.push_str(&text[from..at]);
        out.push(HIDDEN);
        from = at + 1;
    }
    Cow::Owned(out + &text[from..])
}

/// Whether a line is the one below the head of a table: `|---|:--|`.
fn parts_a_table(line: &str) -> bool {
    line.contains('|')
        && line.contains('-')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '>' | ' ' | '\t' | '\r'))
}

/// The signs inside the links of a line that has others too.
fn in_line(line: &str) -> Vec<usize> {
    let (mut signs, mut at) = (Vec::new(), 0);
    while let Some(open) = line[at..].find("[[").map(|found| at + found) {
        let Some(close) = line[open..].find("]]").map(|found| open + found) else { break };
        let sign = line[open..close].find('|').map(|found| open + found);
        signs.extend(sign.filter(|sign| !line[..*sign].ends_with('\\')));
        at = close + 2;
    }
    let all = line.matches('|').count();
    if all > signs.len() { signs } else { Vec::new() }
}

/// Puts the hidden signs back into the events of a text.
pub(super) fn restored<'h, 'o>(
    events: impl Iterator<Item = Spanned<'h>>,
) -> impl Iterator<Item = Spanned<'o>> {
    let mut caption = None;
    events.map(move |(event, range)| -> Spanned<'o> { restore(event, range, &mut caption) })
}

/// Puts the signs back into one event. The words of a link that is open are carried to its text.
fn restore<'o>(event: Event<'_>, range: Range<usize>, caption: &mut Option<String>) -> Spanned<'o> {
    match event {
        Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, title, id })
            if dest_url.contains(HIDDEN) =>
        {
            let (name, words) = dest_url.split_once(HIDDEN).unwrap_or_default();
            *caption = Some(words.to_owned());
            let (dest_url, title, id) = (owned(name), owned(&title), owned(&id));
            let link_type = LinkType::WikiLink { has_pothole: true };
            (Event::Start(Tag::Link { link_type, dest_url, title, id }), range)
        }
        Event::Text(text) => match caption.take() {
            Some(words) => {
                let start = range.end.saturating_sub(words.len());
                (Event::Text(owned(&words)), start..range.end)
            }
            None => (Event::Text(shown(&text)), range),
        },
        Event::Code(code) => (Event::Code(shown(&code)), range),
        Event::Html(html) => (Event::Html(shown(&html)), range),
        Event::InlineHtml(html) => (Event::InlineHtml(shown(&html)), range),
        event => (event.into_static(), range),
    }
}

fn owned(text: &str) -> CowStr<'static> {
    text.to_owned().into()
}

fn shown(text: &str) -> CowStr<'static> {
    text.replace(HIDDEN, "|").into()
}

/// The name of a document before a sign that was escaped for the table's sake: `[[o\|слово]]`.
pub(super) fn without_escape(event: Event<'_>, range: Range<usize>) -> Spanned<'_> {
    match event {
        Event::Start(Tag::Link { link_type: link_type @ LinkType::WikiLink { .. }, dest_url, title, id })
            if dest_url.ends_with('\\') =>
        {
            let dest_url = dest_url.trim_end_matches('\\').to_owned().into();
            (Event::Start(Tag::Link { link_type, dest_url, title, id }), range)
        }
        event => (event, range),
    }
}
