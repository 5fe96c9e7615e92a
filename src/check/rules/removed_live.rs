//! The settings say of an address that it is gone for good, and a page lies there: whoever wrote it may believe that
//! the page, with the name of a person on it, is no longer on the site.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Owner, Site};

const RULE: RuleId = RuleId("removed-live");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let live = site.config.removed.iter().filter_map(|(address, span)| {
        let Owner::Page(id) = site.routes.at(address.as_str())?.owner else { return None };
        let problem = Diagnostic::error(RULE).at(*span).arg("address", address.as_str());
        Some(problem.arg("title", &site.page(id).title).help("help"))
    });
    live.collect()
}
