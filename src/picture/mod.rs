//! Pictures as plain values: what is known of one before it is decoded, what a theme wants of all of them, and which
//! files are published of one. Everything follows from these values alone, so that addresses can be planned and pages
//! drawn before any picture is made.
//!
//! Must not know: files, decoders, pages.

mod facts;
mod operation;
mod settings;

pub(crate) use facts::{Picture, Treatment};
pub(crate) use operation::{Encoding, Operation};
pub(crate) use settings::Settings;
