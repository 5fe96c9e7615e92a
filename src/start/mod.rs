//! The beginning: a portal of a centre from a few answers, and a page of a kind to be filled in.
//!
//! What is written here is content like any other, in the words of the kinds that the theme and the site declare.
//! Nothing is written over, and nothing is claimed that nobody said: what was not answered stands behind `#`.
//! Must not know: the terminal (it asks through [`Interview`]), templates, output.

mod centre;
mod interview;
mod page;
mod place;
mod portal;

pub(crate) use centre::{Centre, Given};
pub(crate) use interview::Interview;
pub(crate) use page::{Filled, common, file_name, fill, sample};
pub(crate) use place::{Taken, create, free_folder, is_taken};
pub(crate) use portal::files;
