//! What of a page is not read.

use crate::model::{LeftOut, Reason};

/// An element that nothing is read of, until it ends.
#[derive(Debug)]
pub(super) struct Skipped {
    name: String,
    /// Why, when that is told.
    reason: Option<Reason>,
    /// How many elements of its name are open, itself included.
    depth: usize,
    text: String,
}

/// So much of what is left out is kept, in bytes.
const LONGEST: usize = 2_000;

impl Skipped {
    /// Begins.
    pub(super) fn new(name: &str, reason: Option<Reason>) -> Self {
        Self { name: name.to_owned(), reason, depth: 1, text: String::new() }
    }

    /// Takes a text.
    pub(super) fn text(&mut self, text: &str) {
        if self.text.len() < LONGEST {
            self.text.push_str(text);
        }
    }

    /// Takes the beginning of an element; whether this one ends before it, since it was never closed.
    pub(super) fn start(&mut self, name: &str) -> bool {
        self.text(" ");
        if self.name == name {
            self.depth += 1;
        }
        (self.name == "p" && super::tag::is_block(name)) || (self.name == "head" && name == "body")
    }

    /// Takes the end of an element; whether this one ends with it.
    pub(super) fn end(&mut self, name: &str) -> bool {
        self.depth -= usize::from(self.name == name);
        self.depth == 0
    }

    /// What there is to tell of it.
    pub(super) fn told(self) -> Option<LeftOut> {
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let text = words.join(" ");
        let reason = self.reason?;
        let text = if text.is_empty() && reason == Reason::Object { self.name } else { text };
        (!text.is_empty()).then_some(LeftOut { reason, text })
    }
}
