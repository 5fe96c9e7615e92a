//! Words with letters of another alphabet among their own.

use crate::markup::lookalike;

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
