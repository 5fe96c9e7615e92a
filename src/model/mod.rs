//! Documents → Site: typed fields, ids, addresses, relations, states, and the questions templates may ask.
//!
//! A [`Site`] never changes once built. It knows nothing of HTML, templates, output folders or the clock:
//! the date is given.

mod page;
mod site;
mod value;

pub(crate) use page::{Page, PageId, State, Visibility};
pub(crate) use site::{Attached, Backlink, FileId, Redirect, Site, SiteFile};
pub(crate) use value::{Fields, Image, Moment, Relation, Typed, Value};
