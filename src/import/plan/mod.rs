//! Lists: a table of a word processor or a spreadsheet whose heads are called as fields → a list file, a document a row;
//! a plan is one of events.
//!
//! What a row does not tell is left out and listed; a row whose day cannot be read becomes no event.

mod around;
mod days;
mod draw;
mod grid;
mod heads;
mod hours;
mod lex;
mod nth;
mod rows;
mod run;
mod value;
mod write;

pub(crate) use around::Around;
pub(crate) use days::{Move, first_day, last_day, moved, read as read_day};
pub(crate) use draw::draw;
pub(crate) use heads::{fit, is_list};
pub(crate) use hours::first_hour;
pub(crate) use run::{PlanOptions, run};
pub(crate) use value::{Value, is_whole, moments, value};
