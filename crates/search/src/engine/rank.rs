//! Collecting pages: filters, counts of facets, and what besides words makes a page better.

use crate::outcome::{Request, Sort};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

/// Pages over or superseded, pages in force.
const PAST: f32 = 0.55;
const CURRENT: f32 = 1.2;
/// What each tenfold of pages that point to a page adds to it, and at most.
const LINKED: f32 = 0.3;
const MOST_LINKED: f32 = 0.6;
/// What a page of the newest day gains over an old one.
const FRESH: f32 = 0.15;
/// Days in which half of that fades.
const FADING: f32 = 365.0;

/// Labels of the facets by their numbers in the index: facet id and value label.
pub(super) type FacetLabels = Arc<Vec<(String, String)>>;

/// Reads the labels of all facets.
pub(super) fn facet_labels(segment: &SegmentReader) -> tantivy::Result<Vec<(String, String)>> {
    let Some(column) = segment.fast_fields().str("facets")? else { return Ok(Vec::new()) };
    let mut labels = Vec::with_capacity(column.num_terms());
    let mut text = String::new();
    for number in 0..column.num_terms() as u64 {
        text.clear();
        column.ord_to_str(number, &mut text)?;
        let (id, label) = text.split_once('=').unwrap_or((text.as_str(), ""));
        labels.push((id.to_owned(), label.to_owned()));
    }
    Ok(labels)
}

/// Collects the best pages of a request.
pub(super) struct Ranking {
    pool: usize,
    sort: Sort,
    from: Option<i64>,
    to: Option<i64>,
    as_of: Option<i64>,
    labels: FacetLabels,
    /// The chosen values by facet id, as numbers.
    chosen: Vec<(String, Vec<u64>)>,
}

impl Ranking {
    pub(super) fn new(request: &Request, pool: usize, as_of: Option<i32>, labels: FacetLabels) -> Self {
        let mut chosen: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for (id, label) in &request.facets {
            let number = labels.iter().position(|(i, l)| i == id && l == label);
            chosen.entry(id.clone()).or_default().extend(number.map(|n| n as u64));
        }
        Self {
            pool,
            sort: request.sort,
            from: request.from.map(i64::from),
            to: request.to.map(i64::from),
            as_of: as_of.map(i64::from),
            labels,
            chosen: chosen.into_iter().collect(),
        }
    }
}

/// The pages of a request, best first, with counts.
#[derive(Debug, Default)]
pub(super) struct Ranked {
    pub(super) pages: Vec<(f32, DocId)>,
    pub(super) total: usize,
    /// Pages by the number of the facet's value.
    pub(super) counts: Vec<usize>,
}

impl Collector for Ranking {
    type Fruit = Ranked;
    type Child = SegmentRanking;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<SegmentRanking> {
        let fast = segment.fast_fields();
        let groups = |id: &String| self.chosen.iter().position(|(chosen, _)| chosen == id);
        Ok(SegmentRanking {
            pool: self.pool,
            sort: self.sort,
            range: (self.from, self.to),
            as_of: self.as_of,
            dates: fast.column_opt("date")?,
            standings: fast.column_opt("standing")?,
            links: fast.column_opt("links")?,
            facets: fast.str("facets")?,
            group_of: self.labels.iter().map(|(id, _)| groups(id)).collect(),
            chosen: self.chosen.iter().map(|(_, values)| values.clone()).collect(),
            heap: BinaryHeap::new(),
            total: 0,
            counts: vec![0; self.labels.len()],
            values: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Ranked>) -> tantivy::Result<Ranked> {
        // The bundle has one segment, or none when there are no pages.
        Ok(fruits.into_iter().next().unwrap_or_default())
    }
}

/// Collects within the segment.
pub(super) struct SegmentRanking {
    pool: usize,
    sort: Sort,
    range: (Option<i64>, Option<i64>),
    as_of: Option<i64>,
    dates: Option<Column<i64>>,
    standings: Option<Column<u64>>,
    links: Option<Column<u64>>,
    facets: Option<StrColumn>,
    /// The chosen facet that each value belongs to.
    group_of: Vec<Option<usize>>,
    chosen: Vec<Vec<u64>>,
    heap: BinaryHeap<Candidate>,
    total: usize,
    counts: Vec<usize>,
    values: Vec<u64>,
}

impl SegmentRanking {
    /// Counts the page's facets; returns whether it passes all filters.
    ///
    /// A value of a chosen facet is counted as if its own facet were not chosen, so that a reader sees what
    /// adding it would bring.
    fn count(&mut self, doc: DocId) -> bool {
        let mut values = std::mem::take(&mut self.values);
        values.clear();
        if let Some(facets) = &self.facets {
            values.extend(facets.ords().values_for_doc(doc));
        }
        let fails = |group: &Vec<u64>| !group.iter().any(|value| values.contains(value));
        let failing: Vec<usize> =
            self.chosen.iter().enumerate().filter(|(_, group)| fails(group)).map(|(i, _)| i).collect();
        for &value in &values {
            let group = self.group_of.get(value as usize).copied().flatten();
            let counts = match failing.as_slice() {
                [] => true,
                [one] => group == Some(*one),
                _ => false,
            };
            if counts && let Some(count) = self.counts.get_mut(value as usize) {
                *count += 1;
            }
        }
        self.values = values;
        failing.is_empty()
    }

    fn factor(&self, doc: DocId, date: Option<i64>) -> f32 {
        let standing = match self.standings.as_ref().and_then(|column| column.first(doc)) {
            Some(0) => PAST,
            Some(2) => CURRENT,
            _ => 1.0,
        };
        let fresh = match (self.as_of, date) {
            (Some(as_of), Some(date)) => {
                let age = (as_of - date).abs().min(36_500) as f32;
                FRESH * (-age / FADING * std::f32::consts::LN_2).exp()
            }
            _ => 0.0,
        };
        let links = self.links.as_ref().and_then(|column| column.first(doc)).unwrap_or(0);
        let linked = (LINKED * (1.0 + links as f32).log10()).min(MOST_LINKED);
        standing * (1.0 + fresh) * (1.0 + linked)
    }
}

impl SegmentCollector for SegmentRanking {
    type Fruit = Ranked;

    fn collect(&mut self, doc: DocId, score: Score) {
        let date = self.dates.as_ref().and_then(|column| column.first(doc));
        let (from, to) = self.range;
        let outside = from.is_some_and(|from| date.is_none_or(|date| date < from))
            || to.is_some_and(|to| date.is_none_or(|date| date > to));
        if outside || !self.count(doc) {
            return;
        }
        self.total += 1;
        let key = match self.sort {
            Sort::Relevance => score * self.factor(doc, date),
            Sort::Date => date.map_or(f32::MIN, |date| date as f32),
        };
        self.heap.push(Candidate { key, doc });
        if self.heap.len() > self.pool {
            self.heap.pop();
        }
    }

    fn harvest(self) -> Ranked {
        let pages = self.heap.into_sorted_vec().into_iter().map(|c| (c.key, c.doc)).collect();
        Ranked { pages, total: self.total, counts: self.counts }
    }
}

/// Orders candidates so that the worst comes first out of the heap; ties go by the order of addresses.
struct Candidate {
    key: f32,
    doc: DocId,
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
