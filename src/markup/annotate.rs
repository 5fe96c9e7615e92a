//! One pass over the events that finds the parts of a text and gives out its anchors.

use pulldown_cmark::{Event, Tag};

use super::builder::Builder;
use super::event::Spanned;
use super::features::Features;
use super::parse::parse;
use super::step::Annotated;
use super::{clause, plain};

/// Parses a text and finds its structure.
pub(crate) fn annotate(text: &str, features: Features) -> Annotated<'_> {
    let events = parse(text, features);
    if features.clauses { clause::annotate(text, events) } else { headings(text, events) }
}

/// An ordinary page: each heading outside quotes and lists begins a part.
fn headings<'a>(text: &str, events: Vec<Spanned<'a>>) -> Annotated<'a> {
    let mut builder = Builder::new(text.len(), events.len());
    builder.out.shift = level_shift(&events);
    let mut depth = 0_usize;
    let mut rest = events.into_iter();
    while let Some((event, range)) = rest.next() {
        let mut anchor = None;
        if let (0, Event::Start(Tag::Heading { level, id, .. })) = (depth, &event) {
            let level = shifted(*level as u8, builder.out.shift);
            builder.close(range.start, |part| part.level < level);
            let words = plain::inline(rest.as_slice());
            anchor = Some(builder.heading(id.as_deref(), words, level, range.clone()));
        }
        depth += usize::from(matches!(event, Event::Start(_)));
        depth -= usize::from(matches!(event, Event::End(_)));
        builder.anchored((event, range), anchor);
    }
    builder.finish()
}

/// How far headings move so that the highest becomes the second level: the page has its own first one.
fn level_shift(events: &[Spanned<'_>]) -> i8 {
    let level = |(event, _): &Spanned<'_>| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as i8),
        _ => None,
    };
    events.iter().filter_map(level).min().map_or(0, |least| 2 - least)
}

/// A heading's level on the page.
pub(crate) fn shifted(level: u8, shift: i8) -> u8 {
    level.saturating_add_signed(shift).clamp(2, 6)
}
