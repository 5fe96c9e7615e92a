//! The lists of the index: which pages have a word, how often, where, and in which form.
//!
//! A list has up to three parts, which lie apart in the stream of lists, so that a question reads only what it needs.
//! All numbers are Rice-coded ([`bits`]): each group of numbers begins with a byte that says how many low bits of each
//! number are written as they are, and ends at a full byte.
//!
//! - **Pages and counts**: for each block of [`BLOCK`] pages, the last shorter, a group of the distances of the pages
//!   from the one before, less one (the first counts from before page 0), and a group of the counts, less one. A list
//!   of more than one block begins with the lengths in bytes of the blocks of its positions, a number each
//!   ([`crate::bytes`]): with them a block of positions is found without reading those before it.
//! - **Positions**: for each block a group; on each page the first position, then the distances of the others.
//! - **Forms**, of words that stand in more than one form: for each block a group of the numbers of the forms, one for
//!   each position. The commonest form of a word has the number 0.

mod bits;
mod cursor;
#[cfg(feature = "build")]
mod write;

pub(crate) use cursor::{Cursor, Pages, exact};
#[cfg(feature = "build")]
pub(crate) use write::{Occurrence, Written, write};

/// Pages of a block.
const BLOCK: usize = 128;
