//! Running text: a chain of words learnt from the real regulations of `content/`.
//!
//! The next word follows from the two before it, now and then from one alone, or so small a source would mostly be
//! copied. Words come inflected, and as often as in life.

use std::collections::HashMap;

use super::random::Random;

/// What follows: words by number, or the end of a sentence.
type Follow = Option<u32>;

/// The chain.
#[derive(Debug, Default)]
pub(super) struct Chain {
    words: Vec<String>,
    numbers: HashMap<String, u32>,
    starts: Vec<(u32, u32)>,
    after_one: HashMap<u32, Vec<Follow>>,
    after_two: HashMap<(u32, u32), Vec<Follow>>,
}

/// Letters before a full stop that ends no sentence.
const SHORT: [&str; 8] = ["г", "т", "д", "п", "пр", "ч", "ст", "см"];

impl Chain {
    /// Learns from texts.
    pub(super) fn learn<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut chain = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            chain.add(&sentence);
        }
        chain
    }

    /// How many beginnings of sentences are known.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.words.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }

    fn add(&mut self, sentence: &[String]) {
        if sentence.len() < 4 {
            return;
        }
        let numbers: Vec<u32> = sentence.iter().map(|word| self.number(word)).collect();
        self.starts.push((numbers[0], numbers[1]));
        let follow = |place: usize| numbers.get(place).copied();
        for (place, word) in numbers.iter().enumerate() {
            self.after_one.entry(*word).or_default().push(follow(place + 1));
            if let Some(second) = follow(place + 1) {
                self.after_two.entry((*word, second)).or_default().push(follow(place + 2));
            }
        }
    }

    /// Makes a sentence of so many words, without its full stop and in small letters.
    pub(super) fn sentence(&self, random: &mut Random, least: usize, most: usize) -> String {
        let mut made: Vec<&str> = Vec::with_capacity(most);
        while made.len() < least {
            let (mut first, mut second) = *random.pick(&self.starts);
            made.extend([self.word(first), self.word(second)]);
            while made.len() < most {
                let Some(next) = self.next(random, first, second) else { break };
                made.push(self.word(next));
                (first, second) = (second, next);
            }
        }
        // No sentence stops on a conjunction or a preposition.
        while made.len() > least && made.last().is_some_and(|last| last.chars().count() < 4) {
            made.pop();
        }
        made.join(" ").trim_end_matches([',', ':']).to_owned()
    }

    fn word(&self, number: u32) -> &str {
        &self.words[number as usize]
    }

    fn next(&self, random: &mut Random, first: u32, second: u32) -> Follow {
        let two = self.after_two.get(&(first, second)).filter(|_| !random.chance(20));
        let follows = two.or_else(|| self.after_one.get(&second))?;
        *random.pick(follows)
    }
}

/// Cuts a text into sentences of clean words. Numbers of clauses and marks of lists begin a new one; what stands
/// before the first clause, stamps and signatures, is no running text.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let clause = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
    for line in text.lines().skip_while(|line| !clause(line)) {
        let line = line.trim();
        let bare = line.trim_start_matches(|c: char| !c.is_alphabetic());
        if bare.len() < line.len() || line.chars().all(|c| !c.is_lowercase()) {
            all.push(std::mem::take(&mut open));
        }
        for written in bare.split_whitespace().filter(|word| word.chars().any(char::is_lowercase)) {
            let bare = written.trim_end_matches(['.', ';', '!', '?', '»', ')']);
            if let Some(word) = clean(bare) {
                open.push(if open.is_empty() { begun(&word) } else { word });
            }
            if written.ends_with(['.', ';', '!', '?']) && !SHORT.contains(&bare) {
                all.push(std::mem::take(&mut open));
            }
        }
    }
    all.push(open);
    all
}

/// A word of Russian letters, with a comma or colon behind it if there was one.
fn clean(written: &str) -> Option<String> {
    let word = written.trim_matches(|c: char| !c.is_alphabetic() && c != ',' && c != ':');
    let letters = word.trim_end_matches([',', ':']);
    let russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '-');
    (!letters.is_empty() && letters.chars().all(russian)).then(|| word.to_owned())
}

/// The first word of a sentence as it stands within one, but for abbreviations.
fn begun(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    let rest = letters.as_str();
    if rest.starts_with(char::is_uppercase) { word.to_owned() } else { first.chain(rest.chars()).collect() }
}

#[cfg(test)]
mod tests {
    use super::{Chain, sentences};
    use crate::corpus::random::Random;

    #[test]
    fn sentences_are_cut_at_stops_numbers_and_marks() {
        let text = "Утверждаю: директор\n1.1. Центр создаётся в целях\nподдержки школ. Работает\nс 2020 г. до\n- участие в делах;\n";
        let cut: Vec<String> =
            sentences(text).iter().map(|s| s.join(" ")).filter(|s| !s.is_empty()).collect();
        assert_eq!(cut, ["центр создаётся в целях поддержки школ", "работает с г до", "участие в делах"]);
    }

    #[test]
    fn a_chain_says_only_what_it_has_heard() {
        let text = "1. Методист помогает педагогам района каждый день. Педагогам района помогает центр.";
        let chain = Chain::learn([text]);
        let mut random = Random::keyed(1, "chain", 0);
        for _ in 0..50 {
            let sentence = chain.sentence(&mut random, 3, 9);
            assert!(sentence.split(' ').all(|word| text.to_lowercase().contains(word)), "{sentence}");
        }
    }
}
