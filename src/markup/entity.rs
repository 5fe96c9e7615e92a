//! Entities in values of raw HTML: `&amp;`, and letters of a scheme written as `&#115;` so that nobody sees it.

use std::borrow::Cow;

/// Entities that addresses are written with. The names of letters and signs of other alphabets stand in no address.
const NAMED: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("colon", ':'),
    ("sol", '/'),
    ("num", '#'),
    ("quest", '?'),
    ("period", '.'),
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("lpar", '('),
];
/// No entity is longer.
const LONGEST: usize = 10;

/// A value as a browser reads it.
pub(super) fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (sign, length) = entity(&rest[at + 1..]).unwrap_or(('&', 0));
        out.push(sign);
        rest = &rest[at + 1 + length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The sign that an entity stands for, and the bytes behind its `&`.
fn entity(rest: &str) -> Option<(char, usize)> {
    if let Some(number) = rest.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16),
            None => (number, 10),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let sign = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32)?;
        let before = rest.len() - digits.len();
        let closed = usize::from(digits[length..].starts_with(';'));
        return Some((sign, before + length + closed));
    }
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (_, sign) = NAMED.iter().find(|(name, _)| *name == &rest[..end])?;
    Some((*sign, end + 1))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn values_are_read_as_browsers_read_them() {
        assert_eq!(decoded("java&#115;cript&colon;x"), "javascript:x");
        assert_eq!(decoded("&#x6A;&#106avascript:x"), "jjavascript:x");
        assert_eq!(decoded("/a/?x=1&amp;y=2&z=3"), "/a/?x=1&y=2&z=3");
        assert_eq!(decoded("&&#;&#x;&нет;&#99999999999;"), "&&#;&#x;&нет;&#99999999999;");
    }
}
