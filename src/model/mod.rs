//! Documents → Site: typed fields, ids, addresses, relations, states, and how everything hangs together.
//!
//! A [`Site`] never changes once built. It knows nothing of HTML, templates, output folders or the clock:
//! the date is given.

mod address;
pub(crate) mod agenda;
mod apart;
pub(crate) mod archive;
mod asked;
mod askers;
mod attached;
mod build;
mod by_page;
mod by_url;
mod change;
mod cite;
mod documents;
mod dropped;
mod edition;
mod files;
mod former;
mod kept;
mod links;
mod lists;
mod lock;
mod making;
mod memory;
pub(crate) mod month;
mod names;
mod numbers;
pub(crate) mod order;
mod page;
mod pages;
mod proof;
pub(crate) mod proofs;
mod resolve;
pub(crate) mod routes;
mod site;
mod state;
mod target;
mod terms;
mod titles;
mod together;
pub(crate) mod years;

pub(crate) use agenda::Agenda;
pub(crate) use attached::Attached;
pub(crate) use build::{Built, build};
pub(crate) use by_page::ByPage;
pub(crate) use dropped::{Dropped, Home, dropped, nameless};
pub(crate) use edition::Edition;
pub(crate) use lists::terms;
pub(crate) use lock::Settled;
pub(crate) use making::Making;
pub(crate) use memory::Memory;
pub(crate) use month::Month;
pub(crate) use page::{Page, Pages, Visibility};
pub(crate) use proof::{Proof, Standing};
pub(crate) use routes::{Goal, Owner, RoutePlan};
pub(crate) use site::{Backlink, Redirect, Site, SiteFile};
pub(crate) use target::Target;

pub(crate) use crate::behaviour::State;
pub(crate) use crate::field::{FileId, Moment, PageId};
pub(crate) use crate::load::Paper;
