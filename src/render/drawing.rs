//! Drawing: what lies at each route, all of them for a build or one that a browser asks the preview for.
//!
//! Routes and the theme's assets are the whole output but for the data of search and the service worker.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;
use tera::{Error, ErrorKind, Tera};

use super::functions::Functions;
use super::kit::Kit;
use super::problems::{self, Failures};
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use super::written::Written;
use super::{
    archive, calendar, callable, dropped, editions, feeds, hours, lists, machine, months, next_change, open,
    page, proofs, redirects, special, terms, twin, word,
};
use crate::artifact::{Artifact, Content, OutPath};
use crate::ask::Lists;
use crate::diagnostic::Diagnostic;
use crate::model::routes::Route;
use crate::model::{Dropped, Owner, Site};

/// A drawn site.
#[derive(Debug)]
#[must_use]
pub(crate) struct Rendered {
    /// The files, in the order of their paths.
    pub(crate) artifacts: Vec<Artifact>,
    /// The texts that go into archives, at the paths of these, which are put together beside the pages.
    pub(crate) notes: Vec<Artifact>,
    /// What went wrong.
    pub(crate) messages: Vec<Diagnostic>,
    /// The next day on which the files would differ though nobody changes the content.
    pub(crate) next_change: Option<Date>,
}

/// A site with everything made ready that its pages share.
pub(crate) struct Drawing {
    shared: Arc<Shared>,
}

/// Tells whether nobody waits for the work any more.
type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// What came of a route.
enum Drawn {
    File(Artifact),
    /// A page drawn by a template or not.
    Page {
        path: OutPath,
        template: String,
        origin: Origin,
        html: Result<String, Error>,
    },
}

impl Drawing {
    /// Prepares the drawing of a site.
    pub(crate) fn new(site: &Arc<Site>, kit: &Arc<Kit>, lists: &Arc<Lists>) -> Self {
        let shared = Arc::new(Shared::new(site, kit, lists));
        Self { shared }
    }

    /// The templates; none when one of them cannot be read.
    fn tera(&self) -> Option<&Tera> {
        self.shared.context.kit.templates.as_ref().ok()
    }

    /// Draws everything.
    pub(crate) fn all(&self) -> Rendered {
        let (mut artifacts, mut messages) = self.settle(self.routes(&|| false, Some).unwrap_or_default());
        messages.extend(self.faults());
        artifacts.extend(self.shared.context.kit.assets.artifacts());
        artifacts.sort_by(|a, b| a.path.cmp(&b.path));
        let site = &self.shared.context.site;
        let notes = artifacts.extract_if(.., |made| archive::is_note(site, &made.path)).collect();
        Rendered { artifacts, notes, messages, next_change: next_change::next_change(site) }
    }

    /// Draws everything for what goes wrong alone; nothing when it was stopped.
    pub(crate) fn mistakes(&self, stop: Stop<'_>) -> Option<Vec<Diagnostic>> {
        let failed = |one| if matches!(one, Drawn::Page { html: Err(_), .. }) { Some(one) } else { None };
        let (_, mut messages) = self.settle(self.routes(stop, failed)?);
        messages.extend(self.faults());
        Some(messages)
    }

    /// Draws what lies at a route, of an archive the text that goes into it. Nothing where it cannot be drawn, and for the service worker, which is made of
    /// more than the site.
    pub(crate) fn route(&self, route: &Route) -> Option<Content> {
        match self.draw(self.tera()?, route)? {
            Drawn::File(artifact) => Some(artifact.content),
            Drawn::Page { html, .. } => html.ok().map(|html| Content::Bytes(html.into_bytes())),
        }
    }

    /// An asset of the theme by its path in the output.
    pub(crate) fn asset(&self, path: &str) -> Option<Content> {
        self.shared.context.kit.assets.at(path).map(|bytes| Content::Bytes(bytes.to_vec()))
    }

    /// Draws a page that readers do not see. Nothing else of the site knows of it, so that its author alone is told
    /// why it cannot be drawn: a draft may lack what the template counts on.
    pub(crate) fn unseen(&self, page: &Written) -> Result<Content, Vec<Diagnostic>> {
        self.alone(page::sheet(&self.shared, page.page), page.path.clone())
    }

    /// Draws the page of a file without a card, for whoever is to write it.
    pub(crate) fn dropped(&self, dropped: &Dropped, path: &OutPath) -> Result<Content, Vec<Diagnostic>> {
        self.alone(dropped::sheet(&self.shared, dropped, path), path.clone())
    }

    /// Draws a sheet that is no route.
    fn alone(&self, sheet: Sheet, path: OutPath) -> Result<Content, Vec<Diagnostic>> {
        let Some(tera) = self.tera() else { return Err(self.faults()) };
        let drawn = self.drawn(tera, sheet, path);
        let (made, messages) = self.settle(vec![drawn]);
        made.into_iter().next().map(|artifact| artifact.content).ok_or(messages)
    }

    /// Draws all routes and keeps what is wanted of them; nothing when it was stopped.
    fn routes(&self, stop: Stop<'_>, wanted: impl Fn(Drawn) -> Option<Drawn> + Sync) -> Option<Vec<Drawn>> {
        let Some(tera) = self.tera() else { return Some(Vec::new()) };
        // A mistake in a template is told with the first page that shows it: a document, if one does.
        let (pages, others): (Vec<&Route>, Vec<&Route>) =
            self.shared.context.site.routes.all().partition(|route| matches!(route.owner, Owner::Page(_)));
        let all: Vec<&Route> = pages.into_iter().chain(others).collect();
        let draw = |route: &&Route| if stop() { None } else { wanted(self.draw(tera, route)?) };
        let drawn = all.par_iter().filter_map(draw).collect();
        (!stop()).then_some(drawn)
    }

    /// What is wrong with the theme itself.
    fn faults(&self) -> Vec<Diagnostic> {
        let (kit, site) = (&self.shared.context.kit, &self.shared.context.site);
        let unreadable = kit.templates.as_ref().err();
        let unreadable =
            unreadable.into_iter().flat_map(|error| problems::unreadable(error, &kit.theme, kit.lang));
        let taken = kit.assets.artifacts().filter_map(|asset| {
            let owner = site.routes.owner_of(&asset.path, true)?;
            Some(problems::asset_taken(site, &asset, owner))
        });
        unreadable.chain(taken).chain(problems::of_theme(kit)).collect()
    }

    fn draw(&self, tera: &Tera, route: &Route) -> Option<Drawn> {
        let Some(sheet) = self.sheet(route) else {
            let content = self.file(route)?;
            return Some(Drawn::File(Artifact { path: route.path.clone(), content }));
        };
        Some(self.drawn(tera, sheet, route.path.clone()))
    }

    /// What comes of a sheet that lies at a path.
    fn drawn(&self, tera: &Tera, sheet: Sheet, path: OutPath) -> Drawn {
        let html = callable::with(Rc::new(Functions(Arc::clone(&self.shared))), || draw(tera, &sheet));
        Drawn::Page { path, template: sheet.template, origin: sheet.origin, html }
    }

    /// The page that a template draws at a route, if one does.
    fn sheet(&self, route: &Route) -> Option<Sheet> {
        let shared = &*self.shared;
        match route.owner {
            Owner::Page(id) => Some(page::sheet(shared, id)),
            Owner::System(page) => special::sheet(shared, page, &route.address),
            Owner::List(kind, number) => lists::sheet(shared, kind, number),
            Owner::Year(kind, year, number) => lists::of_year(shared, kind, year, number),
            Owner::Vocabulary(vocabulary) => terms::overview(shared, vocabulary, &route.address),
            Owner::Term(term, number) => terms::sheet(shared, term, number),
            Owner::Month(month) => months::sheet(shared, month),
            Owner::Twin(file) => twin::sheet(shared, file),
            Owner::Changes(id) => editions::sheet(shared, id),
            Owner::Archive(id) => Some(page::note(shared, id)),
            Owner::Feed(_)
            | Owner::PageFeed(_)
            | Owner::Data(..)
            | Owner::Terms(..)
            | Owner::Event(_)
            | Owner::Hours(_)
            | Owner::AllHours(_)
            | Owner::Calendar(_)
            | Owner::Sitemap(_)
            | Owner::Robots
            | Owner::Headers
            | Owner::Wording(_)
            | Owner::Word(_)
            | Owner::Licenses
            | Owner::Worker
            | Owner::Program
            | Owner::File(_)
            | Owner::Picture(..)
            | Owner::Redirect(_) => None,
        }
    }

    /// What lies at a route that no template draws.
    fn file(&self, route: &Route) -> Option<Content> {
        let (site, kit) = (&self.shared.context.site, &self.shared.context.kit);
        let text = match route.owner {
            Owner::Feed(kind) => feeds::feed(&self.shared, &route.address, kind)?,
            Owner::PageFeed(id) => feeds::of_page(&self.shared, &route.address, id),
            Owner::Data(kind, form) => open::file(&self.shared, kind, form)?,
            Owner::Terms(vocabulary, form) => open::terms(&self.shared, vocabulary, form),
            Owner::Event(id) => calendar::event(&self.shared.context, id)?,
            Owner::Hours(id) => hours::file(&self.shared.context, id)?,
            Owner::AllHours(kind) => hours::of_list(&self.shared.context, &route.address, kind)?,
            Owner::Calendar(agenda) => calendar::calendar(&self.shared.context, &route.address, agenda),
            Owner::Sitemap(part) => machine::sitemap(site, part),
            Owner::Robots => machine::robots(site)?,
            Owner::Headers => machine::headers(&site.config),
            Owner::Wording(id) => proofs::text(&self.shared.context, id),
            Owner::Licenses => machine::licenses(&kit.theme),
            Owner::Redirect(goal) => redirects::html(&self.shared.context, goal),
            // What is made of a file is made beside the pages.
            owner if site.made_for(owner).is_some() => return None,
            Owner::Word(id) => return word::file(&self.shared.context, id).map(Content::Bytes),
            Owner::File(id) => return Some(Content::File(site.file(id).disk.clone())),
            _ => return None,
        };
        Some(Content::Bytes(text.into_bytes()))
    }

    /// Parts what was drawn from what was not.
    fn settle(&self, drawn: Vec<Drawn>) -> (Vec<Artifact>, Vec<Diagnostic>) {
        let (site, kit) = (&self.shared.context.site, &self.shared.context.kit);
        let mut made = Vec::with_capacity(drawn.len());
        let (mut failures, mut missing) = (Failures::default(), BTreeMap::new());
        for one in drawn {
            let (path, template, origin, html) = match one {
                Drawn::File(file) => {
                    made.push(file);
                    continue;
                }
                Drawn::Page { path, template, origin, html } => (path, template, origin, html),
            };
            match html {
                Ok(html) => made.push(Artifact::bytes(path, html)),
                Err(error) if matches!(error.kind(), ErrorKind::TemplateNotFound(name) if *name == template) =>
                {
                    missing.entry(template).or_insert_with(|| origin.shown(site));
                }
                Err(error) => failures.add(&error, &template, origin.shown(site)),
            }
        }
        let missing =
            missing.into_iter().map(|(name, page)| problems::template_missing(&kit.theme, &name, page));
        let mut problems: Vec<Diagnostic> = missing.collect();
        problems.extend(failures.into_diagnostics(&kit.theme, kit.lang));
        (made, problems)
    }
}

fn draw(tera: &Tera, sheet: &Sheet) -> Result<String, Error> {
    if !tera.contains_template(&sheet.template) {
        return Err(Error::new(ErrorKind::TemplateNotFound(sheet.template.clone())));
    }
    tera.render(&sheet.template, &sheet.variables)
}
