//! kabinet: a static site generator for the portal and resource bank of an information-methodical centre.
//!
//! The pipeline is the module list: load → model → check → render → index → emit. `ARCHITECTURE.md` tells
//! what each stage is given, what it returns and what it must not know.

#![forbid(unsafe_code)]

mod address;
pub mod artifact;
mod ask;
mod behaviour;
mod blocks;
mod check;
pub mod cli;
pub mod commands;
mod config;
mod dates;
mod derive;
pub mod diagnostic;
mod disk;
pub mod emit;
mod encoding;
mod engine;
mod export;
mod field;
pub mod i18n;
mod import;
mod index;
mod ledger;
mod legal;
mod load;
mod markup;
mod media;
mod model;
mod office;
pub mod options;
mod picture;
mod pipeline;
mod progress;
mod project;
mod release;
mod render;
mod schema;
pub mod serve;
pub mod source;
mod start;
mod sum;
mod text;
mod theme;
mod vocabulary;
mod yaml;
