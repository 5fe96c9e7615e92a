//! Turns a paper, a plain text or a document of a word processor, into Markdown with front matter.
//!
//! The law of this module: the Markdown's body has the words of the source, all of them, no others, in the
//! same order; numbers and typing errors included. What a person must look at is told, never mended.
//! [`import`](text::import) is a pure function; `run` and `place` alone touch the disk.

mod acts;
mod announcement;
mod assemble;
mod block;
mod changed;
mod changes;
mod choose;
mod dates;
mod draw;
mod field_names;
mod files;
mod filled;
mod findings;
mod front_matter;
mod furniture;
mod guess;
mod header;
mod headline;
mod known;
mod layout;
mod left_out;
mod level;
mod line;
mod lines;
mod markdown;
mod notes;
mod numbering;
mod numbers;
mod page;
mod persons;
mod place;
pub(crate) mod plan;
mod points;
mod reading;
mod report;
mod requisites;
pub(crate) mod rules;
mod run;
mod soffice;
mod source;
mod starts;
mod target;
mod terms;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod unfold;
mod which;
mod words;

pub(crate) use choose::{Chosen, choose};
pub(crate) use draw::draw;
pub(crate) use field_names::{FieldNames, Terms};
pub(crate) use files::meant;
pub(crate) use run::{RunOptions, run};
pub(crate) use target::{Offer, Sort, Target, foremost};
pub(crate) use which::Claimed;
