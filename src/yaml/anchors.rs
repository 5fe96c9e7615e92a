//! Anchors and references of YAML, `&f` and `*f`: a value written once and named elsewhere. No field understands them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::plain::{self, Line};

/// The places of anchors and of what refers to them. A word with one of these signs is a word until it is clear that
/// the other was meant: an anchor stands before a list or a mapping, or is referred to.
pub(crate) fn anchors(text: &str) -> Vec<Range<usize>> {
    // `<<: *имя` can only be a reference.
    let merged = text.match_indices("<<:").filter_map(|(at, _)| {
        let line = text[at..].lines().next()?.trim_end();
        let alone = text[..at].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
        (alone && line[3..].trim_start().starts_with('*')).then(|| at..at + line.len())
    });
    let merged: Vec<Range<usize>> = merged.collect();
    if !text.contains('&') {
        return merged;
    }
    let lines: Vec<Line<'_>> = plain::lines(text, &|_| false).filter(|line| !line.raw).collect();
    let marks = |sign| lines.iter().filter_map(move |line| mark(line, sign));
    let referred: BTreeSet<&str> =
        marks('*').filter(|(_, _, rest)| rest.is_empty()).map(|(_, name, _)| name).collect();
    let meant = |name: &str, rest: &str| rest.starts_with(['[', '{']) || referred.contains(name);
    let anchors: Vec<(Range<usize>, &str, &str)> =
        marks('&').filter(|(_, name, rest)| meant(name, rest)).collect();
    let named: BTreeSet<&str> = anchors.iter().map(|(_, name, _)| *name).collect();
    let references = marks('*').filter(|(_, name, rest)| rest.is_empty() && named.contains(name));
    let mut found: Vec<Range<usize>> =
        anchors.iter().cloned().chain(references).map(|(place, ..)| place).chain(merged).collect();
    found.sort_by_key(|place| place.start);
    found
}

/// A sign with a name at the beginning of a line's value: its place, the name, and what follows.
fn mark<'t>(line: &Line<'t>, sign: char) -> Option<(Range<usize>, &'t str, &'t str)> {
    let value = line.place.as_ref()?.value.clone();
    let body = plain::without_comment(line.text.get(value.clone())?);
    let inside = body.strip_prefix(sign)?;
    let end = inside.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let start = line.start + value.start;
    (!name.is_empty() && apart).then(|| (start..start + 1 + end, name, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::anchors;

    #[test]
    fn anchors_are_told_from_words() {
        let found = |text: &'static str| anchors(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>();
        assert_eq!(found("a: &f [б, в]\nc: *f\n"), ["&f", "*f"]);
        assert_eq!(found("a: &слово текст\nb:\n  - *слово # для себя\n"), ["&слово", "*слово"]);
        assert_eq!(found("a: &f {б: в}\n"), ["&f"]);
        assert_eq!(found("a: б\n<<: *f\n"), ["<<: *f"]);
        for text in ["a: & другие\n", "a: &c\nb: *важно*\n", "a: *f\n", "a: R&D\nb: *R\n", "t: |\n  &f [а]\n"]
        {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
