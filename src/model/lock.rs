//! `content/addresses.lock`: every address ever published, so that none is lost.
//!
//! A line is `kind/name`, the fingerprint of the document, its address, and its former addresses, with tabs
//! between them. The file is committed with the content, so that a clean clone knows the history too. An
//! entry follows its document by name, and when the name is gone, by the fingerprint. What the site makes under an
//! address of its own has lines too (`made`). A document that readers see from a day on has its line from the beginning,
//! with that day in the place of the fingerprint: the day itself is no news, and until then nothing was promised.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Goal, Page, PageId, Redirect, Site, Visibility};
use crate::address::UrlPath;
use crate::diagnostic::{Diagnostic, MOST_TOLD, RuleId};
use crate::schema::known;
use crate::source::SourceId;

mod entry;
mod first;
mod made;
mod settled;

use entry::Entry;
pub(crate) use settled::Settled;
use settled::{Line, OfDocuments, Part};

use first::FirstNames;

pub(crate) const ADDRESS_VANISHED: RuleId = RuleId("address-vanished");
pub(crate) const ADDRESS_MOVED: RuleId = RuleId("address-moved");
pub(crate) const LOCK_INVALID: RuleId = RuleId("lock-invalid");

/// What git leaves where two people added addresses.
const MERGE: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// The lock as read.
#[derive(Debug)]
pub(super) struct Lock {
    source: Option<SourceId>,
    known: BTreeMap<String, Entry>,
    /// Lists, vocabularies and terms by their names.
    made: BTreeMap<String, Entry>,
    /// The names of terms by vocabulary and label.
    by_label: BTreeMap<(String, String), String>,
    /// The names under which documents were first published.
    firsts: FirstNames,
    /// What is wrong with its lines.
    pub(super) messages: Vec<Diagnostic>,
}

impl Lock {
    /// Reads the lock; an absent one knows nothing.
    pub(super) fn read(lock: Option<&(SourceId, Arc<str>)>) -> Self {
        let source = lock.map(|(source, _)| *source);
        let (known, made, by_label, firsts) = Default::default();
        let mut read = Self { source, known, made, by_label, firsts, messages: Vec::new() };
        let (mut position, mut merged) = (0, false);
        for line in lock.map_or("", |(_, text)| text).split_inclusive('\n') {
            let place = (position, position + line.trim_end().len());
            position += line.len();
            let of_made = is_made(line);
            if line.trim().is_empty() || line.starts_with('#') && !of_made {
                read.firsts.read(line);
                continue;
            }
            if MERGE.iter().any(|mark| line.starts_with(mark)) {
                // One merge, one message: of both sides every line is right.
                let told = source.filter(|_| !std::mem::replace(&mut merged, true));
                read.messages.extend(told.map(|source| {
                    Diagnostic::error(LOCK_INVALID).at(source.span(place.0, place.1)).help("help-merge")
                }));
                continue;
            }
            match parse(line.trim_end(), place) {
                Some((name, entry)) if of_made => read.remember(name, entry),
                Some((name, entry)) => drop(read.known.insert(name, entry)),
                None if read.messages.len() >= MOST_TOLD => {}
                None => read.messages.extend(source.map(|source| {
                    Diagnostic::error(LOCK_INVALID).at(source.span(place.0, place.1)).help("help")
                })),
            }
        }
        read
    }

    /// Finds every document's history, and every address that nobody answers for.
    pub(super) fn settle(&self, site: &Site) -> OfDocuments {
        let (schema, today) = (&site.schema, site.today);
        let pages: Vec<(PageId, &Page)> = site.names.ids().iter().map(|id| (*id, site.page(*id))).collect();
        let name = |(_, page): &(PageId, &Page)| format!("{}/{}", schema.kind(page.kind).id, page.name);
        let names: Vec<String> = pages.iter().map(name).collect();
        let present: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let is_lost = |name: &str, entry: &Entry| !present.contains(name) && !entry.is_awaited(today);
        let lost = self.known.iter().filter(|(name, entry)| is_lost(name, entry));
        let mut lost = Lost::new(lost.map(|(name, entry)| (name.clone(), entry.clone())).collect());
        drop(present);
        let by_text = !lost.entries.is_empty();
        let mut settled = Part { changed: by_text, ..Part::default() };
        let mut first_names = BTreeMap::new();
        let removed: BTreeSet<String> =
            site.config.removed.iter().map(|(address, _)| address.as_str().to_owned()).collect();
        let mut firsts = self.firsts.clone();
        for ((id, page), name) in pages.iter().zip(names) {
            let found = self.entry((page, &name, today), (&mut lost, &mut firsts), &mut settled.problems);
            let Some(mut entry) = found else { continue };
            entry.former.retain(|from| !removed.contains(from));
            let former = entry.former.iter().filter(|from| **from != page.url).cloned();
            settled.redirects.extend(former.map(|from| Redirect { from, to: Goal::Page(*id) }));
            settled.changed = settled.changed || self.is_news(page, &name, &entry, today);
            let said = (page.is_published() && !page.broken).then_some(*id);
            let first = firsts.of(&name).map(str::to_owned);
            first_names.extend(first.iter().map(|first| (*id, first.clone())));
            settled.lines.push(Line { name, entry, said, first });
        }
        // What a file says that could not be read is not known, so nothing of its kind is believed lost.
        let broken = pages.iter().filter(|(_, page)| page.broken);
        let broken: BTreeSet<&str> = broken.map(|(_, page)| schema.kind(page.kind).id.as_str()).collect();
        let gone = lost.entries.iter().filter(|(name, _)| !broken.contains(kind(name)));
        self.vanished(gone, site, &removed, &mut settled);
        OfDocuments { part: settled, first_names: Arc::new(first_names), by_text }
    }

    /// Whether the lock tells of other addresses of a page than before. What comes by the day alone is none: nobody is
    /// there to write the lock when it does.
    fn is_news(&self, page: &Page, name: &str, entry: &Entry, today: Date) -> bool {
        let old = self.known.get(name).filter(|old| !old.is_awaited(today));
        let alike = old.is_some_and(|old| old.address == entry.address && old.former == entry.former);
        let moved = old.is_some_and(|old| old.address != entry.address);
        !alike && (moved || !is_dated(page))
    }

    /// A document's entry after this build; none for a page that is not published and never was.
    fn entry(
        &self,
        (page, name, today): (&Page, &str, Date),
        (lost, firsts): (&mut Lost, &mut FirstNames),
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Entry> {
        let old = self.known.get(name).filter(|old| !old.is_awaited(today)).cloned().or_else(|| {
            let (from, entry) = lost.take(name, page)?;
            firsts.rename(&from, name);
            Some(entry)
        });
        let fingerprint = match page.visibility {
            _ if page.broken => return old,
            // That of the page stands in its line.
            Visibility::Published => String::new(),
            Visibility::Scheduled(day) if old.is_none() => day.to_string(),
            _ => return old,
        };
        let mut entry =
            Entry { fingerprint, address: page.url.clone(), former: BTreeSet::new(), line: (0, 0) };
        if let Some(old) = old {
            entry.former = old.former;
            if old.address != page.url {
                let moved = Diagnostic::note(ADDRESS_MOVED).at(page.span);
                problems.push(moved.arg("from", &old.address).arg("to", &page.url).help("help"));
                entry.former.insert(old.address);
            }
        }
        // A redirect once published is a promise, whatever becomes of the line that asked for it.
        entry.former.extend(aliases(page));
        entry.former.remove(&page.url);
        Some(entry)
    }

    /// Addresses that were published and now lead nowhere.
    fn vanished<'e>(
        &self,
        lost: impl Iterator<Item = (&'e String, &'e Entry)>,
        site: &Site,
        removed: &BTreeSet<String>,
        settled: &mut Part,
    ) {
        let answered = LazyCell::new(|| {
            let published = || site.published().map(|(_, page)| page);
            let mut answered: BTreeSet<String> = published().flat_map(aliases).collect();
            answered.extend(published().map(|page| page.url.clone()));
            answered
        });
        for (name, entry) in lost {
            let all = std::iter::once(&entry.address).chain(&entry.former);
            let gone = all.filter(|address| !answered.contains(*address) && !removed.contains(*address));
            let gone: Vec<&str> = gone.map(String::as_str).collect();
            let Some(first) = gone.first() else { continue };
            let problem = Diagnostic::error(ADDRESS_VANISHED).arg("address", *first).arg("name", name);
            let problem = problem.number("count", gone.len()).arg("addresses", gone.join(", "));
            let lines: Vec<String> = gone.iter().map(|address| format!("  - {address}")).collect();
            let problem = problem.arg("lines", lines.join("\n"));
            let problem = match self.source {
                Some(source) => problem.at(source.span(entry.line.0, entry.line.1)),
                None => problem,
            };
            settled.problems.push(problem.help("help").help("help-removed"));
            settled.lines.push(Line { name: name.clone(), entry: entry.clone(), said: None, first: None });
        }
    }
}

/// Entries whose documents are gone, found by what the documents said.
struct Lost {
    entries: BTreeMap<String, Entry>,
    /// Names by fingerprint and kind.
    by_fingerprint: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
}

impl Lost {
    fn new(entries: BTreeMap<String, Entry>) -> Self {
        let mut by_fingerprint: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for (name, entry) in &entries {
            let kinds = by_fingerprint.entry(entry.fingerprint.clone()).or_default();
            kinds.entry(kind(name).to_owned()).or_default().insert(name.clone());
        }
        Self { entries, by_fingerprint }
    }

    /// Takes the entry of a document that said the same under another name, with that name: of its own kind first.
    fn take(&mut self, name: &str, page: &Page) -> Option<(String, Entry)> {
        if self.entries.is_empty() {
            return None;
        }
        let kinds = self.by_fingerprint.get_mut(page.fingerprint.as_str())?;
        let mut own = kind(name).to_owned();
        if !kinds.contains_key(&own) {
            own.clone_from(kinds.keys().next()?);
        }
        let names = kinds.get_mut(&own)?;
        let old = names.pop_first();
        if names.is_empty() {
            kinds.remove(&own);
        }
        self.entries.remove_entry(&old?)
    }
}

/// The kind in a name of the lock: `news/a`.
fn kind(name: &str) -> &str {
    name.split('/').next().unwrap_or(name)
}

/// Whether the day decides when readers see a page.
fn is_dated(page: &Page) -> bool {
    page.field(known::PUBLISH_AT).is_some()
}

/// The aliases of a page as addresses.
pub(super) fn aliases(page: &Page) -> impl Iterator<Item = String> + '_ {
    page.former.iter().map(|(address, _)| address.as_str().to_owned())
}

fn parse(line: &str, place: (usize, usize)) -> Option<(String, Entry)> {
    let mut parts = line.split('\t');
    let (name, fingerprint, address) = (parts.next()?, parts.next()?, parts.next()?);
    // The file may have been edited: an address that leads astray is not believed.
    let read = |address: &str| Some(UrlPath::parse(address).ok()?.as_str().to_owned());
    let former = parts.map(read).collect::<Option<_>>()?;
    let entry = Entry { fingerprint: fingerprint.to_owned(), address: read(address)?, former, line: place };
    ((name.contains('/') || is_made(name)) && address.starts_with('/')).then(|| (name.to_owned(), entry))
}

/// What names in the lock begin with.
const SORTS: [&str; 3] = ["#term:", "#list:", "#vocabulary:"];

/// Whether a line of the lock is about what the site makes of itself.
fn is_made(line: &str) -> bool {
    SORTS.iter().any(|sort| line.starts_with(sort))
}
