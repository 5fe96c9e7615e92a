//! How places of texts are cited, and what a link without words of its own says.

use super::{Page, PageId, Site};
use crate::i18n::{self, Arg, Lang};
use crate::markup::SectionKind;

impl Site {
    /// How a place of a text is cited: «п. 3.2.5», «разд. 3», or by the words of its heading.
    pub(crate) fn place_name(&self, page: &Page, anchor: &str) -> Option<String> {
        let section = page.outline.sections.iter().rfind(|section| holds(&section.anchor, anchor))?;
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

/// Whether an anchor is a part's own or that of an item or a further paragraph in it: `p-2.3-b9` in `p-2.3`.
fn holds(part: &str, anchor: &str) -> bool {
    let rest = anchor.strip_prefix(part).filter(|_| !part.is_empty());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn items_and_further_paragraphs_are_cited_by_their_clause() {
        assert!(["p-2.3", "p-2.3-b9", "p-2.3-2"].iter().all(|anchor| holds("p-2.3", anchor)));
        assert!(!["p-2.31", "p-2.3.1", "p-2"].iter().any(|anchor| holds("p-2.3", anchor)));
        assert!(!holds("", "p-2.3"));
    }
}
