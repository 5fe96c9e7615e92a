//! Answering requests from a published bundle.

mod compile;
mod matches;
mod rank;
mod sections;
mod snippet;
mod warm;

use crate::bundle::{BundleDirectory, Core, FORMAT, Files, MANIFEST, Manifest, PageText, Store, unpack_core};
use crate::error::SearchError;
use crate::outcome::{Outcome, PageHit, Request, Sort};
use crate::query::{Plan, Planner, Vocabulary};
use crate::schema::{Fields, schema};
use crate::stems::Stems;
use crate::synonyms::Synonyms;
use matches::Matcher;
use rank::{FacetLabels, Ranked, Ranking, facet_labels};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tantivy::directory::OwnedBytes;
use tantivy::query::{AllQuery, EnableScoring, Query};
use tantivy::{DocId, Index, IndexReader, ReloadPolicy, Searcher};
use warm::Warmer;

/// Pages whose texts are looked into before the order is settled.
const POOL: usize = 20;
/// What a title that says all of the query adds to a page.
const TITLE: f32 = 0.5;
/// What a title that says nothing but the query adds to that.
const WHOLE_TITLE: f32 = 0.5;
/// What is left to a page whose title and best section say nothing of the query.
const APART: f32 = 0.2;
/// With fewer answers than this, pages that lack some of the words are shown too.
const ENOUGH: usize = 3;

/// Answers requests from one bundle.
pub struct Engine {
    core: Arc<Core>,
    store: Store,
    reader: IndexReader,
    warmer: Warmer,
    fields: Fields,
    vocabulary: Vocabulary,
    synonyms: Synonyms,
    labels: FacetLabels,
    as_of: Option<i32>,
    pages: u32,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Engine({} pages)", self.pages)
    }
}

impl Engine {
    /// Opens a bundle: reads its manifest and its core, nothing else.
    ///
    /// # Errors
    /// Fails when a file is missing or damaged, or the bundle has another format.
    pub fn open(files: impl Files) -> Result<Self, SearchError> {
        let store = Store::new(files);
        Self::open_store(&store).map_err(|error| store.explain(error))
    }

    fn open_store(store: &Store) -> Result<Self, SearchError> {
        let damaged = |error: &dyn std::fmt::Display| SearchError::Damaged(error.to_string());
        let manifest: Manifest =
            serde_json::from_slice(&store.raw(MANIFEST)?).map_err(|error| damaged(&error))?;
        if manifest.format != FORMAT {
            return Err(SearchError::Format(manifest.format));
        }
        let (mut core, blobs) = unpack_core(store.raw(&manifest.core)?)?;
        let blobs = OwnedBytes::new(blobs);
        let (start, end) = core.exceptions;
        if start > end || end > blobs.len() {
            return Err(SearchError::Damaged("the exceptions lie outside of the core".to_owned()));
        }
        let targets = std::mem::take(&mut core.targets);
        let stems = Stems::new(blobs.slice(start..end), targets).map_err(|error| damaged(&error))?;
        let core = Arc::new(core);
        let index = Index::open(BundleDirectory::new(Arc::clone(&core), blobs, store.clone()))?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let warmer = Warmer::new(&index, &core)?;
        let (_, fields) = schema();
        let searcher: Searcher = reader.searcher();
        let segment = searcher.segment_readers().first();
        let labels = segment.map(facet_labels).transpose()?.unwrap_or_default();
        let synonyms = Synonyms::new(&core.synonyms, &stems);
        Ok(Self {
            vocabulary: Vocabulary::new(segment, fields, stems)?,
            labels: Arc::new(labels),
            core,
            store: store.clone(),
            warmer,
            reader,
            fields,
            synonyms,
            as_of: manifest.as_of,
            pages: manifest.pages,
        })
    }

    /// Returns the number of pages.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`SearchError::Missing`] lists files to fetch before asking again; anything else is a broken bundle.
    pub fn search(&self, request: &Request) -> Result<Outcome, SearchError> {
        self.answer(request).map_err(|error| self.store.explain(error))
    }

    fn answer(&self, request: &Request) -> Result<Outcome, SearchError> {
        let planner =
            Planner { vocabulary: &self.vocabulary, synonyms: &self.synonyms, literal: request.literal };
        let plan = planner.plan(&request.text)?;
        let wanted = request.offset.saturating_add(request.limit).min(self.pages as usize);
        let pool = if request.sort == Sort::Relevance { wanted.max(POOL) } else { wanted };
        let ranking = Ranking::new(request, pool, self.as_of, Arc::clone(&self.labels));
        let (ranked, relaxed) = self.rank(request, &plan, &ranking)?;
        let hits = self.hits(&ranked, &plan, request)?;
        let facets = self.facets(&ranked);
        Ok(Outcome {
            hits,
            total: ranked.total,
            facets,
            relaxed,
            corrections: plan.corrections,
            corrected: plan.corrected,
            unknown: plan.unknown,
            suggestions: Vec::new(),
        })
    }

    /// Finds the pages that hold all the words; gives words up one by one while there are too few.
    fn rank(&self, request: &Request, plan: &Plan, ranking: &Ranking) -> Result<(Ranked, bool), SearchError> {
        let soft = plan.units.iter().filter(|unit| !unit.firm).count();
        if plan.units.is_empty() {
            let browse = request.text.trim().is_empty()
                && (!request.facets.is_empty()
                    || request.from.is_some()
                    || request.to.is_some()
                    || request.sort == Sort::Date);
            let ranked = if browse { self.run(&AllQuery, ranking)? } else { Ranked::default() };
            return Ok((ranked, false));
        }
        let mut found = Ranked::default();
        let mut steps: Vec<usize> = vec![soft, soft.saturating_sub(1), soft.div_ceil(2), 1];
        steps.dedup();
        for at_least in steps {
            let Some(query) = compile::query(plan, self.fields, at_least) else { break };
            let next = self.run(query.as_ref(), ranking)?;
            let gave_up = soft - at_least.min(soft);
            // Of two words none is given up while both lead somewhere.
            let enough = if soft <= 2 { 1 } else { ENOUGH };
            if gave_up == 0 {
                if next.total >= enough || soft < 2 {
                    return Ok((next, false));
                }
                found = next;
            } else if next.total > 0 {
                let relaxed = next.total > found.total;
                return Ok((next, relaxed));
            }
        }
        Ok((found, false))
    }

    /// Runs a query; first touches all its terms, so that all missing files are missed in one round.
    fn run(&self, query: &dyn Query, ranking: &Ranking) -> Result<Ranked, SearchError> {
        let searcher = self.reader.searcher();
        self.warmer.touch(query, &searcher);
        if self.store.has_missed() {
            return Err(SearchError::Missing(Vec::new()));
        }
        let scoring = EnableScoring::enabled_from_searcher(&searcher);
        let executor = tantivy::Executor::SingleThread;
        Ok(searcher.search_with_executor(query, ranking, &executor, scoring)?)
    }

    /// Fetches the texts of the wanted pages and cuts their snippets.
    ///
    /// The first [`POOL`] pages are put in order by their sections; pages after them keep the order of the index,
    /// so that a larger limit only adds pages.
    fn hits(&self, ranked: &Ranked, plan: &Plan, request: &Request) -> Result<Vec<PageHit>, SearchError> {
        let reordered = if request.sort == Sort::Relevance { ranked.pages.len().min(POOL) } else { 0 };
        let (head, tail) = ranked.pages.split_at(reordered);
        let head = if request.offset < head.len() { head } else { &[] };
        let tail: Vec<(f32, DocId)> =
            tail.iter().skip(request.offset.saturating_sub(reordered)).copied().collect();
        let texts = self.texts(head.iter().chain(&tail).map(|&(_, doc)| doc))?;
        let mut matcher = Matcher::new(plan, &self.vocabulary.stems);
        let mut hits = Vec::with_capacity(texts.len());
        for (&(score, _), text) in head.iter().zip(&texts) {
            let view = sections::view(text, plan, &mut matcher, request.sections);
            let titled = 1.0 + view.in_title * (TITLE + WHOLE_TITLE * view.of_title);
            let together = APART + (1.0 - APART) * view.together * view.together;
            let score = score * (1.0 + view.best) * titled * together;
            hits.push(self.hit(text, view, score));
        }
        // The sort is stable: equals stay in the order of the index.
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut hits: Vec<PageHit> = hits.into_iter().skip(request.offset).take(request.limit).collect();
        let rest = tail.iter().zip(&texts[head.len()..]).take(request.limit - hits.len());
        for (&(score, _), text) in rest {
            let view = sections::view(text, plan, &mut matcher, request.sections);
            let lowest = hits.last().map_or(f32::MAX, |hit| hit.score);
            let score = if request.sort == Sort::Relevance { score.min(lowest) } else { score };
            hits.push(self.hit(text, view, score));
        }
        Ok(hits)
    }

    fn hit(&self, text: &PageText, view: sections::PageView, score: f32) -> PageHit {
        let mut sections = view.sections;
        let best = sections.first().map_or(1.0, |first| first.score).max(f32::MIN_POSITIVE);
        for section in &mut sections {
            section.score = score * (section.score / best).clamp(0.0, 1.0);
        }
        PageHit {
            page: text.url.clone(),
            title: text.title.clone(),
            title_fragments: view.title,
            kind: text.kind.clone(),
            kind_label: self.core.kinds.get(&text.kind).cloned().unwrap_or_default(),
            date: text.date,
            standing: text.standing,
            score,
            sections,
            words: view.words,
        }
    }

    /// Reads the texts of pages; asks for all missing shards before it fails.
    fn texts(&self, docs: impl Iterator<Item = DocId>) -> Result<Vec<PageText>, SearchError> {
        let docs: Vec<DocId> = docs.collect();
        let shard_of = |doc: &DocId| self.core.texts.partition_point(|s| s.first <= *doc).saturating_sub(1);
        let mut shards: BTreeMap<usize, Vec<PageText>> = BTreeMap::new();
        let mut fault = None;
        for number in docs.iter().map(shard_of).collect::<BTreeSet<_>>() {
            match self.shard(number) {
                Ok(pages) => drop(shards.insert(number, pages)),
                Err(error) => fault = Some(error),
            }
        }
        if let Some(fault) = fault {
            return Err(fault);
        }
        let text = |doc: &DocId| {
            let number = shard_of(doc);
            let first = self.core.texts.get(number)?.first;
            shards.get(&number)?.get((*doc - first) as usize).cloned()
        };
        let cut = || SearchError::Damaged("a shard of texts is too short".to_owned());
        docs.iter().map(|doc| text(doc).ok_or_else(cut)).collect()
    }

    fn shard(&self, number: usize) -> Result<Vec<PageText>, SearchError> {
        let missing = || SearchError::Damaged("a page without a shard of texts".to_owned());
        let shard = self.core.texts.get(number).ok_or_else(missing)?;
        let bytes = self.store.unpacked(&shard.file)?;
        serde_json::from_slice(&bytes).map_err(|error| SearchError::Damaged(error.to_string()))
    }

    fn facets(&self, ranked: &Ranked) -> BTreeMap<String, BTreeMap<String, usize>> {
        let mut facets: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for ((id, label), &count) in self.labels.iter().zip(&ranked.counts) {
            if count > 0 {
                facets.entry(id.clone()).or_default().insert(label.clone(), count);
            }
        }
        facets
    }
}
