//! Addresses as people write them: the one room that says what is an address and why something is none.
//!
//! Three sorts. [`UrlPath`] is an address of this site, at which a file will lie: nothing in it may lead out of
//! the output, be hidden, or be a name that some file system or host refuses. [`WebUrl`] is an address elsewhere
//! (WHATWG URL, read by the `url` crate, so that we and browsers see one host); [`Host`] is a name that may stand in
//! a page's policy. [`Contact`] is a mail address or a telephone. Whatever ends in an `href` from settings or typed
//! fields comes from here. Nothing here knows what an address is for.

mod contact;
mod destination;
mod fault;
mod path;
mod web;

pub(crate) use contact::{Contact, mail, phone};
pub(crate) use destination::destination;
pub(crate) use fault::Fault;
pub(crate) use path::{UrlPath, is_name, unportable};
pub(crate) use web::{Host, WebUrl, frame_host};
