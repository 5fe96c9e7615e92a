//! A document is not published: its author is told, and told why, so that no page disappears in silence.

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Site, Visibility};

const RULE: RuleId = RuleId("page-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for page in &site.pages {
        let (help, date) = match page.visibility {
            Visibility::Published => continue,
            Visibility::Draft => ("help-draft", None),
            Visibility::Scheduled(from) => ("help-scheduled", Some(from)),
            Visibility::Expired(since) => ("help-expired", Some(since)),
            Visibility::Withheld => ("help-withheld", None),
        };
        let rule =
            if page.visibility == Visibility::Withheld { Diagnostic::warning } else { Diagnostic::note };
        let date = date.map_or_else(String::new, dates::dotted);
        problems.push(rule(RULE).at(page.span).arg("title", &page.title).arg("date", date).help(help));
    }
    problems
}
