//! Which words are of the language: a Bloom filter over the stems of all forms of the dictionary's lemmas.
//!
//! A reader's device has no dictionary, yet a word of the language must not be taken for a slip of another one. So
//! the bundle carries the stems of the dictionary as bits, in shards, of which a query fetches those of the words
//! that it is about to correct. A stem that the dictionary has is always found; of those that it has not, one in five
//! hundred is taken for a word, and then the correction is offered as a question instead of being made.
//!
//! The SHA-256 of a stem says where its bits lie: the first byte, modulo [`SHARDS`], names the shard; the next eight
//! are two numbers `a` and `b` (32 bits, little-endian), and the bits of the stem are `a + i·b` modulo the bits of a
//! shard for `i` from 0 to [`PROBES`]. The file `data/lemmas.bin` is all shards one after another, as
//! `examples/lemmas.rs` makes it from the dictionary.

use sha2::{Digest, Sha256};

/// The filter is cut into so many files.
pub(crate) const SHARDS: usize = 64;
/// Bits that a stem sets.
const PROBES: u32 = 7;

/// Where the bits of a stem lie.
struct Place {
    shard: usize,
    first: u32,
    step: u32,
}

impl Place {
    fn of(stem: &str) -> Self {
        let hash = Sha256::digest(stem.as_bytes());
        let number = |at: usize| u32::from_le_bytes([hash[at], hash[at + 1], hash[at + 2], hash[at + 3]]);
        Self { shard: usize::from(hash[0]) % SHARDS, first: number(1), step: number(5) }
    }

    /// The numbers of the bits in a shard of so many bytes.
    fn bits(&self, bytes: usize) -> impl Iterator<Item = usize> {
        let (first, step, bits) = (u64::from(self.first), u64::from(self.step), (bytes as u64 * 8).max(1));
        (0..u64::from(PROBES)).map(move |probe| ((first + probe * step) % bits) as usize)
    }
}

/// Returns the number of the shard that knows the stem.
pub(crate) fn shard(stem: &str) -> usize {
    Place::of(stem).shard
}

/// Tells whether the stem is, most likely, one of the dictionary.
pub(crate) fn holds(shard: &[u8], stem: &str) -> bool {
    !shard.is_empty() && Place::of(stem).bits(shard.len()).all(|bit| shard[bit / 8] >> (bit % 8) & 1 == 1)
}

/// Makes the filter of stems: all shards one after another, each with so many bits a stem on the average.
#[cfg(feature = "build")]
#[must_use]
pub fn lemma_filter(stems: &std::collections::BTreeSet<String>, bits: usize) -> Vec<u8> {
    let size = (stems.len() * bits).div_ceil(SHARDS * 8).max(1);
    let mut shards = vec![0; size * SHARDS];
    for stem in stems {
        let place = Place::of(stem);
        let shard = &mut shards[place.shard * size..(place.shard + 1) * size];
        place.bits(size).for_each(|bit| shard[bit / 8] |= 1 << (bit % 8));
    }
    shards
}

/// The shards of the dictionary's filter.
#[cfg(feature = "build")]
pub(crate) fn shards() -> impl Iterator<Item = &'static [u8]> {
    const ALL: &[u8] = include_bytes!("../data/lemmas.bin");
    ALL.chunks(ALL.len().div_ceil(SHARDS))
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{SHARDS, holds, shard, shards};
    use crate::stems::snowball;

    fn is_word(word: &str) -> bool {
        let stem = snowball(word);
        shards().nth(shard(&stem)).is_some_and(|shard| holds(shard, &stem))
    }

    #[test]
    fn words_of_the_language_are_known_in_any_form() {
        assert_eq!(shards().count(), SHARDS);
        for word in [
            "отчет",
            "отчетами",
            "зарплата",
            "грамоты",
            "дипломов",
            "картинка",
            "физике",
            "скачать",
            "ежики",
            "ребенок",
            "людьми",
            "окон",
            "звездолета",
            "бухгалтерия",
            "шла",
            "лечь",
        ] {
            assert!(is_word(word), "{word}");
        }
    }

    #[test]
    fn of_what_is_no_word_hardly_any_passes() {
        let syllables = ["жу", "щэ", "фы", "цю", "хё", "ъя", "ыы", "йщ"];
        let made =
            |number: usize| -> String { (0..5).map(|place| syllables[number >> (3 * place) & 7]).collect() };
        let passed = (0..20_000).filter(|&number| is_word(&made(number))).count();
        assert!(passed < 400, "{passed} of 20,000");
    }
}
