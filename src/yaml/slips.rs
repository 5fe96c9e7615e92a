//! The line that broke a text, where it is not the line at which a parser stops.

use std::ops::Range;

use super::plain::{self, Line};

/// What is wrong with a line.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Slip {
    /// The line without its indentation, in the text.
    pub(crate) line: Range<usize>,
    /// What it is.
    pub(crate) kind: SlipKind,
}

/// The slips that have advice of their own.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum SlipKind {
    /// It stands further right than its neighbours, although nothing before it opens a level: the right depth.
    Deep(usize),
    /// It stands between two levels: the depth that was probably meant.
    Between(usize),
    /// It is the first item of a list and stands beside the name of its field.
    Beside,
}

/// The first line whose indentation fits no level.
pub(crate) fn indentation(text: &str) -> Option<Slip> {
    // The depths of the open levels, and whether the last line may open another.
    let mut levels: Vec<usize> = Vec::new();
    let mut opens = true;
    let mut before: Option<Range<usize>> = None;
    let mut first: Option<Range<usize>> = None;
    for line in plain::lines(text, &|_| false).filter(stands) {
        let depth = depth(line.text);
        let body = line.text.trim();
        let item = body.starts_with("- ");
        let start = line.start + line.text.len() - line.text.trim_start().len();
        let here = start..start + body.len();
        let above = before.replace(here.clone());
        let Some(&deepest) = levels.last() else {
            levels.push(depth);
            first = Some(here);
            opens = may_open(body);
            push_item(&mut levels, line.text, item);
            continue;
        };
        let kind = if depth > deepest && !opens {
            Some(SlipKind::Deep(deepest)).filter(|_| item || is_field(body))
        } else if depth < deepest && !levels.contains(&depth) {
            let near = levels.iter().copied().min_by_key(|level| level.abs_diff(depth));
            near.filter(|_| item || is_field(body)).map(SlipKind::Between)
        } else {
            None
        };
        // The first line alone stands further in than all others.
        if let (Some(SlipKind::Between(_)), 0, Some(line)) =
            (&kind, depth, above.clone().filter(|_| above == first))
        {
            return Some(Slip { line, kind: SlipKind::Deep(0) });
        }
        if let Some(kind) = kind {
            let beside = |above: &Range<usize>| text[above.clone()].contains(": - ");
            return Some(match above.filter(|above| item && beside(above)) {
                Some(above) => Slip { line: above, kind: SlipKind::Beside },
                None => Slip { line: here, kind },
            });
        }
        if !item && !is_field(body) {
            continue;
        }
        levels.retain(|&level| level <= depth);
        if levels.last() != Some(&depth) {
            levels.push(depth);
        }
        push_item(&mut levels, line.text, item);
        opens = may_open(body);
    }
    None
}

/// The first item that stands further right than the one above it: YAML takes both for one value. Its line without the
/// indentation, and the depth that was meant.
pub(crate) fn joined_item(text: &str) -> Option<(Range<usize>, usize)> {
    let mut above: Option<usize> = None;
    for line in plain::lines(text, &|_| false).filter(stands) {
        let (depth, body) = (depth(line.text), line.text.trim());
        if let Some(meant) = above.filter(|above| depth > *above && body.starts_with("- ")) {
            let start = line.start + line.text.len() - line.text.trim_start().len();
            return Some((start..start + body.len(), meant));
        }
        let value =
            line.place.as_ref().filter(|place| place.item).map(|place| &line.text[place.value.clone()]);
        let words = value.is_some_and(|value| !value.starts_with(['"', '\'', '[', '{', '-', '|', '>']));
        above = words.then_some(depth);
    }
    None
}

/// The fields of an item stand as far right as what follows its dash.
fn push_item(levels: &mut Vec<usize>, line: &str, item: bool) {
    let body = line.trim();
    let inner = body.trim_start_matches('-').trim_start();
    if item && is_field(inner) {
        levels.push(depth(line) + body.chars().count() - inner.chars().count());
    }
}

fn stands(line: &Line<'_>) -> bool {
    let body = line.text.trim();
    !(line.raw || body.is_empty() || body.starts_with('#'))
}

/// How many signs stand before a line.
fn depth(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

/// Whether a line is `key:` or `key: value`.
fn is_field(body: &str) -> bool {
    let key = body.split_once(": ").map(|(key, _)| key).or_else(|| body.strip_suffix(':'));
    key.is_some_and(|key| !key.is_empty() && !key.starts_with(['"', '\'', '[', '{']))
}

/// Whether what follows a line may stand further right: a key without a value, a block, an open bracket.
fn may_open(body: &str) -> bool {
    let value = body.split_once(": ").map_or("", |(_, value)| value);
    let text = plain::without_comment(value);
    let ends = plain::without_comment(body).ends_with(':');
    ends || text.is_empty() && !body.starts_with("- ") || plain::opens_block(text) || is_open(text)
}

fn is_open(value: &str) -> bool {
    (value.starts_with('[') && !value.contains(']')) || (value.starts_with('{') && !value.contains('}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, SlipKind)> {
        indentation(text).map(|slip| (&text[slip.line], slip.kind))
    }

    #[test]
    fn the_line_that_stands_wrong_is_found() {
        assert_eq!(found("a: 1\n b: 2\nc: 3\n"), Some(("b: 2", SlipKind::Deep(0))));
        assert_eq!(found("a:\n  b: 1\n   c: 2\n"), Some(("c: 2", SlipKind::Deep(2))));
        assert_eq!(found("a:\n  b: 1\n c: 2\n"), Some(("c: 2", SlipKind::Between(0))));
        assert_eq!(found("a:\n    b: 1\n   c: 2\n"), Some(("c: 2", SlipKind::Between(4))));
        assert_eq!(found("- a: 1\n  b: 2\n - a: 3\n"), Some(("- a: 3", SlipKind::Between(0))));
        assert_eq!(found("items:\n  - a: 1\n     b: 2\n"), Some(("b: 2", SlipKind::Deep(4))));
    }

    #[test]
    fn an_item_further_right_than_the_one_above_is_no_part_of_it() {
        let joined = |text: &str| joined_item(text).map(|(line, depth)| (text[line].to_owned(), depth));
        assert_eq!(joined("a:\n  - б\n   - в\n"), Some(("- в".to_owned(), 2)));
        assert_eq!(joined("a:\n- б\n\n  - в\n"), Some(("- в".to_owned(), 0)));
        for text in [
            "a:\n  - б\n  - в\n",
            "a:\n  - b: 1\n    c:\n      - д\n",
            "a:\n  - - б\n    - в\n",
            "a:\n  - |\n    - б\n",
            "a: |\n  - б\n    - в\n",
        ] {
            assert_eq!(joined(text), None, "{text}");
        }
    }

    #[test]
    fn lines_that_stand_right_are_left_alone() {
        for text in [
            "a:\n  b: 1\n  c:\n    d: 2\ne: 3\n",
            "items:\n  - a: 1\n    b: 2\n  - a: 3\nc: 4\n",
            "items:\n- a: 1\n  b:\n    - 2\n- a: 3\n",
            "a: |\n  x: 1\n    y: 2\nb: 1\n",
            "a: [b,\n  c: d]\ne: 1\n",
            "a: первое\n  и дальше\nb: 1\n",
            "",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
