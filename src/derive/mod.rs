//! Derived files: what is made of a file of the site before it is published, such as a smaller picture.
//!
//! What is to be made is a [`Job`]: a source and operations on it, known before anything is drawn. It is made once, by
//! all processors, and kept below `.kabinet/cache/` under names of the hashes of source and operation, so that the next
//! build finds it. The cache is hostile input: what it gives must have the hash that its name says and be what was
//! asked for, or it is made anew; it is reached through no link, and whatever is wrong with it is no error. Nothing
//! depends on it: with it, without it and with one that is damaged the same bytes are published.
//!
//! What is published of several files may be put together into one archive ([`Bundle`]), once it is made.
//!
//! What is taken of documents ([`Workshop::extract`]) is asked for while the site is loaded, and kept in the same way.
//!
//! Must not know: pages, addresses, what a picture is (`media` does) or a document (`office`).

mod budget;
mod bundle;
mod cache;
mod job;
mod key;
mod lease;
mod workshop;

pub(crate) use bundle::{Bundle, Part};
pub(crate) use cache::PATH as CACHE;
pub(crate) use job::{Job, Wanted};
pub(crate) use workshop::Workshop;
