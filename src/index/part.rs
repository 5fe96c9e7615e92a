//! A part of a text, as search sees it.

use kabinet_search::SectionDocument;

use crate::markup::Section;

/// Characters of a section's heading that its clauses bear.
const LONGEST_HEADING: usize = 300;

/// The part with this plain text, its heading as it is printed: a number before it, a clause with that of its section.
pub(super) fn of(section: &Section, all: &[Section], text: String) -> SectionDocument {
    // Each clause bears the heading of its section: of a heading as long as a text only the beginning.
    let parent = section.parent.and_then(|at| all.get(at)).map_or("", |parent| parent.heading.as_str());
    let parent = parent.char_indices().nth(LONGEST_HEADING).map_or(parent, |(end, _)| &parent[..end]);
    let heading = match (&section.number, section.heading.as_str()) {
        (Some(number), "") => format!("{number}. {parent}"),
        (Some(number), heading) => format!("{number}. {heading}"),
        (None, heading) => heading.to_owned(),
    };
    SectionDocument { anchor: section.anchor.clone(), heading: heading.trim().to_owned(), text }
}
