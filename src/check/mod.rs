//! Site → messages: what typing alone cannot see. One file per rule in `rules/`.
//!
//! Rules attach to behaviours, never to kinds. Reads the model only.

mod rules;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::Site;

/// Holds the site against every rule.
#[must_use]
pub(crate) fn check(site: &Site) -> Vec<Diagnostic> {
    let said: Vec<Vec<Diagnostic>> = rules::ALL.par_iter().map(|rule| rule(site)).collect();
    said.into_iter().flatten().collect()
}
