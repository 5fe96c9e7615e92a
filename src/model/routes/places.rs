//! A layer of the plan: routes, found by their files and by who owns them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Clash, Owner, Route};
use crate::model::PageId;

/// Where a route stands in its layer: those of a page stand with the page, all others in the order in which they were put.
type Stand = (u32, usize);

/// Routes by their files in lower case, since some hosts and file systems know no letter case.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    routes: BTreeMap<Stand, Arc<Route>>,
    by_file: BTreeMap<Arc<str>, Stand>,
    /// What is asked for by its owner: lists, terms, system pages.
    by_owner: BTreeMap<Owner, Stand>,
    clashes: Vec<Clash>,
}

impl Places {
    /// What lies at a file.
    pub(super) fn at(&self, file: &str) -> Option<&Route> {
        self.by_file.get(file).map(|at| &*self.routes[at])
    }

    /// What lies in a folder, first of all.
    pub(super) fn below(&self, folder: &str) -> Option<&Route> {
        let from = (std::ops::Bound::Included(folder), std::ops::Bound::Unbounded);
        let (file, at) = self.by_file.range::<str, _>(from).next()?;
        file.starts_with(folder).then(|| &*self.routes[at])
    }

    /// What the site makes of itself, by its owner.
    pub(super) fn of(&self, owner: Owner) -> Option<&Route> {
        self.by_owner.get(&owner).map(|at| &*self.routes[at])
    }

    /// All of them, in their order.
    pub(super) fn all(&self) -> impl Iterator<Item = &Route> {
        self.routes.values().map(|route| &**route)
    }

    /// Those of a page.
    pub(super) fn of_page(&self, id: PageId) -> impl Iterator<Item = &Route> {
        let with_page = self.routes.range((id.rank(), 0)..=(id.rank(), usize::MAX));
        with_page.map(|(_, route)| &**route).filter(move |route| route.owner.page() == Some(id))
    }

    /// Addresses that did not get their place.
    pub(super) fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Puts a route where nothing lies.
    pub(super) fn put(&mut self, route: Route) {
        let at = match route.owner.page() {
            Some(id) => (id.rank(), self.of_page(id).count()),
            None => (0, self.routes.len()),
        };
        self.by_file.insert(route.path.as_str().to_lowercase().into(), at);
        if route.owner.is_made() {
            self.by_owner.insert(route.owner, at);
        }
        self.routes.insert(at, Arc::new(route));
    }

    /// Takes the routes of a page away.
    pub(super) fn take(&mut self, id: PageId) {
        let with_page = self.routes.range((id.rank(), 0)..=(id.rank(), usize::MAX));
        let gone: Vec<Stand> = with_page.map(|(at, _)| *at).collect();
        for route in gone.iter().filter_map(|at| self.routes.remove(at)) {
            self.by_file.remove(&*route.path.as_str().to_lowercase());
            self.by_owner.remove(&route.owner);
        }
    }

    /// Notes a route whose place somebody else has.
    pub(super) fn refuse(&mut self, owner: Owner, other: Route) {
        self.clashes.push(Clash { owner, other });
    }
}
