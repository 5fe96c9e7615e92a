//! Which pages stand together: in lists, under terms, in calendars, beside the document whose place they took.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::edition::Edition;
use super::{Agenda, Month, Page, PageId, Site, agenda, former, lists};
use crate::schema::{KindIndex, Schema, TermRef};

/// Which pages stand together: it follows from fields alone, so it is the same in all sites of one edition.
pub(super) struct Together {
    pub(super) edition: Edition,
    /// The pages of each list.
    pub(super) listed: Arc<BTreeMap<KindIndex, Vec<PageId>>>,
    /// The pages of each term.
    pub(super) by_term: Arc<BTreeMap<TermRef, Vec<PageId>>>,
    /// The events of each calendar.
    pub(super) agendas: Arc<BTreeMap<Agenda, Vec<PageId>>>,
    /// The events of each month.
    pub(super) months: Arc<BTreeMap<Month, Vec<PageId>>>,
    /// The documents whose place each one took.
    pub(super) former: Arc<BTreeMap<PageId, BTreeSet<PageId>>>,
}

impl Together {
    /// Puts them together.
    pub(super) fn of(pages: &[Arc<Page>], schema: &Schema) -> Self {
        let lists = || rayon::join(|| lists::listed(pages, schema), || lists::by_term(pages));
        let calendars = || {
            let agendas = agenda::agendas(pages, schema);
            let all = agendas.get(&Agenda::All).map_or(&[][..], Vec::as_slice);
            let months = agenda::months(pages, schema, all);
            (Arc::new(agendas), Arc::new(months))
        };
        let ((listed, by_term), (agendas, months)) = rayon::join(lists, calendars);
        let (listed, by_term) = (Arc::new(listed), Arc::new(by_term));
        let former = Arc::new(former::former(pages, schema));
        Self { edition: Edition::default(), listed, by_term, agendas, months, former }
    }

    /// As in a site before of the same edition.
    pub(super) fn again(before: &Site) -> Self {
        Self {
            edition: before.edition.clone(),
            listed: Arc::clone(&before.listed),
            by_term: Arc::clone(&before.by_term),
            agendas: Arc::clone(&before.agendas),
            months: Arc::clone(&before.months),
            former: Arc::clone(&before.former),
        }
    }
}
