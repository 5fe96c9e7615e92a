//! What points to what: links of texts and fields, resolved once for all who ask.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::change::Change;
use super::{Backlink, ByPage, FileId, Page, PageId, Pages, Site, Target};
use crate::markup::{Link, LinkKind};

/// Where the links of the pages lead, by page.
pub(super) type Targets = ByPage<Arc<[Target]>>;
/// What points to the pages, by page.
pub(super) type Backlinks = ByPage<Arc<[Backlink]>>;

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
    /// The pages that changed, came or went, those that point to one of them, and those whose links may lead elsewhere
    /// whatever changed.
    anew: BTreeSet<PageId>,
}

impl<'b> Led<'b> {
    /// The site before, if pages of it may be taken.
    pub(super) fn new(site: &Site, change: &Change<'b>) -> Option<Self> {
        let reached = |a: &Page, b: &Page| {
            a.is_published() == b.is_published() && a.url == b.url && a.broken == b.broken
        };
        let before = &*change.before?.site;
        // Below the path under which the site lives, an address has two meanings, and a page decides which it has.
        let base = site.config.base_path.as_str();
        let lies_below = |pages: &Pages, id: &PageId| {
            pages.get(*id).is_some_and(|page| !base.is_empty() && page.url.starts_with(base))
        };
        if change.others.iter().any(|id| lies_below(&before.pages, id) || lies_below(&site.pages, id)) {
            return None;
        }
        let links = |id: &PageId| before.backlinks.get(*id).into_iter().flat_map(|links| links.iter());
        let pointing = change.others.iter().flat_map(links).map(|link| link.from);
        let mut anew: BTreeSet<PageId> =
            change.others.iter().copied().chain(pointing).chain(before.loose.iter().copied()).collect();
        if change.alike(&site.pages, reached).is_none() {
            // What led to no page may lead to one of these.
            anew.extend(&before.stray);
        }
        Some(Self { before, anew })
    }

    /// Whether published pages name the same files as in the site before.
    pub(super) fn uses_alike(&self, site: &Site) -> bool {
        let used = |site: &Site| self.anew.iter().flat_map(|id| used_by(site, *id)).collect::<BTreeSet<_>>();
        used(self.before) == used(site)
    }

    /// Those of before and of the pages that are asked anew that are so still.
    fn follow(&self, before: &BTreeSet<PageId>, is: impl Fn(PageId) -> bool) -> BTreeSet<PageId> {
        let stay = before.difference(&self.anew).copied();
        stay.chain(self.anew.iter().copied().filter(|id| is(*id))).collect()
    }
}

/// The pages with a loose link: one that no name answers, so that a title may, or one to a place that is not there.
pub(super) fn loose(site: &Site, led: Option<&Led<'_>>) -> BTreeSet<PageId> {
    let titled = |link: &Link| match &link.kind {
        LinkKind::Wiki { id, .. } => !id.is_empty() && site.named_as(id).is_none(),
        _ => false,
    };
    let lost = |target: &Target| matches!(target, Target::NoSuchPlace(..));
    with(site, led, |site| &site.loose, &|page, targets| targets.iter().any(lost) || page.links().any(titled))
}

/// The pages with a link that leads to no page which readers see.
pub(super) fn stray(site: &Site, led: Option<&Led<'_>>) -> BTreeSet<PageId> {
    let strays =
        |target: &Target| matches!(target, Target::Address(_) | Target::Nowhere | Target::Unpublished(_));
    with(site, led, |site| &site.stray, &|_, targets| targets.iter().any(strays))
}

/// The published pages with links of some sort.
fn with(
    site: &Site,
    led: Option<&Led<'_>>,
    before: fn(&Site) -> &BTreeSet<PageId>,
    has: &(dyn Fn(&Page, &[Target]) -> bool + Sync),
) -> BTreeSet<PageId> {
    let is = |id: PageId| {
        site.pages.get(id).is_some_and(|page| page.is_published() && has(page, &site.targets[id]))
    };
    match led {
        Some(led) => led.follow(before(led.before), is),
        None => site.names.ids().par_iter().copied().filter(|id| is(*id)).collect(),
    }
}

/// Where the links of published pages lead.
pub(super) fn targets(site: &Site, led: Option<&Led<'_>>) -> Targets {
    let of_page = |page: &Arc<Page>| -> Arc<[Target]> {
        let links = page.links().filter(|_| page.is_published());
        links.map(|link| site.resolve(page, &link.kind, &link.target)).collect()
    };
    let Some(led) = led else { return site.pages.par_iter().map(|(id, page)| (id, of_page(page))).collect() };
    let mut targets = led.before.targets.clone();
    for id in &led.anew {
        match site.pages.get(*id) {
            Some(page) => targets.put(*id, of_page(page)),
            None => targets.take(*id),
        }
    }
    targets
}

/// What points to each page, from published pages: fields first, then links in texts.
pub(super) fn backlinks(site: &Site, led: Option<&Led<'_>>) -> Backlinks {
    let Some(Led { before, anew }) = led else {
        let of_page = |id: &PageId| {
            let mut found = Vec::new();
            pointers(site, *id, &mut |to, link| found.push((to, link)));
            found
        };
        let all: Vec<Vec<(PageId, Backlink)>> = site.names.ids().par_iter().map(of_page).collect();
        let mut links: BTreeMap<PageId, Vec<Backlink>> = BTreeMap::new();
        all.into_iter().flatten().for_each(|(to, link)| links.entry(to).or_default().push(link));
        let of = |id: &PageId| (*id, links.remove(id).unwrap_or_default().into());
        return site.names.ids().iter().map(of).collect();
    };
    let mut found: BTreeMap<PageId, Vec<Backlink>> = BTreeMap::new();
    for from in anew {
        pointers(before, *from, &mut |to, _| {
            found.entry(to).or_default();
        });
        pointers(site, *from, &mut |to, link| found.entry(to).or_default().push(link));
        found.entry(*from).or_default();
    }
    let mut links = before.backlinks.clone();
    for (to, new) in found {
        if site.pages.get(to).is_none() {
            links.take(to);
            continue;
        }
        let known = links.get(to);
        let stay = known.iter().flat_map(|links| links.iter()).filter(|link| !anew.contains(&link.from));
        let mut all: Vec<Backlink> = stay.cloned().chain(new).collect();
        all.sort_by_key(|link| link.from);
        if known.is_none_or(|known| **known != *all) {
            links.put(to, all.into());
        }
    }
    links
}

/// The files that published pages name, and for what.
pub(super) fn used(site: &Site) -> BTreeSet<(FileId, Naming)> {
    site.names.ids().par_iter().flat_map_iter(|id| used_by(site, *id)).collect()
}

/// What a published page points to, and how: its fields, then its links.
fn pointers(site: &Site, from: PageId, see: &mut dyn FnMut(PageId, Backlink)) {
    let Some(page) = site.pages.get(from).filter(|page| page.is_published()) else { return };
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| {
            if let Some(to) = leaf.value.page() {
                let (field, anchor) = (Some(name.clone()), String::new());
                see(to, Backlink { from, field, anchor, span: leaf.span });
            }
        });
    }
    for (link, target) in page.links().zip(&*site.targets[from]) {
        if let Target::Page(to, anchor) = target
            && *to != from
        {
            see(*to, Backlink { from, field: None, anchor: anchor.clone(), span: link.span });
        }
    }
}

/// The files that a page names, if there is such a page and it is published.
fn used_by(site: &Site, id: PageId) -> BTreeSet<(FileId, Naming)> {
    let mut used = BTreeSet::new();
    if let Some(page) = site.pages.get(id).filter(|page| page.is_published()) {
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
        for (link, target) in page.links().zip(&*site.targets[id]) {
            if let Target::File(file) = target {
                used.insert((*file, naming(link.image)));
            }
        }
    }
    used
}
