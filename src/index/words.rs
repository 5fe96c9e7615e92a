//! Fields as plain text.

use crate::dates;
use crate::markup;
use crate::model::{Moment, Page, Site, Target, Typed, Value};
use crate::schema::{Fields, known};

/// Fields that say nothing a reader would look for in the text of a page.
const HIDDEN: [&str; 12] = [
    known::ID,
    known::TITLE,
    known::SUMMARY,
    known::STATUS,
    known::ALIASES,
    "noindex",
    "weight",
    known::PUBLISH_AT,
    known::EXPIRES_AT,
    "consent",
    "consent_date",
    known::ATTACHMENTS,
];

/// What the page shows for a link without words of its own.
pub(super) fn of_link(site: &Site, page: &Page, link: usize) -> String {
    let Some(link) = page.outline.links.get(link) else { return String::new() };
    match site.resolve(page, &link.kind, &link.target) {
        Target::Page(id, anchor) => site.link_words(page, id, &anchor),
        Target::NoSuchPlace(id, _) => site.link_words(page, id, ""),
        _ => link.text.clone(),
    }
}

/// The filled fields of a page, label and value: «Форма», «семинар». What other pages are called is not said here.
pub(super) fn rows(site: &Site, page: &Page) -> Vec<(String, String)> {
    let declared = &site.schema.kind(page.kind).fields;
    let mut rows = Vec::new();
    for field in declared.iter().filter(|field| !HIDDEN.contains(&field.name.as_str())) {
        let Some(typed) = page.fields.get(&field.name) else { continue };
        let text = written(site, &typed.value, inner(&field.kind));
        if !text.is_empty() {
            rows.push((field.label.clone(), text));
        }
    }
    rows
}

/// The titles of the pages that the fields of a page name.
pub(super) fn related(site: &Site, page: &Page) -> Vec<String> {
    let mut titles = Vec::new();
    page.fields.values().for_each(|typed| note_related(site, &typed.value, &mut titles));
    titles.sort();
    titles.dedup();
    titles
}

fn note_related(site: &Site, given: &Value, titles: &mut Vec<String>) {
    match given {
        Value::Relation(_) => titles.extend(Some(value(site, given, None)).filter(|title| !title.is_empty())),
        Value::List(items) => items.iter().for_each(|item| note_related(site, &item.value, titles)),
        Value::Group(fields) => fields.values().for_each(|typed| note_related(site, &typed.value, titles)),
        _ => {}
    }
}

/// A value as plain text without the titles of other pages; a file by its name.
fn written(site: &Site, given: &Value, fields: Option<&Fields>) -> String {
    match given {
        Value::Relation(_) => String::new(),
        Value::File(file) => site.file(*file).name().to_owned(),
        Value::List(items) => join(items.iter().map(|item| written(site, &item.value, fields)), "; "),
        Value::Group(group) => {
            let declared = fields.map(|fields| fields.iter().filter_map(|f| group.get(&f.name)).collect());
            let values: Vec<&Typed> = declared.unwrap_or_else(|| group.values().collect());
            join(values.into_iter().map(|typed| written(site, &typed.value, None)), ", ")
        }
        plain => value(site, plain, fields),
    }
}

fn inner(kind: &crate::schema::FieldType) -> Option<&Fields> {
    match kind {
        crate::schema::FieldType::Group(fields) => Some(fields),
        _ => None,
    }
}

/// A value as plain text; empty for what has no words.
pub(super) fn value(site: &Site, given: &Value, fields: Option<&Fields>) -> String {
    match given {
        Value::Text(text) => text.clone(),
        Value::Markdown(text) => markup::plain(text),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string().replace('.', ","),
        Value::Boolean(_) | Value::File(_) => String::new(),
        Value::Date(moment) => date(moment),
        Value::Link { text, .. } => text.clone(),
        Value::Term(term) => site.schema.term(*term).label.clone(),
        Value::Relation(relation) => relation
            .page
            .map(|id| site.page(id))
            .filter(|page| page.is_published())
            .map_or_else(String::new, |page| page.title.clone()),
        Value::Image(image) => image.alt.clone(),
        Value::SchoolYear(year) => format!("{year}/{}", year + 1),
        Value::List(items) => join(items.iter().map(|item| value(site, &item.value, fields)), "; "),
        Value::Group(group) => match fields {
            Some(fields) => {
                join(fields.iter().filter_map(|f| group.get(&f.name)).map(|t| nested(site, t)), ", ")
            }
            None => join(group.values().map(|typed| nested(site, typed)), ", "),
        },
    }
}

fn nested(site: &Site, typed: &Typed) -> String {
    value(site, &typed.value, None)
}

fn join(parts: impl Iterator<Item = String>, between: &str) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

/// A date in words: «21 ноября 2026», with the time after it.
pub(super) fn date(moment: &Moment) -> String {
    let day = dates::worded(moment.date);
    match moment.time {
        Some(time) => format!("{day}, {:02}:{:02}", time.hour(), time.minute()),
        None => day,
    }
}
