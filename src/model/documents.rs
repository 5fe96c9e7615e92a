//! Documents as relations find them, before there are pages.

use std::sync::atomic::{AtomicBool, Ordering};

use super::names::Directory;
use crate::field::{Documents, Named};
use crate::markup::slug;
use crate::schema::{KindIndex, Schema};

/// The names of all documents, with their kinds.
pub(super) struct Register<'a> {
    /// The names.
    pub(super) names: &'a Directory,
    /// The kinds.
    pub(super) schema: &'a Schema,
    /// Whether titles were asked for.
    pub(super) by_title: AtomicBool,
}

impl Register<'_> {
    fn fits(&self, kinds: &[String], kind: KindIndex) -> bool {
        kinds.is_empty() || kinds.contains(&self.schema.kind(kind).id)
    }
}

impl Documents for Register<'_> {
    fn find(&self, written: &str, kinds: &[String]) -> Option<Named<'_>> {
        let fits = |kind: KindIndex| self.fits(kinds, kind);
        let file = || slug(written.trim_end_matches(".md"));
        let named = self.names.find(written).or_else(|| self.names.find(&file()));
        let titled = || {
            self.by_title.store(true, Ordering::Relaxed);
            self.names.titled(written, fits)
        };
        let found = named.filter(|found| fits(found.2)).or_else(titled).or(named);
        found.map(|(name, page, kind)| Named {
            name,
            page,
            kind: &self.schema.kind(kind).label,
            fits: fits(kind),
        })
    }

    fn nearest(&self, written: &str, kinds: &[String]) -> Option<&str> {
        self.names.nearest(written, |kind| self.fits(kinds, kind))
    }

    fn folders(&self, kinds: &[String]) -> String {
        let all = self.schema.kinds.iter().filter(|kind| kinds.is_empty() || kinds.contains(&kind.id));
        all.map(|kind| format!("content/{}/", kind.folder)).collect::<Vec<_>>().join(", ")
    }

    fn labels(&self, kinds: &[String]) -> String {
        let found = kinds.iter().filter_map(|id| self.schema.kind_named(id));
        found.map(|kind| self.schema.kind(kind).label.as_str()).collect::<Vec<_>>().join(", ")
    }
}
