//! Texts: Markdown of pages, fields and lists → HTML, with links that lead where the site says.

use tera::Value;

use super::desk::Desk;
use super::sizes;
use super::values::map;
use crate::markup::{self, Features, HtmlOptions, Image, Labels, LinkKind, NoResolver, Resolver, Target};
use crate::model::{self, Page, PageId, Site};
use crate::schema::CLAUSES;

/// The text of a page.
pub(super) struct Body {
    pub(super) html: String,
    pub(super) toc: Value,
    pub(super) has_table: bool,
    pub(super) has_frame: bool,
}

/// What all texts of a site are drawn with.
pub(super) fn options(site: &Site, word: impl Fn(&str) -> String) -> HtmlOptions {
    let labels = Labels { table: word("markup-table"), footnote_back: word("markup-footnote-back") };
    HtmlOptions { frame_hosts: site.config.video_hosts.clone(), labels }
}

/// Draws the text of a page.
pub(super) fn page(desk: &Desk, page: &Page) -> Body {
    let features = Features { clauses: desk.site.schema.kind(page.kind).behaviours.has(CLAUSES) };
    let made = markup::html(desk.site.body(page), features, &Links { desk, page }, &desk.markup);
    let toc = made.toc.into_iter().map(|entry| {
        map([
            ("anchor", entry.anchor.into()),
            ("number", entry.number.into()),
            ("title", entry.title.into()),
            ("level", entry.level.into()),
        ])
    });
    Body {
        toc: toc.collect::<Vec<_>>().into(),
        html: made.html,
        has_table: made.has_table,
        has_frame: made.has_frame,
    }
}

/// Draws a field of formatted text.
pub(super) fn field(desk: &Desk, page: &Page, text: &str) -> String {
    markup::html(text, Features::default(), &Links { desk, page }, &desk.markup).html
}

/// Draws a text that belongs to no page, such as the words over a list.
pub(super) fn markdown(desk: &Desk, text: &str) -> String {
    struct Rooted<'a>(&'a str);
    impl Resolver for Rooted<'_> {
        fn wiki(&self, id: &str, fragment: Option<&str>) -> Option<Target> {
            NoResolver.wiki(id, fragment)
        }

        fn file(&self, path: &str) -> Option<String> {
            NoResolver.file(path)
        }

        fn base(&self) -> &str {
            self.0
        }
    }
    markup::html(text, Features::default(), &Rooted(&desk.site.config.base_path), &desk.markup).html
}

/// Where the links of a page lead.
struct Links<'a> {
    desk: &'a Desk,
    page: &'a Page,
}

impl Links<'_> {
    fn resolve(&self, kind: &LinkKind, target: &str) -> model::Target {
        self.desk.site.resolve(self.page, kind, target)
    }

    /// The address of a place; a bare fragment on the page itself.
    fn place(&self, id: PageId, anchor: &str) -> String {
        let page = self.desk.site.page(id);
        let fragment = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        if page.name == self.page.name && !anchor.is_empty() {
            return fragment;
        }
        format!("{}{fragment}", self.desk.href(&page.url))
    }
}

impl Resolver for Links<'_> {
    fn wiki(&self, id: &str, fragment: Option<&str>) -> Option<Target> {
        let kind = LinkKind::Wiki { id: id.to_owned(), fragment: fragment.map(str::to_owned) };
        let (id, anchor) = match self.resolve(&kind, "") {
            model::Target::Page(id, anchor) => (id, anchor),
            // A wrong place was told of; the document itself is still worth a link.
            model::Target::NoSuchPlace(id, _) => (id, String::new()),
            _ => return None,
        };
        let title = self.desk.site.link_words(self.page, id, &anchor);
        Some(Target { href: self.place(id, &anchor), title })
    }

    fn file(&self, path: &str) -> Option<String> {
        match self.resolve(&LinkKind::Path, path) {
            model::Target::Page(id, anchor) => Some(self.place(id, &anchor)),
            model::Target::NoSuchPlace(id, _) => Some(self.place(id, "")),
            model::Target::File(file) => Some(self.desk.file_href(&self.desk.site.file(file).path)),
            _ => None,
        }
    }

    fn image(&self, path: &str) -> Option<Image> {
        let model::Target::File(file) = self.resolve(&LinkKind::Path, path) else { return None };
        let file = self.desk.site.file(file);
        let size = sizes::of_picture(&file.disk);
        Some(Image { src: self.desk.file_href(&file.path), size, ..Image::default() })
    }

    fn base(&self) -> &str {
        &self.desk.site.config.base_path
    }
}
