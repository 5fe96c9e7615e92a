//! kabinet: a static site generator for the portal and resource bank of an information-methodical centre.
//!
//! The pipeline is the module list: load → model → check → render → index → emit. `ARCHITECTURE.md` tells
//! what each stage is given, what it returns and what it must not know.

#![forbid(unsafe_code)]

pub mod artifact;
pub mod diagnostic;
pub mod emit;
pub mod serve;
pub mod source;
