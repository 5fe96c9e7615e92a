//! The behaviour of search, through its public door only.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests fail loudly and skip loudly")]

mod budgets;
mod bundle;
mod damage;
mod help;
mod language;
mod late;
mod laws;
mod meaning;
mod ranking;
mod seeds;
mod slips;
mod titles;
mod words;
