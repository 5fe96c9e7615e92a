//! What is asked about a centre.

use super::Interview;
use crate::address::WebUrl;
use crate::legal::LegalProfile;

/// The answers that came with the command. What is missing is asked.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Given {
    /// The full name of the centre.
    pub name: Option<String>,
    /// Its short name.
    pub short_name: Option<String>,
    /// Its district or town.
    pub place: Option<String>,
    /// The address of the site.
    pub address: Option<String>,
}

/// A centre as far as its portal begins with it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Centre {
    /// The full name.
    pub(crate) name: String,
    /// The name in the head of every page.
    pub(crate) short_name: String,
    /// District or town; empty when nobody said.
    pub(crate) place: String,
    /// Where the site will be, if that is known.
    pub(crate) address: Option<String>,
    /// What it is before the law, if somebody knew.
    pub(crate) legal: Option<LegalProfile>,
    /// Its time zone by the IANA name; `None` when nobody said, which means Moscow's.
    pub(crate) zone: Option<&'static str>,
}

/// The zones of Russia by their hours after Moscow, each with its best known city.
const ZONES: [(i8, &str); 11] = [
    (-1, "Europe/Kaliningrad"),
    (0, "Europe/Moscow"),
    (1, "Europe/Samara"),
    (2, "Asia/Yekaterinburg"),
    (3, "Asia/Omsk"),
    (4, "Asia/Novosibirsk"),
    (5, "Asia/Irkutsk"),
    (6, "Asia/Yakutsk"),
    (7, "Asia/Vladivostok"),
    (8, "Asia/Magadan"),
    (9, "Asia/Kamchatka"),
];

/// What centres are: the key of the name, and what people call one in a word.
const SORTS: [(&str, &str); 3] = [
    ("Информационно-методический центр", "ИМЦ"),
    ("Методический кабинет", "Методкабинет"),
    ("Информационно-методический отдел", "Методический отдел"),
];

/// What centres are before the law, in the order in which it is asked.
const PROFILES: [LegalProfile; 3] =
    [LegalProfile::Dpo, LegalProfile::MunicipalEntity, LegalProfile::DepartmentUnit];

impl Centre {
    /// Asks what is missing. `None` when there is no name and nobody to tell it.
    pub(crate) fn ask(given: &Given, who: &mut dyn Interview) -> Option<Self> {
        let sort = if given.name.is_none() { sort(who) } else { None };
        let place = given.place.clone().or_else(|| who.ask("start-ask-place", &[])).unwrap_or_default();
        let usual = sort
            .map(|(name, _)| if place.is_empty() { name.to_owned() } else { format!("{name} ({place})") });
        let name = match (&given.name, usual) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some(usual)) => or_usual(who, "start-ask-name", usual),
            (None, None) => who.ask("start-ask-own-name", &[])?,
        };
        if name.is_empty() {
            return None;
        }
        let usual =
            sort.or_else(|| called(&name)).map_or_else(|| name.clone(), |(_, short)| short.to_owned());
        let short_name =
            given.short_name.clone().unwrap_or_else(|| or_usual(who, "start-ask-short-name", usual));
        let address = address(given.address.clone(), who);
        let zone = zone(who);
        let legal = legal(who);
        Some(Self { name, short_name, place, address, legal, zone })
    }
}

/// The sort of the centre by its number, or by a word of its name.
fn sort(who: &mut dyn Interview) -> Option<(&'static str, &'static str)> {
    let answer = who.ask("start-ask-sort", &[])?;
    let number = answer.trim_end_matches(['.', ')']).parse::<usize>().ok();
    number.and_then(|number| SORTS.get(number.checked_sub(1)?)).copied().or_else(|| called(&answer))
}

/// The sort that a name begins with, whatever its case.
fn called(name: &str) -> Option<(&'static str, &'static str)> {
    let name = name.to_lowercase();
    SORTS.into_iter().find(|(sort, _)| name.contains(&sort.to_lowercase()))
}

/// The answer, or what is usual where the question was passed over.
fn or_usual(who: &mut dyn Interview, key: &str, usual: String) -> String {
    let answer = who.ask(key, &[("usual", &usual)]).unwrap_or_default();
    if answer.is_empty() { usual } else { answer }
}

/// An address of the web, asked again until it is one or the question is passed over.
fn address(given: Option<String>, who: &mut dyn Interview) -> Option<String> {
    let mut answer = given.or_else(|| who.ask("start-ask-address", &[]))?;
    while !answer.is_empty() {
        let whole = if answer.contains("://") { answer } else { format!("https://{answer}") };
        if WebUrl::parse(&whole).is_ok() {
            return Some(whole);
        }
        who.say("start-no-address");
        answer = who.ask("start-ask-address", &[])?;
    }
    None
}

/// What the centre is before the law, by its number or name, asked again until it is one or the question is passed
/// over.
fn legal(who: &mut dyn Interview) -> Option<LegalProfile> {
    loop {
        let answer = who.ask("start-ask-legal", &[])?;
        if answer.is_empty() {
            return None;
        }
        let number = answer.trim_end_matches(['.', ')']).parse::<usize>().ok();
        let numbered = number.and_then(|number| PROFILES.get(number.checked_sub(1)?).copied());
        if let Some(profile) = numbered.or_else(|| LegalProfile::of(&answer)) {
            return Some(profile);
        }
        who.say("start-no-legal");
    }
}

/// The zone by the hours after Moscow, asked again until it is one or the question is passed over.
fn zone(who: &mut dyn Interview) -> Option<&'static str> {
    loop {
        let answer = who.ask("start-ask-zone", &[])?;
        if answer.is_empty() {
            return None;
        }
        let hours = answer.trim_start_matches('+').replace('−', "-").parse::<i8>().ok();
        if let Some((_, zone)) = hours.and_then(|hours| ZONES.into_iter().find(|(after, _)| *after == hours))
        {
            return Some(zone);
        }
        who.say("start-no-zone");
    }
}
