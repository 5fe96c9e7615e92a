//! Escaping for HTML.

/// The text, escaped for the content of an element and for a double-quoted attribute.
pub(crate) fn escaped(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + plain.len() / 16);
    text(&mut out, plain);
    out
}

/// Appends text, escaped for the content of an element and for a double-quoted attribute.
pub(crate) fn text(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Appends an address, with what may not stand in one percent-encoded and Cyrillic left readable.
pub(crate) fn href(out: &mut String, address: &str) {
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '\\' => out.push_str("%5C"),
            '^' | '`' | '{' | '|' | '}' | '[' | ']' => {
                out.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c if c.is_control() => {}
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '"' => out.push_str("%22"),
            '\'' => out.push_str("%27"),
            c => out.push(c),
        }
    }
}
