//! What the law wants of the site of a centre, and is not there.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::legal::LegalProfile;
use crate::model::Site;
use crate::schema::{Kind, KindIndex};
use crate::source::Span;

const MISSING: RuleId = RuleId("legal-missing");
const FACT: RuleId = RuleId("legal-fact");
const OUTDATED: RuleId = RuleId("legal-outdated");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let Some((profile, span)) = site.config.legal else { return Vec::new() };
    let kinds = site.schema.kinds.iter().enumerate();
    let mut due: Vec<(KindIndex, &Kind)> =
        kinds.filter(|(_, kind)| kind.due.is_of(profile)).map(|(at, kind)| (KindIndex(at), kind)).collect();
    due.sort_by_key(|(_, kind)| kind.due.order);
    let missing = due.iter().filter(|(index, _)| !site.published().any(|(_, page)| page.kind == *index));
    let missing: Vec<&Kind> = missing.map(|(_, kind)| *kind).collect();
    let missing = missing.first().map(|first| {
        let place = |kind: &Kind| format!("content/{}.md", kind.document.as_ref().unwrap_or(&kind.folder));
        let named = missing.iter().map(|kind| format!("«{}» ({})", kind.label, place(kind)));
        let problem = Diagnostic::warning(MISSING).at(span).number("count", missing.len());
        let problem = problem.arg("sections", named.collect::<Vec<_>>().join(", "));
        problem.arg("first", &first.label).help("help")
    });
    let past = due.iter().filter_map(|(_, kind)| kind.due.until).min().filter(|day| *day <= site.today);
    let outdated = past.map(|day| {
        Diagnostic::warning(OUTDATED).at(span).arg("day", day.strftime("%d.%m.%Y").to_string()).help("help")
    });
    missing.into_iter().chain(outdated).chain(facts(site, profile, span)).collect()
}

/// What everybody is to be told of a centre, and the settings do not say.
fn facts(site: &Site, profile: LegalProfile, span: Span) -> Vec<Diagnostic> {
    let centre = &site.config.organization;
    let said = [
        ("address", !centre.address.is_empty()),
        ("phone", centre.phone.is_some()),
        ("email", centre.email.is_some()),
        ("hours", !centre.hours.is_empty()),
        ("founder", !centre.founder.is_empty()),
    ];
    let missing = said.into_iter().filter(|(_, is_said)| !is_said).map(|(fact, _)| {
        let fact =
            if fact == "founder" && profile == LegalProfile::DepartmentUnit { "department" } else { fact };
        Diagnostic::warning(FACT).at(span).arg("fact", fact).help("help")
    });
    missing.collect()
}
