//! Where the words of a YAML value stand in its file. YAML folds lines, indents and quotes, but it keeps the words in
//! their order, so a place inside the value is found by going along both texts word by word.

use std::ops::Range;

use crate::source::{Sources, Span};

/// The way from a value's text to its file.
#[derive(Debug)]
pub(crate) struct Within {
    whole: Span,
    /// The words of the value as far as they stand so in the file: their place in the value, and in the file.
    words: Vec<(Range<usize>, usize)>,
}

impl Within {
    /// Goes along a value that stands at `whole`, whose text in the file is `written`.
    pub(crate) fn new(value: &str, written: &str, whole: Span) -> Self {
        let mut words = Vec::new();
        let mut at =
            value.split_whitespace().next().and_then(|first| written.find(first)).unwrap_or_default();
        for word in value.split_whitespace() {
            at += written[at..].len() - written[at..].trim_start().len();
            // Behind an escape the words may be any; whatever stands there is told at the whole.
            if !written[at..].starts_with(word) {
                break;
            }
            let from = word.as_ptr().addr() - value.as_ptr().addr();
            words.push((from..from + word.len(), whole.start as usize + at));
            at += word.len();
        }
        Self { whole, words }
    }

    /// The same for a value in one of the sources.
    pub(crate) fn of(value: &str, sources: &Sources, whole: Span) -> Self {
        Self::new(value, sources.slice(whole), whole)
    }

    /// The place in the file of a range of the value; the whole value where it cannot be told.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        let start = self.at(range.start);
        let end = range.end.checked_sub(1).and_then(|last| self.at(last));
        match (start, end) {
            (Some(start), Some(end)) if start <= end => self.whole.source.span(start, end + 1),
            _ => self.whole,
        }
    }

    fn at(&self, byte: usize) -> Option<usize> {
        let after = self.words.partition_point(|(word, _)| word.start <= byte);
        let (word, place) = self.words.get(after.checked_sub(1)?)?;
        word.contains(&byte).then(|| place + byte - word.start)
    }
}

#[cfg(test)]
mod tests {
    use super::Within;
    use crate::source::Sources;

    /// What stands in the file at the words of a value.
    fn found<'w>(value: &str, written: &'w str, words: &str) -> &'w str {
        let source = Sources::default().add("content/test.yaml", written);
        let from = value.find(words).unwrap();
        let within = Within::new(value, written, source.span(0, written.len()));
        &written[within.place(from..from + words.len()).range()]
    }

    #[test]
    fn words_are_found_through_folding_quotes_and_indent() {
        let (value, link) = ("Вот [итоги года](a.pdf) и всё", "[итоги года](a.pdf)");
        assert_eq!(found(value, value, link), link);
        assert_eq!(found(value, "\"Вот [итоги года](a.pdf) и всё\"", link), link);
        assert_eq!(found(value, ">-\n  Вот [итоги\n  года](a.pdf) и всё", link), "[итоги\n  года](a.pdf)");
    }

    #[test]
    fn behind_an_escape_the_whole_is_shown() {
        let written = "'Клуб ''Знание'' [тут](a.pdf)'";
        assert_eq!(found("Клуб 'Знание' [тут](a.pdf)", written, "[тут](a.pdf)"), written);
        assert_eq!(
            found("[тут](a.pdf) 'Знание'", "'[тут](a.pdf) ''Знание'''", "[тут](a.pdf)"),
            "[тут](a.pdf)"
        );
    }
}
