//! The index of all pages by the first letters of their titles, and where each letter is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{Page, PageId, Pages};

/// The address of the map.
pub(super) const MAP: &str = "/map/";
/// An index with more pages than this is shown letter by letter.
const ON_ONE_PAGE: usize = 1500;

/// A letter of the index and its pages in the order of their titles.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// The letter; `0–9` for figures and signs.
    pub(crate) letter: &'static str,
    /// The address of its page, if it has one of its own.
    pub(crate) address: String,
    /// The pages.
    pub(crate) pages: Vec<PageId>,
}

/// The letters of the published pages: Russian ones, then Latin ones, then figures.
pub(in crate::model) fn letters<'a>(published: impl Iterator<Item = (PageId, &'a Page)>) -> Vec<Letter> {
    let mut by_letter = BTreeMap::<(bool, &'static str), Vec<(&str, PageId)>>::new();
    for (id, page) in published {
        let letter = letter_of(page);
        let key = (letter.is_ascii() || letter == "0–9", letter);
        by_letter.entry(key).or_default().push((&page.title_key, id));
    }
    let sorted = by_letter.into_iter().map(|((_, letter), mut pages)| {
        pages.sort();
        let pages = pages.into_iter().map(|(_, id)| id).collect();
        Letter { letter, address: format!("{MAP}{}/", anchor(letter)), pages }
    });
    sorted.collect()
}

/// The letters of before with some pages moved to their places of now. Nothing where a letter comes or goes.
pub(in crate::model) fn letters_anew(
    before: &[Letter],
    moved: &[PageId],
    (were, are): (&Pages, &Pages),
) -> Option<Vec<Letter>> {
    let mut letters = before.to_vec();
    let seen = |pages: &'_ Pages| -> Vec<(PageId, Arc<Page>)> {
        let there = moved.iter().filter_map(|id| Some((*id, Arc::clone(pages.get(*id)?))));
        there.filter(|(_, page)| page.is_published()).collect()
    };
    let place = |page: &Page| before.iter().position(|one| one.letter == letter_of(page));
    for (id, page) in seen(were) {
        letters[place(&page)?].pages.retain(|one| *one != id);
    }
    for (id, page) in seen(are) {
        let key = |id: &PageId| (&are[*id].title_key, *id);
        let stand = &mut letters[place(&page)?].pages;
        stand.insert(stand.partition_point(|one| key(one) < key(&id)), id);
    }
    letters.iter().all(|one| !one.pages.is_empty()).then_some(letters)
}

/// The letter under which a page stands.
fn letter_of(page: &Page) -> &'static str {
    first_letter(&page.title).unwrap_or("0–9")
}

/// Whether there are too many pages for one.
pub(super) fn alone(letters: &[Letter]) -> bool {
    letters.iter().map(|letter| letter.pages.len()).sum::<usize>() > ON_ONE_PAGE
}

/// Whether an index has the same pages of letters as another.
pub(in crate::model) fn are_found_alike(a: &[Letter], b: &[Letter]) -> bool {
    alone(a) == alone(b) && a.iter().map(|one| &one.address).eq(b.iter().map(|one| &one.address))
}

/// The place of a letter in the index, as a part of addresses: transliteration would take letters together.
pub(crate) fn anchor(letter: &str) -> String {
    match letter.chars().next() {
        Some(first @ 'А'..='Я') => format!("ru-{:02}", u32::from(first) - u32::from('А') + 1),
        Some(first) if first.is_ascii_alphabetic() => format!("en-{}", first.to_ascii_lowercase()),
        _ => "0-9".to_owned(),
    }
}

/// The letter under which a title stands in an index: `Ё` under `Е`, all figures under `0–9`.
pub(crate) fn first_letter(title: &str) -> Option<&'static str> {
    const LETTERS: [&str; 58] = [
        "А", "Б", "В", "Г", "Д", "Е", "Ж", "З", "И", "Й", "К", "Л", "М", "Н", "О", "П", "Р", "С", "Т", "У",
        "Ф", "Х", "Ц", "Ч", "Ш", "Щ", "Ъ", "Ы", "Ь", "Э", "Ю", "Я", "A", "B", "C", "D", "E", "F", "G", "H",
        "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
    ];
    let first = title.chars().find(|c| c.is_alphanumeric())?;
    if first.is_numeric() {
        return Some("0–9");
    }
    let upper = first.to_uppercase().next().map(|c| if c == 'Ё' { 'Е' } else { c })?;
    LETTERS.into_iter().find(|letter| letter.starts_with(upper))
}

#[cfg(test)]
mod tests {
    use super::first_letter;

    #[test]
    fn titles_stand_under_their_first_letter() {
        assert_eq!(first_letter("«Ёлка» для учителя"), Some("Е"));
        assert_eq!(first_letter("35 лет центру"), Some("0–9"));
        assert_eq!(first_letter("STEM"), Some("S"));
        assert_eq!(first_letter("…"), None);
    }
}
