//! The behaviour of search, through its public door only.

mod bundle;
mod help;
mod laws;
mod ranking;
mod seeds;
mod slips;
mod words;
