//! Scoring all pages of a query: BM25 in every zone, sequences followed along positions.

use super::reads::{Near, Place, Read, Reads, Way};
use super::source::Source;
use crate::bundle::{Lists, damaged};
use crate::bytes::Bytes;
use crate::columns::Columns;
use crate::error::SearchError;
use crate::math::ln;
use crate::norms::length;
use crate::postings::Cursor;
use crate::schema::{FIELDS, RELATED, TEXT, TITLE, WEIGHTS};

/// The usual constants of BM25: how fast repetition stops to count, how much length does.
const K1: f32 = 1.2;
const B: f32 = 0.75;
/// What the alternatives of a unit beside the best add.
const TIE: f32 = 0.1;
/// What the last of some days has less than the first, and how much later still comes what began before them.
const LATE: f32 = 0.3;
const LASTING: f32 = 2.0;
/// Words that may stand between words side by side.
const BETWEEN: u32 = 3;

/// Lengths of the pages in one zone.
pub(super) struct Norms {
    codes: Bytes,
    /// What BM25 adds to a count, by the code of the length.
    parts: Vec<f32>,
}

impl Norms {
    pub(super) fn new(codes: Bytes, mean: f32) -> Self {
        let part = |code: u8| K1 * (1.0 - B + B * length(code) as f32 / mean.max(1.0));
        Self { codes, parts: (0..=u8::MAX).map(part).collect() }
    }

    fn part(&self, page: u32) -> f32 {
        let code = self.codes.get(page as usize).copied().unwrap_or(0);
        self.parts.get(usize::from(code)).copied().unwrap_or(K1)
    }
}

/// Scores pages; a page that does not match has nothing.
pub(super) struct Scorer<'e> {
    pub(super) lists: &'e Lists,
    pub(super) norms: &'e [Norms],
    pub(super) columns: &'e Columns,
    pub(super) pages: u32,
}

/// The scores of all units, from which answers are made that ask for all or for some of them.
pub(super) struct Scored {
    units: Vec<(bool, Vec<f32>)>,
    excluded: Vec<bool>,
    near: Vec<f32>,
}

impl Scored {
    /// Calls back with each page that has all firm units and at least so many of the others.
    pub(super) fn each(&self, at_least: usize, mut found: impl FnMut(u32, f32)) {
        let soft = self.units.iter().filter(|(firm, _)| !firm).count();
        for page in 0..self.excluded.len() {
            if self.excluded[page] {
                continue;
            }
            let (mut score, mut whole, mut held, mut lacks_firm) = (0.0, 0.0, 0, false);
            for (firm, scores) in &self.units {
                score += scores[page];
                lacks_firm |= *firm && scores[page] == 0.0;
                if !firm && scores[page] > 0.0 {
                    held += 1;
                    whole += scores[page];
                }
            }
            if lacks_firm || held < at_least.min(soft) {
                continue;
            }
            // Where some may be missing, pages that have all come first.
            let all = if at_least < soft && held == soft { whole } else { 0.0 };
            found(page as u32, score + all + self.near[page]);
        }
    }
}

impl Scorer<'_> {
    /// Reads the lists and scores all pages.
    pub(super) fn score(&self, reads: &Reads) -> Result<Scored, SearchError> {
        let mut excluded = vec![false; self.pages as usize];
        for unit in &reads.minus {
            for (excluded, score) in excluded.iter_mut().zip(self.unit(unit)?) {
                *excluded |= score > 0.0;
            }
        }
        let units = reads.units.iter().map(|unit| Ok((unit.firm, self.unit(unit)?)));
        let units = units.collect::<Result<Vec<_>, SearchError>>()?;
        let mut near = self.nothing();
        for pair in &reads.near {
            self.nearness(pair, &mut near)?;
        }
        Ok(Scored { units, excluded, near })
    }

    fn nothing(&self) -> Vec<f32> {
        vec![0.0; self.pages as usize]
    }

    /// Scores a unit by its best alternative; the others break ties.
    fn unit(&self, unit: &Read) -> Result<Vec<f32>, SearchError> {
        let [way] = unit.ways.as_slice() else {
            let (mut best, mut sum) = (self.nothing(), self.nothing());
            for way in &unit.ways {
                for (page, score) in self.way(way)?.into_iter().enumerate() {
                    best[page] = score.max(best[page]);
                    sum[page] += score;
                }
            }
            return Ok(best.into_iter().zip(sum).map(|(best, sum)| best + TIE * (sum - best)).collect());
        };
        self.way(way)
    }

    /// Scores an alternative in all zones.
    fn way(&self, way: &Way) -> Result<Vec<f32>, SearchError> {
        let mut scores = self.nothing();
        if let Some(days) = way.days {
            self.happening(days, way.weight, &mut scores);
        }
        for (zone, weight) in WEIGHTS.into_iter().enumerate() {
            let places: Vec<Vec<&Source>> =
                way.places.iter().map(|place| place.iter().filter(|l| l.zone() == zone).collect()).collect();
            if places.is_empty() || places.iter().any(Vec::is_empty) {
                continue;
            }
            let mut of_zone = self.nothing();
            match places.as_slice() {
                [place] => self.word(zone, place, &mut of_zone)?,
                places if way.ordered => self.sequence(zone, places, way.slop, &mut of_zone)?,
                places => self.together(zone, places, &mut of_zone)?,
            }
            let weight = weight * way.weight;
            scores.iter_mut().zip(of_zone).for_each(|(score, more)| *score += weight * more);
        }
        Ok(scores)
    }

    /// Scores what happens on some of the days, as a word of their titles would; the first days first.
    fn happening(&self, days: (i32, i32), weight: f32, scores: &mut [f32]) {
        let pages: Vec<(u32, i32)> = self.columns.happening(days).collect();
        let (all, found) = (self.pages as f32, pages.len() as f32);
        let rarity = ln(1.0 + ((all - found).max(0.0) + 0.5) / (found + 0.5));
        let length = (days.1 - days.0 + 1) as f32;
        for (page, from) in pages {
            let late = if from < days.0 { LASTING } else { (from - days.0) as f32 / length };
            if let Some(score) = scores.get_mut(page as usize) {
                *score = weight * rarity * (1.0 + K1) * WEIGHTS[TITLE] * (1.0 - LATE * late);
            }
        }
    }

    fn bm25(&self, zone: usize, page: u32, count: u32, rarity: f32) -> f32 {
        let count = count as f32;
        let part = self.norms.get(length_of(zone)).map_or(K1, |norms| norms.part(page));
        rarity * (1.0 + K1) * count / (count + part)
    }

    fn rarity(&self, list: &Source) -> f32 {
        let (all, pages) = (self.pages as f32, list.pages() as f32);
        ln(1.0 + ((all - pages).max(0.0) + 0.5) / (pages + 0.5))
    }

    /// Scores a word in a zone by its best reading.
    fn word(&self, zone: usize, lists: &[&Source], scores: &mut [f32]) -> Result<(), SearchError> {
        for list in lists {
            let rarity = self.rarity(list);
            for (page, count) in list.open(self.lists, false)?.pages() {
                let score = self.bm25(zone, page, count, rarity);
                if let Some(best) = scores.get_mut(page as usize) {
                    *best = score.max(*best);
                }
            }
        }
        Ok(())
    }

    /// Scores pages where all words stand anywhere in the zone.
    fn together(&self, zone: usize, places: &[Vec<&Source>], scores: &mut [f32]) -> Result<(), SearchError> {
        for (number, place) in places.iter().enumerate() {
            let mut of_place = self.nothing();
            self.word(zone, place, &mut of_place)?;
            for (score, more) in scores.iter_mut().zip(of_place) {
                let missing = more == 0.0 || (number > 0 && *score == 0.0);
                *score = if missing { 0.0 } else { *score + more };
            }
        }
        Ok(())
    }

    /// Scores pages where the words follow each other.
    fn sequence(
        &self,
        zone: usize,
        places: &[Vec<&Source>],
        slop: u32,
        scores: &mut [f32],
    ) -> Result<(), SearchError> {
        let rarest = |place: &Vec<&Source>| place.iter().map(|l| self.rarity(l)).fold(f32::MAX, f32::min);
        let rarity = places.iter().map(rarest).sum();
        let open = |place: &Vec<&Source>| -> Result<Vec<Cursor>, SearchError> {
            place.iter().map(|list| list.open(self.lists, true)).collect()
        };
        let mut cursors = places.iter().map(open).collect::<Result<Vec<_>, _>>()?;
        let mut positions: Vec<Vec<u32>> = vec![Vec::new(); places.len()];
        let mut page = 0;
        while let Some(next) = meet(&mut cursors, page) {
            page = next;
            for (cursors, positions) in cursors.iter_mut().zip(&mut positions) {
                read_positions(cursors, page, positions).ok_or_else(damaged)?;
            }
            let count = followed(&positions, slop);
            if count > 0
                && let Some(score) = scores.get_mut(page as usize)
            {
                *score = self.bm25(zone, page, count, rarity);
            }
            page += 1;
        }
        Ok(())
    }

    fn nearness(&self, near: &Near, scores: &mut [f32]) -> Result<(), SearchError> {
        let places = near.places.each_ref().map(|place: &Place| place.iter().collect::<Vec<_>>());
        let mut of_pair = self.nothing();
        self.sequence(near.zone, &places, BETWEEN, &mut of_pair)?;
        scores.iter_mut().zip(of_pair).for_each(|(score, more)| *score += near.weight * more);
        Ok(())
    }
}

/// Returns the zone whose length counts: text, fields and related titles have one.
fn length_of(zone: usize) -> usize {
    if matches!(zone, TEXT | FIELDS | RELATED) { TEXT } else { zone }
}

/// Moves the cursors to the first page from this one on that every place has.
fn meet(places: &mut [Vec<Cursor>], mut page: u32) -> Option<u32> {
    loop {
        let mut furthest = page;
        for place in places.iter_mut() {
            let mut first = u32::MAX;
            for cursor in place {
                cursor.seek(furthest);
                first = first.min(cursor.page());
            }
            furthest = furthest.max(first);
        }
        if furthest == u32::MAX {
            return None;
        }
        if furthest == page {
            return Some(page);
        }
        page = furthest;
    }
}

/// Reads where a place is filled on a page.
fn read_positions(cursors: &mut [Cursor], page: u32, positions: &mut Vec<u32>) -> Option<()> {
    positions.clear();
    for cursor in cursors.iter_mut().filter(|cursor| cursor.page() == page) {
        cursor.positions(positions)?;
    }
    // Those of one list are in order.
    if cursors.len() > 1 {
        positions.sort_unstable();
    }
    positions.dedup();
    Some(())
}

/// Counts how often the places follow each other, with so many words between or out of order.
fn followed(places: &[Vec<u32>], slop: u32) -> u32 {
    let Some((first, rest)) = places.split_first() else { return 0 };
    let follows = |start: &&u32| {
        let mut at = **start;
        rest.iter().all(|place| {
            let from = place.partition_point(|&next| next + slop < at + 1);
            let next =
                place[from..].iter().take_while(|&&next| next <= at + 1 + slop).find(|&&next| next != at);
            next.is_some_and(|&next| {
                at = next;
                true
            })
        })
    };
    first.iter().filter(follows).count() as u32
}

#[cfg(test)]
mod tests {
    use super::followed;

    #[test]
    fn places_follow_each_other() {
        assert_eq!(followed(&[vec![1, 7], vec![2, 9]], 0), 1);
        assert_eq!(followed(&[vec![1, 7], vec![2, 9]], 1), 2);
        assert_eq!(followed(&[vec![5], vec![4]], 0), 0, "the other way round");
        assert_eq!(followed(&[vec![5], vec![4]], 3), 1, "nearness has no direction");
        assert_eq!(followed(&[vec![5], vec![5]], 3), 0, "a word is not near itself");
        assert_eq!(followed(&[vec![1], vec![2], vec![3]], 0), 1);
    }
}
