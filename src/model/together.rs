//! Which pages stand together: in lists, under terms, in calendars, beside the document whose place they took.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::apart::Apart;
use super::edition::Edition;
use super::lists::Years;
use super::{Agenda, Month, Page, PageId, Pages, Site, agenda, former, lists};
use crate::schema::{KindIndex, Schema, TermRef};

/// Which pages stand together: it follows from fields alone, so it is the same in all sites of one edition.
pub(super) struct Together {
    pub(super) edition: Edition,
    /// The pages of each list.
    pub(super) listed: Arc<BTreeMap<KindIndex, Vec<PageId>>>,
    /// The pages of each term.
    pub(super) by_term: Arc<BTreeMap<TermRef, Vec<PageId>>>,
    /// The events of each calendar.
    pub(super) agendas: Agendas,
    /// The events of each month.
    pub(super) months: Months,
    /// The documents whose place each one took.
    pub(super) former: Arc<BTreeMap<PageId, BTreeSet<PageId>>>,
    /// How many pages of each list are of each year.
    pub(super) years: Arc<Years>,
    /// The pages that are to be known of each time.
    pub(super) apart: Arc<Apart>,
}

impl Together {
    /// Puts them together.
    pub(super) fn of(pages: &Pages, schema: &Schema) -> Self {
        let lists = || rayon::join(|| lists::listed(pages, schema), || lists::by_term(pages));
        let ((listed, by_term), (agendas, months)) = rayon::join(lists, || calendars(pages, schema));
        let (listed, by_term) = (Arc::new(listed), Arc::new(by_term));
        let former = Arc::new(former::former(pages, schema));
        let (apart, years) = (Arc::new(Apart::of(pages)), Arc::new(lists::years(&listed, pages)));
        Self { edition: Edition::default(), listed, by_term, agendas, months, former, years, apart }
    }

    /// As in a site before of the same names and terms, with some pages moved to their places of now.
    pub(super) fn moved(before: &Site, moved: &[PageId], pages: &Pages, schema: &Schema) -> Self {
        let pairs = || moved.iter().map(|id| (before.pages.get(*id), pages.get(*id)));
        // Whoever points to a page that came or went is another too.
        let seen =
            |pair: Pair<'_>| matches!(pair, (Some(a), Some(b)) if a.is_published() != b.is_published());
        let seen_alike = !pairs().any(seen);
        let timed = |(a, b): Pair<'_>| {
            let was = a.and_then(|page| agenda::standing(page, &before.schema, &before.pages));
            was == b.and_then(|page| agenda::standing(page, schema, pages))
        };
        let followed = |(a, b): Pair<'_>| {
            let was = a.map_or_else(Vec::new, |page| former::told(page, &before.schema));
            was == b.map_or_else(Vec::new, |page| former::told(page, schema))
        };
        let (agendas, months) = if !seen_alike {
            calendars(pages, schema)
        } else if pairs().all(timed) {
            (Arc::clone(&before.agendas), Arc::clone(&before.months))
        } else {
            let known = (*before.agendas).clone();
            by_month(
                agenda::agendas_anew(known, moved, (&before.schema, &before.pages), (schema, pages)),
                pages,
                schema,
            )
        };
        let former = match seen_alike && pairs().all(followed) {
            true => Arc::clone(&before.former),
            false => Arc::new(former::former(pages, schema)),
        };
        let (listed, by_term) = ((*before.listed).clone(), (*before.by_term).clone());
        Self {
            edition: Edition::default(),
            listed: Arc::new(lists::listed_anew(listed, moved, (&before.pages, pages), schema)),
            by_term: Arc::new(lists::by_term_anew(by_term, moved, (&before.pages, pages))),
            agendas,
            months,
            former,
            years: Arc::new(lists::years_anew((*before.years).clone(), moved, (&before.pages, pages))),
            apart: Arc::new((*before.apart).clone().moved(moved, pages)),
        }
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
            years: Arc::clone(&before.years),
            apart: Arc::clone(&before.apart),
        }
    }
}

/// A page as it was and as it is.
type Pair<'p> = (Option<&'p Arc<Page>>, Option<&'p Arc<Page>>);
/// The events of each calendar.
type Agendas = Arc<BTreeMap<Agenda, Vec<PageId>>>;
/// The events of each month.
type Months = Arc<BTreeMap<Month, Vec<PageId>>>;

fn calendars(pages: &Pages, schema: &Schema) -> (Agendas, Months) {
    by_month(agenda::agendas(pages, schema), pages, schema)
}

/// Events with the months in which they take place.
fn by_month(agendas: BTreeMap<Agenda, Vec<PageId>>, pages: &Pages, schema: &Schema) -> (Agendas, Months) {
    let all = agendas.get(&Agenda::All).map_or(&[][..], Vec::as_slice);
    let months = agenda::months(pages, schema, all);
    (Arc::new(agendas), Arc::new(months))
}
