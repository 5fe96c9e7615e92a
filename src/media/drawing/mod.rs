//! Drawings (SVG): parsed as XML and compared with what a drawing needs, so that nothing in them can act.
//!
//! A drawing opened from the site's address is a page of the site. What may stand in it is an allow-list of
//! elements ([`elements`]), of attributes ([`attributes`]), of style ([`style`]) and of addresses
//! ([`address`]). The parser refuses what is not well-formed, as browsers do; what would cost it more than
//! linear time, or mean something else to a browser, is refused before ([`guard`]).

mod address;
mod attributes;
mod decode;
mod elements;
mod fault;
mod guard;
mod look;
mod namespaces;
mod style;
#[cfg(test)]
mod tests;
mod uses;

pub(super) use fault::What;
pub(super) use look::check;
