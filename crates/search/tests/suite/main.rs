//! The behaviour of search, through its public door only.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "tests fail loudly and skip loudly")]

mod bundle;
mod help;
mod laws;
mod ranking;
mod seeds;
mod slips;
mod titles;
mod words;
