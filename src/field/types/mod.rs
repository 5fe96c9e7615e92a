//! The field types, a file each, and their table.

mod boolean;
mod date;
mod day;
mod email;
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
pub(crate) use school_year::written as school_year;

/// Every type.
pub(crate) const ALL: [TypeEntry; 16] = [
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
    term::ENTRY,
    relation::ENTRY,
    group::ENTRY,
    file::ENTRY,
    image::ENTRY,
    school_year::ENTRY,
];
