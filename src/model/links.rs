//! What points to what: links of texts and fields, resolved once for all who ask.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::change::Change;
use super::{Backlink, FileId, Page, PageId, Site, Target};
use crate::blocks::Blocks;
use crate::markup::{Link, LinkKind};

/// Where the links of the pages lead, by page.
pub(super) type Targets = Blocks<Arc<[Target]>>;
/// What points to the pages, by page.
pub(super) type Backlinks = Blocks<Arc<[Backlink]>>;

/// For what a page names a file.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Naming {
    /// For readers to take along.
    Take,
    /// To show it as a picture.
    Show,
    /// As an attachment, whose text is found and read as a page.
    Read,
}

/// A site before in which links lead where they lead now, but for those of some pages.
pub(super) struct Led<'b> {
    before: &'b Site,
    /// The pages that changed, those that point to one of them, and those whose links may lead elsewhere whatever
    /// changed.
    anew: BTreeSet<PageId>,
}

impl<'b> Led<'b> {
    /// The site before, if all pages are reached as in it.
    pub(super) fn new(site: &Site, change: &Change<'b>) -> Option<Self> {
        let reached = |a: &Page, b: &Page| {
            a.is_published() == b.is_published() && a.url == b.url && a.broken == b.broken
        };
        let before = &*change.alike(&site.pages, reached)?.site;
        let others = change.others.iter();
        let pointing = others.clone().flat_map(|id| before.backlinks[id.0].iter().map(|link| link.from));
        let anew = others.copied().chain(pointing).chain(before.loose.iter().copied()).collect();
        Some(Self { before, anew })
    }

    /// Whether published pages name the same files as in the site before.
    pub(super) fn uses_alike(&self, site: &Site) -> bool {
        self.anew.iter().all(|id| used_by(self.before, *id) == used_by(site, *id))
    }
}

/// The pages with a loose link: one that no name answers, so that a title may, or one to a place that is not there.
pub(super) fn loose(site: &Site, led: Option<&Led<'_>>) -> BTreeSet<PageId> {
    let is = |id: &PageId| {
        let titled = |link: &Link| match &link.kind {
            LinkKind::Wiki { id, .. } => !id.is_empty() && site.named_as(id).is_none(),
            _ => false,
        };
        let page = site.page(*id);
        let lost = || site.targets[id.0].iter().any(|target| matches!(target, Target::NoSuchPlace(..)));
        page.is_published() && (lost() || page.links().any(titled))
    };
    match led {
        // Those that were loose before are among these.
        Some(led) => led.anew.iter().copied().filter(is).collect(),
        None => (0..site.pages.len()).into_par_iter().map(PageId).filter(is).collect(),
    }
}

/// Where the links of published pages lead.
pub(super) fn targets(site: &Site, led: Option<&Led<'_>>) -> Targets {
    let of_page = |page: &Arc<Page>| -> Arc<[Target]> {
        let links = page.links().filter(|_| page.is_published());
        links.map(|link| site.resolve(page, &link.kind, &link.target)).collect()
    };
    let Some(led) = led else { return site.pages.par_iter().map(of_page).collect() };
    let mut targets = led.before.targets.clone();
    led.anew.iter().for_each(|id| targets.put(id.0, of_page(&site.pages[id.0])));
    targets
}

/// What points to each page, from published pages: fields first, then links in texts.
pub(super) fn backlinks(site: &Site, led: Option<&Led<'_>>) -> Backlinks {
    let Some(Led { before, anew }) = led else {
        let of_page = |at: usize| {
            let mut found = Vec::new();
            pointers(site, PageId(at), &mut |to, link| found.push((to, link)));
            found
        };
        let all: Vec<Vec<(PageId, Backlink)>> = (0..site.pages.len()).into_par_iter().map(of_page).collect();
        let mut links: Vec<Vec<Backlink>> = vec![Vec::new(); site.pages.len()];
        all.into_iter().flatten().for_each(|(to, link)| links[to.0].push(link));
        return links.into_par_iter().map(Arc::from).collect();
    };
    let mut found: BTreeMap<PageId, Vec<Backlink>> = BTreeMap::new();
    for from in anew {
        pointers(before, *from, &mut |to, _| {
            found.entry(to).or_default();
        });
        pointers(site, *from, &mut |to, link| found.entry(to).or_default().push(link));
    }
    let mut links = before.backlinks.clone();
    for (to, new) in found {
        let stay = links[to.0].iter().filter(|link| !anew.contains(&link.from)).cloned();
        let mut all: Vec<Backlink> = stay.chain(new).collect();
        all.sort_by_key(|link| link.from);
        links.put(to.0, all.into());
    }
    links
}

/// The files that published pages name, and for what.
pub(super) fn used(site: &Site) -> BTreeSet<(FileId, Naming)> {
    (0..site.pages.len()).into_par_iter().flat_map_iter(|at| used_by(site, PageId(at))).collect()
}

/// What a published page points to, and how: its fields, then its links.
fn pointers(site: &Site, from: PageId, see: &mut dyn FnMut(PageId, Backlink)) {
    let page = site.page(from);
    if !page.is_published() {
        return;
    }
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| {
            if let Some(to) = leaf.value.page() {
                let (field, anchor) = (Some(name.clone()), String::new());
                see(to, Backlink { from, field, anchor, span: leaf.span });
            }
        });
    }
    for (link, target) in page.links().zip(&*site.targets[from.0]) {
        if let Target::Page(to, anchor) = target
            && *to != from
        {
            see(*to, Backlink { from, field: None, anchor: anchor.clone(), span: link.span });
        }
    }
}

/// The files that a page names, if it is published.
fn used_by(site: &Site, id: PageId) -> BTreeSet<(FileId, Naming)> {
    let mut used = BTreeSet::new();
    let page = site.page(id);
    if page.is_published() {
        let files = page.attachments.iter().map(|attached| attached.file);
        let said = |file: FileId| {
            site.file(file).paper.as_ref().is_some_and(|paper| paper.is_said_by(&page.outline))
        };
        used.extend(files.filter(|file| !said(*file)).map(|file| (file, Naming::Read)));
        let naming = |shows: bool| if shows { Naming::Show } else { Naming::Take };
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| {
                used.extend(leaf.value.file().map(|file| (file, naming(!leaf.value.is_download()))));
            });
        }
        for (link, target) in page.links().zip(&*site.targets[id.0]) {
            if let Target::File(file) = target {
                used.insert((*file, naming(link.image)));
            }
        }
    }
    used
}
