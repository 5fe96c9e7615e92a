//! Turns the plain text of a regulation into Markdown with front matter.
//!
//! The law of this module: the Markdown's body has the words of the source, all of them, no others, in the
//! same order; numbers and typing errors included. What a person must look at is told, never mended.
//! [`import_text`](text::import_text) is a pure function; `run` alone touches the disk.

mod acts;
mod assemble;
mod block;
mod changes;
mod dates;
mod draw;
mod field_names;
mod findings;
mod front_matter;
mod furniture;
mod header;
mod known;
mod layout;
mod level;
mod line;
mod lines;
mod markdown;
mod notes;
mod numbering;
mod numbers;
mod persons;
mod points;
mod report;
mod requisites;
pub(crate) mod rules;
mod run;
mod starts;
#[cfg(test)]
mod tests;
mod text;
mod title;
mod unfold;
mod words;

pub(crate) use draw::draw;
pub(crate) use field_names::{FieldNames, Terms};
pub(crate) use run::{RunOptions, run};
