//! The names under which documents were first published: `#first:event/new`, then that name.
//!
//! A calendar knows an event by an id that never changes, whatever becomes of its file. Most documents keep their name,
//! so only those have a line that do not. Former programs take it for a remark.

use std::collections::{BTreeMap, BTreeSet};

/// First names by present ones.
#[derive(Clone, Debug, Default)]
pub(super) struct FirstNames {
    known: BTreeMap<String, String>,
    given: BTreeSet<String>,
}

/// What lines begin with.
const SORT: &str = "#first:";

impl FirstNames {
    /// Reads a line of the lock, if it is one.
    pub(super) fn read(&mut self, line: &str) {
        let parts = line.trim_end().strip_prefix(SORT).and_then(|rest| rest.split_once('\t'));
        if let Some((name, first)) = parts {
            self.known.insert(name.to_owned(), first.to_owned());
            self.given.insert(first.to_owned());
        }
    }

    /// Remembers that a document goes by another name now.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        let first = self.known.remove(from).unwrap_or_else(|| from.to_owned());
        self.given.insert(first.clone());
        self.known.insert(to.to_owned(), first);
    }

    /// The first name of a document, where that is another than its own. One that comes under a name which was
    /// somebody else's gets one that nobody had.
    pub(super) fn of(&mut self, name: &str) -> Option<&str> {
        if !self.known.contains_key(name) && self.given.contains(name) {
            let free = (2..).map(|number| format!("{name}~{number}")).find(|free| !self.given.contains(free));
            if let Some(free) = free {
                self.given.insert(free.clone());
                self.known.insert(name.to_owned(), free);
            }
        }
        self.known.get(name).map(String::as_str).filter(|first| *first != name)
    }

    /// Writes a line for a document.
    pub(super) fn write(text: &mut String, name: &str, first: &str) {
        text.push_str(&[SORT, name, "\t", first, "\n"].concat());
    }
}

#[cfg(test)]
mod tests {
    use super::FirstNames;

    #[test]
    fn a_name_is_given_once() {
        let mut names = FirstNames::default();
        names.rename("event/a", "event/b");
        names.rename("event/b", "event/c");
        assert_eq!(names.of("event/c"), Some("event/a"));
        assert_eq!(names.of("event/a"), Some("event/a~2"));
        assert_eq!(names.of("event/d"), None);
        names.rename("event/c", "event/a");
        assert_eq!(names.of("event/a"), None);
    }

    #[test]
    fn lines_come_back() {
        let mut text = String::new();
        FirstNames::write(&mut text, "event/b", "event/a");
        let mut names = FirstNames::default();
        text.lines().for_each(|line| names.read(line));
        assert_eq!(names.of("event/b"), Some("event/a"));
        assert_eq!(names.of("event/a"), Some("event/a~2"));
    }
}
