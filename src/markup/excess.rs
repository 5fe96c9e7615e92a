//! What no text of a person has: hundreds of things in each other, tags with hundreds of attributes, formatting left
//! open over a whole text.
//!
//! Parsers of HTML keep what is open and look through it again and again (the standard asks it of them), so such
//! a text would cost the square of its length. It is refused with its place before any of them sees it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::event::part_of;
use super::rules;
use super::tag::{self, Tag as RawTag};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// How deep blocks and tags may stand in each other.
pub(super) const DEEPEST: usize = 100;
/// How many attributes a tag may have.
pub(super) const ATTRIBUTES: usize = 100;
/// How many bytes of tags left open a short text may carry from block to block; a long one its own length more.
const CARRIED: usize = 1 << 16;

/// Elements that a browser opens anew in each block until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements that hold nothing, or that the next of their kind closes.
const CLOSED: [&str; 29] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup",
    "colgroup", "rt", "rp",
];
/// Elements that the end of a paragraph closes with it; others end the paragraph and go on.
const PHRASING: [&str; 22] = [
    "abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "label", "mark", "meter", "output",
    "progress", "q", "ruby", "samp", "span", "sub", "sup", "time", "var",
];

/// How many signs of markup one text may have: a table of ten thousand rows and twenty columns has as many. Each may
/// become a part of the page, and parts are what memory is spent on.
pub(super) const SIGNS: usize = 400_000;

/// As much of a text as may be read: up to the sign that is one too many, all of an ordinary text.
pub(super) fn readable(text: &str) -> &str {
    if text.len() < SIGNS {
        return text;
    }
    let (mut signs, bytes) = (0, text.as_bytes());
    for (at, byte) in bytes.iter().enumerate() {
        signs += match byte {
            // What they begin costs more than other parts: an address, a place with a name.
            b'#' | b'@' => 3,
            b'-' | b'.' | b')' => usize::from(matches!(bytes.get(at + 1), Some(b' ' | b'\t' | b'-' | b'|'))),
            b'\n' | b'/' | b':' => 1,
            byte if byte.is_ascii_punctuation() && !matches!(byte, b',' | b';' | b'?' | b'"' | b'\'') => 1,
            _ => 0,
        };
        if signs > SIGNS {
            return &text[..at];
        }
    }
    text
}

/// The message about a text of which only a part was read.
pub(super) fn unread(text: &str, place: impl Fn(&Range<usize>) -> Span) -> Option<Diagnostic> {
    let end = Some(readable(text).len()).filter(|end| *end < text.len())?;
    let problem = Diagnostic::error(rules::MARKUP_EXCESSIVE).at(place(&(end..end + 1)));
    Some(problem.number("most", SIGNS as i64).help("help"))
}

/// Leaves out what stands deeper than anything that is let through; the level that is one too deep stays, so that
/// [`Watch`] finds it.
#[derive(Debug, Default)]
pub(super) struct Depth(usize);

impl Depth {
    /// Whether an event is kept.
    pub(super) fn keeps(&mut self, event: &Event<'_>) -> bool {
        self.0 += usize::from(matches!(event, Event::Start(_)));
        let kept = self.0 <= DEEPEST + 1;
        self.0 -= usize::from(matches!(event, Event::End(_)));
        kept
    }
}

/// What was found, and where.
#[derive(Clone, Debug)]
enum Excess {
    Deep(Range<usize>),
    Attributes(Range<usize>),
    Unclosed(Range<usize>, String),
}

/// Something that is open.
#[derive(Debug)]
enum Open {
    /// A block or an inline of Markdown.
    Markdown,
    /// A tag by its name.
    Raw(String),
    /// A formatting tag by its name, its place and what it weighs.
    Formatting(String, Range<usize>, usize),
}

/// Walks over the events of a text until something is found.
#[derive(Debug)]
pub(super) struct Watch {
    open: Vec<Open>,
    /// Bytes of the formatting tags that are open.
    weight: usize,
    carried: usize,
    allowed: usize,
    found: Option<Excess>,
}

impl Watch {
    /// Begins with a text of so many bytes.
    pub(super) fn new(length: usize) -> Self {
        let allowed = CARRIED.saturating_add(length);
        Self { open: Vec::new(), weight: 0, carried: 0, allowed, found: None }
    }

    /// Whether anything was found.
    pub(super) fn exceeded(&self) -> bool {
        self.found.is_some()
    }

    /// Takes the next event.
    pub(super) fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if self.found.is_some() {
            return;
        }
        match event {
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(_) => {
                self.carry();
                self.push(Open::Markdown, range);
            }
            Event::End(end) => self.end(*end),
            Event::Html(html) | Event::InlineHtml(html) => self.raw(html, range),
            _ => {}
        }
    }

    /// The message, if anything was found.
    pub(super) fn message(&self, place: impl Fn(&Range<usize>) -> Span) -> Option<Diagnostic> {
        Some(match self.found.as_ref()? {
            Excess::Deep(at) => Diagnostic::error(rules::NESTED_TOO_DEEP)
                .at(place(at))
                .number("most", DEEPEST as i64)
                .help("help"),
            Excess::Attributes(at) => {
                let problem =
                    Diagnostic::error(rules::HTML_EXCESSIVE).label_key(place(at), "label-attributes");
                problem
                    .arg("kind", "attributes")
                    .number("most", ATTRIBUTES as i64)
                    .arg("tag", "")
                    .help("help-attributes")
            }
            Excess::Unclosed(at, tag) => {
                let problem = Diagnostic::error(rules::HTML_EXCESSIVE).at(place(at)).arg("kind", "unclosed");
                problem.number("most", 0).arg("tag", tag).help("help")
            }
        })
    }

    fn raw(&mut self, html: &str, range: &Range<usize>) {
        tag::tags(html).for_each(|tag| self.tag(&tag, part_of(html, range, tag.head())));
    }

    fn tag(&mut self, tag: &RawTag, place: Range<usize>) {
        if tag.attributes.len() > ATTRIBUTES {
            self.found.get_or_insert(Excess::Attributes(place.clone()));
        }
        let name = tag.name.as_str();
        if tag.closing {
            self.carry();
            let same =
                |open: &Open| matches!(open, Open::Raw(known) | Open::Formatting(known, ..) if known == name);
            if let Some(at) = self.open.iter().rposition(same) {
                self.forget(at);
            }
        } else if FORMATTING.contains(&name) {
            let weight = tag.range.len() + 16;
            self.weight += weight;
            self.push(Open::Formatting(name.to_owned(), place.clone(), weight), &place);
        } else {
            self.carry();
            if !CLOSED.contains(&name) {
                self.push(Open::Raw(name.to_owned()), &place);
            }
        }
    }

    /// A block of Markdown ends, and with it what stands open in it, as far as its end reaches.
    fn end(&mut self, end: TagEnd) {
        let Some(at) = self.open.iter().rposition(|open| matches!(open, Open::Markdown)) else { return };
        let paragraph = matches!(end, TagEnd::Paragraph | TagEnd::Heading(_));
        self.open.remove(at);
        let rest = self.open.split_off(at);
        self.open.extend(rest.into_iter().filter(|open| match open {
            Open::Raw(name) if paragraph => !PHRASING.contains(&name.as_str()),
            Open::Raw(name) => matches!(name.as_str(), "table" | "button" | "object" | "marquee"),
            Open::Formatting(..) | Open::Markdown => true,
        }));
    }

    fn push(&mut self, open: Open, range: &Range<usize>) {
        self.open.push(open);
        if self.open.len() > DEEPEST {
            self.found.get_or_insert(Excess::Deep(range.start..range.start + 1));
        }
    }

    fn forget(&mut self, at: usize) {
        if let Open::Formatting(.., weight) = self.open.remove(at) {
            self.weight -= weight;
        }
    }

    /// What is left open is written again in the next block.
    fn carry(&mut self) {
        self.carried = self.carried.saturating_add(self.weight);
        if self.carried > self.allowed {
            let first = self.open.iter().find_map(|open| match open {
                Open::Formatting(name, range, _) => Some(Excess::Unclosed(range.clone(), name.clone())),
                _ => None,
            });
            self.found = self.found.take().or(first);
        }
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::Event;

    use super::super::parse::parse;
    use super::{ATTRIBUTES, DEEPEST, SIGNS, Watch, readable};
    use crate::markup::Features;

    fn exceeds(text: &str) -> bool {
        let mut watch = Watch::new(text.len());
        parse(text, Features::default()).iter().for_each(|(event, range)| watch.event(event, range));
        watch.exceeded()
    }

    #[test]
    fn what_people_write_is_let_through() {
        let attributes: String = (0..ATTRIBUTES).map(|i| format!(" a{i}=\"b > c\"")).collect();
        for text in [
            "<div>\nслово\n</div>\n\n".repeat(1_000),
            "слово <span>слово\n\n".repeat(1_000),
            "<p>слово\n\n<ul><li>раз<li>два</ul>\n\n".repeat(1_000),
            "<!-- <div> -->\n\n".repeat(1_000),
            format!("<b>{}", "слово\n\n".repeat(1_000)),
            "1. <b>раз</b> <br> <img src=\"a.png\">\n".repeat(1_000),
            format!("<div{attributes}>"),
            "> ".repeat(DEEPEST - 1) + "слово",
        ] {
            assert!(!exceeds(&text), "{}", text.chars().take(60).collect::<String>());
        }
    }

    #[test]
    fn what_lies_too_deep_is_left_out_and_still_found() {
        for text in
            ["- ".repeat(5_000) + "слово", ">".repeat(5_000) + "слово", "> - ".repeat(5_000) + "слово"]
        {
            let events = parse(&text, Features::default());
            assert!(exceeds(&text) && events.len() <= 2 * (DEEPEST + 1), "{}", events.len());
            let ends = events.iter().filter(|(event, _)| matches!(event, Event::End(_)));
            assert_eq!(ends.count() * 2, events.len());
        }
        assert!(readable(&"а-я, б.".repeat(SIGNS)).len() == "а-я, б.".len() * SIGNS);
        assert_eq!(readable(&"|а".repeat(SIGNS + 1)).len(), "|а".len() * SIGNS);
    }

    #[test]
    fn what_would_cost_the_square_of_its_length_is_found() {
        let attributes: String = (0..=ATTRIBUTES).map(|i| format!("\na{i}=b")).collect();
        for text in [
            "<div>\n".repeat(DEEPEST + 1),
            "слово <div>\n\n".repeat(DEEPEST + 1),
            format!("слово {}", "<span>".repeat(DEEPEST)),
            format!("<!-- -->{}", "<svg><math>".repeat(DEEPEST)),
            "- <table>\n".repeat(DEEPEST + 1),
            format!("{}слово", ">".repeat(DEEPEST + 1)),
            format!("<div{attributes}>"),
            format!("<b class=\"{}\">{}", "a".repeat(9_000), "слово\n\n".repeat(100)),
        ] {
            assert!(exceeds(&text), "{}", text.chars().take(60).collect::<String>());
        }
    }
}
