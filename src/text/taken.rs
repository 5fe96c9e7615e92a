//! Names that are given out once.

use std::collections::{HashMap, HashSet};

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
