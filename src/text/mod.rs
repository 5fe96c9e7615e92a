//! Comparing what people write: keys that ignore case, `ё` and spacing; and the signs that texts may not hold.

pub(crate) mod signs;

/// Folds a word or phrase for comparison: lower case, `ё` as `е`, runs of space, `_` and `-` as one space.
pub(crate) fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars().flat_map(char::to_lowercase) {
        match c {
            'ё' => out.push('е'),
            c if c.is_whitespace() || c == '_' || c == '-' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_ignore_case_yo_and_spacing() {
        assert_eq!(key(" Учёный\u{a0} Совет "), key("ученый совет"));
        assert_eq!(key("publish_at"), key("Publish-At"));
    }
}
