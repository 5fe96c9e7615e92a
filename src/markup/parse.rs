//! Markdown to events: which of its extensions are on, and what people write beyond them.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::event::Spanned;
use super::features::Features;
use super::{autolink, cells, excess, formula, red_line, spaces};

/// Reads Markdown into events; of a text beyond measure only its beginning.
pub(crate) fn parse(text: &str, features: Features) -> Vec<Spanned<'_>> {
    let text = excess::readable(text);
    let mut events = Vec::with_capacity(text.len() / 48 + 8);
    let options = options(features);
    match prepared(text, options, features) {
        Cow::Borrowed(text) => collect(text, Parser::new_ext(text, options).into_offset_iter(), &mut events),
        Cow::Owned(prepared) => {
            let parser = Parser::new_ext(&prepared, options).into_offset_iter();
            collect(text, cells::restored(parser), &mut events);
        }
    }
    wordless(&mut events);
    autolink::link(text, events)
}

/// `[[rmo|]]` is `[[rmo]]`: words that are none give way to the title of the page.
fn wordless(events: &mut [Spanned<'_>]) {
    for at in 0..events.len().saturating_sub(1) {
        let none = match &events[at + 1].0 {
            Event::End(TagEnd::Link) => true,
            Event::Text(words) => {
                words.trim().is_empty() && matches!(events.get(at + 2), Some((Event::End(TagEnd::Link), _)))
            }
            _ => false,
        };
        if let Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole }, .. }) =
            &mut events[at].0
        {
            *has_pothole &= !none;
        }
    }
}

/// The text as the parser gets it; every byte stands where it stood.
fn prepared(text: &str, options: Options, features: Features) -> Cow<'_, str> {
    let text = spaces::understood(text, !features.clauses);
    let text = then(text, |text| red_line::understood(text, options));
    then(text, cells::hide)
}

/// One more step of a preparation.
fn then<'t>(text: Cow<'t, str>, step: impl for<'s> Fn(&'s str) -> Cow<'s, str>) -> Cow<'t, str> {
    match text {
        Cow::Borrowed(text) => step(text),
        Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
    }
}

/// Gathers events, each block of raw HTML as one.
fn collect<'a>(text: &'a str, given: impl Iterator<Item = Spanned<'a>>, events: &mut Vec<Spanned<'a>>) {
    let mut raw = Vec::new();
    let mut depth = excess::Depth::default();
    for (event, range) in given.filter(|(event, _)| depth.keeps(event)) {
        match event {
            Event::Html(html) => raw.push((html, range)),
            event => {
                events.extend(joined(text, &mut raw));
                events.push(priced(text, cells::without_escape(event, range)));
            }
        }
    }
    events.extend(joined(text, &mut raw));
}

/// A formula, or what only looks like one: the signs of prices are text.
fn priced<'a>(text: &'a str, (event, range): Spanned<'a>) -> Spanned<'a> {
    match &event {
        Event::InlineMath(inside) if !formula::is_formula(text, &range, inside) => {
            (Event::Text(CowStr::Borrowed(&text[range.clone()])), range)
        }
        _ => (event, range),
    }
}

/// A block of raw HTML as one piece: Markdown hands it over line by line, and a tag may go on in the next.
fn joined<'a>(text: &'a str, lines: &mut Vec<(CowStr<'a>, Range<usize>)>) -> Option<Spanned<'a>> {
    let range = lines.first()?.1.start..lines.last()?.1.end;
    let exact = lines.iter().all(|(html, range)| html.len() == range.len())
        && lines.windows(2).all(|pair| pair[0].1.end == pair[1].1.start);
    let html = if exact {
        lines.clear();
        CowStr::Borrowed(&text[range.clone()])
    } else {
        lines.drain(..).map(|(html, _)| html.into_string()).collect::<String>().into()
    };
    Some((Event::Html(html), range))
}

/// Smart punctuation stays off: legal text is published as it was signed. Strikethrough is off there too,
/// since a tilde is a sign of approximation in it, and so is all that makes something else of its signs: `[ ]` of a
/// form, `[!NOTE]`, a line that begins with a colon, `$…$`.
fn options(features: Features) -> Options {
    let common = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_WIKILINKS;
    if features.clauses {
        return common;
    }
    common
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_MATH
}
