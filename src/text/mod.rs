//! What people write, compared and told apart: keys that ignore case, `ё` and spacing; names given out once; and the
//! signs that texts may not hold. Beside them, how hashes are written.

mod hex;
pub(crate) mod signs;
mod taken;

pub(crate) use hex::{hex, unhex};
pub(crate) use taken::Taken;

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

/// A name without the quotation marks around it.
pub(crate) fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(['«', '"', '“', '„']);
    inner.and_then(|rest| rest.strip_suffix(['»', '"', '”', '“'])).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Taken, key};

    #[test]
    fn a_name_is_given_out_once() {
        let mut taken = Taken::from_iter(["a-2"]);
        let given = ["a", "a", "a", "a-2", "a", "b", "a"].map(|wish| taken.claim(wish, '-'));
        assert_eq!(given, ["a", "a-3", "a-4", "a-2-2", "a-5", "b", "a-6"]);
        assert_eq!(taken.claim("a", '_'), "a_2");
    }

    #[test]
    fn keys_ignore_case_yo_and_spacing() {
        assert_eq!(key(" Учёный\u{a0} Совет "), key("ученый совет"));
        assert_eq!(key("publish_at"), key("Publish-At"));
    }
}
