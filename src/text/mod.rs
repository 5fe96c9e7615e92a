//! What people write, compared and told apart: keys that ignore case, `ё` and spacing; names given out once; and the
//! signs that texts may not hold.

use std::collections::{HashMap, HashSet};

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

/// Names given out so far, each once: anchors of a page, ids of terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    names: HashSet<String>,
    /// The last number put behind each wish with its separator, so that the thousandth equal wish does not try all
    /// numbers before its own.
    last: HashMap<(String, char), usize>,
}

impl Taken {
    /// Gives out the wished name, or the first free one with a number from 2 behind the separator.
    pub(crate) fn claim(&mut self, wish: &str, separator: char) -> String {
        if self.names.insert(wish.to_owned()) {
            return wish.to_owned();
        }
        let last = self.last.entry((wish.to_owned(), separator)).or_insert(1);
        loop {
            *last += 1;
            let name = format!("{wish}{separator}{last}");
            if self.names.insert(name.clone()) {
                return name;
            }
        }
    }

    /// Whether a name was given out.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}

impl<'a> FromIterator<&'a str> for Taken {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        Self { names: names.into_iter().map(str::to_owned).collect(), last: HashMap::new() }
    }
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
