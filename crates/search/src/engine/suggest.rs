//! Words of the site to offer when nothing was found.

use crate::query::Vocabulary;

/// So many words are offered for each unknown one, and in all.
const FOR_EACH: usize = 4;
const IN_ALL: usize = 8;
/// From so many letters a word with two slips is still near.
const TWO_SLIPS: usize = 7;
/// What is shorter resembles too much.
const SHORTEST: usize = 3;

/// Lists words that are near to the unknown ones or begin like them, likeliest first.
///
/// It looks into the files that the query has read already.
pub(super) fn words(unknown: &[String], vocabulary: &Vocabulary<'_>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in unknown {
        let word = crate::text::fold(word);
        // Of a short word a second slip leaves too little.
        let farthest = if word.chars().count() >= TWO_SLIPS { 2 } else { 1 };
        let near = (1..=farthest).flat_map(|distance| vocabulary.near(&word, distance));
        let near = near.map(|near| near.form).filter(|form| form.chars().count() >= SHORTEST);
        let found = near.chain(vocabulary.forms_beginning(&beginning(&word)));
        let found = found.filter(|form| vocabulary.form_pages(form) > 0);
        let mut taken = 0;
        for form in found {
            let form = vocabulary.written(&form);
            if taken < FOR_EACH && words.len() < IN_ALL && !words.contains(&form) {
                words.push(form);
                taken += 1;
            }
        }
    }
    words
}

/// Returns the first two thirds of a word, three letters at least.
fn beginning(word: &str) -> String {
    let letters = word.chars().count();
    word.chars().take((letters * 2 / 3).max(SHORTEST)).collect()
}
