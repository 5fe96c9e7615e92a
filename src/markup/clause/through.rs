//! Points numbered through the whole text: sections `I.`, `II.` or «Глава 1», «Глава 2», and points 1, 2, 3 …, which do
//! not begin anew with a section. It is the usual form of a «Порядок» of a ministry; its points are cited by their number alone.

use pulldown_cmark::{Event, Tag};

use super::super::event::Spanned;
use super::super::plain;
use super::number::{self, Style};
use super::piece::leading;

/// Whether the points of a text are numbered through it: sections in Roman figures or with a name alone, at least two of
/// them, and numbers of one part that begin with 1 and rise over the borders of sections; what has more parts stands
/// right in the point of its first number. The points of an order, which has no sections, are numbered so as well. Annexes
/// are not looked at.
pub(super) fn is_through(text: &str, events: &[Spanned<'_>]) -> bool {
    let (mut sections, mut points, mut over, mut deep) = (0_usize, Vec::new(), false, false);
    let mut depth = 0_usize;
    // Whether items are numbered `1.`, and how many are.
    let (mut dotted, mut items) = (false, 0_usize);
    for (at, (event, range)) in events.iter().enumerate() {
        let rest = &events[at + 1..];
        let Event::Start(tag) = event else {
            depth -= usize::from(matches!(event, Event::End(_)));
            continue;
        };
        let list =
            depth == 1 && matches!(events.get(at.wrapping_sub(1)), Some((Event::Start(Tag::List(_)), _)));
        depth += 1;
        if let (Tag::List(first), 1) = (tag, depth) {
            dotted = first.is_some() && is_dotted(&text[range.clone()]);
        }
        items += usize::from(dotted && depth == 2 && *tag == Tag::Item);
        match tag {
            Tag::Heading { .. } if depth == 1 => match number::section(&leading(rest)) {
                Some(printed) if printed.style == Style::Roman || is_named(&leading(rest)) => sections += 1,
                Some(_) => return false,
                None if plain::inline(rest).to_lowercase().starts_with("приложение") => break,
                None => {}
            },
            Tag::Paragraph if depth == 1 => match number::clause(&leading(rest), None) {
                // A part of the point before it; of a section that has the point's number it would be one of many.
                Some(printed) if printed.number.depth() > 1 => {
                    let of_point = points.last().is_some_and(|(point, _)| *point == printed.number.first());
                    if !of_point {
                        return false;
                    }
                    deep = true;
                }
                Some(printed) => points.push((printed.number.first(), sections)),
                None => {}
            },
            Tag::List(Some(first)) if depth == 1 && is_dotted(&text[range.clone()]) => {
                points.push((u16::try_from(*first).unwrap_or(u16::MAX), sections));
            }
            Tag::Item if list => {
                over |= number::clause(&leading(rest), None).is_some_and(|p| p.number.depth() > 1)
            }
            _ => {}
        }
    }
    let rising = points.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let crossing = points.windows(2).any(|pair| pair[0].1 > 0 && pair[0].1 < pair[1].1);
    // The points of an order: no section has a number, and no point has parts that would make it one.
    let flat = sections == 0 && !deep && (points.len() > 1 || items > 1);
    let through = flat || (sections > 1 && crossing);
    !over && through && rising && points.first().is_some_and(|first| first.0 == 1)
}

/// «Глава 1», «Раздел 2», «Статья 3»: a number that is no point's, whatever its figures.
fn is_named(heading: &str) -> bool {
    let heading = heading.trim_start().to_lowercase();
    ["глава ", "раздел ", "статья "].iter().any(|name| heading.starts_with(name))
}

/// Whether the items of a list are numbered `1.`, not `1)`.
pub(super) fn is_dotted(list: &str) -> bool {
    plain::item_marker(list).trim_end().ends_with('.')
}
