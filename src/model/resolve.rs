//! Where links in texts lead.

use super::{Page, PageId, Site, Target};
use crate::address::WebUrl;
use crate::field::{NoFile, composed, decoded, join};
use crate::markup::{LinkKind, slug};
use crate::text::{key, unquoted};

/// So many pages of one title are looked at: a thousand of them help nobody.
const MOST_TITLED: usize = 6;

impl Site {
    /// Tells where a link written in a page leads.
    pub(crate) fn resolve(&self, page: &Page, kind: &LinkKind, target: &str) -> Target {
        match kind {
            LinkKind::Wiki { id, fragment } if id.is_empty() => {
                self.place(self.named(&page.name), fragment.as_deref())
            }
            LinkKind::Fragment => self.place(self.named(&page.name), target.strip_prefix('#')),
            LinkKind::Path => self.path(page, target),
            _ => self.resolve_anywhere(kind, target),
        }
    }

    /// Tells where a link leads that is written in no page: in a menu, in the words over a list.
    pub(crate) fn resolve_anywhere(&self, kind: &LinkKind, target: &str) -> Target {
        match kind {
            LinkKind::Wiki { id, fragment } => self.place(self.called(id), fragment.as_deref()),
            LinkKind::Root => self.rooted(target),
            LinkKind::External => self.own(target).map_or(Target::External, |own| self.rooted(&own)),
            LinkKind::Path | LinkKind::Fragment | LinkKind::Forbidden => Target::Nowhere,
        }
    }

    /// The page of a name as authors write it: its name, else the only one of such a title.
    fn called(&self, written: &str) -> Option<PageId> {
        let one = |titled: &[PageId]| if let [one] = titled { Some(*one) } else { None };
        let titled = |written: &str| one(&self.titled(written));
        self.named_as(written).or_else(|| titled(written)).or_else(|| titled(unquoted(written)))
    }

    /// The page of a name: the name itself, or that of its file, from which the name is made, with its folder or without.
    pub(crate) fn named_as(&self, written: &str) -> Option<PageId> {
        let file = written.strip_suffix(".md").unwrap_or(written).trim_end_matches('/');
        let file = file.rsplit('/').next().unwrap_or(file);
        self.named(written).or_else(|| self.named(&slug(file)))
    }

    /// Some pages of a title: of those that readers see, else of the others. A draft that will take the place of a page
    /// often bears its title.
    pub(crate) fn titled(&self, written: &str) -> Vec<PageId> {
        let (title, sorted) = (key(written), self.by_title.get_or_init(|| self.sorted_by_title()));
        let first = sorted.partition_point(|id| self.page(*id).title_key < title);
        let called = || sorted[first..].iter().copied().take_while(|id| self.page(*id).title_key == title);
        let seen = called().next().map(|id| self.page(id).is_published());
        called().take_while(|id| Some(self.page(*id).is_published()) == seen).take(MOST_TITLED).collect()
    }

    fn sorted_by_title(&self) -> Vec<PageId> {
        let mut sorted = self.names.ids().to_vec();
        sorted.sort_by_key(|id| (&self.page(*id).title_key, !self.page(*id).is_published()));
        sorted
    }

    /// A place in a page: an anchor, the number of a clause, or the words of a heading.
    fn place(&self, page: Option<PageId>, fragment: Option<&str>) -> Target {
        let Some(id) = page else { return Target::Nowhere };
        let page = self.page(id);
        if !page.is_published() {
            return Target::Unpublished(id);
        }
        let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
            return Target::Page(id, String::new());
        };
        let decoded = decoded(fragment);
        match page.outline.anchor(fragment).or_else(|| page.outline.anchor(&decoded)) {
            Some(anchor) => Target::Page(id, anchor.to_owned()),
            None if self.is_attachment(page, &decoded) => Target::Page(id, decoded),
            // Every browser knows where the top of a page is.
            None if decoded.eq_ignore_ascii_case("top") => Target::Page(id, "top".to_owned()),
            None if page.broken => Target::Page(id, fragment.to_owned()),
            None => Target::NoSuchPlace(id, fragment.to_owned()),
        }
    }

    /// Whether a fragment is the anchor of a file published with a page.
    fn is_attachment(&self, page: &Page, fragment: &str) -> bool {
        fragment.starts_with("file-") && self.attachment_anchors(page).iter().any(|anchor| anchor == fragment)
    }

    /// A path from the document's folder: another document's file, or a file beside it.
    fn path(&self, page: &Page, target: &str) -> Target {
        let (path, fragment) =
            target.split_once('#').map_or((target, None), |(path, rest)| (path, Some(rest)));
        let Some(joined) = join(&page.folder, &composed(&decoded(path))) else { return Target::Outside };
        let index = format!("{}/index.md", joined.trim_end_matches('/'));
        if let Some(id) = self.names.of_path(&joined).or_else(|| self.names.of_path(&index)) {
            return self.place(Some(id), fragment);
        }
        // A name may hold the sign of a place: `a#1.pdf`.
        let named = |path| self.file_table.find(&page.folder, path);
        match named(path).or_else(|none| named(target).map_err(|_| none)) {
            Ok(file) => Target::File(file),
            Err(NoFile::Outside) => Target::Outside,
            Err(NoFile::Missing) => Target::Nowhere,
        }
    }

    /// The path of an address of the web that is one of this site, copied whole from a browser.
    fn own(&self, target: &str) -> Option<String> {
        let url = WebUrl::parse(target).ok()?;
        // What is copied from the preview: there the site lies at the root of this computer.
        if let Some(path) = url.on_this_computer() {
            return Some(path.to_owned());
        }
        let path = url.within(&self.config.origin)?;
        let rest = path.strip_prefix(&self.config.base_path)?;
        rest.starts_with('/').then(|| rest.to_owned())
    }

    /// The page that would lie at an address where nothing lies, if its readers could see it.
    pub(crate) fn hidden_at(&self, address: &str) -> Option<PageId> {
        let hidden = self.hidden.get(address)?;
        self.routes.at(address).is_none().then_some(*hidden)
    }

    /// An address from the root: a page, a file of `content/static`, or a page that is no document.
    fn rooted(&self, target: &str) -> Target {
        let (path, fragment) =
            target.split_once('#').map_or((target, None), |(path, rest)| (path, Some(rest)));
        let url = path.split('?').next().unwrap_or(path);
        // Authors copy addresses from the browser, with the path the site lives under.
        let own = url.strip_prefix(&self.config.base_path).filter(|rest| rest.starts_with('/'));
        let url = own.filter(|_| !self.by_url.contains_key(url)).unwrap_or(url);
        // Hosts lead from `/news/a` and `/news/a/index.html` to the page `/news/a/`.
        let folder = url.strip_suffix("index.html").map_or_else(|| format!("{url}/"), str::to_owned);
        if let Some(id) = self.by_url.get(url).or_else(|| self.by_url.get(&folder)) {
            return self.place(Some(*id), fragment);
        }
        match self.file_table.find("content", url) {
            Ok(file) => Target::File(file),
            Err(_) => Target::Address(url.to_owned()),
        }
    }
}
