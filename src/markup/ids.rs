//! Ids that the page around a text has. No place of a text gets one of them, whatever its heading says or its author
//! wrote: the way past the menu must not lead into the middle of a text.

/// They are the same in every theme, so that a change of the theme moves no anchor; `docs/theme.md` lists them.
const OF_THE_PAGE: [&str; 11] = [
    "main",
    "content",
    "menu",
    "search",
    "top",
    "find-head",
    "citation",
    "toast",
    "backlinks-title",
    "izmeneniya",
    "spravka",
];

/// The ids of the page, to begin the ids of a text with.
pub(super) fn of_the_page() -> impl Iterator<Item = &'static str> {
    OF_THE_PAGE.into_iter()
}

/// Whether an id is one of the page.
pub(super) fn is_of_the_page(id: &str) -> bool {
    OF_THE_PAGE.contains(&id)
}
