//! Random numbers that depend on their key alone: the same on every machine and in every year.

/// A stream of numbers (SplitMix64, by Steele, Lea and Flood).
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// Begins the stream of one purpose and one page: pages do not disturb each other.
    pub(super) fn keyed(seed: u64, purpose: &str, index: usize) -> Self {
        let mut state = Self(seed);
        for byte in purpose.bytes() {
            state = Self(state.next() ^ u64::from(byte));
        }
        Self(state.next() ^ index as u64)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number below a bound that is not 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }

    /// Draws a number between two, both included.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Says yes so many times of a hundred.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Draws one of a list that is not empty.
    pub(super) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Draws one of a list, the first ones far more often than the last, as names are met in life.
    pub(super) fn often_first<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let bound = self.below(list.len()) + 1;
        let bound = self.below(bound) + 1;
        &list[self.below(bound)]
    }

    /// Draws several different ones of a list, in its order.
    pub(super) fn several<'a, T>(&mut self, list: &'a [T], count: usize) -> Vec<&'a T> {
        let mut places = std::collections::BTreeSet::new();
        while places.len() < count.min(list.len()) {
            places.insert(self.below(list.len()));
        }
        places.into_iter().map(|place| &list[place]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn a_stream_depends_on_its_key_alone() {
        let first = |seed, purpose, index| Random::keyed(seed, purpose, index).next();
        assert_eq!(first(1, "body", 7), first(1, "body", 7));
        assert_ne!(first(1, "body", 7), first(2, "body", 7));
        assert_ne!(first(1, "body", 7), first(1, "meta", 7));
        assert_ne!(first(1, "body", 7), first(1, "body", 8));
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut random = Random::keyed(1, "bounds", 0);
        for _ in 0..1000 {
            assert!((3..=5).contains(&random.between(3, 5)));
            let several = random.several(&[1, 2, 3, 4], 3);
            assert!(several.is_sorted() && several.len() == 3);
        }
    }
}
