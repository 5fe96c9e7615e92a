//! A document is not published: its author is told, and told why, so that no page disappears in silence.

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Page, Site, Visibility};

const RULE: RuleId = RuleId("page-hidden");

pub(super) fn check(_: &Site, page: &Page) -> Vec<Diagnostic> {
    let (help, date) = match page.visibility {
        Visibility::Published => return Vec::new(),
        Visibility::Draft => ("help-draft", None),
        Visibility::Scheduled(from) => ("help-scheduled", Some(from)),
        Visibility::Expired(since) => ("help-expired", Some(since)),
        Visibility::Withheld => ("help-withheld", None),
    };
    let rule = if page.visibility == Visibility::Withheld { Diagnostic::warning } else { Diagnostic::note };
    let date = date.map_or_else(String::new, dates::dotted);
    vec![rule(RULE).at(page.span).arg("title", &page.title).arg("date", date).help(help)]
}
