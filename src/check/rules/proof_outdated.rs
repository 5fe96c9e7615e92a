//! A document says something else than the certificate that was issued last of it.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{PageId, Proof, Site, Standing};

const RULE: RuleId = RuleId("proof-outdated");

/// Asked for each time: certificates are few, and files and texts decide.
pub(in crate::check) fn of_proofs(site: &Site) -> Vec<Diagnostic> {
    let of_page = site.proofs.iter().filter_map(|proof| Some((proof.page?, proof)));
    // Later ones take the place of earlier ones.
    let last: BTreeMap<PageId, &Proof> = of_page.collect();
    let outdated = last.into_iter().filter(|(_, proof)| proof.standing == Standing::Changed);
    let told = outdated.map(|(id, proof)| {
        let problem = Diagnostic::note(RULE).at(site.page(id).span).arg("number", &proof.entry.number);
        problem.arg("file", site.sources.get(site.page(id).source).path()).help("help")
    });
    told.collect()
}
