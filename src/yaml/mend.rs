//! What methodists really write is turned into what YAML means, where there is no doubt about the meaning.
//!
//! The file itself is never changed: the mended text goes to the parser only, and [`Mended::original`] leads
//! every position back to what the author sees.

use std::borrow::Cow;

/// A text that the parser accepts, and the way back to the author's text.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The text for the parser.
    pub(crate) text: String,
    /// `(offset in the mended text, how much shorter or longer the author's text is up to here)`.
    shifts: Vec<(usize, isize)>,
    /// Byte ranges of the author's text that a `#` cuts off.
    pub(crate) cut_by_hash: Vec<std::ops::Range<usize>>,
}

impl Mended {
    /// The author's offset for an offset of the mended text.
    pub(crate) fn original(&self, offset: usize) -> usize {
        let before = self.shifts.partition_point(|&(at, _)| at <= offset);
        let delta = if before == 0 { 0 } else { self.shifts[before - 1].1 };
        offset.saturating_add_signed(delta)
    }
}

/// Mends a front matter or YAML file. `is_field` tells whether a word is a known field, which settles what
/// `дата:21.11.2026` without a space means.
pub(crate) fn mend(text: &str, is_field: &dyn Fn(&str) -> bool) -> Mended {
    let mut out =
        Mended { text: String::with_capacity(text.len() + 16), shifts: Vec::new(), cut_by_hash: Vec::new() };
    let mut position = 0;
    let mut block_indent = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let inside_block = block_indent.is_some_and(|outer| indent > outer || line.trim().is_empty());
        let mended = if inside_block { Cow::Borrowed(line) } else { mend_line(line, is_field) };
        if !inside_block {
            block_indent = opens_block(line).then_some(indent);
            if let Some(at) = lost_to_hash(&mended) {
                out.cut_by_hash.push(position + at..position + line.trim_end().len());
            }
        }
        out.push(&mended, line, position);
        position += line.len();
    }
    out
}

impl Mended {
    /// Appends a line that stands at `position` of the author's text.
    fn push(&mut self, mended: &str, line: &str, position: usize) {
        let start = self.text.len();
        self.text.push_str(mended);
        if mended == line {
            return;
        }
        let same = mended.bytes().zip(line.bytes()).take_while(|(a, b)| a == b).count();
        let next = line.as_bytes().get(same);
        let inserted = mended.bytes().skip(same).position(|byte| Some(&byte) == next).unwrap_or_default();
        let ends = (mended.trim_end().len(), line.trim_end().len());
        for (ours, theirs) in [(0, 0), (same + inserted, same), ends, (mended.len(), line.len())] {
            self.shifts.push((start + ours, (position + theirs) as isize - (start + ours) as isize));
        }
    }
}

/// Whether the value of this line is a block scalar (`|` or `>`), whose lines are taken as they are.
fn opens_block(line: &str) -> bool {
    let value = line.trim_end().rsplit_once(": ").or_else(|| line.trim_end().rsplit_once(":\t"));
    value.is_some_and(|(_, value)| {
        let value = value.trim();
        value.starts_with(['|', '>']) && value[1..].chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))
    })
}

fn mend_line<'a>(line: &'a str, is_field: &dyn Fn(&str) -> bool) -> Cow<'a, str> {
    let mut line = untab(line);
    if let Some(spaced) = space_after_colon(&line, is_field) {
        line = Cow::Owned(spaced);
    }
    let Some((head, value)) = split_value(&line) else { return line };
    if needs_quotes(value) {
        let ending = &line[head.len() + value.len()..];
        return Cow::Owned(format!("{head}'{}'{ending}", value.replace('\'', "''")));
    }
    line
}

/// YAML forbids tabs in indentation; a tab counts as two spaces.
fn untab(line: &str) -> Cow<'_, str> {
    let body = line.trim_start_matches([' ', '\t']);
    let indent = &line[..line.len() - body.len()];
    if indent.contains('\t') { Cow::Owned(indent.replace('\t', "  ") + body) } else { Cow::Borrowed(line) }
}

/// `дата:21.11.2026` for a known field becomes `дата: 21.11.2026`.
fn space_after_colon(line: &str, is_field: &dyn Fn(&str) -> bool) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    let word = key.trim_start().trim_start_matches("- ").trim();
    let glued = !value.trim().is_empty() && !value.starts_with([' ', '\t', '\r']);
    (glued && is_field(word)).then(|| format!("{key}: {value}"))
}

/// Splits `key: value` or `- value` into the part up to the value, and the value without trailing space.
fn split_value(line: &str) -> Option<(&str, &str)> {
    let trimmed = line.trim_end();
    let body = trimmed.trim_start();
    let dash = if body.starts_with("- ") { 2 } else { 0 };
    let key = line.len() - line.trim_start().len() + dash;
    let colon = trimmed[key..].find(": ").or_else(|| trimmed[key..].find(":\t"));
    let quoted_key = trimmed[key..].trim_start().starts_with(['"', '\'', '{', '[', '#', '&', '*', '?']);
    let start = match colon {
        Some(at) if !quoted_key => key + at + 2,
        _ => return None,
    };
    let value = trimmed[start..].trim_start();
    (!value.is_empty()).then(|| (&line[..trimmed.len() - value.len()], value))
}

/// Whether a plain value would break or change under YAML although its author clearly means text.
fn needs_quotes(value: &str) -> bool {
    let Some(first) = value.chars().next() else { return false };
    match first {
        '"' | '\'' => false,
        '[' | '{' => !closed_flow(value),
        '|' | '>' => !(value.len() == 1 || value[1..].chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))),
        '@' | '`' | '%' | '*' | '&' | '!' | '?' | ',' | ']' | '}' => true,
        '#' => hash_is_text(value, 0),
        _ => {
            value.contains(": ")
                || value.ends_with(':')
                || value.match_indices(" #").any(|(at, _)| hash_is_text(value, at + 1))
        }
    }
}

/// `#5` is a number sign; `# …` and `#слово` are left to YAML, and the second is reported.
fn hash_is_text(value: &str, hash: usize) -> bool {
    value[hash + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a `[…]` or `{…}` value ends with its closing bracket (a comment may follow).
fn closed_flow(value: &str) -> bool {
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    let closing = if value.starts_with('[') { ']' } else { '}' };
    value.ends_with(closing) || !value.contains(closing)
}

/// Where a `#` right before a word cuts off the rest of a plain value.
fn lost_to_hash(line: &str) -> Option<usize> {
    let (head, value) = split_value(line)?;
    if value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        return None;
    }
    let at = value
        .match_indices(" #")
        .map(|(at, _)| at + 1)
        .find(|&at| value[at + 1..].starts_with(|c: char| !c.is_whitespace() && c != '#'))?;
    Some(head.len() + at)
}
