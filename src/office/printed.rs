//! Documents that are printed pages (PDF): whether there are letters on them, and whether the letters are words.

use std::sync::OnceLock;

use encoding_rs::WINDOWS_1251;
use kabinet_documents::{Document, Drawn, Refusal};
use kabinet_search::Stemmer;

/// Fewer words than this tell nothing of the language.
const JUDGED: usize = 20;
/// So many of a hundred words of a text are known when its letters are what they look like. Papers of centres have 85
/// and more; letters that mean others, none to 20.
const KNOWN: usize = 50;

/// So many are known when letters that were taken for others are taken back.
const CERTAIN: usize = 75;

/// What came of the letters of a printed document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Letters {
    /// They are words.
    Read,
    /// There are none, only pictures of pages.
    None,
    /// They are others than they look: the file does not tell which.
    Garbled,
}

/// Reads a printed document, and tells what its letters are. Old programs wrote Russian letters under the names of
/// Western ones that have their places in the other alphabet; where that makes words of nearly all, it is taken back.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn read(bytes: &[u8]) -> Result<(Document, Letters), Refusal> {
    let mut document =
        kabinet_documents::pdf(bytes, &|word| is_word(word) || is_western(word) && is_word(&russian(word)))?;
    let drawn = document.drawn.clone().unwrap_or_default();
    if letters(&document, &drawn) == Letters::Garbled && document.plain().contains(western) {
        let mut other = document.clone();
        other.rewrite(&|text| russian(text));
        if share(&other.plain()).is_some_and(|known| known >= CERTAIN) {
            document = other;
        }
    }
    let letters = letters(&document, &drawn);
    Ok((document, letters))
}

/// What the letters of a document are, that `drawn` tells it is printed.
fn letters(document: &Document, drawn: &Drawn) -> Letters {
    let text = document.plain();
    let signs = text.chars().filter(|sign| sign.is_alphanumeric()).count();
    if drawn.unread > signs / 5 || share(&text).is_some_and(|known| known < KNOWN) {
        return Letters::Garbled;
    }
    if signs < JUDGED && !drawn.silent.is_empty() { Letters::None } else { Letters::Read }
}

/// How many of a hundred words are known; nothing where there are too few to tell.
fn share(text: &str) -> Option<usize> {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.chars().count() > 2);
    // Words of other languages in plain Latin letters are nobody's guess.
    let words: Vec<&str> = words.filter(|word| !word.is_ascii()).collect();
    let known = words.iter().filter(|word| is_word(word)).count();
    (words.len() >= JUDGED).then(|| known * 100 / words.len())
}

fn western(letter: char) -> bool {
    ('\u{a1}'..='\u{ff}').contains(&letter)
}

fn is_western(word: &str) -> bool {
    word.chars().all(western)
}

/// The text that the bytes of a Western one are in the Russian alphabet of Windows.
fn russian(text: &str) -> String {
    let byte = |letter: char| u8::try_from(u32::from(letter)).ok().filter(|_| western(letter));
    let one = |letter| match byte(letter) {
        Some(byte) => WINDOWS_1251.decode_without_bom_handling(&[byte]).0.into_owned(),
        None => String::from(letter),
    };
    text.chars().map(one).collect()
}

/// Whether something is a word of Russian. Without the dictionary nothing is.
fn is_word(word: &str) -> bool {
    static DICTIONARY: OnceLock<Option<Stemmer>> = OnceLock::new();
    DICTIONARY.get_or_init(|| Stemmer::new().ok()).as_ref().is_some_and(|dictionary| dictionary.knows(word))
}

#[cfg(test)]
mod tests {
    use kabinet_documents::{Block, Paragraph, Piece};

    use super::*;

    fn of(text: &str, drawn: &Drawn) -> Letters {
        let pieces = vec![Piece::Text(text.to_owned())];
        let paragraph = Block::Paragraph(Paragraph { pieces, ..Paragraph::default() });
        letters(&Document { blocks: vec![paragraph], ..Document::default() }, drawn)
    }

    #[test]
    fn letters_are_words_or_it_is_said() {
        let paper = "Методический кабинет создан для помощи учителям школ района ".repeat(4);
        assert_eq!(of(&paper, &Drawn::default()), Letters::Read);
        assert_eq!(of(&paper, &Drawn { unread: 900, ..Drawn::default() }), Letters::Garbled);
        assert_eq!(of(&"Ïîëîæåíèå î êàáèíåòå ".repeat(20), &Drawn::default()), Letters::Garbled);
        assert_eq!(russian("Ïîëîæåíèå № 5 î «êàáèíåòå»"), "Положение № 5 о «кабинете»");
        assert_eq!(of(&"The plan of the year ".repeat(20), &Drawn::default()), Letters::Read);
        assert_eq!(of("1", &Drawn { silent: vec![1], ..Drawn::default() }), Letters::None);
        assert_eq!(of("План", &Drawn::default()), Letters::Read);
    }
}
