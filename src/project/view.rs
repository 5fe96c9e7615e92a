//! A prepared site to look at: any file of its output, made when it is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::bundle::Bundle;
use super::prepared::{Prepared, sound};
use super::{archives, pictures};
use crate::artifact::{Artifact, Content, OutPath, file_of};
use crate::derive::Job;
use crate::diagnostic::Diagnostic;
use crate::index;
use crate::model::routes::is_search_data;
use crate::model::{self, Dropped, FileId, Owner, PageId, Site};
use crate::render::{self, Drawing, Written};

/// What lies at a path of the output.
pub(crate) enum Seen {
    /// This.
    File(Content),
    /// A page that cannot be drawn.
    Failed,
    /// A page that readers do not see and that cannot be drawn, with what is wrong: no build tells it.
    Undrawn(Vec<Diagnostic>),
    /// Data of search that are still being made.
    Making,
}

/// A site that is drawn when it is looked at.
pub(crate) struct View {
    prepared: Prepared,
    drawing: Drawing,
    /// The pages that readers do not see, by their files in the output, once one is asked for.
    unseen: OnceLock<BTreeMap<String, Written>>,
    /// Files that nothing published names, and what is made of them, for pages that readers do not see; likewise.
    unnamed: OnceLock<BTreeMap<String, Owner>>,
    /// Files without a card, by the files in the output where their pages would lie; likewise.
    dropped: OnceLock<BTreeMap<String, Dropped>>,
    bundle: Arc<Bundle>,
}

impl View {
    /// Makes a site ready to be looked at.
    pub(super) fn new(prepared: Prepared, bundle: Arc<Bundle>) -> Self {
        let drawing = Drawing::new(&prepared.site, &prepared.kit, &prepared.lists);
        let (unseen, unnamed, dropped) = Default::default();
        Self { prepared, drawing, unseen, unnamed, dropped, bundle }
    }

    /// The site as it was prepared.
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// Does the rest: draws every page for what goes wrong, and makes the data of search. Returns all messages; nothing
    /// when it was stopped.
    ///
    /// # Errors
    /// On faults of the index writer.
    pub(crate) fn finish(&self, stop: &(dyn Fn() -> bool + Sync)) -> anyhow::Result<Option<Vec<Diagnostic>>> {
        let Some(mistakes) = self.mistakes(stop) else { return Ok(None) };
        let mut messages = self.prepared.messages.clone();
        messages.extend(mistakes);
        let jobs = pictures::jobs(&self.prepared.site);
        let Some(faults) = self.prepared.workshop.faults(&jobs, stop) else { return Ok(None) };
        messages.extend(faults);
        if sound(&messages) {
            let words = render::words(&self.prepared.kit);
            let Some(made) = index::index(&self.prepared.site, &words, stop)? else { return Ok(None) };
            self.bundle.put(made);
        }
        Ok(Some(messages))
    }

    /// What goes wrong when everything is drawn; nothing when it was stopped.
    pub(super) fn mistakes(&self, stop: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Diagnostic>> {
        self.drawing.mistakes(stop)
    }

    /// Draws what lies at a path of the output. The service worker is not here: it would go on answering for this site
    /// when another one is looked at on the same port.
    pub(crate) fn file(&self, path: &str) -> Option<Seen> {
        let site = &self.prepared.site;
        if is_search_data(path) {
            return if self.bundle.is_made() {
                self.bundle.file(path).map(Seen::File)
            } else {
                Some(Seen::Making)
            };
        }
        if let Some(route) = OutPath::new(path).and_then(|path| site.routes.at_path(&path)) {
            if let Some(job) = pictures::job_of(site, route.owner) {
                return Some(self.derived(&job));
            }
            return match (self.drawing.route(route), route.owner) {
                (Some(note), Owner::Archive(id)) => Some(self.archive(id, &route.path, note)),
                (Some(content), _) => Some(Seen::File(content)),
                // It has no page to fail: it is made beside the site.
                (None, Owner::Worker | Owner::Program) => None,
                (None, _) => Some(Seen::Failed),
            };
        }
        if let Some(page) = self.unseen().get(path) {
            return Some(self.drawing.unseen(page).map_or_else(Seen::Undrawn, Seen::File));
        }
        if let (Some(dropped), Some(path)) = (self.dropped().get(path), OutPath::new(path)) {
            return Some(self.drawing.dropped(dropped, &path).map_or_else(Seen::Undrawn, Seen::File));
        }
        self.drawing.asset(path).map(Seen::File).or_else(|| self.unnamed(path))
    }

    /// The pages that readers do not see, in the order of their files in the output.
    pub(crate) fn all_unseen(&self) -> impl Iterator<Item = &Written> {
        self.unseen().values()
    }

    /// The files without a card, by the files in the output where their pages would lie.
    pub(crate) fn dropped(&self) -> &BTreeMap<String, Dropped> {
        self.dropped.get_or_init(|| {
            let site = &self.prepared.site;
            let named = |dropped: Dropped| {
                let path = OutPath::new(&format!("{}.html", site.file(dropped.file).path.as_str()))?;
                site.routes.at_path(&path).is_none().then(|| (path.as_str().to_owned(), dropped))
            };
            model::dropped(site).into_iter().rev().filter_map(named).collect()
        })
    }

    /// The pages that readers do not see.
    fn unseen(&self) -> &BTreeMap<String, Written> {
        self.unseen.get_or_init(|| {
            let site = &self.prepared.site;
            // Where two claim one path the first has it.
            let pages = site.apart.unseen.iter().rev().filter_map(|id| render::written(site, *id));
            pages.map(|page| (page.path.as_str().to_owned(), page)).collect()
        })
    }

    /// What lies at a path that only pages name that readers do not see.
    fn unnamed(&self, path: &str) -> Option<Seen> {
        let (site, owner) =
            (&self.prepared.site, *self.unnamed.get_or_init(|| unnamed(&self.prepared.site)).get(path)?);
        match (pictures::job_of(site, owner), owner) {
            (Some(job), _) => Some(self.derived(&job)),
            (None, Owner::File(id)) => Some(Seen::File(Content::File(site.file(id).disk.clone()))),
            (None, _) => None,
        }
    }

    /// The files of a page with a text, in one archive.
    fn archive(&self, id: PageId, path: &OutPath, note: Content) -> Seen {
        let prepared = &self.prepared;
        let content = |site: &Site, file| match pictures::job_of(site, Owner::File(file)) {
            Some(job) => prepared.workshop.one(&job).map(Content::Bytes),
            None => Some(Content::File(site.file(file).disk.clone())),
        };
        let note = Artifact { path: path.clone(), content: note };
        let bundle = archives::bundle(prepared, id, &note, &content);
        let made = bundle.and_then(|bundle| prepared.workshop.bundle(&bundle));
        made.map_or(Seen::Failed, |bytes| Seen::File(Content::Bytes(bytes)))
    }

    fn derived(&self, job: &Job) -> Seen {
        let made = self.prepared.workshop.one(job);
        made.map_or(Seen::Failed, |bytes| Seen::File(Content::Bytes(bytes)))
    }

    /// Whether anything lies at a path, as [`View::file`] would find it.
    pub(crate) fn has(&self, path: &str) -> bool {
        let routes = &self.prepared.site.routes;
        OutPath::new(path).is_some_and(|path| routes.at_path(&path).is_some())
            || self.unseen().contains_key(path)
            || self.dropped().contains_key(path)
    }

    /// What is known of the page at a path.
    pub(crate) fn page(&self, path: &str) -> Option<Written> {
        let site = &self.prepared.site;
        match OutPath::new(path).and_then(|path| site.routes.at_path(&path)).map(|route| route.owner) {
            Some(Owner::Page(id)) => render::written(site, id),
            Some(_) => None,
            None => self.unseen().get(path).cloned(),
        }
    }

    /// The path of the page that is written in a file of the site: of several the first that readers see.
    pub(crate) fn written_in(&self, source: &str) -> Option<String> {
        let site = &self.prepared.site;
        let Some(first) = site.names.of_path(source) else {
            let is_it = |dropped: &Dropped| site.file(dropped.file).source == source;
            return self.dropped().iter().find(|(_, one)| is_it(one)).map(|(path, _)| path.clone());
        };
        let all = || site.names.all_of_path(source);
        let id = all().find(|id| site.page(*id).is_published()).unwrap_or(first);
        file_of(&site.page(id).url).map(|path| path.as_str().to_owned())
    }
}

/// What nothing published names: the owners of the paths where it would lie.
fn unnamed(site: &Site) -> BTreeMap<String, Owner> {
    let mut unnamed = BTreeMap::new();
    for (at, file) in site.files.iter().enumerate() {
        let id = FileId(at);
        if !file.used {
            unnamed.insert(file.path.as_str().to_owned(), Owner::File(id));
        }
        for (number, operation) in site.pictures_of(id).iter().enumerate().filter(|_| !file.shown) {
            let path = file.path_of(operation);
            unnamed.extend(path.map(|path| (path.as_str().to_owned(), Owner::Picture(id, number))));
        }
    }
    unnamed
}
