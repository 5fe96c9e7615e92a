//! Texts: Markdown of pages, fields and lists → HTML, with links that lead where the site says.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use tera::Value;

use super::context::Context;
use super::map::map;
use super::pictures;
use crate::markup::{self, Features, Image, LinkKind, Rendered, Resolver, Target};
use crate::model::{self, Page, PageId, Paper};
use crate::schema::known;

/// The text of a page.
pub(super) struct Body {
    pub(super) html: String,
    pub(super) toc: Value,
    pub(super) has_table: bool,
    pub(super) has_frame: bool,
}

/// Draws the text of a page.
pub(super) fn page(context: &Context, page: &Page) -> Body {
    let features = Features { clauses: context.site.schema.kind(page.kind).behaviours.have_clauses() };
    let made = markup::html(
        context.site.body(page),
        features,
        &Links {
            context,
            from: Some(page),
            here: true,
            resolved: resolved(context, page),
            // A picture that stands for the page comes before those of its text.
            first: Cell::new(page.field(known::COVER).is_none()),
        },
        &context.markup,
    );
    body(made)
}

fn body(made: Rendered) -> Body {
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

/// Draws the text of a document that is published as a file: nothing in it leads anywhere on the site.
pub(super) fn paper(context: &Context, paper: &Paper) -> Body {
    body(markup::html(&paper.text, Paper::FEATURES, &Elsewhere, &context.markup))
}

/// Draws a field of formatted text. It may be shown on any page, so its links tell the whole address.
pub(super) fn field(context: &Context, page: &Page, text: &str) -> String {
    markup::html(text, Features::default(), &Links::of(context, Some(page)), &context.markup).html
}

/// A field of formatted text in plain words, with the whole addresses of its links behind them: what is taken along
/// leads as far as the page does.
pub(super) fn told(context: &Context, page: &Page, text: &str) -> String {
    let noting = Noting { links: Links::of(context, Some(page)), addresses: RefCell::default() };
    // What is drawn is thrown away: the links were asked for on the way.
    let _ = markup::html(text, Features::default(), &noting, &context.markup);
    let words = markup::plain(text);
    let addresses = noting.addresses.into_inner();
    // An address that is written out need not be told twice.
    let hidden =
        addresses.into_iter().filter(|address| !words.contains(address)).collect::<Vec<_>>().join(", ");
    if hidden.is_empty() { words } else { format!("{words}: {hidden}") }
}

/// Draws a text that belongs to no page, such as the words over a list.
pub(super) fn markdown(context: &Context, text: &str) -> String {
    markup::html(text, Features::default(), &Links::of(context, None), &context.markup).html
}

/// The links of a text of which only those lead somewhere that lead out of the site.
struct Elsewhere;

impl Resolver for Elsewhere {
    fn link(&self, _: usize, _: &LinkKind, _: &str) -> Option<Target> {
        None
    }

    fn image(&self, _: usize, _: &LinkKind, _: &str) -> Option<Image> {
        None
    }
}

/// Where the links of a text lead, noted as whole addresses.
struct Noting<'a> {
    links: Links<'a>,
    addresses: RefCell<Vec<String>>,
}

impl Resolver for Noting<'_> {
    fn link(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Target> {
        let found = self.links.link(at, kind, target)?;
        let origin =
            if found.href.starts_with('/') { self.links.context.site.config.origin.as_str() } else { "" };
        self.addresses.borrow_mut().push(format!("{origin}{}", found.href));
        Some(found)
    }

    fn image(&self, _: usize, _: &LinkKind, _: &str) -> Option<Image> {
        None
    }
}

/// Where the links of a text lead.
struct Links<'a> {
    context: &'a Context,
    /// The page that the text belongs to.
    from: Option<&'a Page>,
    /// Whether the text is shown on that page and nowhere else.
    here: bool,
    /// Where they lead, as far as the model has told already: all of a body, in the order of its outline.
    resolved: &'a [model::Target],
    /// Whether the next picture is the first of the page, which readers see without scrolling.
    first: Cell<bool>,
}

/// Where the links of a page's body lead; nothing of a page that readers do not see.
fn resolved<'a>(context: &'a Context, page: &Page) -> &'a [model::Target] {
    let id = context.site.named(&page.name);
    let targets = id.and_then(|id| context.site.targets.get(id)).map_or(&[][..], |targets| targets);
    targets.get(..page.outline.links.len()).unwrap_or_default()
}

impl<'a> Links<'a> {
    /// The links of a text that may be shown anywhere.
    fn of(context: &'a Context, from: Option<&'a Page>) -> Self {
        Self { context, from, here: false, resolved: &[], first: Cell::new(false) }
    }

    fn resolve(&self, at: usize, kind: &LinkKind, target: &str) -> Cow<'a, model::Target> {
        match (self.resolved.get(at), self.from) {
            (Some(known), _) => Cow::Borrowed(known),
            (None, Some(page)) => Cow::Owned(self.context.site.resolve(page, kind, target)),
            (None, None) => Cow::Owned(self.context.site.resolve_anywhere(kind, target)),
        }
    }

    /// The address of a place; a bare fragment on the page itself.
    fn place(&self, id: PageId, query: &str, anchor: &str) -> String {
        let page = self.context.site.page(id);
        let fragment = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        let own = self.from.is_some_and(|from| from.name == page.name);
        if self.here && own && !anchor.is_empty() {
            return fragment;
        }
        format!("{}{query}{fragment}", self.context.href(&page.url))
    }

    /// What a link without words of its own says; other links need no words.
    fn words(&self, kind: &LinkKind, id: PageId, anchor: &str) -> String {
        match (kind, self.from) {
            (LinkKind::Wiki { .. }, Some(from)) => self.context.site.link_words(from, id, anchor),
            (LinkKind::Wiki { .. }, None) => self.context.site.page(id).title.clone(),
            _ => String::new(),
        }
    }
}

impl Resolver for Links<'_> {
    fn link(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Target> {
        let (query, fragment) = match kind {
            LinkKind::Root | LinkKind::Path | LinkKind::External => behind(target),
            _ => ("", ""),
        };
        let page = |id, anchor: &str| Target {
            href: self.place(id, query, anchor),
            title: self.words(kind, id, anchor),
        };
        let plain = |href: String| Target { href, title: String::new() };
        Some(match &*self.resolve(at, kind, target) {
            model::Target::Page(id, anchor) => page(*id, anchor),
            // A wrong place was told of; the document itself is still worth a link.
            model::Target::NoSuchPlace(id, _) => page(*id, ""),
            model::Target::File(file) => {
                let href = self.context.file_href(&self.context.site.file(*file).path);
                plain(format!("{href}{fragment}"))
            }
            model::Target::Address(address) if self.context.site.hidden_at(address).is_some() => return None,
            // What is no page may be another program of the host.
            model::Target::Address(_) if *kind == LinkKind::External => plain(target.to_owned()),
            model::Target::Address(address) => {
                plain(format!("{}{address}{query}{fragment}", self.context.site.config.base_path))
            }
            model::Target::External => plain(target.to_owned()),
            model::Target::Unpublished(_) | model::Target::Nowhere | model::Target::Outside => return None,
        })
    }

    fn image(&self, at: usize, kind: &LinkKind, target: &str) -> Option<Image> {
        match &*self.resolve(at, kind, target) {
            _ if *kind == LinkKind::External => None,
            model::Target::File(file) => {
                let shown = pictures::shown(self.context, *file);
                Some(Image {
                    src: shown.src,
                    size: shown.size,
                    srcset: shown.srcset,
                    webp: shown.webp,
                    sizes: self.context.site.schema.pictures.text.clone(),
                    first: self.first.replace(false),
                })
            }
            model::Target::Address(address) => {
                let src = format!("{}{address}", self.context.site.config.base_path);
                Some(Image { src, ..Image::default() })
            }
            _ => None,
        }
    }
}

/// What stands behind the path of a target: `?query` and `#fragment`.
fn behind(target: &str) -> (&str, &str) {
    let (path, fragment) = target.split_at(target.find('#').unwrap_or(target.len()));
    (&path[path.find('?').unwrap_or(path.len())..], fragment)
}
