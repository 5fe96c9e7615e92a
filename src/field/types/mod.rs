//! The field types, a file each, and their table.

mod boolean;
mod code;
mod date;
mod day;
mod email;
mod english;
mod figures;
mod file;
mod group;
mod image;
mod integer;
mod link;
mod markdown;
mod number;
mod period;
mod phone;
mod relation;
mod school_year;
mod term;
mod text;
mod url;

use super::TypeEntry;

pub(crate) use date::{order as order_of, value as moment};
pub(in crate::field) use period::end_of_day;
pub(crate) use school_year::written as school_year;
pub(in crate::field) use term::TERM_UNKNOWN;

/// Days, with or without a time.
pub(crate) const DATES: &[&str] = &[date::ENTRY.0, date::WITH_TIME.0];
/// Yes or no.
pub(crate) const FLAGS: &[&str] = &[boolean::ENTRY.0];
/// Files to load down.
pub(crate) const FILES: &[&str] = &[file::ENTRY.0];
/// Fields inside a field.
pub(crate) const GROUPS: &[&str] = &[group::ENTRY.0];
/// Fields inside a field, or words for them.
pub(crate) const GROUPS_OR_TEXT: &[&str] = &[group::ENTRY.0, text::ENTRY.0];
/// Words.
pub(crate) const TEXTS: &[&str] = &[text::ENTRY.0];
/// Addresses of the web.
pub(crate) const URLS: &[&str] = &[url::ENTRY.0];
/// Telephones, or words for them.
pub(crate) const PHONES: &[&str] = &[phone::ENTRY.0, text::ENTRY.0];
/// Mail addresses, or words for them.
pub(crate) const MAILS: &[&str] = &[email::ENTRY.0, text::ENTRY.0];
/// Other documents.
pub(crate) const RELATIONS: &[&str] = &[relation::ENTRY.0];
/// Other documents, or words for them.
pub(crate) const RELATIONS_OR_TEXT: &[&str] = &[relation::ENTRY.0, text::ENTRY.0, term::ENTRY.0];
/// Values of vocabularies.
pub(crate) const TERMS: &[&str] = &[term::ENTRY.0];
/// Values of vocabularies, or words like them.
pub(crate) const TERMS_OR_TEXT: &[&str] = &[term::ENTRY.0, text::ENTRY.0];
/// Numbers and what is written like one.
pub(crate) const TEXTS_OR_NUMBERS: &[&str] = &[text::ENTRY.0, integer::ENTRY.0];

/// Every type.
pub(crate) const ALL: [TypeEntry; 17] = [
    text::ENTRY,
    markdown::ENTRY,
    integer::ENTRY,
    number::ENTRY,
    date::ENTRY,
    date::WITH_TIME,
    boolean::ENTRY,
    url::ENTRY,
    email::ENTRY,
    phone::ENTRY,
    code::ENTRY,
    term::ENTRY,
    relation::ENTRY,
    group::ENTRY,
    file::ENTRY,
    image::ENTRY,
    school_year::ENTRY,
];
