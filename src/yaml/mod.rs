//! YAML as a tree of nodes that know their place in the file.
//!
//! Scalars are kept as text: what a value means is decided by the field's declared type, never guessed from
//! its looks, so `number: 007` keeps its zeros and `дата: 21.11.2026` is a date only where a date is expected.

mod anchors;
mod blame;
mod mend;
mod names;
mod node;
mod parse;
mod plain;
mod scalar;
mod settings;
mod slips;
mod within;

pub(crate) use anchors::anchors;
pub(crate) use blame::first_bad;
pub(crate) use mend::{Mended, mend};
pub(crate) use names::setting;
pub(crate) use node::{Entry, Node, Yaml};
pub(crate) use parse::{Problem, Twice, YamlError, parse, too_deep};
pub(crate) use plain::{no_field, outside_list, unfinished};
pub(crate) use scalar::scalar;
pub(crate) use settings::{SETTING_INVALID, Settings, boolean};
pub(crate) use slips::{SlipKind, indentation, joined_item};
pub(crate) use within::Within;
