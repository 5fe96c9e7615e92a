//! Where a page of a printed document begins within its text: a place with a word that says which page it is.

/// How the places are called; the number of the page stands behind it.
const ANCHOR: &str = "stranica-";

/// The mark of a page, as it stands in a text.
pub(crate) fn mark(page: usize) -> String {
    format!("{}{page}\"></span>", head())
}

/// The place of a page in the text.
pub(crate) fn anchor(page: usize) -> String {
    format!("{ANCHOR}{page}")
}

/// The page that a piece of raw HTML begins.
pub(super) fn page(html: &str) -> Option<usize> {
    html.strip_prefix(&head())?.strip_suffix("\">")?.parse().ok()
}

fn head() -> String {
    format!("<span class=\"leaf\" id=\"{ANCHOR}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_written() {
        let written = mark(12);
        assert_eq!(page(written.trim_end_matches("</span>")), Some(12));
        assert!(written.contains(&format!("id=\"{}\"", anchor(12))));
        assert_eq!(page("<span class=\"leaf\" id=\"stranica-1 onclick=\">"), None);
    }
}
