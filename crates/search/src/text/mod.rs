//! From text to matchable pieces: folding, finding runs, taking them apart.

pub(crate) mod codepage;
mod fold;
mod letters;
mod scan;
mod split;
mod surface;

pub(crate) use fold::fold;
use fold::fold_russian;
pub(crate) use scan::{is_hyphen, runs};
#[cfg(feature = "build")]
pub(crate) use split::written;
pub(crate) use split::{Piece, split, unmixed, width};
pub(crate) use surface::Surface;

/// The first letter of the mark that stands for a clause: `§3.2.5`.
pub(crate) const CLAUSE: char = '§';
/// The first letter of the mark that stands for a number after `№`.
pub(crate) const NUMBER: char = '№';

/// Returns all pieces of a run: its own, the reading in one script, the numbered whole.
pub(crate) fn pieces(text: &str, numbered: bool) -> Vec<Piece> {
    if !numbered && let Some(form) = fold_russian(text) {
        // One word, of which nothing is to be taken apart.
        return vec![Piece { form, offset: 0, whole: false }];
    }
    let mut pieces = split(text);
    let mended: Vec<Piece> =
        pieces.iter().filter_map(|p| unmixed(&p.form).map(|form| Piece { form, ..p.clone() })).collect();
    pieces.extend(mended);
    if numbered && let Some(first) = pieces.first() {
        let form = format!("{NUMBER}{}", first.form);
        pieces.insert(0, Piece { form, offset: 0, whole: true });
    }
    pieces
}

/// Reads the clause number of a section from its anchor (`p-3.2.5`, `s-3`) or its heading (`3.2.5. …`).
pub(crate) fn clause_number(anchor: &str, heading: &str) -> Option<String> {
    let is_number = |s: &str| {
        s.starts_with(|c: char| c.is_ascii_digit()) && s.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let from_anchor = anchor.strip_prefix("p-").or_else(|| anchor.strip_prefix("s-"));
    if let Some(number) = from_anchor {
        return is_number(number).then(|| number.to_owned());
    }
    let heading = heading.trim_start_matches("п.").trim_start();
    let number = heading.split_whitespace().next()?.trim_end_matches(['.', ')']);
    (is_number(number) && number.len() <= 12).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::clause_number;

    #[test]
    fn clauses_are_read_from_anchors_and_headings() {
        assert_eq!(clause_number("p-3.2.5", "").as_deref(), Some("3.2.5"));
        assert_eq!(clause_number("s-3", "III. Содержание").as_deref(), Some("3"));
        assert_eq!(clause_number("p-2.3-b9", "2.3"), None);
        assert_eq!(clause_number("", "п. 4.1. Управление").as_deref(), Some("4.1"));
        assert_eq!(clause_number("celi", "Цели"), None);
    }
}
