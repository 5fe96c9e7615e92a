//! Registration for an event closes after the event has begun.

use super::schedule_ends_before_start::{moment, shown};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::Site;

const RULE: RuleId = RuleId("schedule-registration-late");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for page in &site.pages {
        let (start, closes) = (moment(site, page, "start"), moment(site, page, "registration_closes"));
        let (Some((start, at)), Some((closes, closes_at))) = (start, closes) else { continue };
        if closes.date > start.date {
            let problem = Diagnostic::warning(RULE).at(closes_at).label_key(at, "label-start");
            problems.push(problem.arg("start", shown(&start)).arg("closes", shown(&closes)).help("help"));
        }
    }
    problems
}
