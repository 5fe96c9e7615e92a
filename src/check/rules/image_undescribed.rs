//! A picture in a text has no description for those who do not see it.
//!
//! Source: the accessibility requirements for sites of municipal bodies (Government decree of 7 February 2026
//! No. 102, item 2 "г").

use super::super::guide::Guide;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::PageId;

const RULE: RuleId = RuleId("image-undescribed");

pub(super) fn check(guide: &Guide<'_>, id: PageId) -> Vec<Diagnostic> {
    let page = guide.site.page(id);
    let links = page.links().filter(|_| page.is_published());
    let undescribed = links.filter(|link| link.image && link.text.trim().is_empty());
    undescribed
        .map(|link| Diagnostic::warning(RULE).at(link.span).arg("path", &link.target).help("help"))
        .collect()
}
