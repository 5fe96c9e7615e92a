//! From what was typed to what is looked for.

mod correct;
mod days;
mod idle;
mod keyboard;
mod loan;
mod parse;
mod plan;
mod relatives;
mod roman;
mod shelves;
mod sound;
mod tongue;
mod translit;
mod unit;
mod vocabulary;
mod words;

pub(crate) use plan::{Plan, Planner};
pub(crate) use tongue::Tongue;
pub(crate) use unit::{Alternative, Slot, Unit};
pub(crate) use vocabulary::{Lexis, Vocabulary};
pub(crate) use words::is_idle;
