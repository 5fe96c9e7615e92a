//! Names of a whole site, prepared once: a thousand dead links do not each read ten thousand addresses.
//!
//! Names that are near share letters in a row. The index knows which names hold which two and three letters; a
//! question walks the rarest of its own first, within a budget, and only the names met most often are compared
//! letter by letter. So a question costs the same however many names there are. The price: among thousands of names
//! that are all alike, a near one may be missed, and then none is offered.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{LONGEST, best, fold, readings, score};

/// So few names are all compared.
const FEW: usize = 128;
/// How many entries of the index one reading of a question walks.
const WALKED: usize = 1024;
/// How many names one reading of a question is compared with.
const COMPARED: usize = 32;

/// Names to be sought among.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// The answers, each with one folded way to write it.
    ways: Vec<(String, String)>,
    /// The ways that hold letters in a row, by these letters; empty while there are few.
    by_letters: HashMap<[char; 3], Vec<u32>>,
}

impl Names {
    /// Prepares pairs of an answer and one of the ways to write it.
    pub(crate) fn new<'a>(ways: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let ways: Vec<(String, String)> =
            ways.into_iter().map(|(answer, way)| (answer.to_owned(), fold(way))).collect();
        let mut by_letters: HashMap<[char; 3], Vec<u32>> = HashMap::new();
        if ways.len() > FEW {
            for (at, (_, way)) in ways.iter().enumerate() {
                for letters in rows(way) {
                    by_letters.entry(letters).or_default().push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            }
        }
        Self { ways, by_letters }
    }

    /// The answers nearest to what was written, best first, at most three.
    #[must_use]
    pub(crate) fn nearest(&self, written: &str) -> Vec<&str> {
        self.nearest_where(written, |_| true)
    }

    /// Like [`Names::nearest`], among the answers that fit.
    #[must_use]
    pub(crate) fn nearest_where(&self, written: &str, fits: impl Fn(&str) -> bool) -> Vec<&str> {
        let readings = readings(written);
        let near = readings.iter().flat_map(|reading| {
            let ways = self.alike(&reading.0).into_iter().filter(|(answer, _)| fits(answer));
            ways.filter_map(move |(answer, way)| {
                Some((score(std::slice::from_ref(reading), way)?, &**answer))
            })
        });
        best(near)
    }

    /// The answers worth comparing with what was written, for who compares them in another way.
    pub(crate) fn candidates(&self, written: &str) -> Vec<&str> {
        self.alike(&fold(written)).into_iter().map(|(answer, _)| &**answer).collect()
    }

    /// The ways that share most letters in a row with a reading, as far as the budget goes.
    fn alike(&self, reading: &str) -> Vec<&(String, String)> {
        if self.ways.len() <= FEW {
            return self.ways.iter().collect();
        }
        let mut lists: Vec<&Vec<u32>> =
            rows(reading).iter().filter_map(|row| self.by_letters.get(row)).collect();
        lists.sort_by_key(|list| list.len());
        let mut walked: Vec<u32> = lists.into_iter().flatten().take(WALKED).copied().collect();
        walked.sort_unstable();
        let mut met: Vec<(Reverse<usize>, u32)> =
            walked.chunk_by(|a, b| a == b).map(|same| (Reverse(same.len()), same[0])).collect();
        met.sort_unstable();
        met.into_iter().take(COMPARED).map(|(_, at)| &self.ways[at as usize]).collect()
    }
}

/// The twos and threes of letters of a word, its ends marked, each once.
fn rows(word: &str) -> Vec<[char; 3]> {
    const END: char = '\0';
    let ends = || std::iter::once(END);
    let letters: Vec<char> = ends().chain(word.chars().take(LONGEST)).chain(ends()).collect();
    let twos = letters.windows(2).map(|row| [row[0], row[1], END]);
    let threes = letters.windows(3).map(|row| [row[0], row[1], row[2]]);
    let mut rows: Vec<[char; 3]> = twos.chain(threes).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn names(count: usize) -> Names {
        let names: Vec<String> = (0..count).map(|i| format!("/events/zasedanie-rmo-{i}/")).collect();
        let more = ["/news/otkrytyj-urok/", "/news/kit/"];
        Names::new(names.iter().map(String::as_str).chain(more).map(|name| (name, name)))
    }

    #[test]
    fn many_names_answer_as_few_do() {
        for count in [3, 20_000] {
            let names = names(count);
            for (written, meant) in [
                ("/news/otkritij-urok/", "/news/otkrytyj-urok/"),
                ("/news/kot/", "/news/kit/"),
                ("/news/otkrytyj/", "/news/otkrytyj-urok/"),
                ("/events/zasedanye-rmo-2/", "/events/zasedanie-rmo-2/"),
                ("/туцы/лше/", "/news/kit/"),
            ] {
                assert_eq!(names.nearest(written).first(), Some(&meant), "{written} of {count}");
            }
            assert!(names.nearest("/documents/polozhenie-ob-olimpiade/").is_empty());
        }
    }
}
