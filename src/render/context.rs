//! What everything that is drawn of a site has in common: the site, its theme made ready, and how addresses, days and
//! words are written. Nothing extends it: what more is shared stands above, in files of its own.

use std::sync::Arc;

use super::address;
use super::dates::Calendar;
use super::kit::Kit;
use crate::artifact::OutPath;
use crate::i18n::{self, Arg};
use crate::markup::HtmlOptions;
use crate::model::{FileId, Site};
use crate::schema::TermRef;

/// A site and what it is drawn with.
pub(super) struct Context {
    pub(super) site: Arc<Site>,
    pub(super) kit: Arc<Kit>,
    pub(super) calendar: Calendar,
    /// What all texts are drawn with.
    pub(super) markup: HtmlOptions,
}

impl Context {
    /// Makes ready.
    pub(super) fn new(site: &Arc<Site>, kit: &Arc<Kit>) -> Self {
        let frame_hosts = site.config.video_hosts.clone();
        Self {
            calendar: Calendar::new(kit.lang, site.today),
            markup: HtmlOptions { frame_hosts, labels: kit.labels.clone() },
            site: Arc::clone(site),
            kit: Arc::clone(kit),
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

    /// A link that is whole by itself.
    pub(super) fn absolute(&self, url: &str) -> String {
        address::absolute(&self.site.config, url)
    }

    /// The link to a published file.
    pub(super) fn file_href(&self, path: &OutPath) -> String {
        self.href(&address::of_file(path))
    }

    /// The whole address of a published file.
    pub(super) fn absolute_file(&self, file: FileId) -> String {
        self.absolute(&address::of_file(&self.site.file(file).path))
    }

    /// The link to a term's page, if it has one.
    pub(super) fn term_href(&self, term: TermRef) -> Option<String> {
        self.site.routes.term(term, 1).map(|address| self.href(address))
    }
}
