//! Whether a word belongs to the language, as far as a query may know.
//!
//! A word of the language is never replaced unasked. The shards that tell ([`crate::lemmas`]) are fetched only for
//! words that are about to be corrected: a query is planned as if none of its words were of the language, and that
//! notes which shards would tell; then it is planned anew with what they say.

use crate::bundle::Store;
use crate::bytes::Bytes;
use crate::error::SearchError;
use crate::lemmas;
use crate::stems::snowball;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A query asks for at most so many shards; of words beyond them it is taken that they are of the language.
const MOST_SHARDS: usize = 6;

/// What a query knows of the language.
pub(crate) enum Tongue {
    /// Nothing yet: no word is taken for one of the language; the shards that would tell are noted.
    Guessed(RefCell<Vec<usize>>),
    /// That every word is one: the other end of what may come of it.
    Everything,
    /// What the shards say; of words in none of them, that they are.
    Told(BTreeMap<usize, Bytes>),
}

impl Default for Tongue {
    fn default() -> Self {
        Self::Guessed(RefCell::default())
    }
}

impl Tongue {
    /// Tells whether the folded word is one of the language.
    pub(crate) fn has(&self, word: &str) -> bool {
        if !word.chars().all(|c| matches!(c, 'а'..='я')) {
            return false;
        }
        let stem = snowball(word);
        let number = lemmas::shard(&stem);
        match self {
            Self::Guessed(noted) => {
                let mut noted = noted.borrow_mut();
                if noted.len() < MOST_SHARDS && !noted.contains(&number) {
                    noted.push(number);
                }
                false
            }
            Self::Everything => true,
            Self::Told(shards) => shards.get(&number).is_none_or(|shard| lemmas::holds(shard, &stem)),
        }
    }

    /// Returns the shards that were asked for in vain.
    pub(crate) fn noted(&self) -> Vec<usize> {
        match self {
            Self::Guessed(noted) => noted.borrow().clone(),
            _ => Vec::new(),
        }
    }

    /// Reads shards; asks for all of them before it fails. One that cannot be had tells nothing.
    pub(crate) fn told(numbers: &[usize], files: &[String], store: &Store) -> Result<Self, SearchError> {
        let read = |&number: &usize| {
            let path = files.get(number).map_or("", String::as_str);
            Ok(store.optional(path)?.map(|bytes| (number, bytes.slice(1..bytes.len()))))
        };
        let read: Vec<Result<Option<_>, SearchError>> = numbers.iter().map(read).collect();
        Ok(Self::Told(read.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect()))
    }
}
