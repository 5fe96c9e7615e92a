//! Events of Markdown with their places.

use std::ops::Range;

use pulldown_cmark::Event;

/// A Markdown event and the bytes it was read from.
pub(crate) type Spanned<'a> = (Event<'a>, Range<usize>);

/// The place in the text of a part of a piece of raw HTML; the whole piece where signs of quotes or lists, which the
/// piece does not have, stand between its lines.
pub(crate) fn part_of(html: &str, range: &Range<usize>, part: Range<usize>) -> Range<usize> {
    match html.len() == range.len() {
        true => range.start + part.start..range.start + part.end,
        false => range.clone(),
    }
}
