//! Site + theme → output files: pages, lists, vocabularies, feeds, maps, assets.
//!
//! Templates see their own page and reach the rest through functions (`query`, `reverse`, …) whose answers
//! are cards. What depends on the theme alone is made once for a theme ([`Kit`]), what all pages of a site share once
//! for a site (`shared`); then any route can be drawn by itself ([`Drawing`]), or all in parallel. Nothing here reads
//! the clock: time is the day the site was built for. The template engine is named in this module only.

mod address;
mod apart;
mod archive;
mod args;
mod assets;
mod body;
mod calendar;
mod callable;
mod cards;
mod chart;
mod context;
mod dates;
mod drawing;
mod dropped;
mod editions;
mod engine_words;
mod face;
mod feeds;
mod find;
mod functions;
mod groups;
mod hours;
mod ical;
mod json;
mod kit;
mod list;
mod lists;
mod machine;
mod map;
mod memo;
mod months;
mod next_change;
mod numbers;
mod open;
mod page;
mod pager;
mod pictures;
mod place;
mod policy;
mod problems;
mod proofs;
mod qr;
mod query;
mod redirects;
mod shared;
mod sheet;
mod shown;
mod site_value;
mod sizes;
mod special;
mod style_urls;
mod subscribe;
mod terms;
#[cfg(test)]
mod tests;
mod twin;
mod values;
mod week;
mod word;
mod words;
mod worker;
mod written;

pub(crate) use drawing::Drawing;
pub(crate) use kit::Kit;
pub(crate) use words::words;
pub(crate) use worker::worker;
pub(crate) use written::{Written, written};
