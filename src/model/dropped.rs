//! Files that somebody put beside pages and that no page names, whether readers see it or not: drafts without a card.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{FileId, Page, PageId, Site, SiteFile, Target};
use crate::schema::KindIndex;

/// The endings of texts that are pages, or would be elsewhere, and of what editors leave behind: nobody dropped these.
const LEFT: [&str; 8] = ["md", "yaml", "yml", "lock", "bak", "old", "tmp", "orig"];

/// Where a file was dropped, which says what its card may be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Home {
    /// In the own folder of a page, whose card may name it.
    Page(PageId),
    /// In the folder of a kind.
    Kind(KindIndex),
    /// In a folder of neither.
    Nowhere,
}

/// A file without a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dropped {
    /// The file.
    pub(crate) file: FileId,
    /// Where it lies.
    pub(crate) home: Home,
    /// A file with the same text that has a card already.
    pub(crate) same: Option<FileId>,
}

/// The files without a card, in the order of their paths.
pub(crate) fn dropped(site: &Site) -> Vec<Dropped> {
    let nameless = nameless(site);
    let lone: Vec<(FileId, &SiteFile)> =
        nameless.iter().map(|id| (*id, &site.files[id.0])).filter(|(_, file)| is_meant(file)).collect();
    if lone.is_empty() {
        return Vec::new();
    }
    let without: HashSet<FileId> = nameless.iter().copied().collect();
    let mut carded: BTreeMap<u64, Vec<(FileId, &SiteFile)>> = BTreeMap::new();
    for (id, file) in all(site).filter(|(id, file)| file.paper.is_some() && !without.contains(id)) {
        carded.entry(file.size()).or_default().push((id, file));
    }
    let same = |file: &SiteFile| {
        let alike = carded.get(&file.size()).into_iter().flatten();
        alike.filter(|(_, other)| file.paper.is_some() && other.paper == file.paper).map(|(id, _)| *id).next()
    };
    lone.into_iter()
        .map(|(id, file)| Dropped { file: id, home: home(site, file), same: same(file) })
        .collect()
}

/// Whether a file may have been meant for readers. A signature goes with what it signs.
fn is_meant(file: &SiteFile) -> bool {
    let left = file.name().starts_with('~') || file.name().ends_with('~');
    !left && file.signs.is_none() && !LEFT.contains(&file.ending().as_str())
}

fn home(site: &Site, file: &SiteFile) -> Home {
    let mut folder = file.source.as_str();
    while let Some((outer, _)) = folder.rsplit_once('/') {
        if let Some(page) = site.names.of_folder(outer) {
            return Home::Page(page);
        }
        folder = outer;
    }
    let below = |folder: &str| {
        let rest = file.source.strip_prefix("content/").and_then(|rest| rest.strip_prefix(folder));
        rest.is_some_and(|rest| rest.starts_with('/'))
    };
    let kinds = site.schema.kinds.iter().enumerate().filter(|(_, kind)| below(&kind.folder));
    let kind = kinds.filter(|(_, kind)| kind.document.is_none()).max_by_key(|(_, kind)| kind.folder.len());
    kind.map_or(Home::Nowhere, |(at, _)| Home::Kind(KindIndex(at)))
}

/// The files that no page names: none that readers see, no other, and none whose field for it was refused.
pub(crate) fn nameless(site: &Site) -> Vec<FileId> {
    let mut found: Vec<(FileId, &SiteFile)> = all(site).filter(|(_, file)| !file.is_named()).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let unseen = named_unseen(site);
    let texts: Vec<&str> = site.pages.iter().map(|(_, page)| may_name(site, page)).collect();
    let written: HashSet<&str> = texts.iter().flat_map(|text| names(text)).collect();
    found.retain(|(id, file)| !unseen.contains(id) && !written.contains(file.name()));
    found.into_iter().map(|(id, _)| id).collect()
}

fn all(site: &Site) -> impl Iterator<Item = (FileId, &SiteFile)> {
    site.files.iter().enumerate().map(|(at, file)| (FileId(at), file))
}

/// The part of a page's source that may name a file although nothing came of it: all of it where the page could not be
/// read, else its fields, of which one may be refused.
fn may_name<'s>(site: &'s Site, page: &Page) -> &'s str {
    let text = site.sources.get(page.source).text();
    let end = text.strip_prefix("---").and_then(|rest| rest.find("\n---"));
    end.filter(|_| !page.broken).map_or(text, |end| &text[..end + 3])
}

/// What may be the name of a file in a text of fields and Markdown.
fn names(text: &str) -> impl Iterator<Item = &str> {
    const AROUND: [char; 16] =
        ['\n', '"', '\'', '(', ')', '[', ']', '{', '}', ',', ':', '<', '>', '/', '«', '»'];
    text.split(AROUND).map(str::trim).filter(|name| name.contains('.'))
}

/// The files that pages name which readers do not see.
fn named_unseen(site: &Site) -> BTreeSet<FileId> {
    let mut named = BTreeSet::new();
    for page in site.apart.unseen.iter().filter_map(|id| site.pages.get(*id)) {
        name(site, page, &mut named);
    }
    named
}

fn name(site: &Site, page: &Page, named: &mut BTreeSet<FileId>) {
    named.extend(page.attachments.iter().map(|attached| attached.file));
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| named.extend(leaf.value.file()));
    }
    let targets = page.links().map(|link| site.resolve(page, &link.kind, &link.target));
    named
        .extend(targets.filter_map(|target| if let Target::File(file) = target { Some(file) } else { None }));
}
