//! Pieces of texts: what they begin with, and how they are cut.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::super::event::Spanned;
use super::super::step::{Step, What};

/// A piece of a text event, with its own span where the text is the source's own bytes.
pub(super) fn piece<'a>(text: &CowStr<'a>, span: &Range<usize>, part: Range<usize>) -> Spanned<'a> {
    let exact = text.len() == span.len();
    let range = if exact { span.start + part.start..span.start + part.end } else { span.clone() };
    let words = match text {
        CowStr::Borrowed(text) => CowStr::Borrowed(&text[part]),
        other => CowStr::from(other[part].to_owned()),
    };
    (Event::Text(words), range)
}

/// A piece of a text step; steps of one byte (line breaks) are whole.
pub(super) fn piece_of<'a>(step: &Step<'a>, part: Range<usize>) -> Step<'a> {
    match &step.what {
        What::Event(Event::Text(text)) => Step::event(piece(text, &step.range, part)),
        _ => Step { what: What::Event(Event::SoftBreak), range: step.range.clone(), anchor: None },
    }
}

/// Appends a piece of a text step unless it is empty.
pub(super) fn cut<'a>(out: &mut Vec<Step<'a>>, step: &Step<'a>, part: Range<usize>) {
    if !part.is_empty() {
        out.push(piece_of(step, part));
    }
}

/// The texts that the next inline events begin with, joined; bold or italic marks before them are skipped.
pub(super) fn leading(events: &[Spanned<'_>]) -> String {
    const ENOUGH: usize = 64;
    let opens = |(event, _): &&Spanned<'_>| matches!(event, Event::Start(Tag::Strong | Tag::Emphasis));
    let skipped = events.iter().take_while(opens).count();
    let mut out = String::new();
    for (event, _) in &events[skipped..] {
        let Event::Text(text) = event else { break };
        out.push_str(text);
        if out.len() > ENOUGH {
            break;
        }
    }
    out
}

/// Tells tags inside a paragraph from those of blocks.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    use Tag::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Strong | Strikethrough | Link { .. } | Image { .. } | Superscript | Subscript)
}
