//! Two things that authors put somewhere would be one file of the site: a file and a document, two files, a former
//! address and either. Hosts and folders that ignore letter case see one where two differ only in it, and a file cannot
//! lie where a folder is.

use super::address_reserved::alias;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::routes::Clash;
use crate::model::{Goal, Owner, Site};

const RULE: RuleId = RuleId("path-collision");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let both_documents =
        |clash: &&Clash| matches!((clash.owner, clash.other.owner), (Owner::Page(_), Owner::Page(_)));
    let clashes = site.routes.clashes().filter(|clash| !clash.owner.is_made());
    // Where one picture that is made of a file has no place, none of them has.
    let further = |clash: &&Clash| matches!(clash.other.owner, Owner::Picture(_, at) if at > 0);
    let told = clashes.filter(|clash| !both_documents(clash) && !further(clash));
    told.map(|clash| collision(site, clash)).collect()
}

fn collision(site: &Site, clash: &Clash) -> Diagnostic {
    let (first, second) = (clash.owner, clash.other.owner);
    let path = clash.other.path.as_str();
    let mut problem = Diagnostic::error(RULE).arg("path", path);
    let places = [first, second].into_iter().filter_map(|owner| match owner {
        Owner::Page(page) => Some(site.page(page).span),
        Owner::Redirect(Goal::Page(page)) => {
            let page = site.page(page);
            Some(alias(page, &clash.other.path).unwrap_or(page.span))
        }
        _ => None,
    });
    let places: Vec<_> = places.collect();
    if places.is_empty() {
        problem = problem.in_file(shown(site, second));
    }
    let problem = places.into_iter().fold(problem, Diagnostic::at);
    problem.arg("first", shown(site, first)).arg("second", shown(site, second)).help("help")
}

/// How an owner is called: by the path of the file that asks for the address.
fn shown(site: &Site, owner: Owner) -> String {
    let source = |page| site.sources.get(site.page(page).source).path().to_owned();
    match owner {
        Owner::Page(page) => source(page),
        Owner::Redirect(Goal::Page(page)) => format!("aliases: {}", source(page)),
        owner => site.title_of(owner).to_owned(),
    }
}
