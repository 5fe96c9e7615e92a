//! Words with letters of another alphabet among their own.

use super::Reader;
use crate::markup::lookalike;
use crate::yaml::Node;

/// Warns of words of a value with letters of another alphabet: nobody sees them, and no search finds the word.
pub(super) fn warn<'a>(node: &Node, reader: &mut dyn Reader<'a>) {
    let Some(text) = node.text() else { return };
    let exact = node.span.range().len() == text.len();
    for (found, right) in lookalike::find(text) {
        let start = node.span.start as usize;
        let place = node.span.source.span(start + found.start, start + found.end);
        reader.report(lookalike::warning(&text[found], &right, if exact { place } else { node.span }));
    }
}

/// A word with its letters of another alphabet put right, if there are any, and those letters.
pub(super) fn mended(word: &str) -> (Option<String>, String) {
    let mut right = word.to_owned();
    let mut found = lookalike::find(word);
    let letters: Vec<String> =
        word.chars().filter(char::is_ascii_alphabetic).map(|c| format!("«{c}»")).collect();
    let any = !found.is_empty();
    while let Some((range, better)) = found.pop() {
        right.replace_range(range, &better);
    }
    (any.then_some(right), letters.join(", "))
}
