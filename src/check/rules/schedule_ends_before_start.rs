//! An event ends before it starts.

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Moment, Page, Site};
use crate::schema::SCHEDULE;
use crate::source::Span;

const RULE: RuleId = RuleId("schedule-ends-before-start");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for page in &site.pages {
        let (Some((start, at)), Some((end, end_at))) =
            (moment(site, page, "start"), moment(site, page, "end"))
        else {
            continue;
        };
        // A day without a time may end at any hour of it.
        let before =
            end.date < start.date || (end.date == start.date && end.time.is_some() && end.time < start.time);
        if before {
            let problem = Diagnostic::error(RULE).at(end_at).label_key(at, "label-start");
            problems.push(problem.arg("start", shown(&start)).arg("end", shown(&end)).help("help"));
        }
    }
    problems
}

/// The moment in a role of the schedule, and where it is written.
pub(super) fn moment(site: &Site, page: &Page, role: &str) -> Option<(Moment, Span)> {
    let typed = page.field(site.schema.kind(page.kind).behaviours.role(SCHEDULE, role)?)?;
    Some((typed.value.moment()?, typed.span))
}

/// A moment as it is written in content.
pub(super) fn shown(moment: &Moment) -> String {
    let day = dates::dotted(moment.date);
    moment.time.map_or_else(|| day.clone(), |time| format!("{day} {:02}:{:02}", time.hour(), time.minute()))
}
