//! What all pages of a site share, made once: cards, answers, lists, the value `site`.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::Context as Variables;

use super::cards::Cards;
use super::context::Context;
use super::kit::Kit;
use super::list::Listed;
use super::map::map;
use super::shown::Shown;
use super::site_value::Sites;
use crate::ask::Lists;
use crate::model::{FileId, PageId, Site};

/// What all pages of a site share.
pub(super) struct Shared {
    pub(super) context: Arc<Context>,
    pub(super) cards: Arc<Cards>,
    pub(super) answers: Shown,
    pub(super) listed: Listed,
    /// The value `site`, by the current item of the menu.
    sites: Sites,
    /// Which page offers an attachment first, and what it calls it; made when the first twin is drawn.
    offers: OnceLock<BTreeMap<FileId, (PageId, String)>>,
}

impl Shared {
    /// Makes ready what is asked for; the rest waits until it is.
    pub(super) fn new(site: &Arc<Site>, kit: &Arc<Kit>, lists: &Arc<Lists>) -> Self {
        let context = Arc::new(Context::new(site, kit));
        let cards = Arc::new(Cards::new(&context));
        Self {
            answers: Shown::new(&context, &cards, lists),
            listed: Listed::default(),
            sites: Sites::new(site, kit.lang),
            offers: OnceLock::new(),
            context,
            cards,
        }
    }

    /// Which page offers an attachment first, and what it calls it.
    pub(super) fn offers(&self) -> &BTreeMap<FileId, (PageId, String)> {
        self.offers.get_or_init(|| {
            let mut offers = BTreeMap::new();
            for (id, page) in self.context.site.published() {
                for attached in &page.attachments {
                    offers.entry(attached.file).or_insert_with(|| (id, attached.title.clone()));
                }
            }
            offers
        })
    }

    /// What every template is given: the site, the address, the way from the home page.
    pub(super) fn variables(&self, url: &str, crumbs: &[(&str, &str)]) -> Variables {
        let context = &self.context;
        let mut variables = Variables::new();
        variables.insert_value("site", self.sites.seen_from(url));
        variables.insert_value("page_url", context.href(url).into());
        variables.insert_value("permalink", context.absolute(url).into());
        let home = context.word("render-home", &[]);
        let way = std::iter::once((home.as_str(), "/")).chain(crumbs.iter().copied());
        let way = way.map(|(title, url)| map([("title", title.into()), ("url", context.href(url).into())]));
        variables.insert_value("crumbs", way.collect::<Vec<_>>().into());
        variables
    }
}
