//! Grouping inside lists: by year, school year, first letter, or a field of terms.

use std::collections::BTreeMap;

use tera::Value;

use super::cards::Cards;
use super::context::Context;
use super::map::map;
use crate::field::types::school_year;
use crate::model::routes::first_letter;
use crate::model::{Page, PageId};
use crate::schema::{SCHOOL_YEAR, TermIndex};

/// The place of a group among groups: terms in their declared order, other groups as they are first met.
type Place = (bool, usize);

/// Pages with the group each belongs to.
pub(super) struct Grouped {
    /// The pages, group by group.
    pub(super) pages: Vec<PageId>,
    /// The group of each page; `None` when the list is not grouped.
    titles: Option<Vec<String>>,
}

impl Grouped {
    /// A list without groups.
    pub(super) fn plain(pages: Vec<PageId>) -> Self {
        Self { pages, titles: None }
    }

    /// Brings the pages of one group together; their order inside stays.
    pub(super) fn new(context: &Context, pages: &[PageId], by: &str) -> Self {
        let mut met = BTreeMap::<String, usize>::new();
        let mut rows: Vec<(Place, String, PageId)> = Vec::with_capacity(pages.len());
        for id in pages {
            let (term, title) = group_of(context, context.site.page(*id), by);
            let next = met.len();
            let first_met = *met.entry(title.clone()).or_insert(next);
            // What belongs to no group comes last.
            rows.push(((title.is_empty(), term.map_or(first_met, |term| term.0)), title, *id));
        }
        rows.sort_by_key(|row| row.0);
        let (titles, pages) = rows.into_iter().map(|(_, title, id)| (title, id)).unzip();
        Self { pages, titles: Some(titles) }
    }

    /// Groups given by their titles.
    pub(super) fn given(groups: impl Iterator<Item = (String, Vec<PageId>)>) -> Self {
        let flat = groups.flat_map(|(title, pages)| pages.into_iter().map(move |id| (title.clone(), id)));
        let (titles, pages) = flat.unzip();
        Self { pages, titles: Some(titles) }
    }

    /// The groups of a stretch of the list, for templates; none when the list is not grouped.
    pub(super) fn value(&self, context: &Context, cards: &Cards, from: usize, to: usize) -> Value {
        let Some(titles) = &self.titles else { return Value::none() };
        let rest = || context.word("render-group-rest", &[]);
        let groups = titles[from..to].chunk_by(|a, b| a == b).scan(from, |at, group| {
            let pages = &self.pages[*at..*at + group.len()];
            *at += group.len();
            let title = group.first().filter(|title| !title.is_empty()).cloned().unwrap_or_else(rest);
            Some(map([("title", title.into()), ("pages", cards.of(pages))]))
        });
        groups.collect::<Vec<_>>().into()
    }
}

/// The title of the group of a page, empty for none, and the term that gives it.
fn group_of(context: &Context, page: &Page, by: &str) -> (Option<TermIndex>, String) {
    let year = page.date.map(|moment| moment.date.year());
    let title = match by {
        "year" => year.map(|year| year.to_string()),
        SCHOOL_YEAR => page.school_year.map(school_year),
        "first_letter" => first_letter(&page.title).map(String::from),
        field => return by_field(context, page, field),
    };
    (None, title.unwrap_or_default())
}

fn by_field(context: &Context, page: &Page, field: &str) -> (Option<TermIndex>, String) {
    let first = page.field(field).and_then(|typed| typed.value.items().next());
    let Some(value) = first else { return (None, String::new()) };
    (value.term().map(|term| term.term), value.heading(&*context.site))
}
