//! Answering requests from a published bundle.

mod matches;
mod rank;
mod reads;
mod score;
mod sections;
mod snippet;
mod source;
mod suggest;
mod understand;

use crate::bundle::{
    FORMAT, Files, LEMMAS_DIR, Lists, MANIFEST, Manifest, PageText, Store, TEXT_DIR, Tables, open_core,
};
use crate::bytes::Bytes;
use crate::columns::Columns;
use crate::error::SearchError;
use crate::lemmas::SHARDS;
use crate::outcome::{Outcome, PageHit, Request, Sort};
use crate::query::{Lexis, Plan, Vocabulary};
use crate::stems::Stems;
use crate::synonyms::Synonyms;
use matches::Matcher;
use rank::{Ranked, Ranking};
use reads::{Budget, Reads};
use score::{Norms, Scorer};
use std::collections::BTreeMap;

/// Pages whose texts are looked into before the order is settled.
const POOL: usize = 20;
/// What a title that says all of the query adds to a page.
const TITLE: f32 = 0.6;
/// What a title that says nothing but the query adds to that.
const WHOLE_TITLE: f32 = 1.2;
/// What a page gains when the query says what it is that happens there: who types «семинар» looks for one.
const FORMED: f32 = 1.4;
/// What is left to a page whose title and best section say nothing of the query.
const APART: f32 = 0.2;
/// What is left to a page that has not the clause asked for by its number, and at best cites it.
const CITES: f32 = 0.35;
/// With fewer answers than this, pages that lack some of the words are shown too.
const ENOUGH: usize = 3;

/// Answers requests from one bundle.
pub struct Engine {
    store: Store,
    lists: Lists,
    lexis: Lexis,
    synonyms: Synonyms,
    norms: Vec<Norms>,
    columns: Columns,
    labels: Vec<(String, String)>,
    kinds: BTreeMap<String, String>,
    texts: Tables,
    /// Files of the filter of the words of the language.
    lemmas: Vec<String>,
    as_of: Option<i32>,
    pages: u32,
    budget: Budget,
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
        let (mut core, blobs) = open_core(store.core(&manifest.core, &manifest.sha256)?)?;
        let columns = Columns::read(&blobs.get(core.columns)?).ok_or_else(|| damaged(&"no columns"))?;
        if columns.len() != manifest.pages as usize {
            return Err(damaged(&"the columns have another number of pages than the manifest"));
        }
        for (path, span) in &core.within {
            store.keep(path.clone(), blobs.get(*span)?);
        }
        let targets = std::mem::take(&mut core.targets);
        let stems =
            Stems::read(&blobs.get(core.exceptions)?, targets).ok_or_else(|| damaged(&"no exceptions"))?;
        let norms = core.norms.iter().map(|&(span, mean)| Ok(Norms::new(blobs.get(span)?, mean)));
        Ok(Self {
            norms: norms.collect::<Result<_, SearchError>>()?,
            synonyms: Synonyms::new(&core.synonyms, &core.near, &stems),
            lemmas: blobs.named(LEMMAS_DIR, core.lemmas, SHARDS)?,
            lexis: Lexis::new(&core, &blobs, stems, manifest.pages)?,
            lists: Lists::new(blobs.tables(&core.lists)?, store.clone()),
            texts: blobs.tables(&core.texts)?,
            columns,
            labels: core.labels,
            kinds: core.kinds,
            store: store.clone(),
            as_of: manifest.as_of,
            pages: manifest.pages,
            budget: Budget::default(),
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
        let (vocabulary, plan) = self.understood(request)?;
        let wanted = request.offset.saturating_add(request.limit).min(self.pages as usize);
        let pool = if request.sort == Sort::Relevance { wanted.max(POOL) } else { wanted };
        let (ranked, relaxed) = self.rank(request, &plan, &vocabulary, pool)?;
        let hits = self.hits(&ranked, &plan, request)?;
        let suggestions =
            if ranked.total == 0 { suggest::words(&plan.unknown, &vocabulary) } else { Vec::new() };
        Ok(Outcome {
            hits,
            total: ranked.total,
            facets: self.facets(&ranked),
            relaxed,
            corrections: plan.corrections,
            corrected: plan.corrected,
            unknown: plan.unknown,
            offers: plan.offers,
            suggestions,
        })
    }

    /// Finds the pages that hold all the words; gives words up one by one while there are too few.
    fn rank(
        &self,
        request: &Request,
        plan: &Plan,
        vocabulary: &Vocabulary<'_>,
        pool: usize,
    ) -> Result<(Ranked, bool), SearchError> {
        let file = self.file().filter(|_| plan.with_file);
        let ranking = || {
            let ranking = Ranking::new(request, pool, self.as_of, &self.columns, &self.labels);
            ranking.with_file(file, plan.units.is_empty())
        };
        let reads = Reads::of(plan, vocabulary, self.lists.tables(), self.budget);
        if plan.units.is_empty() && !self.lists_all(request, plan) {
            return Ok((Ranked::default(), false));
        }
        reads.chunks().for_each(|number| self.lists.touch(number));
        if self.store.has_missed() {
            return Err(SearchError::Missing(Vec::new()));
        }
        let scored = self.scorer().score(&reads)?;
        let run = |at_least: usize| {
            let mut ranking = ranking();
            scored.each(at_least, |page, score| ranking.collect(page, score));
            ranking.finish()
        };
        let soft = reads.units.iter().filter(|unit| !unit.firm).count();
        let (ranked, relaxed) = relax(soft, run);
        Ok((ranked, relaxed || (reads.cut && !plan.units.is_empty())))
    }

    fn scorer(&self) -> Scorer<'_> {
        Scorer { lists: &self.lists, norms: &self.norms, columns: &self.columns, pages: self.pages }
    }

    /// Tells which units of the plan are what happens on a page.
    fn happens(&self, plan: &Plan, page: u32) -> Vec<bool> {
        let occasion = self.columns.occasion(page);
        let on = |days: (i32, i32)| occasion.is_some_and(|(from, until)| from <= days.1 && until >= days.0);
        let units = plan.units.iter();
        units.map(|unit| unit.alternatives.iter().filter_map(|a| a.days).any(on)).collect()
    }

    /// Tells whether a request without words asks for all pages: one that asks for files, one with a facet, a date or an order by date, or one
    /// that only says what must not be there.
    fn lists_all(&self, request: &Request, plan: &Plan) -> bool {
        let narrowed = !request.facets.is_empty() || request.from.is_some() || request.to.is_some();
        let empty = request.text.trim().is_empty();
        !plan.minus.is_empty() || plan.with_file || (empty && (narrowed || request.sort == Sort::Date))
    }

    /// Fetches the texts of the wanted pages and cuts their snippets.
    ///
    /// The first [`POOL`] pages are put in order by their sections; pages after them keep the order of the index,
    /// so that a larger limit only adds pages.
    fn hits(&self, ranked: &Ranked, plan: &Plan, request: &Request) -> Result<Vec<PageHit>, SearchError> {
        let reordered = if request.sort == Sort::Relevance { ranked.pages.len().min(POOL) } else { 0 };
        let (head, tail) = ranked.pages.split_at(reordered);
        let head = if request.offset < head.len() { head } else { &[] };
        let tail: Vec<(f32, u32)> =
            tail.iter().skip(request.offset.saturating_sub(reordered)).copied().collect();
        let texts = self.texts(head.iter().chain(&tail).map(|&(_, doc)| doc))?;
        let mut matcher = Matcher::new(plan, &self.lexis.stems);
        let mut hits = Vec::with_capacity(texts.len());
        for (&(score, page), text) in head.iter().zip(&texts) {
            let view = sections::view(text, plan, &mut matcher, request.sections, &self.happens(plan, page));
            let titled = 1.0 + view.in_title * (TITLE + WHOLE_TITLE * view.of_title);
            let together = APART + (1.0 - APART) * view.together * view.together;
            let formed = if view.in_form { FORMED } else { 1.0 };
            let cites = if view.lacks_clause { CITES } else { 1.0 };
            let score = score * (1.0 + view.best) * titled * together * formed * cites;
            hits.push(self.hit(text, view, score));
        }
        // The sort is stable: equals stay in the order of the index.
        hits.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut hits: Vec<PageHit> = hits.into_iter().skip(request.offset).take(request.limit).collect();
        let rest = tail.iter().zip(&texts[head.len()..]).take(request.limit - hits.len());
        for (&(score, page), text) in rest {
            let view = sections::view(text, plan, &mut matcher, request.sections, &self.happens(plan, page));
            let lowest = hits.last().map_or(f32::MAX, |hit| hit.score);
            let score = if request.sort == Sort::Relevance { score.min(lowest) } else { score };
            hits.push(self.hit(text, view, score));
        }
        Ok(hits)
    }

    fn hit(&self, text: &PageText, view: sections::PageView, score: f32) -> PageHit {
        let mut sections = view.sections;
        let best = sections.first().map_or(0.0, |first| first.score);
        for (number, section) in sections.iter_mut().enumerate() {
            // Where only the title has the words, its first section stands for the page.
            let share = if number == 0 { 1.0 } else { (section.score / best).clamp(0.0, 1.0) };
            section.score = score * share;
        }
        PageHit {
            page: text.url.clone(),
            title: text.title.clone(),
            title_fragments: view.title,
            kind: text.kind.clone(),
            kind_label: self.kinds.get(&text.kind).cloned().unwrap_or_default(),
            date: text.date,
            standing: text.standing,
            state: text.state.clone(),
            score,
            sections,
            words: view.words,
        }
    }

    /// Reads the texts of pages; asks for all missing shards before it fails.
    fn texts(&self, docs: impl Iterator<Item = u32>) -> Result<Vec<PageText>, SearchError> {
        let shard = |place: usize| {
            let number = self.texts.holding(&(place..place + 1)).start;
            let bytes = self.store.unpacked(&self.texts.file(TEXT_DIR, number))?;
            Ok((bytes, place - self.texts.start(number)))
        };
        let shards: Vec<Result<_, SearchError>> = docs.map(|doc| shard(doc as usize)).collect();
        let none = || SearchError::Damaged("a shard of texts is none, or too short".to_owned());
        let read = |shard: Result<(Bytes, usize), SearchError>| {
            let (bytes, number) = shard?;
            PageText::read_one(&bytes, number).ok_or_else(none)
        };
        shards.into_iter().map(read).collect()
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

/// Gives words up one by one while too few pages have them all; tells whether any were given up.
fn relax(soft: usize, run: impl Fn(usize) -> Ranked) -> (Ranked, bool) {
    let found = run(soft);
    // Of two words none is given up while both lead somewhere.
    let enough = if soft <= 2 { 1 } else { ENOUGH };
    if found.total >= enough || soft < 2 {
        return (found, false);
    }
    let mut steps: Vec<usize> = vec![soft - 1, soft.div_ceil(2), 1];
    steps.dedup();
    for at_least in steps {
        let next = run(at_least);
        if next.total > 0 {
            let relaxed = next.total > found.total;
            return (next, relaxed);
        }
    }
    (found, false)
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{Budget, Engine};
    use crate::{BuildOptions, MemoryFiles, Outcome, PageDocument, Request, SectionDocument, build};

    /// Pages on which three words stand often and irregularly; two of them follow each other on the first page only.
    fn portal() -> anyhow::Result<Engine> {
        let page = |number: usize| {
            let gap = |i: usize| " иное".repeat(1 + (number * 31 + i * i * 7) % 5);
            let text: String =
                (0..40).map(|i| format!("план{} работа{} центр{}", gap(i), gap(i + 3), gap(i + 5))).collect();
            let text = if number.is_multiple_of(2) { text } else { text.replace("центр", "пункт") };
            let text = if number == 0 { format!("План работы. {text}") } else { text };
            let sections = vec![SectionDocument { text, ..SectionDocument::default() }];
            PageDocument { url: format!("/{number:03}/"), sections, ..PageDocument::default() }
        };
        let pages: Vec<PageDocument> = (0..300).map(page).collect();
        Ok(Engine::open(MemoryFiles(build(&pages, &BuildOptions::default())?.files))?)
    }

    #[test]
    fn what_goes_beyond_the_budget_is_left_out_and_said() -> anyhow::Result<()> {
        let mut engine = portal()?;
        let mut ask = |budget: Budget, query: &str| -> anyhow::Result<Outcome> {
            engine.budget = budget;
            Ok(engine.search(&Request::new(query))?)
        };
        let whole = Budget::default();
        let phrase = ask(whole, "\"план работы\"")?;
        assert!(phrase.total == 1 && !phrase.relaxed);
        let all = ask(whole, "план работы центра")?;
        assert!(all.total == 150 && !all.relaxed);
        // Without positions the words of a phrase must only stand on one page.
        let unordered = ask(Budget { together: 1, nearness: 1, ..whole }, "\"план работы\"")?;
        assert!(unordered.relaxed && unordered.total == 300, "{}", unordered.total);
        // Nearness is given up without a word: nobody asked for it.
        let apart = ask(Budget { nearness: 1, ..whole }, "план работы центра")?;
        assert!(apart.total == 150 && !apart.relaxed);
        // Without postings of the common words the rarest one leads.
        let rarest = ask(Budget { postings: 1, together: 1, nearness: 1 }, "план работы центра")?;
        assert!(rarest.relaxed && rarest.total == 150, "{}", rarest.total);
        Ok(())
    }
}
