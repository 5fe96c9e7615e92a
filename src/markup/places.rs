//! Where the anchors of a text are: looked up for every link, so a link costs the same in a long text as in a short one.

use std::collections::HashMap;

use super::outline::{Outline, Section};
use super::{clause, translit};

/// The place of each anchor in the order of the text, and the section that it begins.
pub(super) type Places = HashMap<String, (usize, Option<usize>)>;

/// The places of the anchors, and the sections that they begin.
pub(super) fn of(anchors: &[String], sections: &[Section]) -> Places {
    let mut places: Places =
        anchors.iter().enumerate().map(|(place, anchor)| (anchor.clone(), (place, None))).collect();
    for (at, section) in sections.iter().enumerate() {
        if let Some(place) = places.get_mut(&section.anchor) {
            place.1 = Some(at);
        }
    }
    places
}

/// The anchors of the headings whose words make another one: numbered sections, and headings with an id of the
/// author's. The first of equal words is meant.
pub(super) fn by_words(sections: &[Section]) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for (at, section) in sections.iter().enumerate() {
        let wish = translit::anchor(&section.heading);
        if !wish.is_empty() && wish != section.anchor {
            words.entry(wish).or_insert(at);
        }
    }
    words
}

impl Outline {
    /// Finds the anchor that a fragment of a link means: an anchor as it is, the number of a clause or a section
    /// (`4.1.3`, `3`, `III`), how it is cited («п. 4.1», «раздел III»), or the words of a heading.
    #[must_use]
    pub(crate) fn anchor(&self, fragment: &str) -> Option<&str> {
        let fragment = fragment.trim();
        let number = fragment.trim_end_matches(['.', ')']);
        let words = translit::anchor(fragment);
        [fragment.to_owned(), format!("p-{number}"), format!("s-{number}")]
            .iter()
            .chain(&clause::wishes(number))
            .chain([&words])
            .find_map(|wish| self.places.get_key_value(wish))
            .map(|(anchor, _)| anchor.as_str())
            .or_else(|| self.words.get(&words).map(|at| self.sections[*at].anchor.as_str()))
    }

    /// The place of an anchor in the order of the text.
    #[must_use]
    pub(crate) fn place(&self, anchor: &str) -> Option<usize> {
        self.places.get(anchor).map(|(place, _)| *place)
    }

    /// The section that an anchor lies in, where the anchor itself tells it: its own, or that of an item or a
    /// further paragraph in it (`p-2.3-b9` in `p-2.3`).
    #[must_use]
    pub(crate) fn section(&self, anchor: &str) -> Option<&Section> {
        let mut wish = anchor;
        loop {
            if let Some((_, Some(section))) = self.places.get(wish) {
                return self.sections.get(*section);
            }
            wish = wish.rsplit_once('-')?.0;
        }
    }
}
