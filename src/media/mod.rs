//! What may be published as a file: its name, its type, its content, its metadata.
//!
//! Whoever sends a material can send any file with it, and any host may serve it from the site's own address,
//! with or without headers. So types are an allow-list ([`types`]), a name must not make a host run the file
//! ([`names`]), the first bytes must not betray another type ([`sniff`]), a drawing is parsed ([`mod@drawing`]),
//! and of a picture a new one is published, which tells nothing of where it was taken ([`mod@picture`]).

mod drawing;
mod judge;
mod names;
mod picture;
mod sniff;
#[cfg(test)]
mod tests;
mod types;

pub(crate) use judge::{Finding, Looked, Shelf, UNREADABLE, look};
pub(crate) use picture::{Fault, SOURCE_LIMIT, is_made_by, make, weight};
