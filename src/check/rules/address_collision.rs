//! Two documents have one address.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Owner, Site};

const RULE: RuleId = RuleId("address-collision");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let twice = site.routes.clashes().filter_map(|clash| match (clash.owner, clash.other.owner) {
        (Owner::Page(first), Owner::Page(second)) => Some((first, second, &clash.other.address)),
        _ => None,
    });
    let told = twice.map(|(first, second, address)| {
        let twice = Diagnostic::error(RULE).at(site.page(second).span);
        twice.label_key(site.page(first).span, "label-first").arg("address", address).help("help")
    });
    told.collect()
}
