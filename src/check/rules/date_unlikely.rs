//! A day lies so far from today that its year is probably mistyped: `2206` for `2026`.
//!
//! What is far depends on what the day is for: a meeting is planned a year or two ahead, a regulation in force may be
//! thirty years old, and books are older still.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::Typed;
use crate::model::{Page, Site};
use crate::schema::known;

const RULE: RuleId = RuleId("date-unlikely");

/// A page may be dated so many days ahead: an order is signed before it is in force.
const AHEAD: i64 = 60;

/// The years in which a day is likely, both included.
type Years = std::ops::RangeInclusive<i16>;

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (name, typed) in page.fields.iter().filter(|_| !page.broken) {
        typed.leaves(name, &mut |path, leaf| problems.extend(unlikely(site, page, path, leaf)));
    }
    problems
}

/// Looks at one value, if it is a day; `path` is the way to it: `registration.closes`.
fn unlikely(site: &Site, page: &Page, path: &str, typed: &Typed) -> Option<Diagnostic> {
    let date = typed.value.moment()?.date;
    let likely = years(site, page, path).contains(&date.year()) && !is_ahead(site, page, path, date);
    let day = dates::dotted(date);
    (!likely).then(|| Diagnostic::warning(RULE).at(typed.span).arg("day", day).help("help"))
}

/// Whether a page that readers see already is dated much later: it would stand above all others until then.
fn is_ahead(site: &Site, page: &Page, path: &str, date: Date) -> bool {
    let told = matches!(path, known::DATE | known::UPDATED) && page.is_published();
    told && date > site.today.saturating_add(AHEAD.days())
}

/// In which years a day of a field is likely.
fn years(site: &Site, page: &Page, path: &str) -> Years {
    let behaviours = &site.schema.kind(page.kind).behaviours;
    let this = site.today.year();
    behaviours.likely(path, this).unwrap_or_else(|| match path {
        known::DATE | known::PUBLISH_AT | known::UPDATED => {
            (if behaviours.are_official() { 1900 } else { this - 40 })..=this + 3
        }
        _ => 1900..=this + 20,
    })
}
