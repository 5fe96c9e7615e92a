//! The clause engine: finds sections, clauses, lettered items and list items in the text of a regulation.
//!
//! Nothing is renumbered and no word is added or moved: printed numbers become marks inside the same text,
//! and parts only wrap what stands there anyway. A text says where its parts are in many ways (`## Ш. …`,
//! a paragraph `4.1Информационно`, a list item `- 3.1. Штатное`, an escaped `5\.`), all are understood here.

mod blocks;
mod citation;
mod engine;
pub(crate) mod number;
pub(crate) mod numbering;
mod paragraph;
mod piece;
pub(crate) mod reference;
mod through;

pub(crate) use citation::wishes;
pub(crate) use engine::annotate;
