//! How places of texts are cited, and what a link without words of its own says.

use super::{Page, PageId, Site, Target};
use crate::i18n::{self, Arg, Lang};
use crate::markup::SectionKind;

impl Site {
    /// How a place of a text is cited: «п. 3.2.5», «разд. 3», or by the words of its heading.
    pub(crate) fn place_name(&self, page: &Page, anchor: &str) -> Option<String> {
        let section = page.outline.section(anchor)?;
        let lang: Lang = self.config.language.parse().unwrap_or_default();
        let numbered = |key: &str| {
            let number = section.number.as_deref()?;
            Some(i18n::text(lang, key, &[("number", Arg::from(number))]))
        };
        match section.kind {
            SectionKind::Clause => numbered("render-clause"),
            SectionKind::Section => numbered("render-section"),
            SectionKind::Heading => Some(section.heading.clone()),
            SectionKind::Lead => None,
        }
    }

    /// The words that a page shows for a link, by its place among those of its text.
    pub(crate) fn words_of_link(&self, page: &Page, link: usize) -> String {
        let Some(link) = page.outline.links.get(link) else { return String::new() };
        match self.resolve(page, &link.kind, &link.target) {
            Target::Page(id, anchor) => self.link_words(page, id, &anchor),
            Target::NoSuchPlace(id, _) => self.link_words(page, id, ""),
            _ => link.text.clone(),
        }
    }

    /// What a link without words of its own says: the title, and the clause where one is meant.
    pub(crate) fn link_words(&self, from: &Page, id: PageId, anchor: &str) -> String {
        let page = self.page(id);
        let cited = anchor.starts_with("p-") || anchor.starts_with("s-");
        match self.place_name(page, anchor).filter(|_| cited) {
            Some(place) if page.name == from.name => place,
            Some(place) => format!("{}, {place}", page.title),
            None => page.title.clone(),
        }
    }
}
