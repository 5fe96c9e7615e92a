//! Behaviours: what a kind may switch on beyond showing fields, each with the fields that play its roles.
//!
//! A behaviour is one file: its roles with the types of fields that they accept, the states of a document and the days
//! on which they change, its rules, the words and facets that it gives to search, what it withholds and what is shown
//! elsewhere than in the table of fields. The roles are resolved to checked paths when kinds are read; everybody else
//! asks [`Behaviours`]. A new behaviour is one file and one line of `table.rs`.
//!
//! Knows values and declared fields; no pages, no templates, and no kind by name.

mod clauses;
mod conduct;
mod contacts;
mod deadline;
mod entry;
mod hours;
mod hub;
mod lifecycle;
mod occasion;
mod person;
mod proof;
mod reach;
mod reception;
mod requisites;
mod resolve;
mod role;
mod schedule;
mod set;
mod state;
mod subject;
mod table;

pub(crate) use conduct::{Behaviour, Registration, Succession};
pub(crate) use entry::Entry;
pub(crate) use hours::{Except, Hours, Slot, Unclear};
pub(crate) use occasion::Occasion;
pub(crate) use reach::Reach;
pub(crate) use resolve::{Home, resolve};
pub(crate) use role::{Role, Roles, Whose};
pub(crate) use set::Behaviours;
pub(crate) use state::State;
pub(crate) use subject::{OfAll, OfOne, Subject, Subjects};
pub(crate) use table::ALL;
