//! The desk: everything that all pages of one rendering share, made once.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use tera::Value;

use super::dates::Calendar;
use super::kit::Kit;
use super::lists::List;
use super::memo::Memo;
use super::{address, site_value};
use crate::artifact::OutPath;
use crate::ask::{Answers, Question};
use crate::i18n::{self, Arg};
use crate::markup::HtmlOptions;
use crate::model::{Owner, PageId, Site};
use crate::schema::TermRef;

/// What templates and their functions draw from.
pub(super) struct Desk {
    pub(super) site: Arc<Site>,
    pub(super) kit: Arc<Kit>,
    pub(super) calendar: Calendar,
    /// What all texts are drawn with.
    pub(super) markup: HtmlOptions,
    pub(super) answers: Answers,
    /// Answers that many pages are shown.
    memo: Memo,
    /// The value `site`, by the current item of the menu.
    sites: site_value::Sites,
    cards: Vec<OnceLock<Value>>,
    briefs: Vec<OnceLock<Value>>,
    /// What the pages of one list share, by the owner of its first page.
    lists: RwLock<BTreeMap<Owner, Arc<List>>>,
}

impl Desk {
    /// Prepares a rendering.
    pub(super) fn new(site: Arc<Site>, kit: Arc<Kit>) -> Self {
        let lang = kit.lang;
        let slots = || (0..site.pages.len()).map(|_| OnceLock::new()).collect();
        Self {
            calendar: Calendar::new(lang, site.today),
            markup: HtmlOptions { frame_hosts: site.config.video_hosts.clone(), labels: kit.labels.clone() },
            answers: Answers::new(&site),
            memo: Memo::default(),
            sites: site_value::Sites::new(&site, lang),
            cards: slots(),
            briefs: slots(),
            lists: RwLock::default(),
            site,
            kit,
        }
    }

    /// A text of the engine in the site's language.
    pub(super) fn word(&self, key: &str, args: &[(&str, Arg)]) -> String {
        i18n::text(self.kit.lang, key, args)
    }

    /// A link as it is written in HTML.
    pub(super) fn href(&self, url: &str) -> String {
        address::href(&self.site.config, url)
    }

    /// A link to a file.
    pub(super) fn file_href(&self, path: &OutPath) -> String {
        self.href(&address::of_file(path))
    }

    /// A link that is whole by itself.
    pub(super) fn absolute(&self, url: &str) -> String {
        address::absolute(&self.site.config, url)
    }

    /// The value `site` for a page.
    pub(super) fn site_value(&self, url: &str) -> Value {
        self.sites.seen_from(url)
    }

    /// The card of a page, made when it is first asked for.
    pub(super) fn card(&self, id: PageId) -> Value {
        self.cards[id.0].get_or_init(|| self.make_card(id, true)).clone()
    }

    /// The card of a page without the fields of its kind: what stands inside other cards.
    pub(super) fn brief(&self, id: PageId) -> Value {
        self.briefs[id.0].get_or_init(|| self.make_card(id, false)).clone()
    }

    /// An answer that many pages are shown, made for templates once.
    pub(super) fn shared(&self, question: Question) -> Value {
        self.memo.answer(question, |question| self.shown(question))
    }

    /// What the pages of a list share, made when the first of them is drawn.
    pub(super) fn list(&self, first: Owner, make: impl FnOnce() -> List) -> Arc<List> {
        if let Some(known) = self.lists.read().unwrap_or_else(PoisonError::into_inner).get(&first) {
            return Arc::clone(known);
        }
        let made = Arc::new(make());
        self.lists.write().unwrap_or_else(PoisonError::into_inner).insert(first, Arc::clone(&made));
        made
    }

    /// The link to a term's page, if it has one.
    pub(super) fn term_href(&self, term: TermRef) -> Option<String> {
        self.site.routes.term(term, 1).map(|address| self.href(address))
    }
}
