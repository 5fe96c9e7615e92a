//! Answers of the site as templates are given them.

use tera::Value;

use super::desk::Desk;
use super::map::map;
use crate::ask::{Answer, Question};
use crate::model::{Page, PageId};

impl Desk {
    /// The cards of the documents that took the place of a page, whichever side says so.
    pub(super) fn replaced_by(&self, id: PageId) -> Value {
        self.shown(&Question::ReplacedBy(id))
    }

    /// The documents that change a page, each with the places of it that their texts name.
    pub(super) fn amended_by(&self, id: PageId) -> Value {
        self.shown(&Question::AmendedBy(id))
    }

    /// An answer for templates.
    pub(super) fn shown(&self, question: &Question) -> Value {
        match self.answers.answer(question) {
            Answer::Pages(pages) => self.cards(&pages),
            Answer::Groups(groups) => groups.iter().map(|group| self.group(group)).collect::<Vec<_>>().into(),
            Answer::Places { of, places } => {
                let page = self.site.page(of);
                let one = |(place, pages): (usize, Vec<PageId>)| {
                    let [anchor, name] = self.place_value(page, place);
                    map([anchor, name, ("pages", self.cards(&pages))])
                };
                places.into_iter().map(one).collect::<Vec<_>>().into()
            }
            Answer::Changes { of, by } => {
                let page = self.site.page(of);
                let place = |place: usize| map(self.place_value(page, place));
                let one = |(by, places): (PageId, Vec<usize>)| {
                    let places: Vec<Value> = places.into_iter().map(place).collect();
                    map([("page", self.card(by)), ("places", places.into())])
                };
                by.into_iter().map(one).collect::<Vec<_>>().into()
            }
            Answer::Terms(terms) => {
                terms.into_iter().map(|(term, count)| self.counted(term, count)).collect::<Vec<_>>().into()
            }
        }
    }

    fn place_value(&self, page: &Page, place: usize) -> [(&'static str, Value); 2] {
        let anchor = page.outline.anchors[place].as_str();
        let name = self.site.place_name(page, anchor).unwrap_or_default();
        [("anchor", anchor.into()), ("name", name.into())]
    }
}
