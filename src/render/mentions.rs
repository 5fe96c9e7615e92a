//! The function `mentions`: which places of a page the texts and fields of other pages point to.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Kwargs, TeraResult, Value};

use super::args;
use super::desk::Desk;
use super::values::map;
use crate::i18n::Arg;
use crate::markup::SectionKind;
use crate::model::{Page, PageId};

impl Desk {
    /// The places of a page that others point to, in the order of its text, with the cards of those pages.
    pub(super) fn mentions(&self, kwargs: &Kwargs) -> TeraResult<Value> {
        args::only(self, kwargs, &["id"])?;
        let target = self.named(kwargs)?;
        let page = self.site.page(target);
        let mut places = BTreeMap::<usize, BTreeSet<(usize, PageId)>>::new();
        for link in self.site.backlinks.get(target.0).into_iter().flatten() {
            let shown = self.site.page(link.from).is_published() && link.from != target;
            let place = page.outline.anchors.iter().position(|anchor| *anchor == link.anchor);
            if let Some(place) = place.filter(|_| shown) {
                places.entry(place).or_default().insert((self.place(link.from), link.from));
            }
        }
        let values = places.into_iter().map(|(place, pages)| {
            let anchor = page.outline.anchors[place].as_str();
            let pages: Vec<PageId> = pages.into_iter().map(|(_, id)| id).collect();
            map([
                ("anchor", anchor.into()),
                ("name", self.place_name(page, anchor).unwrap_or_default().into()),
                ("pages", self.cards(&pages)),
            ])
        });
        Ok(values.collect::<Vec<_>>().into())
    }

    /// How a place of a text is cited: «п. 3.2.5», «разд. 3», or by the words of its heading.
    pub(super) fn place_name(&self, page: &Page, anchor: &str) -> Option<String> {
        let section = page.outline.sections.iter().rfind(|section| holds(&section.anchor, anchor))?;
        let numbered = |key: &str| {
            let number = section.number.as_deref()?;
            Some(self.word(key, &[("number", Arg::from(number))]))
        };
        match section.kind {
            SectionKind::Clause => numbered("render-clause"),
            SectionKind::Section => numbered("render-section"),
            SectionKind::Heading => Some(section.heading.clone()),
            SectionKind::Lead => None,
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
