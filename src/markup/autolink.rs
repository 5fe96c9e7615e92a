//! Addresses pasted into a text as they are: `https://…`, `www.…` and `name@host.ru` become links, as authors expect.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::event::Spanned;

/// Puts links around the bare addresses of running text: not in links, images and code.
pub(crate) fn link<'a>(source: &'a str, events: Vec<Spanned<'a>>) -> Vec<Spanned<'a>> {
    if !source.contains("://") && !source.contains('@') && !source.contains("www.") {
        return events;
    }
    let mut out = Vec::with_capacity(events.len() + 8);
    let (mut run, mut closed): (Vec<Spanned<'a>>, usize) = (Vec::new(), 0);
    for (event, range) in events {
        let goes_on = run.last().is_none_or(|(_, last)| last.end == range.start);
        // Only text that is the source's own bytes can be cut; an escape or an entity ends the run.
        let own = matches!(&event, Event::Text(text) if closed == 0 && text.len() == range.len());
        if !(own && goes_on) {
            flush(source, &mut run, &mut out);
        }
        if own {
            run.push((event, range));
            continue;
        }
        closed += usize::from(matches!(&event, Event::Start(tag) if is_closed(tag)));
        closed -= usize::from(matches!(&event, Event::End(tag) if ends_closed(*tag)));
        out.push((event, range));
    }
    flush(source, &mut run, &mut out);
    out
}

fn is_closed(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock)
}

fn ends_closed(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock)
}

/// Appends a run of texts with its addresses linked.
fn flush<'a>(source: &'a str, run: &mut Vec<Spanned<'a>>, out: &mut Vec<Spanned<'a>>) {
    let (Some((_, first)), Some((_, last))) = (run.first(), run.last()) else { return };
    let (start, end) = (first.start, last.end);
    let found = find(&source[start..end]);
    if found.is_empty() {
        return out.append(run);
    }
    run.clear();
    let mut at = start;
    for (range, sort) in found {
        let range = start + range.start..start + range.end;
        text(source, at..range.start, out);
        let link_type = if sort == Sort::Mail { LinkType::Email } else { LinkType::Autolink };
        let written = &source[range.clone()];
        let dest_url = match sort {
            // Not every such host speaks https; one that does leads there by itself.
            Sort::Host => format!("http://{written}").into(),
            Sort::Page | Sort::Mail => CowStr::Borrowed(written),
        };
        let tag = Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id: CowStr::Borrowed("") };
        out.push((Event::Start(tag), range.clone()));
        text(source, range.clone(), out);
        out.push((Event::End(TagEnd::Link), range.clone()));
        at = range.end;
    }
    text(source, at..end, out);
}

fn text<'a>(source: &'a str, range: Range<usize>, out: &mut Vec<Spanned<'a>>) {
    if !range.is_empty() {
        out.push((Event::Text(CowStr::Borrowed(&source[range.clone()])), range));
    }
}

/// What an address is of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    /// `https://…`
    Page,
    /// `www.…`, which names a host and leaves the rest to the browser.
    Host,
    /// `name@host.ru`
    Mail,
}

/// The addresses in a text.
fn find(text: &str) -> Vec<(Range<usize>, Sort)> {
    let mut found = Vec::new();
    // An address begins after the one before it, and may have dots and colons before the sign that tells what it is.
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text[at..].find([':', '@', '.']).map(|i| at + i) {
        let address = match text.as_bytes()[next] {
            b'@' => email(text, from, next).map(|range| (range, Sort::Mail)),
            b'.' => www(text, from, next).map(|range| (range, Sort::Host)),
            _ => url(text, from, next).map(|range| (range, Sort::Page)),
        };
        at = next + 1;
        if let Some((range, sort)) = address {
            (from, at) = (range.end, range.end);
            found.push((range, sort));
        }
    }
    found
}

/// An address that begins with `www` before the dot at `dot`; its host has a dot inside.
fn www(text: &str, from: usize, dot: usize) -> Option<Range<usize>> {
    let before = text[from..dot].strip_suffix("www")?;
    let rest = &text[dot + 1..];
    let bounded =
        !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '@' | '_'));
    if !bounded || !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let address = sentence_left_out(rest);
    let host = address.split(['/', '?', '#', ':']).next()?;
    let zone = host.rsplit_once('.')?.1;
    let sound = zone.chars().count() > 1 && zone.chars().all(char::is_alphabetic);
    sound.then(|| from + before.len()..dot + 1 + address.len())
}

/// An address of a page whose scheme ends at `colon`.
fn url(text: &str, from: usize, colon: usize) -> Option<Range<usize>> {
    let rest = text[colon..].strip_prefix("://")?;
    let before = &text[from..colon];
    let scheme = ["https", "http"].into_iter().find(|scheme| before.ends_with(scheme))?;
    let start = colon - scheme.len();
    let bounded = !text[..start].ends_with(char::is_alphanumeric);
    // Asked before the end is sought: what is no address is not read to the end of its line again and again.
    if !bounded || !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some(start..colon + "://".len() + sentence_left_out(rest).len())
}

/// The address that a text begins with, without the signs of the sentence around it.
fn sentence_left_out(rest: &str) -> &str {
    let length =
        rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '|' | '`'));
    let mut address = &rest[..length.unwrap_or(rest.len())];
    // A bracket that the address does not open belongs to the sentence.
    let mut unopened = address.matches(')').count().saturating_sub(address.matches('(').count());
    loop {
        let unpaired = address.ends_with(')') && unopened > 0;
        unopened -= usize::from(unpaired);
        if !unpaired && !address.ends_with(['.', ',', ';', ':', '!', '?', '*', '\'', '…', ']']) {
            break;
        }
        address = &address[..address.len() - address.chars().next_back().map_or(0, char::len_utf8)];
    }
    address
}

/// An address of mail around the sign at `sign`.
fn email(text: &str, from: usize, sign: usize) -> Option<Range<usize>> {
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let name = text[from..sign].chars().rev().take_while(|c| local(*c)).count();
    let start = sign - name;
    let host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let rest = &text[sign + 1..];
    let domain = &rest[..rest.find(|c: char| !host(c)).unwrap_or(rest.len())];
    let domain = domain.trim_end_matches(['.', '-']);
    let (_, zone) = domain.rsplit_once('.')?;
    let sound = name > 0 && zone.chars().count() > 1 && zone.chars().all(char::is_alphabetic);
    (sound && !text[..start].ends_with(char::is_alphanumeric)).then(|| start..sign + 1 + domain.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn bare_addresses_are_found_without_the_sentence_around() {
        assert_eq!(
            addresses("см. https://edu.gov.ru/a_b?x=1&y=(2), и (http://образование.рф)."),
            ["https://edu.gov.ru/a_b?x=1&y=(2)", "http://образование.рф"]
        );
        assert_eq!(addresses("(см. https://a.example/w_(x))."), ["https://a.example/w_(x)"]);
        assert_eq!(addresses("((https://a.example/(x)_y))))"), ["https://a.example/(x)_y"]);
        assert_eq!(addresses("Почта: imc_1@example.ru. Тел.: 5"), ["imc_1@example.ru"]);
        assert_eq!(
            addresses("(см. www.edu.gov.ru/a?b=1), www.школа.рф."),
            ["www.edu.gov.ru/a?b=1", "www.школа.рф"]
        );
    }

    #[test]
    fn other_colons_and_signs_are_text() {
        for text in [
            "в 10:30",
            "итого: http",
            "ftp://x",
            "xhttps://a.ru",
            "@ник",
            "a@b",
            "https://",
            "www.",
            "www.ru",
            "awww.a.ru",
            "www.a",
        ] {
            assert_eq!(addresses(text), [""; 0], "{text}");
        }
    }
}
