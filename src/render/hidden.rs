//! Pages that readers do not see (yet, or any more), drawn for the preview: their authors want to see them before.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::desk::Desk;
use super::{address, draw, engine, problems};
use crate::artifact::{Artifact, Content, OutPath};
use crate::model::{Page, PageId, Site, Visibility};
use crate::theme::Theme;

/// Where a page is written, where it lies, and whether readers see it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// Its file in the output.
    pub(crate) path: OutPath,
    /// The file that it is written in.
    pub(crate) source: String,
    /// Why readers do not see it, by the key of the words for it, with the day that it is about.
    pub(crate) hidden: Option<(&'static str, Option<Date>)>,
}

/// All pages, those that readers see first.
pub(crate) fn written(site: &Site) -> Vec<Written> {
    let mut pages: Vec<Written> = site
        .pages
        .iter()
        .filter_map(|page| {
            let path = address::file_of(&page.url)?;
            let source = site.sources.get(page.source).path().to_owned();
            Some(Written { path, source, hidden: why_hidden(page.visibility) })
        })
        .collect();
    pages.sort_by_key(|page| page.hidden.is_some());
    pages
}

fn why_hidden(visibility: Visibility) -> Option<(&'static str, Option<Date>)> {
    match visibility {
        Visibility::Published => None,
        Visibility::Draft => Some(("draft", None)),
        Visibility::Scheduled(day) => Some(("scheduled", Some(day))),
        Visibility::Expired(day) => Some(("expired", Some(day))),
        Visibility::Withheld => Some(("withheld", None)),
    }
}

/// Draws the pages that readers do not see, and takes the files with them that nothing published names. None of this
/// takes the place of what is published; nothing else of the site knows of it. What cannot be drawn is left out: it
/// is told of when the page is published.
pub(crate) fn hidden(site: &Arc<Site>, theme: &Theme, published: &[Artifact]) -> Vec<Artifact> {
    let unseen = |page: &Page| !page.is_published() && !page.broken;
    let ids = (0..site.pages.len()).map(PageId).filter(|id| unseen(site.page(*id)));
    let ids: Vec<PageId> = ids.collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let desk = Arc::new(Desk::new(Arc::clone(site), theme));
    let Ok(tera) = engine(theme, &desk) else { return Vec::new() };
    let drawn = ids.par_iter().filter_map(|id| {
        let page = site.page(*id);
        let template = &site.schema.kind(page.kind).template;
        let html = draw(&tera, template, || desk.page_context(*id)).ok()?;
        Some(Artifact::bytes(address::file_of(&page.url)?, html))
    });
    let mut made: Vec<Artifact> = drawn.collect();
    let unnamed = site.files.iter().filter(|file| !file.used);
    made.extend(
        unnamed.map(|file| Artifact { path: file.path.clone(), content: Content::File(file.disk.clone()) }),
    );
    problems::beside(published, made)
}
