//! A picture in a text has no description for those who do not see it.
//!
//! Source: the accessibility requirements for sites of municipal bodies (Government decree of 7 February 2026
//! No. 102, item 2 "г").

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::Site;

const RULE: RuleId = RuleId("image-undescribed");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let links = site.published().flat_map(|(_, page)| page.links());
    let undescribed = links.filter(|link| link.image && link.text.trim().is_empty());
    undescribed
        .map(|link| Diagnostic::warning(RULE).at(link.span).arg("path", &link.target).help("help"))
        .collect()
}
