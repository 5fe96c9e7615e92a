//! Where a text is no YAML, when its parser tells no place, or the wrong one: the first field that is none by itself.

use std::ops::Range;

use super::{Yaml, mend, parse};
use crate::source::SourceId;

/// A field of more lines is not tried line by line.
const MOST_LINES: usize = 60;

/// The line of a text at which its first field stops being one; none when each field is one by itself.
pub(crate) fn first_bad(
    text: &str,
    is_field: &dyn Fn(&str) -> bool,
    source: SourceId,
) -> Option<Range<usize>> {
    let reads = |field: &str| {
        let parsed = parse(&mend(field, is_field), 0, source);
        parsed.is_ok_and(|parsed| !matches!(parsed.node.value, Yaml::Text(_)))
    };
    let field = fields(text).find(|field| !reads(&text[field.clone()]))?;
    let mut end = field.start;
    for line in text[field.clone()].split_inclusive('\n').take(MOST_LINES) {
        let start = end;
        end += line.len();
        if !line.trim().is_empty() && !reads(&text[field.start..end]) {
            let indent = line.len() - line.trim_start().len();
            return Some(start + indent..start + line.trim_end().len());
        }
    }
    None
}

/// The fields at the edge of a text, or the items of a text that is a list, with all that stands further in.
fn fields(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_list = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let is_list = is_list.is_some_and(|line| line.starts_with("- "));
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let edge = line.starts_with(|c: char| !c.is_whitespace() && !matches!(c, '#' | ']' | '}'));
        if edge && line.starts_with("- ") == is_list {
            starts.push(at);
        }
        at += line.len();
    }
    starts.push(text.len());
    (1..starts.len()).map(move |next| starts[next - 1]..starts[next])
}
