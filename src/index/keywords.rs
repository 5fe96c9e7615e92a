//! Words that lead to a page without standing on it: numbers and dates in other spellings, other names of its terms.

use super::words;
use crate::dates;
use crate::model::{Page, Site, Value};
use crate::schema::REQUISITES;

/// The keywords of a page.
pub(super) fn of(site: &Site, page: &Page) -> Vec<String> {
    let mut keywords = Vec::new();
    for typed in page.fields.values() {
        note(site, &typed.value, &mut keywords);
    }
    let behaviours = &site.schema.kind(page.kind).behaviours;
    let fields = behaviours.roles(REQUISITES).filter(|(role, _)| *role == "number").map(|(_, field)| field);
    for number in fields.filter_map(|field| page.field(field)) {
        if let Value::Text(number) = &number.value {
            keywords.push(format!("№ {number}"));
        }
    }
    keywords.sort();
    keywords.dedup();
    keywords
}

fn note(site: &Site, value: &Value, keywords: &mut Vec<String>) {
    match value {
        Value::Date(moment) => {
            let date = moment.date;
            keywords.push(dates::dotted(date));
            keywords.push(date.to_string());
            keywords.push(words::date(moment));
        }
        Value::Term(term) => keywords.extend(site.schema.term(*term).aliases.iter().cloned()),
        Value::List(items) => items.iter().for_each(|item| note(site, &item.value, keywords)),
        Value::Group(fields) => fields.values().for_each(|typed| note(site, &typed.value, keywords)),
        _ => {}
    }
}
