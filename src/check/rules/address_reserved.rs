//! A document, a former address or a file wants to lie where the site itself puts something: the service worker, the
//! files of search, a feed, a list. Or two things that the site makes are declared at one address.

use std::collections::BTreeSet;

use crate::address::UrlPath;
use crate::artifact::{OutPath, file_of};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::model::routes::Clash;
use crate::model::{Goal, Owner, Page, Site};
use crate::schema::{KindIndex, VocabularyIndex};
use crate::source::Span;

const RULE: RuleId = RuleId("address-reserved");
/// Where former addresses are kept.
const LOCK: &str = "content/addresses.lock";

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let of_made = site.routes.clashes().filter(|clash| clash.owner.is_made());
    // One declaration spoils the first page of a list, its further pages and its feed: that is one mistake.
    let first = of_made.filter(|clash| Declared::by(clash.other.owner).is_none_or(|by| told.insert(by)));
    first.map(|clash| taken(site, clash)).collect()
}

/// The declaration that addresses come of.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Declared {
    Kind(KindIndex),
    Vocabulary(VocabularyIndex),
}

impl Declared {
    fn by(owner: Owner) -> Option<Self> {
        Some(match owner {
            Owner::List(kind, _)
            | Owner::Year(kind, ..)
            | Owner::Feed(Some(kind))
            | Owner::Data(kind, _)
            | Owner::AllHours(kind) => Self::Kind(kind),
            Owner::Vocabulary(vocabulary) | Owner::Terms(vocabulary, _) => Self::Vocabulary(vocabulary),
            Owner::Term(term, _) => Self::Vocabulary(term.vocabulary),
            _ => return None,
        })
    }

    fn span(self, site: &Site) -> Option<Span> {
        match self {
            Self::Kind(kind) => site.schema.kind(kind).list.as_ref().map(|list| list.span),
            Self::Vocabulary(vocabulary) => site.schema.vocabulary(vocabulary).span,
        }
    }
}

fn taken(site: &Site, clash: &Clash) -> Diagnostic {
    let (owner, other) = (clash.owner, &clash.other);
    let problem = Diagnostic::error(RULE).arg("address", &other.address);
    let problem = problem.arg("owner", owner.code()).arg("title", site.title_of(owner));
    match other.owner {
        Owner::Page(page) => problem.at(site.page(page).span).help("help"),
        Owner::File(file) => problem.in_file(&site.file(file).source).help("help-file"),
        Owner::Redirect(Goal::Page(page)) => match alias(site.page(page), &other.path) {
            Some(span) => problem.at(span).help("help-alias"),
            // A line of the lock alone asks for it.
            None => problem.in_file(LOCK).help("help-lock"),
        },
        owner => match Declared::by(owner).and_then(|declared| declared.span(site)) {
            Some(span) => problem.at(span).help("help-declared"),
            None => problem.in_file(LOCK).help("help-lock"),
        },
    }
}

/// Where a document gives the former address at which a file would lie.
pub(super) fn alias(page: &Page, path: &OutPath) -> Option<Span> {
    let lies = |address: &UrlPath| file_of(address.as_str()).is_some_and(|file| file == *path);
    page.former.iter().find(|(address, _)| lies(address)).map(|(_, span)| *span)
}
