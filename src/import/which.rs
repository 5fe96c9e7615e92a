//! Which document of the site a source is: one that an import has made before, or another of the same title.
//!
//! An order of this year is no new text of the order of last year, so it never takes its place.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::requisites::Requisites;
use crate::text::key;

/// What the files of one call were made into, and which file each is of.
pub(crate) type Claimed = BTreeMap<PathBuf, PathBuf>;

/// Texts that share less are other texts. In percent.
const ALIKE: usize = 15;
/// No title has more documents.
const MOST: usize = 1000;

/// What stands under a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stands {
    /// Nothing.
    Nothing,
    /// Another document.
    Other,
    /// This document; how much of the text is the same, in percent.
    This(usize),
}

/// What tells a document from others of its title.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Marks {
    /// Its number.
    pub(crate) number: Option<String>,
    /// Its day.
    pub(crate) date: Option<Date>,
}

impl Marks {
    /// The number and the day that were read.
    pub(crate) fn of(requisites: &Requisites) -> Self {
        Self {
            number: requisites.number().map(|number| key(&number.value)),
            date: requisites.date().map(|date| date.value),
        }
    }

    /// Whether documents with these marks cannot be one. What one of them does not tell decides nothing.
    pub(crate) fn contradict(&self, other: &Self) -> bool {
        let number = matches!((&self.number, &other.number), (Some(a), Some(b)) if a != b);
        number || matches!((self.date, other.date), (Some(a), Some(b)) if a != b)
    }

    /// What may stand behind a name to tell the document from others of its title.
    pub(crate) fn endings(&self) -> Vec<String> {
        let year = self.date.map(|date| date.year().to_string());
        let number = self.number.as_deref().map(super::title::propose_id).filter(|number| !number.is_empty());
        let both = year.iter().zip(&number).map(|(year, number)| format!("{year}-{number}")).next();
        year.into_iter().chain(both).collect()
    }
}

/// The name of a document: where it stands already, else the first that is free.
pub(crate) fn name(
    wish: &str,
    endings: &[String],
    mut stands: impl FnMut(&str) -> anyhow::Result<Stands>,
) -> anyhow::Result<String> {
    let numbers = (2..MOST).map(|number| number.to_string());
    let more = endings.iter().cloned().chain(numbers).map(|ending| format!("{wish}-{ending}"));
    let (mut best, mut free) = (None, None);
    for (at, name) in std::iter::once(wish.to_owned()).chain(more).enumerate() {
        match stands(&name)? {
            Stands::This(100) => return Ok(name),
            Stands::This(share) if best.as_ref().is_none_or(|(most, _)| share > *most) => {
                best = Some((share, name));
            }
            Stands::Nothing if free.is_none() => free = Some(name),
            _ => {}
        }
        // Numbers are given in their order: behind a free place there is none.
        if free.is_some() && at >= endings.len() {
            break;
        }
    }
    Ok(best.map(|(_, name)| name).or(free).unwrap_or_else(|| wish.to_owned()))
}

/// Whether another file of this call was made into a document.
pub(crate) fn is_claimed(target: &Path, file: &Path, claimed: &Claimed) -> bool {
    claimed.get(target).is_some_and(|other| other != file)
}

/// What stands under a name, when its marks do not contradict: the same text, or another one.
pub(crate) fn compared(before: &str, now: &str) -> Stands {
    if before == now {
        return Stands::This(100);
    }
    let share = share(before, now).min(99);
    if share < ALIKE { Stands::Other } else { Stands::This(share) }
}

/// How much of the shorter of two texts stands in the other one, by three words that follow each other. In percent.
fn share(one: &str, other: &str) -> usize {
    let threes = |text: &str| -> HashSet<[String; 3]> {
        let words = super::words::words(&text.to_lowercase());
        words.windows(3).filter_map(|three| three.to_vec().try_into().ok()).collect()
    };
    let (one, other) = (threes(one), threes(other));
    let shorter = one.len().min(other.len());
    // So little may be said that nothing speaks against it.
    (one.intersection(&other).count() * 100).checked_div(shorter).unwrap_or(99)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_stands_where_it_is_most_alike_else_where_nothing_is() {
        let endings = ["2026".to_owned(), "2026-7".to_owned()];
        let find = |known: &[(&str, Stands)]| {
            let at = |name: &str| known.iter().find(|(known, _)| *known == name).map(|(_, stands)| *stands);
            name("a", &endings, |name| Ok(at(name).unwrap_or(Stands::Nothing))).unwrap()
        };
        assert_eq!(find(&[]), "a");
        assert_eq!(find(&[("a", Stands::Other)]), "a-2026");
        assert_eq!(find(&[("a", Stands::Other), ("a-2026", Stands::Other)]), "a-2026-7");
        assert_eq!(find(&[("a", Stands::Other), ("a-2026-7", Stands::This(40))]), "a-2026-7");
        assert_eq!(find(&[("a", Stands::This(30)), ("a-2026", Stands::This(90))]), "a-2026");
        let all = ["a", "a-2026", "a-2026-7", "a-2"].map(|name| (name, Stands::Other));
        assert_eq!(find(&all), "a-3");
    }

    #[test]
    fn texts_are_compared_by_what_they_share() {
        let text = "Школьный методический кабинет работает ежедневно и ведёт учёт посещений";
        assert_eq!(compared(text, text), Stands::This(100));
        assert!(matches!(compared(text, &text.replace("ежедневно", "по будням")), Stands::This(30..)));
        let other = "Смотр библиотек проходит в марте, его итоги подводит жюри из трёх человек";
        assert_eq!(compared(text, other), Stands::Other);
    }
}
