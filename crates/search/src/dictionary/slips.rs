//! How many slips two words are apart: letters left out, put in, exchanged, and neighbours turned round.

/// More slips than anybody forgives.
const FAR: u8 = u8::MAX;

/// A word that others are compared with, letter by letter.
pub(super) struct Rows {
    word: Vec<char>,
    most: u8,
    /// The letters of the other word so far.
    taken: Vec<char>,
    /// For each number of its letters from none on: how far they are from each number of letters of the word.
    rows: Vec<u8>,
}

impl Rows {
    pub(super) fn new(word: &str, most: u8) -> Self {
        let word: Vec<char> = word.chars().collect();
        let rows = (0..=word.len()).map(|letters| u8::try_from(letters).unwrap_or(FAR)).collect();
        Self { word, most, taken: Vec::new(), rows }
    }

    /// Tells whether a word is near that shares so many letters with the one before.
    pub(super) fn lead_to(&mut self, other: &str, shared: usize) -> bool {
        if shared > self.taken.len() {
            // What they share is too far already.
            return false;
        }
        self.taken.truncate(shared);
        for c in other.chars().skip(shared) {
            if !self.take(c) {
                return false;
            }
        }
        self.row(self.taken.len()).last().is_some_and(|&slips| slips <= self.most)
    }

    fn row(&self, letters: usize) -> &[u8] {
        let width = self.word.len() + 1;
        self.rows.get(letters * width..(letters + 1) * width).unwrap_or_default()
    }

    /// Takes the next letter, unless the words are too far apart with it.
    fn take(&mut self, c: char) -> bool {
        let (width, letters) = (self.word.len() + 1, self.taken.len());
        self.rows.truncate((letters + 1) * width);
        self.rows.resize((letters + 2) * width, FAR);
        let (before, row) = self.rows.split_at_mut((letters + 1) * width);
        let last = &before[letters * width..];
        let mut least = FAR;
        let most = usize::from(self.most);
        for at in (letters + 1).saturating_sub(most)..=(letters + 1 + most).min(width - 1) {
            let mut slips = last[at].saturating_add(1);
            if let Some(left) = at.checked_sub(1) {
                slips = slips.min(row[left].saturating_add(1));
                slips = slips.min(last[left].saturating_add(u8::from(self.word[left] != c)));
                let turned = left > 0
                    && letters > 0
                    && self.word[left - 1] == c
                    && self.taken[letters - 1] == self.word[left];
                if turned {
                    slips = slips.min(before[(letters - 1) * width + left - 1].saturating_add(1));
                }
            }
            row[at] = slips;
            least = least.min(slips);
        }
        let near = least <= self.most;
        if near {
            self.taken.push(c);
        }
        near
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    fn apart(one: &str, other: &str, most: u8) -> bool {
        Rows::new(one, most).lead_to(other, 0)
    }

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("план", "план", 0),
            ("план", "плон", 1),
            ("план", "палн", 1),
            ("план", "плана", 1),
            ("план", "лан", 1),
            ("методис", "методисты", 2),
            ("квалефикацыя", "квалификация", 2),
            ("семинра", "семинар", 1),
            ("ая", "", 2),
        ] {
            for most in 0..3 {
                assert_eq!(apart(one, other, most), slips <= most, "{one} {other} {most}");
                assert_eq!(apart(other, one, most), slips <= most, "{other} {one} {most}");
            }
        }
        assert!(!apart("отчет", "ответы", 1) && !apart("план", "планирование", 2));
    }

    #[test]
    fn what_neighbours_share_is_compared_once() {
        let mut rows = Rows::new("методика", 2);
        let mut before = "";
        for (word, near) in [
            ("мебель", false),
            ("метод", false),
            ("методика", true),
            ("методики", true),
            ("методист", true),
            ("методы", false),
            ("митодика", true),
        ] {
            let shared = word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
            before = word;
            assert_eq!(rows.lead_to(word, shared), near, "{word}");
        }
    }
}
