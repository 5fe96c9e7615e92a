//! Reading tantivy's lists once: the lists of a stem are put together of those of its forms.

use super::pairs::{Pairs, number};
use super::runs::RunTable;
use crate::dictionary::Form;
use crate::postings::{Occurrence, Written, write};
use crate::schema::{PRINTED, RELATED, ZONES, field};
use anyhow::Result;
use std::ops::Range;
use std::sync::Arc;
use tantivy::postings::{Postings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, SegmentReader, TERMINATED};

/// A stem with its lists.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// The zones that have it, each with its list.
    pub(super) zones: Vec<(usize, Written)>,
    /// The forms of all printed zones; none where there is but one.
    pub(super) forms: Vec<u8>,
}

impl Word<'_> {
    /// Counts the pages of the zone that has most.
    pub(super) fn pages(&self) -> u32 {
        self.zones.iter().map(|(_, list)| list.pages).max().unwrap_or(0)
    }
}

/// The stems of the site in order, and its forms in order.
type All<'a> = (Vec<Word<'a>>, Vec<(&'a str, Form)>);

/// Reads all words, on all processors; the result does not depend on their number.
pub(super) fn words<'a>(reader: &SegmentReader, table: &'a RunTable, pairs: &Pairs<'a>) -> Result<All<'a>> {
    let zones = (0..ZONES).map(|zone| Zone::of(reader, zone, pairs.all.len())).collect::<Result<Vec<_>>>()?;
    let mut stems: Vec<Range<usize>> = Vec::new();
    for (number, pair) in pairs.all.iter().enumerate() {
        match stems.last_mut() {
            Some(stem) if pairs.all[stem.start].stem == pair.stem => stem.end = number + 1,
            _ => stems.push(number..number + 1),
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = stems.len().div_ceil(threads).max(1);
    let work = |stems: &[Range<usize>]| {
        let mut found = All::default();
        for stem in stems {
            Gathering { zones: &zones, table, pairs, numbers: stem.clone() }.gather(&mut found)?;
        }
        Ok(found)
    };
    let parts: Vec<Result<All<'a>>> = std::thread::scope(|scope| {
        let handles: Vec<_> = stems.chunks(share).map(|stems| scope.spawn(move || work(stems))).collect();
        let broken = |_| Err(anyhow::anyhow!("reading of lists was cut short"));
        handles.into_iter().map(|handle| handle.join().unwrap_or_else(broken)).collect()
    });
    let mut all = All::default();
    for part in parts {
        let (stems, forms) = part?;
        all.0.extend(stems);
        all.1.extend(forms);
    }
    all.1.sort_unstable_by_key(|(form, _)| *form);
    Ok(all)
}

/// tantivy's lists of one zone, by the numbers of the pairs.
struct Zone {
    lists: Arc<InvertedIndexReader>,
    terms: Vec<Option<TermInfo>>,
}

impl Zone {
    fn of(reader: &SegmentReader, zone: usize, pairs: usize) -> Result<Self> {
        let lists = reader.inverted_index(field(zone))?;
        let mut terms = vec![None; pairs];
        let mut stream = lists.terms().stream()?;
        while stream.advance() {
            let pair = number(stream.key()).and_then(|number| terms.get_mut(number));
            *pair.ok_or_else(|| anyhow::anyhow!("a word that is none"))? = Some(stream.value().clone());
        }
        Ok(Self { lists, terms })
    }

    /// Appends where a pair stands.
    fn read(&self, pair: usize, form: u32, places: &mut Vec<Occurrence>) -> Result<()> {
        let Some(term) = &self.terms[pair] else { return Ok(()) };
        let option = IndexRecordOption::WithFreqsAndPositions;
        let mut postings = self.lists.read_postings_from_terminfo(term, option)?;
        let mut positions = Vec::new();
        while postings.doc() != TERMINATED {
            let page = postings.doc();
            postings.positions(&mut positions);
            places.extend(positions.iter().map(|&position| Occurrence { page, position, form }));
            postings.advance();
        }
        Ok(())
    }
}

/// Puts one stem together.
struct Gathering<'g, 'a> {
    zones: &'g [Zone],
    table: &'a RunTable,
    pairs: &'g Pairs<'a>,
    /// The numbers of its pairs.
    numbers: Range<usize>,
}

impl<'a> Gathering<'_, 'a> {
    fn gather(&self, found: &mut All<'a>) -> Result<()> {
        let mut zones: Vec<(usize, Vec<Occurrence>)> = Vec::new();
        let mut pages: Vec<[Vec<u32>; 2]> = vec![Default::default(); self.numbers.len()];
        let mut counts = vec![0_usize; self.numbers.len()];
        for (zone, lists) in self.zones.iter().enumerate() {
            let mut places = Vec::new();
            let printed = PRINTED.contains(&zone);
            for (form, pair) in self.numbers.clone().enumerate() {
                let start = places.len();
                lists.read(pair, form as u32, &mut places)?;
                if printed {
                    counts[form] += places.len() - start;
                }
                if self.pairs.all[pair].first {
                    let runs = places[start..].chunk_by(|a, b| a.page == b.page);
                    pages[form][usize::from(!printed)].extend(runs.map(|run| run[0].page));
                }
            }
            if !places.is_empty() {
                zones.push((zone, places));
            }
        }
        let numbers = by_count(&counts);
        for (form, pair) in self.numbers.clone().enumerate() {
            let pair = &self.pairs.all[pair];
            if pair.first {
                let [printed, unprinted] = pages[form].each_mut().map(distinct);
                let form = Form { printed, unprinted, number: numbers[form] };
                // Words of synonyms may stand nowhere.
                let written = self.table.forms[pair.form as usize].form.as_str();
                found.1.extend((form.pages() > 0).then_some((written, form)));
            }
        }
        if !zones.is_empty() {
            found.0.push(self.word(zones, &numbers, counts.iter().filter(|count| **count > 0).count() > 1));
        }
        Ok(())
    }

    fn word(&self, zones: Vec<(usize, Vec<Occurrence>)>, numbers: &[u32], formed: bool) -> Word<'a> {
        let text = self.pairs.all[self.numbers.start].stem;
        let mut word = Word { text, zones: Vec::with_capacity(zones.len()), forms: Vec::new() };
        for (zone, mut places) in zones {
            places.iter_mut().for_each(|place| place.form = numbers[place.form as usize]);
            // The lists of the forms are runs, which the stable sort only puts together.
            places.sort_by_key(|place| u64::from(place.page) << 32 | u64::from(place.position));
            let mut written = write(&places);
            if formed && PRINTED.contains(&zone) {
                word.forms.append(&mut written.forms);
            }
            if zone == RELATED {
                written.positions = Vec::new();
            }
            word.zones.push((zone, written));
        }
        word
    }
}

/// Numbers forms by how often they stand, the commonest first.
fn by_count(counts: &[usize]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&form| std::cmp::Reverse(counts[form]));
    let mut numbers = vec![0; counts.len()];
    (0_u32..).zip(order).for_each(|(number, form)| numbers[form] = number);
    numbers
}

/// Counts different pages.
fn distinct(pages: &mut Vec<u32>) -> u32 {
    pages.sort();
    pages.dedup();
    pages.len() as u32
}
