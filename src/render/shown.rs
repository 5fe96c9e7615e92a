//! Answers of the site as templates are given them.

use std::sync::Arc;

use tera::Value;

use super::cards::Cards;
use super::context::Context;
use super::map::map;
use super::memo::Memo;
use super::values::counted;
use crate::ask::{Answer, Answers, Group, Lists, Question, View};
use crate::field::field_at;
use crate::model::{Page, PageId};

/// A site that answers templates.
pub(super) struct Shown {
    context: Arc<Context>,
    cards: Arc<Cards>,
    answers: Answers,
    /// Answers that many pages are shown.
    memo: Memo,
}

impl Shown {
    /// Makes ready to answer from these lists.
    pub(super) fn new(context: &Arc<Context>, cards: &Arc<Cards>, lists: &Arc<Lists>) -> Self {
        let answers = Answers::new(&context.site, lists);
        Self { context: Arc::clone(context), cards: Arc::clone(cards), answers, memo: Memo::default() }
    }

    /// What is answered from.
    pub(super) fn view(&self) -> &View {
        self.answers.view()
    }

    /// An answer that many pages are shown, made for templates once.
    pub(super) fn shared(&self, question: Question) -> Value {
        self.memo.answer(question, |question| self.answer(question))
    }

    /// An answer for templates.
    pub(super) fn answer(&self, question: &Question) -> Value {
        let (context, cards) = (&*self.context, &*self.cards);
        match self.answers.answer(question) {
            Answer::Pages(pages) => cards.of(&pages),
            Answer::Groups(groups) => {
                groups.iter().map(|one| group(context, cards, one)).collect::<Vec<_>>().into()
            }
            Answer::Places { of, places } => {
                let page = context.site.page(of);
                let one = |(place, pages): (usize, Vec<PageId>)| {
                    let [anchor, name] = place_value(context, page, place);
                    map([anchor, name, ("pages", cards.of(&pages))])
                };
                places.into_iter().map(one).collect::<Vec<_>>().into()
            }
            Answer::Changes { of, by } => {
                let page = context.site.page(of);
                let place = |place: usize| map(place_value(context, page, place));
                let one = |(by, places): (PageId, Vec<usize>)| {
                    let places: Vec<Value> = places.into_iter().map(place).collect();
                    map([("page", cards.card(by)), ("places", places.into())])
                };
                by.into_iter().map(one).collect::<Vec<_>>().into()
            }
            Answer::Terms(terms) => terms
                .into_iter()
                .map(|(term, count)| counted(context, term, count))
                .collect::<Vec<_>>()
                .into(),
        }
    }
}

fn place_value(context: &Context, page: &Page, place: usize) -> [(&'static str, Value); 2] {
    let anchor = page.outline.anchors[place].as_str();
    let name = context.site.place_name(page, anchor).unwrap_or_default();
    [("anchor", anchor.into()), ("name", name.into())]
}

/// A group of pages that point to one, with the words over it.
fn group(context: &Context, cards: &Cards, Group { kind, field, pages }: &Group) -> Value {
    let (kind, field) = (context.site.schema.kind(*kind), field.as_deref());
    let label = match field {
        Some(path) => {
            let declared = field_at(&kind.fields, path).and_then(|field| field.reverse.clone());
            declared.unwrap_or_else(|| kind.title.clone())
        }
        None => context.word("render-mentions", &[]),
    };
    map([
        ("label", label.into()),
        ("field", field.map(str::to_owned).into()),
        ("kind", field.map(|_| kind.id.clone()).into()),
        ("pages", cards.of(pages)),
    ])
}
