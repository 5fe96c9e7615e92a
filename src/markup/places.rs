//! Where the anchors of a text are: looked up for every link, so a link costs the same in a long text as in a short one.

use std::collections::HashMap;

use super::section::Section;
use super::translit;

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
