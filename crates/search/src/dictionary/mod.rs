//! The words of the site in sorted stretches, written so that neighbours share their beginnings.

mod forms;
mod slips;
mod stems;
mod words;

#[cfg(feature = "build")]
pub(crate) use forms::write as write_forms;
pub(crate) use forms::{Form, FormBlock};
#[cfg(feature = "build")]
pub(crate) use stems::{Entry, write as write_stems};
pub(crate) use stems::{List, StemBlock, WordLists};
pub(crate) use words::Words;
#[cfg(feature = "build")]
pub(crate) use words::write as write_words;
