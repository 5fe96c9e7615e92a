//! Pictures that say nothing.

use crate::text::key;

/// The answers to «what does it show?» of whoever put a picture there for its looks alone.
const WORDS: [&str; 5] = ["для украшения", "украшение", "декор", "decoration", "decorative"];

/// Whether the words that stand for a picture say that it only adorns.
pub(crate) fn is_decoration(words: &str) -> bool {
    let words = key(words.trim_end_matches('.'));
    WORDS.contains(&words.as_str())
}

#[cfg(test)]
mod tests {
    use super::is_decoration;

    #[test]
    fn the_answer_counts_however_it_is_written() {
        assert!(is_decoration(" Для  украшения.") && is_decoration("decorative"));
        assert!(!is_decoration("Для украшения зала") && !is_decoration(""));
    }
}
