//! Collecting pages: filters, counts of facets, and what besides words makes a page better.

use crate::columns::Columns;
use crate::math::{halved, log10};
use crate::outcome::{Request, Sort};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Pages over or superseded, pages in force.
const PAST: f32 = 0.55;
const CURRENT: f32 = 1.24;
/// What each tenfold of pages that point to a page adds to it, and at most.
const LINKED: f32 = 0.3;
const MOST_LINKED: f32 = 0.6;
/// What a page of the newest day gains over an old one.
const FRESH: f32 = 0.17;
/// What a page with a file gains where files are asked for.
const FILED: f32 = 2.0;
/// Days in which half of that fades.
const FADING: f32 = 365.0;

/// The pages of a request, best first, with counts.
#[derive(Debug, Default)]
pub(super) struct Ranked {
    pub(super) pages: Vec<(f32, u32)>,
    pub(super) total: usize,
    /// Pages by the number of the facet's value.
    pub(super) counts: Vec<usize>,
}

/// Collects the best pages of a request.
pub(super) struct Ranking<'e> {
    columns: &'e Columns,
    pool: usize,
    sort: Sort,
    range: (Option<i32>, Option<i32>),
    as_of: Option<i32>,
    /// The value of the facet of files, where files are asked for; whether they alone are.
    file: Option<(u32, bool)>,
    /// The chosen facet that each value belongs to.
    group_of: Vec<Option<usize>>,
    /// The chosen values of each chosen facet, as numbers.
    chosen: Vec<Vec<u32>>,
    heap: BinaryHeap<Candidate>,
    total: usize,
    counts: Vec<usize>,
}

impl<'e> Ranking<'e> {
    pub(super) fn new(
        request: &Request,
        pool: usize,
        as_of: Option<i32>,
        columns: &'e Columns,
        labels: &[(String, String)],
    ) -> Self {
        let mut chosen: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (id, label) in &request.facets {
            let number = labels.iter().position(|(i, l)| i == id && l == label);
            chosen.entry(id).or_default().extend(number.map(|n| n as u32));
        }
        let group = |id: &String| chosen.keys().position(|chosen| chosen == id);
        Self {
            columns,
            pool,
            sort: request.sort,
            range: (request.from, request.to),
            as_of,
            file: None,
            group_of: labels.iter().map(|(id, _)| group(id)).collect(),
            chosen: chosen.into_values().collect(),
            heap: BinaryHeap::new(),
            total: 0,
            counts: vec![0; labels.len()],
        }
    }

    /// Prefers pages with a file, or takes them alone.
    pub(super) fn with_file(self, file: Option<u32>, alone: bool) -> Self {
        Self { file: file.map(|file| (file, alone)), ..self }
    }

    /// Takes a page that has the words.
    pub(super) fn collect(&mut self, page: u32, score: f32) {
        let date = self.columns.date(page);
        let (from, to) = self.range;
        let outside = from.is_some_and(|from| date.is_none_or(|date| date < from))
            || to.is_some_and(|to| date.is_none_or(|date| date > to));
        let unfiled =
            self.file.is_some_and(|(file, alone)| alone && !self.columns.facets(page).contains(&file));
        if outside || unfiled || !self.count(page) {
            return;
        }
        self.total += 1;
        let key = match self.sort {
            Sort::Relevance => score * self.factor(page, date),
            Sort::Date => date.map_or(f32::MIN, |date| date as f32),
        };
        self.heap.push(Candidate { key, doc: page });
        if self.heap.len() > self.pool {
            self.heap.pop();
        }
    }

    /// Ends the collection.
    pub(super) fn finish(self) -> Ranked {
        let pages = self.heap.into_sorted_vec().into_iter().map(|c| (c.key, c.doc)).collect();
        Ranked { pages, total: self.total, counts: self.counts }
    }

    /// Counts the page's facets; returns whether it passes all filters.
    ///
    /// A value of a chosen facet is counted as if its own facet were not chosen, so that a reader sees what
    /// adding it would bring.
    fn count(&mut self, page: u32) -> bool {
        let values = self.columns.facets(page);
        let fails = |group: &Vec<u32>| !group.iter().any(|value| values.contains(value));
        let mut failing = self.chosen.iter().enumerate().filter(|(_, group)| fails(group)).map(|(i, _)| i);
        let (first, second) = (failing.next(), failing.next());
        for &value in values {
            let group = self.group_of.get(value as usize).copied().flatten();
            let counts = second.is_none() && (first.is_none() || group == first);
            if counts && let Some(count) = self.counts.get_mut(value as usize) {
                *count += 1;
            }
        }
        first.is_none()
    }

    fn factor(&self, page: u32, date: Option<i32>) -> f32 {
        let standing = match self.columns.standing(page) {
            0 => PAST,
            2 => CURRENT,
            _ => 1.0,
        };
        let fresh = match (self.as_of, date) {
            (Some(as_of), Some(date)) => {
                let age = as_of.abs_diff(date).min(36_500) as f32;
                FRESH * halved(age / FADING)
            }
            _ => 0.0,
        };
        let linked = (LINKED * log10(1.0 + self.columns.links(page) as f32)).min(MOST_LINKED);
        let filed = self.file.is_some_and(|(file, _)| self.columns.facets(page).contains(&file));
        standing * (1.0 + fresh) * (1.0 + linked) * if filed { FILED } else { 1.0 }
    }
}

/// Orders candidates so that the worst comes first out of the heap; ties go by the order of addresses.
struct Candidate {
    key: f32,
    doc: u32,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        other.key.total_cmp(&self.key).then(self.doc.cmp(&other.doc))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}
