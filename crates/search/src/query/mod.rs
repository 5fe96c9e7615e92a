//! From what was typed to what is looked for.

mod correct;
mod keyboard;
mod parse;
mod plan;
mod translit;
mod unit;
mod vocabulary;
mod words;

pub(crate) use plan::{Plan, Planner};
pub(crate) use unit::{Alternative, Slot, Unit};
pub(crate) use vocabulary::{Lexis, Vocabulary};
pub(crate) use words::is_idle;
