//! What is said of the centre, or of its heads, in two places and not alike: readers would not know which to believe.
//!
//! What can be meant as the same counts as the same: an address with a room, an index or a town more, a name with a word
//! more. A contradiction is told only where nobody could take both for true.

use std::collections::{BTreeMap, BTreeSet};

use crate::address::{self, Contact};
use crate::behaviour::Reach;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{FieldPath, Typed, Values};
use crate::legal::{Fact, Heads};
use crate::model::{Page, Site};
use crate::text::key;

const DIFFERS: RuleId = RuleId("legal-differs");
const HEAD_DIFFERS: RuleId = RuleId("legal-head-differs");

/// A postal index has so many digits; an address is often told without it.
const INDEX: usize = 6;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let Some((profile, _)) = site.config.legal else { return Vec::new() };
    let mut problems = Vec::new();
    let mut people = None;
    for (_, page) in site.published() {
        let kind = site.schema.kind(page.kind);
        if kind.due.is_of(profile) {
            let told = |path: &str| at(&page.fields, path);
            problems.extend(
                kind.due.repeats.iter().filter_map(|(fact, path)| differs(site, *fact, &told(path), true)),
            );
            if let Some(heads) = &kind.due.heads {
                let people = people.get_or_insert_with(|| People::of(site));
                problems.extend(of_heads(site, page, heads, people));
            }
        }
        if let Some(reach) = kind.behaviours.reach().filter(|reach| is_centre(site, page, reach)) {
            let facts =
                [(Fact::Phone, &reach.phone), (Fact::Email, &reach.email), (Fact::Address, &reach.address)];
            problems.extend(facts.into_iter().filter_map(|(fact, path)| {
                let told = path.as_ref()?.typed(&page.fields)?;
                differs(site, fact, &[told], false)
            }));
        }
    }
    problems
}

/// What a document has at a path, all items of lists included.
fn at<'v>(values: &'v Values, path: &str) -> Vec<&'v Typed> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let Some(typed) = values.get(name) else { return Vec::new() };
    let items = typed.value.list().map_or_else(|| vec![typed], |items| items.iter().collect());
    match rest {
        None => items,
        Some(rest) => items
            .into_iter()
            .filter_map(|item| item.value.fields())
            .flat_map(|inner| at(inner, rest))
            .collect(),
    }
}

/// Whether a page of an organization is about the centre itself: its site is this one.
fn is_centre(site: &Site, page: &Page, reach: &Reach) -> bool {
    let own = reach.site.as_ref().and_then(|path| path.value(&page.fields));
    let home = format!("{}{}", site.config.origin, site.config.base_path);
    own.is_some_and(|own| bare(&own.label(site)).eq_ignore_ascii_case(bare(&home)))
}

/// An address without what does not tell one site from another.
fn bare(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/')
}

/// What one place says of the centre otherwise than the settings: readers see these at the foot of every page.
fn differs(site: &Site, fact: Fact, told: &[&Typed], several: bool) -> Option<Diagnostic> {
    let centre = &site.config.organization;
    let of = |contact: &Option<Contact>| contact.as_ref().map(|contact| contact.text.clone());
    let there = match fact {
        Fact::Phone => of(&centre.phone),
        Fact::Email => of(&centre.email),
        Fact::Address => Some(centre.address.clone()),
        Fact::Founder => Some(centre.founder.clone()),
    };
    let there = there.filter(|there| !there.is_empty())?;
    let here: Vec<(&Typed, String)> = told.iter().map(|typed| (*typed, typed.value.label(site))).collect();
    let agrees = |here: &str| match fact {
        Fact::Phone => reached(here, &there, address::phone),
        Fact::Email => reached(here, &there, address::mail),
        Fact::Address => Some(same_place(here, &there)),
        Fact::Founder => Some(same_words(here, &there)),
    };
    let judged: Vec<bool> = here.iter().filter_map(|(_, here)| agrees(here)).collect();
    if judged.is_empty() || judged.contains(&true) {
        return None;
    }
    let (typed, words) = here.first()?;
    let problem = Diagnostic::warning(DIFFERS).at(typed.span).arg("fact", fact.name());
    let both = several && matches!(fact, Fact::Phone | Fact::Email);
    Some(problem.arg("here", words).arg("there", there).help(if both { "help-both" } else { "help" }))
}

/// Whether two lead to the same telephone or mailbox; nothing of what is neither, such as «нет».
fn reached(here: &str, there: &str, read: fn(&str) -> Option<Contact>) -> Option<bool> {
    let (here, there) = (read(here.trim())?, read(there.trim())?);
    Some(here.href.eq_ignore_ascii_case(&there.href))
}

/// The words of a text in a form that compares.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(key).collect()
}

/// Whether one says all that the other says.
fn same_words(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    one.is_subset(&other) || other.is_subset(&one)
}

/// Whether two addresses may be of one place: one names no name that the other lacks, and they share a number.
fn same_place(one: &str, other: &str) -> bool {
    let parts = |text: &str| {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_index = |word: &&str| word.len() == INDEX && word.bytes().all(|byte| byte.is_ascii_digit());
        let (numbers, words): (Vec<&str>, Vec<&str>) = words
            .filter(|word| !is_index(word))
            .partition(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
        let names = words.into_iter().filter(|word| word.starts_with(char::is_uppercase));
        (names.map(key).collect::<BTreeSet<_>>(), numbers.into_iter().map(key).collect::<BTreeSet<_>>())
    };
    let ((names, numbers), (other_names, other_numbers)) = (parts(one), parts(other));
    let named = names.is_subset(&other_names) || other_names.is_subset(&names);
    named && (numbers.is_empty() || other_numbers.is_empty() || !numbers.is_disjoint(&other_numbers))
}

/// The people of the site who work at the centre or are called by their names.
struct People<'s> {
    by_name: BTreeMap<String, (&'s Page, &'s Reach)>,
    by_post: BTreeMap<String, Vec<(&'s Page, String)>>,
}

impl<'s> People<'s> {
    fn of(site: &'s Site) -> Self {
        let mut people = Self { by_name: BTreeMap::new(), by_post: BTreeMap::new() };
        for (_, page) in site.published() {
            let Some(reach) = site.schema.kind(page.kind).behaviours.reach() else { continue };
            let (Some(post), Some(name)) = (&reach.post, name(&page.title)) else { continue };
            let staff = reach.staff.as_ref().and_then(|path| path.value(&page.fields)?.flag());
            if let (Some(true), Some(post)) = (staff, post.value(&page.fields)) {
                people.by_post.entry(key(&post.label(site))).or_default().push((page, name.clone()));
            }
            people.by_name.insert(name, (page, reach));
        }
        people
    }
}

/// A name of a person in a form that compares, whatever its order; nothing of a post or of initials.
fn name(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let is_part = |part: &&str| {
        part.starts_with(char::is_uppercase)
            && part.chars().skip(1).any(char::is_lowercase)
            && part.chars().all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let is_name = (2..=4).contains(&parts.len()) && parts.iter().all(is_part);
    is_name.then(|| {
        parts.into_iter().map(key).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ")
    })
}

/// What is said of heads otherwise than on their own pages.
fn of_heads(site: &Site, page: &Page, heads: &Heads, people: &People<'_>) -> Vec<Diagnostic> {
    let records: Vec<&Typed> = heads.groups.iter().flat_map(|group| at(&page.fields, group)).collect();
    let records: Vec<&Values> = records.into_iter().filter_map(|record| record.value.fields()).collect();
    let names: BTreeSet<String> =
        records.iter().filter_map(|record| name(&record.get(&heads.name)?.value.label(site))).collect();
    let mut problems = Vec::new();
    for record in records {
        let Some((said, named)) =
            record.get(&heads.name).and_then(|said| Some((said, name(&said.value.label(site))?)))
        else {
            continue;
        };
        if let Some(page) = people.by_name.get(&named) {
            problems.extend(of_one(site, record, heads, *page));
            continue;
        }
        let post = record.get(&heads.post).map(|post| key(&post.value.label(site)));
        let others = post.and_then(|post| people.by_post.get(&post));
        let other = others.and_then(|others| others.iter().find(|(_, name)| !names.contains(name)));
        problems.extend(
            other.map(|(there, _)| told("head", said, &said.value.label(site), &there.title, &there.title)),
        );
    }
    problems
}

/// What a record says of somebody otherwise than his or her page.
fn of_one(site: &Site, record: &Values, heads: &Heads, (page, reach): (&Page, &Reach)) -> Vec<Diagnostic> {
    let parts: [(&str, &str, &Option<FieldPath>); 3] = [
        ("post", &heads.post, &reach.post),
        ("phone", &heads.phone, &reach.phone),
        ("email", &heads.email, &reach.email),
    ];
    let differs = |(fact, part, path): (&str, &str, &Option<FieldPath>)| {
        let (said, there) = (record.get(part)?, path.as_ref()?.value(&page.fields)?);
        let (here, there) = (said.value.label(site), there.label(site));
        let same = match fact {
            "phone" => reached(&here, &there, address::phone)?,
            "email" => reached(&here, &there, address::mail)?,
            _ => same_words(&here, &there),
        };
        (!same).then(|| told(fact, said, &here, &there, &page.title))
    };
    parts.into_iter().filter_map(differs).collect()
}

fn told(fact: &str, said: &Typed, here: &str, there: &str, page: &str) -> Diagnostic {
    let problem = Diagnostic::warning(HEAD_DIFFERS).at(said.span).arg("fact", fact);
    problem.arg("here", here).arg("there", there).arg("page", page).help("help")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_may_be_of_one_place_are_no_contradiction() {
        for (one, other) in [
            ("000000, Примерная ул., д. 10", "Примерная ул., д. 10, каб. 201–206"),
            ("г. Примерск, ул. Примерная, 10", "ул. Примерная, д. 10"),
            ("Примерная ул., д. 10", "Примерная улица, дом 10"),
            ("Примерная ул.", "Примерная ул., д. 10"),
        ] {
            assert!(same_place(one, other) && same_place(other, one), "{one} | {other}");
        }
        for (one, other) in [
            ("Примерная ул., д. 10", "Примерная ул., д. 12"),
            ("г. Примерск, ул. Новая, 10", "г. Примерск, ул. Старая, 10"),
        ] {
            assert!(!same_place(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn a_name_is_no_post_and_has_no_order() {
        assert_eq!(name("Фамилия Имя Отчество"), name("Имя Отчество Фамилия"));
        assert!(name("Фамилия Имя Отчество").is_some());
        for post in ["Директор", "Директор ИМЦ (пример)", "Фамилия И. О.", "методист по математике", "нет"]
        {
            assert_eq!(name(post), None, "{post}");
        }
    }
}
