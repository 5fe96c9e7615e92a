//! Reads Rust source just well enough for the tidy tests: what is code, what is a string, what is a test.

use std::ops::Range;

/// Rust source with comments and the insides of strings blanked; lines stay where they are.
pub(crate) struct RustText {
    /// The code: every other byte is a space or a line break.
    pub(crate) code: String,
    /// The string literals, each with the byte at which it starts.
    pub(crate) strings: Vec<(usize, String)>,
}

impl RustText {
    /// Reads source text and leaves out its `#[cfg(test)]` modules.
    pub(crate) fn of(source: &str) -> Self {
        let mut text = blank(source);
        for range in test_modules(&text.code) {
            let kept: String =
                text.code[range.clone()].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
            text.code.replace_range(range.clone(), &kept);
            text.strings.retain(|(start, _)| !range.contains(start));
        }
        text
    }

    /// Returns the number of the line, from 1, that holds a byte.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.code[..byte].matches('\n').count() + 1
    }

    /// Counts the lines that hold code, or hold a comment between such lines, outside tests.
    pub(crate) fn lines_outside_tests(&self) -> usize {
        let last = self.code.trim_end().len();
        self.line(last.min(self.code.len()))
    }

    /// Returns the functions: name, line and number of lines.
    pub(crate) fn functions(&self) -> Vec<(String, usize, usize)> {
        let mut found = Vec::new();
        for (start, _) in self.code.match_indices("fn ") {
            let boundary = start == 0 || !is_word(self.code.as_bytes()[start - 1]);
            let name: String =
                self.code[start + 3..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(body) = boundary.then(|| body_of(&self.code, start)).flatten() else { continue };
            if !name.is_empty() {
                let (first, last) = (self.line(start), self.line(body.end));
                found.push((name, first, last - first + 1));
            }
        }
        found
    }

    /// Returns the names that directly follow a path such as `crate::`, braces opened, with their lines.
    pub(crate) fn names_after(&self, path: &str) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        for (start, _) in self.code.match_indices(path) {
            let joined =
                start > 0 && (is_word(self.code.as_bytes()[start - 1]) || self.code[..start].ends_with("::"));
            if !joined {
                let names = first_names(&self.code[start + path.len()..]);
                found.extend(names.into_iter().map(|name| (name, self.line(start))));
            }
        }
        found
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Returns the first name of each path in `a::b`, or in `{a::b, c}`.
fn first_names(rest: &str) -> Vec<String> {
    let word =
        |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(inside) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let (mut depth, mut names, mut fresh) = (0_i32, Vec::new(), true);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                names.push(word(&inside[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

/// Returns the braces that follow a place, before any `;` outside brackets.
fn body_of(code: &str, from: usize) -> Option<Range<usize>> {
    let (mut depth, mut round, mut open) = (0_i32, 0_i32, None);
    for (at, c) in code[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if depth == 0 && round == 0 => return None,
            '{' => {
                depth += 1;
                open.get_or_insert(at);
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return open.map(|open| open..at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn test_modules(code: &str) -> Vec<Range<usize>> {
    let attribute = "#[cfg(test)]";
    code.match_indices(attribute)
        .filter_map(|(start, _)| body_of(code, start + attribute.len()).map(|body| start..body.end))
        .collect()
}

/// Blanks comments and strings, and gathers the strings.
fn blank(source: &str) -> RustText {
    let bytes = source.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &source[at..];
        let (end, inner) = if rest.starts_with("//") {
            (at + rest.find('\n').unwrap_or(rest.len()), None)
        } else if rest.starts_with("/*") {
            (at + block_comment(rest), None)
        } else if let Some((length, open, close)) = string_at(source, at) {
            (at + length, Some(source[at + open..at + length - close].to_owned()))
        } else if let Some(length) = character_at(rest) {
            (at + length, None)
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        strings.extend(inner.map(|inner| (at, inner)));
        code[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    RustText { code: String::from_utf8_lossy(&code).into_owned(), strings }
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Measures a string literal: its length, and the lengths of what opens and closes it.
fn string_at(source: &str, at: usize) -> Option<(usize, usize, usize)> {
    let rest = &source[at..];
    let inside_word = at > 0 && is_word(source.as_bytes()[at - 1]);
    if let Some(raw) = rest.strip_prefix('r').filter(|_| !inside_word || source[..at].ends_with('b')) {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let body = raw[hashes + 1..].find(&close)?;
            return Some((1 + hashes + 1 + body + close.len(), hashes + 2, close.len()));
        }
    }
    let mut escaped = false;
    for (offset, c) in rest.strip_prefix('"')?.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((offset + 2, 1, 1)),
            _ => {}
        }
    }
    None
}

/// Measures a character literal, which is not a lifetime.
fn character_at(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    let mut characters = inner.char_indices();
    let (_, first) = characters.next()?;
    if first == '\\' {
        return inner[2..].find('\'').map(|end| end + 4);
    }
    let (next, quote) = characters.next()?;
    (quote == '\'').then_some(next + 2)
}
