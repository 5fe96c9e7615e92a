//! The report of a plan as text for the terminal.

use super::run::PlanReport;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::import::draw::{Say, outcome};

/// Draws the report: what was done, how many events, what to look at, row by row.
#[must_use]
pub(crate) fn draw(report: &PlanReport, say: &Say<'_>) -> String {
    let mut out = say("import-report-source", &[("file", Arg::Text(report.shown.clone()))]);
    out.push('\n');
    out.push_str(&outcome(&report.outcome, report.list.as_deref(), say));
    if report.list.is_some() {
        let count = i64::try_from(report.count).unwrap_or(i64::MAX);
        out.push_str(&format!("{}\n", say("import-plan-count", &[("count", Arg::Number(count))])));
    }
    let (told, unsure): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        report.notes.iter().partition(|note| note.severity == Severity::Note);
    let count = i64::try_from(unsure.len()).unwrap_or(i64::MAX);
    let heading = if unsure.is_empty() { "import-no-doubts" } else { "import-unsure" };
    out.push_str(&format!("\n{}\n", say(heading, &[("count", Arg::Number(count))])));
    out.extend(unsure.iter().map(|note| message(note, say)));
    if !told.is_empty() {
        out.push_str(&format!("\n{}\n", say("import-told", &[])));
        out.extend(told.iter().map(|note| message(note, say)));
    }
    out
}

fn message(note: &Diagnostic, say: &Say<'_>) -> String {
    let mut out = format!("  {}\n", say(note.rule.0, &note.args));
    for help in &note.help {
        out.push_str(&format!("      → {}\n", say(&format!("{}.{help}", note.rule.0), &note.args)));
    }
    out
}
