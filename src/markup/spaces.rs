//! A space that does not break, behind the mark of a heading or of an item: Option and the space bar of a Mac type it,
//! and so do texts copied from web pages. Markdown wants a common one; two of them take as many bytes.

use std::borrow::Cow;

/// The space that does not break.
const HARD: char = '\u{a0}';

/// The text in which marks of headings and, outside of regulations, of items are followed by common spaces. What stands
/// in a block of code stays.
pub(super) fn understood(text: &str, items: bool) -> Cow<'_, str> {
    if !text.contains(HARD) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut from, mut code) = (String::new(), 0, false);
    for line in text.split_inclusive('\n') {
        let start = line.as_ptr().addr() - text.as_ptr().addr();
        code ^= ["```", "~~~"].iter().any(|fence| line.trim_start().starts_with(fence));
        if let Some(end) = mark(line, items).filter(|_| !code) {
            out.push_str(&text[from..start + end]);
            out.push_str("  ");
            from = start + end + HARD.len_utf8();
        }
    }
    if from == 0 { Cow::Borrowed(text) } else { Cow::Owned(out + &text[from..]) }
}

/// Where the mark ends that a line begins with, if such a space follows.
fn mark(line: &str, items: bool) -> Option<usize> {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let sign = rest.chars().next()?;
    let end = match sign {
        '#' => rest.find(|c| c != '#').filter(|end| *end <= 6)?,
        '-' | '*' | '+' if items => 1,
        '0'..='9' if items => {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).filter(|end| *end < 4)?;
            rest[digits..].starts_with(['.', ')']).then_some(digits + 1)?
        }
        _ => return None,
    };
    rest[end..].starts_with(HARD).then_some(line.len() - rest.len() + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_followed_by_common_spaces() {
        for (text, read) in [
            ("##\u{a0}Раздел", "##  Раздел"),
            ("Слова\n-\u{a0}мел\n  1.\u{a0}раз", "Слова\n-  мел\n  1.  раз"),
            (">\u{a0}слова", ">\u{a0}слова"),
            ("—\u{a0}сказал", "—\u{a0}сказал"),
            ("№\u{a0}5", "№\u{a0}5"),
            ("```\n-\u{a0}код\n```\n-\u{a0}мел", "```\n-\u{a0}код\n```\n-  мел"),
        ] {
            let found = understood(text, true);
            assert_eq!((found.as_ref(), found.len()), (read, text.len()));
        }
        assert_eq!(understood("1.\u{a0}Общие положения", false), "1.\u{a0}Общие положения");
    }
}
