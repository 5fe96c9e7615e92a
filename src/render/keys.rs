//! Sorting pages by their fields, and finding fields by their paths.

use std::cmp::Ordering;

use super::desk::Desk;
use crate::model::{self, Moment, Page, PageId};
use crate::schema::{Field, FieldType, Fields, TermIndex};
use crate::text::key;

/// Names that every page answers to without declaring them.
pub(super) const OWN: [&str; 4] = ["id", "title", "date", "state"];

/// A field to sort by.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Order {
    pub(super) field: String,
    down: bool,
}

impl Order {
    /// Reads `start` or `-start`.
    pub(super) fn parse(text: &str) -> Self {
        let bare = text.trim();
        Self { field: bare.trim_start_matches('-').to_owned(), down: bare.starts_with('-') }
    }
}

/// What a page is sorted by; pages without it come last in either direction.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
enum Key {
    Date(Moment),
    Number(f64),
    Term(TermIndex),
    Text(String),
}

/// Sorts pages; ties go by title, then by id.
pub(super) fn sort(desk: &Desk, pages: &mut [PageId], order: &[Order]) {
    let keyed = |id: PageId| {
        let page = desk.site.page(id);
        (order.iter().map(|order| key_of(page, &order.field)).collect::<Vec<_>>(), key(&page.title))
    };
    let mut rows: Vec<_> = pages.iter().map(|id| (keyed(*id), *id)).collect();
    rows.sort_by(|((a, a_title), a_id), ((b, b_title), b_id)| {
        let fields =
            a.iter().zip(b).zip(order).map(|((a, b), order)| compare(a.as_ref(), b.as_ref(), order.down));
        let first = fields.into_iter().find(|ordering| ordering.is_ne()).unwrap_or(Ordering::Equal);
        let name = |id: &PageId| &desk.site.page(*id).name;
        first.then_with(|| a_title.cmp(b_title)).then_with(|| name(a_id).cmp(name(b_id)))
    });
    for (slot, (_, id)) in pages.iter_mut().zip(rows) {
        *slot = id;
    }
}

fn compare(a: Option<&Key>, b: Option<&Key>, down: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => {
            let up = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if down { up.reverse() } else { up }
        }
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn key_of(page: &Page, field: &str) -> Option<Key> {
    match field {
        "title" => return Some(Key::Text(key(&page.title))),
        "id" => return Some(Key::Text(page.name.clone())),
        "date" => return page.date.map(Key::Date),
        "state" => return page.state.as_ref().map(|state| Key::Text(state.state.name().to_owned())),
        _ => {}
    }
    Some(match page.field(field)?.value.items().next()? {
        model::Value::Date(moment) => Key::Date(*moment),
        #[expect(clippy::cast_precision_loss, reason = "only compared; such numbers do not occur")]
        model::Value::Integer(number) => Key::Number(*number as f64),
        model::Value::Number(number) => Key::Number(*number),
        model::Value::Boolean(yes) => Key::Number(f64::from(u8::from(*yes))),
        model::Value::SchoolYear(start) => Key::Number(f64::from(*start)),
        model::Value::Term(term) => Key::Term(term.term),
        model::Value::Text(text) | model::Value::Markdown(text) | model::Value::Link { text, .. } => {
            Key::Text(key(text))
        }
        model::Value::Relation(relation) => Key::Text(relation.id.clone()),
        model::Value::Group(_) | model::Value::List(_) | model::Value::File(_) | model::Value::Image(_) => {
            return None;
        }
    })
}

/// The day or moment that a field of a page holds.
pub(super) fn moment(page: &Page, field: &str) -> Option<Moment> {
    if field == "date" {
        return page.date;
    }
    match page.field(field)?.value.items().next()? {
        model::Value::Date(moment) => Some(*moment),
        _ => None,
    }
}

/// The declaration of a field by its path: `start`, `registration.closes`.
pub(super) fn field_of<'a>(fields: &'a Fields, path: &str) -> Option<&'a Field> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let field = fields.get(name)?;
    match (rest, &field.kind) {
        (None, _) => Some(field),
        (Some(rest), FieldType::Group(inner)) => field_of(inner, rest),
        (Some(_), _) => None,
    }
}

/// Whether a path names a declared field.
pub(super) fn has_path(fields: &Fields, path: &str) -> bool {
    field_of(fields, path).is_some()
}
