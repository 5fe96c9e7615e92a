//! A typed page with what it was made of.

use std::sync::Arc;

use super::Page;
use super::asked::{Asked, Leaning};
use crate::diagnostic::Diagnostic;
use crate::load::Document;

/// A typed page and what was said of it.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) document: Arc<Document>,
    pub(super) page: Arc<Page>,
    pub(super) messages: Vec<Diagnostic>,
    /// What it asked of others.
    pub(super) asked: Vec<Asked>,
    /// On what the answers lean.
    pub(super) leaning: Leaning,
}
