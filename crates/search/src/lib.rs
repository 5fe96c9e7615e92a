//! The search core of kabinet.
#[cfg(feature = "build")]
mod build;
mod bundle;
mod document;
mod engine;
mod error;
#[cfg(feature = "build")]
mod hash;
mod outcome;
mod query;
mod schema;
mod stems;
mod synonyms;
mod text;

#[cfg(feature = "build")]
pub use build::{BuildOptions, Bundle, build};
pub use bundle::{FORMAT, Files, FolderFiles, MemoryFiles, ReadFault};
pub use document::{PageDocument, SectionDocument, Standing, SynonymGroup};
pub use engine::Engine;
pub use error::SearchError;
pub use outcome::{Correction, CorrectionKind, Fragment, Outcome, PageHit, Request, SectionHit, Sort};
