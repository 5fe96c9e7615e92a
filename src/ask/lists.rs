//! The order in which pages are answered, and what they have in common: it follows from fields alone, so it is made once
//! for an edition.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::related::Related;
use crate::model::{Edition, PageId, Site};
use crate::schema::KindIndex;

/// The order in which pages are answered, and what they have in common.
#[derive(Debug)]
pub(crate) struct Lists {
    edition: Edition,
    /// The place of each page in the list of its kind, by its slot.
    places: Vec<usize>,
    /// What pages have in common, once asked for.
    related: OnceLock<Related>,
}

impl Lists {
    /// Those of a site: those of before, if they are of the same edition.
    pub(crate) fn of(site: &Site, before: Option<&Arc<Self>>) -> Arc<Self> {
        if let Some(before) = before.filter(|before| before.edition == site.edition) {
            return Arc::clone(before);
        }
        let places = places(&site.listed, site.pages.slots());
        Arc::new(Self { edition: site.edition.clone(), places, related: OnceLock::new() })
    }

    /// The place of a page in the list of its kind.
    pub(super) fn place(&self, id: PageId) -> usize {
        self.places[id.slot()]
    }

    /// What the pages of the site have in common.
    pub(super) fn related(&self, site: &Site) -> &Related {
        self.related.get_or_init(|| Related::new(site))
    }
}

fn places(listed: &BTreeMap<KindIndex, Vec<PageId>>, slots: usize) -> Vec<usize> {
    let mut places = vec![usize::MAX; slots];
    for (place, id) in listed.values().flat_map(|pages| pages.iter().enumerate()) {
        places[id.slot()] = place;
    }
    places
}
