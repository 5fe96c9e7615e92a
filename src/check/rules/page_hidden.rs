//! A document is not published: its author is told, and told why, so that no page disappears in silence.

use crate::dates;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::known;
use crate::model::{Page, Site, Visibility};

const RULE: RuleId = RuleId("page-hidden");

/// A longer line holds more than the state of the page. In characters.
const LONGEST_LINE: usize = 60;

pub(super) fn check(site: &Site, page: &Page) -> Vec<Diagnostic> {
    let line = draft_line(site, page);
    let (help, date) = match page.visibility {
        Visibility::Published => return Vec::new(),
        Visibility::Draft if line.is_some() => ("help-draft-line", None),
        Visibility::Draft => ("help-draft", None),
        Visibility::Scheduled(from) => ("help-scheduled", Some(from)),
        Visibility::Expired(since) => ("help-expired", Some(since)),
        Visibility::Withheld => ("help-withheld", None),
    };
    let rule = if page.visibility == Visibility::Withheld { Diagnostic::warning } else { Diagnostic::note };
    let date = date.map_or_else(String::new, dates::dotted);
    let told = rule(RULE).at(page.span).arg("title", &page.title).arg("date", date);
    vec![told.arg("line", line.unwrap_or_default()).help(help)]
}

/// The line that makes a page a draft, as its author wrote it.
fn draft_line<'s>(site: &'s Site, page: &Page) -> Option<&'s str> {
    let span = page.field(known::STATUS)?.span;
    let text = site.sources.get(page.source).text();
    let range = (span.source == page.source).then(|| span.range())?;
    let from = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[from..].lines().next()?.trim();
    (line.chars().count() <= LONGEST_LINE && line.contains(':')).then_some(line)
}
