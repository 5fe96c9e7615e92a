//! The addresses of lists, vocabularies and terms in the lock: promises like those of documents.
//!
//! A line is `#term:tags/c`, `#list:news` or `#vocabulary:tags`, then as for a document; the fingerprint is that of a
//! term's label, `-` for the others. Former programs take the line for a remark, and a lock without such lines is one
//! that they wrote: it says nothing of terms. A label keeps the id under which it was first published, and nobody else
//! gets it. Further pages are not kept.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::settled::{OfDocuments, Part};
use super::{ADDRESS_VANISHED, Entry, Line, Lock, Settled, aliases, is_dated};
use crate::diagnostic::Diagnostic;
use crate::model::{Goal, Owner, Redirect, Site};
use crate::text::{hex, key};

impl Lock {
    /// The ids that were given to terms of a vocabulary.
    pub(in crate::model) fn term_ids<'a>(&'a self, vocabulary: &str) -> impl Iterator<Item = &'a str> {
        let start = format!("#term:{vocabulary}/");
        let from = self.made.range(start.clone()..).map(|(name, _)| name.as_str());
        from.map_while(move |name| name.strip_prefix(start.as_str()))
    }

    /// The id under which a label was published.
    pub(in crate::model) fn term_id<'a>(&'a self, vocabulary: &str, label: &str) -> Option<&'a str> {
        let (start, fingerprint) = (format!("#term:{vocabulary}/"), of_label(label));
        self.by_label.get(&(start.clone(), fingerprint)).and_then(|name| name.strip_prefix(start.as_str()))
    }

    /// Remembers a line.
    pub(super) fn remember(&mut self, name: String, entry: Entry) {
        if let Some((vocabulary, _)) = name.split_once('/') {
            let label = (format!("{vocabulary}/"), entry.fingerprint.clone());
            self.by_label.entry(label).or_insert_with(|| name.clone());
        }
        self.made.insert(name, entry);
    }

    /// Adds the history of everything that the site makes under an address of its own, and what is gone.
    pub(in crate::model) fn settle_made(&self, site: &Site, documents: Arc<OfDocuments>) -> Settled {
        Settled { documents, made: self.made(site) }
    }

    fn made(&self, site: &Site) -> Part {
        let mut settled = Part::default();
        let removed: BTreeSet<&str> =
            site.config.removed.iter().map(|(address, _)| address.as_str()).collect();
        let mut after = self.present(site, &removed, &mut settled.redirects);
        let answered = LazyCell::new(|| {
            let mut answered: BTreeSet<String> =
                site.apart.aliased.iter().flat_map(|id| aliases(site.page(*id))).collect();
            answered.extend(site.routes.all().map(|route| route.address.clone()));
            answered
        });
        for (name, entry) in &self.made {
            if after.contains_key(name) {
                continue;
            }
            let left = entry.addresses().filter(|address| !removed.contains(address.as_str()));
            let is_kept = match without_documents(site, name) {
                Some(to) => {
                    let before = settled.redirects.len();
                    settled.redirects.extend(left.map(|from| Redirect { from: from.clone(), to }));
                    settled.redirects.len() > before
                }
                None => {
                    let left = left.filter(|address| !answered.contains(*address));
                    self.gone(name, entry, left, &mut settled.problems)
                }
            };
            if is_kept {
                after.insert(name.clone(), entry.clone());
            }
        }
        let others = |name: &String| self.made.contains_key(name) || !comes_by_day(site, name);
        settled.changed |=
            !self.made.is_empty() && !addresses(&self.made, |_| true).eq(addresses(&after, others));
        settled.lines.extend(after.into_iter().map(|(name, entry)| Line {
            name,
            entry,
            said: None,
            first: None,
        }));
        settled
    }

    /// What the site makes now, with its former addresses, which lead to it.
    fn present(
        &self,
        site: &Site,
        removed: &BTreeSet<&str>,
        redirects: &mut Vec<Redirect>,
    ) -> BTreeMap<String, Entry> {
        let mut present = BTreeMap::new();
        for route in site.routes.permanent() {
            let Some((name, goal, fingerprint)) = named(site, route.owner) else { continue };
            let mut former: BTreeSet<String> =
                self.made.get(&name).into_iter().flat_map(Entry::addresses).cloned().collect();
            former.retain(|from| *from != route.address && !removed.contains(from.as_str()));
            redirects.extend(former.iter().map(|from| Redirect { from: from.clone(), to: goal }));
            present.insert(name, Entry { fingerprint, address: route.address.clone(), former, line: (0, 0) });
        }
        present
    }

    /// Tells of addresses that nobody answers for; whether there are any.
    fn gone<'a>(
        &self,
        name: &str,
        entry: &Entry,
        addresses: impl Iterator<Item = &'a String>,
        problems: &mut Vec<Diagnostic>,
    ) -> bool {
        let before = problems.len();
        problems.extend(addresses.map(|address| {
            let problem = Diagnostic::error(ADDRESS_VANISHED).arg("address", address.as_str());
            let problem = problem.arg("name", name.trim_start_matches('#'));
            let place = self.source.map(|source| source.span(entry.line.0, entry.line.1));
            place.into_iter().fold(problem, Diagnostic::at).help("help").help("help-removed")
        }));
        problems.len() > before
    }
}

/// What decides whether the lock tells of other addresses than before.
fn addresses(
    entries: &BTreeMap<String, Entry>,
    counts: impl Fn(&String) -> bool,
) -> impl Iterator<Item = (&String, Vec<&String>)> {
    let entries = entries.iter().filter(move |(name, _)| counts(name));
    entries.map(|(name, entry)| (name, entry.addresses().collect()))
}

/// Whether a term is borne by pages alone that are seen from a day on.
fn comes_by_day(site: &Site, name: &str) -> bool {
    let term = || {
        let (vocabulary, id) = name.strip_prefix("#term:")?.split_once('/')?;
        site.by_term.iter().find(|(term, _)| {
            site.schema.vocabulary(term.vocabulary).id == vocabulary && site.schema.term(**term).id == id
        })
    };
    term().is_some_and(|(_, pages)| pages.iter().all(|id| is_dated(site.page(*id))))
}

/// The name of an owner in the lock, where its former addresses lead, and its fingerprint; none for documents, which
/// have their own lines.
fn named(site: &Site, owner: Owner) -> Option<(String, Goal, String)> {
    let none = || "-".to_owned();
    Some(match owner {
        Owner::List(kind, _) => (format!("#list:{}", site.schema.kind(kind).id), Goal::List(kind), none()),
        Owner::Vocabulary(index) => {
            (format!("#vocabulary:{}", site.schema.vocabulary(index).id), Goal::Vocabulary(index), none())
        }
        Owner::Term(term, _) => {
            let (vocabulary, of_term) = (site.schema.vocabulary(term.vocabulary), site.schema.term(term));
            let name = format!("#term:{}/{}", vocabulary.id, of_term.id);
            (name, Goal::Term(term), of_label(&of_term.label))
        }
        _ => return None,
    })
}

/// Where the address of a term leads that no document bears any more: to its vocabulary, if that still has pages.
fn without_documents(site: &Site, name: &str) -> Option<Goal> {
    let (vocabulary, _) = name.strip_prefix("#term:")?.split_once('/')?;
    let index = site.schema.vocabulary_named(vocabulary)?;
    site.schema.vocabulary(index).address.as_ref()?;
    Some(if site.routes.vocabulary(index).is_some() { Goal::Vocabulary(index) } else { Goal::Home })
}

/// A label as a short number, however it is written.
fn of_label(label: &str) -> String {
    hex(&Sha256::digest(key(label))[..8])
}
