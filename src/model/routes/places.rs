//! A layer of the plan: routes, found by their files and by who owns them.

use std::collections::BTreeMap;

use super::{Clash, Owner, Route};

/// Routes by their files in lower case, since some hosts and file systems know no letter case.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    routes: Vec<Route>,
    by_file: BTreeMap<String, usize>,
    /// What is asked for by its owner: lists, terms, system pages.
    by_owner: BTreeMap<Owner, usize>,
    clashes: Vec<Clash>,
}

impl Places {
    /// What lies at a file.
    pub(super) fn at(&self, file: &str) -> Option<&Route> {
        self.by_file.get(file).map(|at| &self.routes[*at])
    }

    /// What lies in a folder, first of all.
    pub(super) fn below(&self, folder: &str) -> Option<&Route> {
        let (file, at) = self.by_file.range(folder.to_owned()..).next()?;
        file.starts_with(folder).then(|| &self.routes[*at])
    }

    /// What the site makes of itself, by its owner.
    pub(super) fn of(&self, owner: Owner) -> Option<&Route> {
        self.by_owner.get(&owner).map(|at| &self.routes[*at])
    }

    /// All of them, in the order in which they were put.
    pub(super) fn all(&self) -> std::slice::Iter<'_, Route> {
        self.routes.iter()
    }

    /// Addresses that did not get their place.
    pub(super) fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// Puts a route where nothing lies.
    pub(super) fn put(&mut self, route: Route) {
        let at = self.routes.len();
        self.by_file.insert(route.path.as_str().to_lowercase(), at);
        if route.owner.is_made() {
            self.by_owner.insert(route.owner, at);
        }
        self.routes.push(route);
    }

    /// Notes a route whose place somebody else has.
    pub(super) fn refuse(&mut self, owner: Owner, other: Route) {
        self.clashes.push(Clash { owner, other });
    }
}
