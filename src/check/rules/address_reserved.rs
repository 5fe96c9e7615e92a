//! A document, a former address or a file wants to lie where the site itself puts something: the service worker, the
//! files of search, a feed, a list.

use crate::artifact::file_of;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::{Owner, Reserved, Site};

const RULE: RuleId = RuleId("address-reserved");
/// Where former addresses are kept.
const LOCK: &str = "content/addresses.lock";

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let reserved = Reserved::of(site);
    let owner =
        |address: &str, claimant| file_of(address).and_then(|path| reserved.owner(path.as_str(), claimant));
    let mut problems = Vec::new();
    // A document without a name has its message already.
    for (_, page) in site.published().filter(|(_, page)| !page.name.is_empty()) {
        problems.extend(
            owner(&page.url, "document").map(|owner| taken(&page.url, owner).at(page.span).help("help")),
        );
        for (address, span) in &page.former {
            let owner = owner(address.as_str(), "alias");
            problems.extend(owner.map(|owner| taken(address.as_str(), owner).at(*span).help("help-alias")));
        }
    }
    for redirect in &site.redirects {
        let page = site.page(redirect.to);
        let written = page.former.iter().any(|(address, _)| address.as_str() == redirect.from);
        // A line of the lock alone asks for it.
        let owner = owner(&redirect.from, "alias").filter(|_| !written);
        problems.extend(owner.map(|owner| taken(&redirect.from, owner).in_file(LOCK).help("help-lock")));
    }
    for file in site.files.iter().filter(|file| file.used) {
        let owner = reserved.owner(file.path.as_str(), "file");
        let address = format!("/{}", file.path.as_str());
        problems.extend(owner.map(|owner| taken(&address, owner).in_file(&file.source).help("help-file")));
    }
    problems
}

fn taken(address: &str, owner: Owner<'_>) -> Diagnostic {
    Diagnostic::error(RULE).arg("address", address).arg("owner", owner.code()).arg("title", owner.title())
}
