//! Plain values: where one stands in its line, and whether YAML would take it for what its author means.

use std::ops::Range;

/// Where the value of a line stands.
#[derive(Debug)]
pub(super) struct Place {
    /// Its bytes, without the space around it; a comment after it included.
    pub(super) value: Range<usize>,
    /// Whether it is an item of a list rather than the value of a field.
    pub(super) item: bool,
    /// Whether the space between the colon and the value is missing.
    pub(super) glued: bool,
    /// The name of the field.
    pub(super) key: Range<usize>,
}

/// One line of a text.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Where it begins in the text.
    pub(super) start: usize,
    /// It, with its end.
    pub(super) text: &'a str,
    /// Its value, if it has one.
    pub(super) place: Option<Place>,
    /// Whether it belongs to a block scalar.
    pub(super) raw: bool,
}

/// The lines of a text with their values; the lines of a block scalar have none.
pub(super) fn lines<'a>(text: &'a str, is_field: &'a dyn Fn(&str) -> bool) -> impl Iterator<Item = Line<'a>> {
    let (mut start, mut block) = (0, None);
    text.split_inclusive('\n').map(move |line| {
        let indent = indent(line);
        let raw = block.is_some_and(|outer| indent > outer || line.trim().is_empty());
        let place = if raw { None } else { place(line, is_field) };
        if !raw {
            block =
                place.as_ref().is_some_and(|place| opens_block(&line[place.value.clone()])).then_some(indent);
        }
        let line = Line { start, text: line, place, raw };
        start += line.text.len();
        line
    })
}

/// The first value that opens a quote or a bracket and goes on nowhere: its place in the text.
pub(crate) fn unfinished(text: &str) -> Option<Range<usize>> {
    let lines: Vec<Line<'_>> = lines(text, &|_| false).collect();
    let open = |(at, line): (usize, &Line<'_>)| {
        let value = line.place.as_ref().map(|place| &line.text[place.value.clone()])?;
        let next = lines[at + 1..].iter().find(|next| !next.text.trim().is_empty());
        let ends = next.is_none_or(|next| indent(next.text) <= indent(line.text));
        let start = line.start + line.place.as_ref()?.value.start;
        (ends && is_open(value)).then(|| start..start + value.len())
    };
    lines.iter().enumerate().find_map(open)
}

/// The first line that stands where a field should begin and is none: its place in the text.
pub(crate) fn no_field(text: &str) -> Option<Range<usize>> {
    let begins = |line: &Line<'_>| !line.raw && indent(line.text) == 0 && !line.text.trim().is_empty();
    let other = ['#', '-', '"', '\'', '[', ']', '{', '}', '&', '*', '?', '!', '%'];
    let line = lines(text, &|_| false)
        .find(|line| begins(line) && !names_field(line.text) && !line.text.starts_with(other))?;
    Some(line.start..line.start + line.text.trim_end().len())
}

/// Whether a line has a colon that may end the name of a field: not that of an hour, `начало 21.12.2026 10:00`.
fn names_field(line: &str) -> bool {
    let body = line.trim_end();
    let hour = |at: usize| {
        let figure = |c: char| c.is_ascii_digit();
        body[..at].ends_with(figure) && body[at + 1..].starts_with(figure) && body[..at].contains(' ')
    };
    body.match_indices(':').any(|(at, _)| !hour(at))
}

/// A field at the edge of a text whose first line begins a list: it belongs to no item. Its place in the text.
pub(crate) fn outside_list(text: &str) -> Option<Range<usize>> {
    let edge = |line: &Line<'_>| {
        let body = line.text.trim();
        !line.raw && indent(line.text) == 0 && !(body.is_empty() || body.starts_with('#') || is_rule(body))
    };
    let mut lines = lines(text, &|_| false).filter(edge);
    lines.next().filter(|first| first.text.starts_with("- "))?;
    let line = lines.find(|line| !line.text.starts_with('-') && line.text.contains(':'))?;
    Some(line.start..line.start + line.text.trim_end().len())
}

/// `---`
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b'-')
}

fn is_open(value: &str) -> bool {
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => after_quote(value, quote).is_none(),
        Some('[') => !value.contains(']'),
        Some('{') => !value.contains('}'),
        _ => false,
    }
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|&c| is_indent(c)).count()
}

/// What stands before a line: spaces of any sort, those of word processors too, and tabs.
pub(super) fn is_indent(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}

/// Finds the value of `key: value`, `- key: value` or `- value`; nothing when the line has none of its own.
pub(super) fn place(line: &str, is_field: &dyn Fn(&str) -> bool) -> Option<Place> {
    let trimmed = line.trim_end();
    let indent = line.len() - line.trim_start().len();
    let body = trimmed.get(indent..)?;
    let item = body.starts_with("- ");
    let start = if item { indent + 1 + spaces(&body[1..]) } else { indent };
    let rest = &trimmed[start..];
    if rest.is_empty() || rest.starts_with('#') {
        return None;
    }
    let quoted_key = rest.starts_with(['"', '\'', '{', '[', '&', '*', '?', '|', '>']);
    if !quoted_key && let Some(at) = glued(rest, is_field) {
        let key = start..start + at - 1;
        return Some(Place { value: start + at..trimmed.len(), item: false, glued: true, key });
    }
    let colon = rest.find(": ").or_else(|| rest.find(":\t")).filter(|_| !quoted_key);
    let value = match colon {
        Some(at) => start + at + 1 + spaces(&rest[at + 1..]),
        None if item => start,
        None => return None,
    };
    (value < trimmed.len()).then_some(Place {
        value: value..trimmed.len(),
        item: item && colon.is_none(),
        glued: false,
        key: start..start + colon.unwrap_or_default(),
    })
}

/// Where the value begins in `дата:21.11.2026`, when the word before the colon is a known field.
fn glued(rest: &str, is_field: &dyn Fn(&str) -> bool) -> Option<usize> {
    let (key, value) = rest.split_once(':')?;
    let glued = !value.is_empty() && !value.starts_with([' ', '\t']);
    (glued && is_field(key.trim())).then_some(key.len() + 1)
}

fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

/// Whether a value opens a block scalar (`|` or `>`), whose lines are taken as they are.
pub(super) fn opens_block(value: &str) -> bool {
    let value = without_comment(value);
    value.starts_with(['|', '>']) && value[1..].chars().all(|c| matches!(c, '+' | '-' | '1'..='9'))
}

/// Whether a plain value would break or change under YAML although its author clearly means text.
pub(super) fn needs_quotes(value: &str, place: &Place) -> bool {
    let text = without_comment(value);
    let Some(first) = text.chars().next() else { return false };
    match first {
        '"' | '\'' => after_quote(text, first).is_some_and(|rest| !rest.trim().is_empty()),
        '[' | '{' => !closed_flow(text),
        '|' | '>' => !opens_block(text),
        '-' if !place.item => text == "-" || text.starts_with("- "),
        '@' | '`' | '%' | '*' | '&' | '!' | ',' | ']' | '}' => true,
        '?' => !place.item,
        '#' => hash_is_text(text, 0),
        _ => {
            (text.contains(": ") || text.ends_with(':')) && !place.item
                || hashes(text).any(|at| hash_is_text(text, at))
        }
    }
}

/// What stands in the outer quotes of a value whose words have quotes of the same kind: `"Семинар "Оценка""`. In
/// `"Чтение" и "письмо"` no quote is an outer one.
pub(super) fn quoted_within(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let inside = text.strip_prefix(quote)?.strip_suffix(quote).filter(|inside| !inside.is_empty())?;
    let outer =
        inside.starts_with(quote) || inside.ends_with(quote) || inside.matches(quote).count() % 2 == 1;
    outer.then_some(inside)
}

/// A value without the comment after it: `# …` with a space on both sides of the sign.
pub(super) fn without_comment(value: &str) -> &str {
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
    let closed = quote.and_then(|quote| after_quote(value, quote)).map_or(0, |rest| value.len() - rest.len());
    let comment = hashes(&value[closed..])
        .find(|&at| value[closed + at + 1..].chars().next().is_none_or(char::is_whitespace));
    comment.map_or(value, |at| value[..closed + at].trim_end())
}

/// What follows the closing quote of a value that begins with one; `None` when it does not close.
fn after_quote(value: &str, quote: char) -> Option<&str> {
    let mut chars = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if quote == '"' => {
                chars.next();
            }
            '\'' if quote == '\'' && chars.peek().is_some_and(|next| next.1 == '\'') => {
                chars.next();
            }
            c if c == quote => return Some(&value[at + 1..]),
            _ => {}
        }
    }
    None
}

/// Every `#` that follows a space.
fn hashes(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices('#').map(|(at, _)| at).filter(|&at| text[..at].ends_with(char::is_whitespace))
}

/// `#5` is a number sign; `# …` and `#слово` are left to YAML, and the second is reported.
fn hash_is_text(text: &str, hash: usize) -> bool {
    text[hash + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a `[…]` or `{…}` value ends with its closing bracket, or goes on in the next line.
fn closed_flow(text: &str) -> bool {
    let closing = if text.starts_with('[') { ']' } else { '}' };
    text.ends_with(closing) || !text.contains(closing)
}

/// Signs with which no plain element of a `[…]` may begin: YAML takes `#школа` for a note. `*` and `&` are left to it: who
/// names a value and repeats it means that.
const SIGNS: [char; 7] = ['#', '@', '!', '%', '`', '|', '>'];

/// The elements of a `[…]` on one line that begin with such a sign.
pub(super) fn marked_elements(value: &str) -> Vec<Range<usize>> {
    let Some(inner) = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return Vec::new();
    };
    let mut at = 1;
    let mut found = Vec::new();
    for element in elements(inner) {
        let start = at + element.len() - element.trim_start().len();
        let text = element.trim();
        if text.len() > 1 && text.starts_with(SIGNS) && !text.contains(['\'', '"']) {
            found.push(start..start + text.len());
        }
        at += element.len() + 1;
    }
    found
}

/// What commas part, but those in quotation marks: a quotation begins where an element or a value does.
fn elements(inner: &str) -> Vec<&str> {
    let (mut found, mut from) = (Vec::new(), 0);
    let (mut quote, mut escaped, mut begins) = (None, false, true);
    for (at, sign) in inner.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some('"') if sign == '\\' => escaped = true,
            Some(open) if sign == open => quote = None,
            Some(_) => {}
            None if begins && matches!(sign, '"' | '\'') => quote = Some(sign),
            None if sign == ',' => {
                found.push(&inner[from..at]);
                from = at + 1;
            }
            None => {}
        }
        begins = quote.is_none() && (matches!(sign, ',' | '[' | '{' | ':') || begins && sign.is_whitespace());
    }
    found.push(&inner[from..]);
    found
}

/// The name of a field whose value begins below its line: its place in the text.
pub(super) fn opens_list(line: &Line<'_>) -> Option<Range<usize>> {
    let name = without_comment(line.text.trim_end()).strip_suffix(':').filter(|_| !line.raw)?;
    let start = name.len() - name.trim_start_matches(|c: char| is_indent(c) || c == '-').len();
    Some(line.start + start..line.start + name.len())
}

/// Where in its line a note cuts off words of a plain value after which one space alone stands.
pub(super) fn note_after(value: &str, place: &Place) -> Option<usize> {
    let text = without_comment(value);
    let plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '#']);
    let close = value.get(text.len()..).is_some_and(|rest| rest.starts_with(" # ") && rest.trim().len() > 1);
    (plain && close).then_some(place.value.start + text.len() + 1)
}

/// Where in its line a `#` right before a word cuts off the rest of a plain value.
pub(super) fn lost_to_hash(value: &str, place: &Place) -> Option<usize> {
    if needs_quotes(value, place) || value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        return None;
    }
    let text = without_comment(value);
    let lost = hashes(text).find(|&at| text[at + 1..].starts_with(|c: char| c != '#' && !c.is_whitespace()));
    lost.map(|at| place.value.start + at)
}
