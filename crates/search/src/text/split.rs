//! Taking a run apart: its atoms at successive positions, and the wholes that span several of them.
//!
//! `01-14/133-р` gives the atoms `01 14 133 р` and the wholes `01-14/133-р`, `01-14`, `133-р`; a whole stands
//! at the position of its first atom, so that phrases always can be followed along the atoms.

use super::fold::fold;
#[cfg(feature = "build")]
use super::fold::{compose, is_ignorable};
use super::scan::{is_alphanumeric, is_hyphen};

/// A matchable piece of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The folded form.
    pub(crate) form: String,
    /// The position inside the run, counted in atoms.
    pub(crate) offset: u32,
    /// Whether the piece spans several atoms.
    pub(crate) whole: bool,
}

struct Atom {
    text: String,
    digits: bool,
    /// What stands before the atom; `None` when nothing does.
    joiner: Option<char>,
}

/// Splits a run into its pieces, atoms and wholes, ordered by position.
pub(crate) fn split(run: &str) -> Vec<Piece> {
    let atoms = atoms(&fold(run));
    let mut pieces = Vec::with_capacity(atoms.len() + 1);
    let mut start = 0;
    while start < atoms.len() {
        let mut end = start + 1;
        while end < atoms.len() && joins(&atoms[start..end], &atoms[end]) {
            end += 1;
        }
        push_group(&atoms[start..end], start, &mut pieces);
        start = end;
    }
    pieces
}

/// Returns the atoms of a run as they are written, in the order of their positions.
#[cfg(feature = "build")]
pub(crate) fn written(run: &str) -> Vec<String> {
    let visible: String = compose(run).chars().filter(|&c| !is_ignorable(c)).collect();
    atoms(&visible).into_iter().map(|atom| atom.text).collect()
}

/// Counts the atoms among the pieces.
pub(crate) fn width(pieces: &[Piece]) -> u32 {
    pieces.iter().map(|piece| piece.offset + 1).max().unwrap_or(0)
}

fn atoms(folded: &str) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut joiner = None;
    for c in folded.chars() {
        if !is_alphanumeric(c) && !matches!(c, '\u{300}'..='\u{36f}') {
            joiner = Some(if is_hyphen(c) { '-' } else { c });
            continue;
        }
        let digits = c.is_numeric();
        match atoms.last_mut() {
            Some(last) if joiner.is_none() && last.digits == digits => last.text.push(c),
            _ => atoms.push(Atom { text: c.to_string(), digits, joiner }),
        }
        joiner = None;
    }
    atoms
}

/// Decides whether the atom belongs to the group before it.
fn joins(group: &[Atom], next: &Atom) -> bool {
    let Some(last) = group.last() else { return false };
    match next.joiner {
        Some('-') => true,
        Some('/') => last.digits || next.digits,
        Some('.') => last.digits && next.digits,
        Some(_) => false,
        None if last.digits => next.text.chars().count() <= 2,
        None => last.text.chars().count() >= 2,
    }
}

/// Groups stand one after the other, so each is put in order by itself: a run may have very many.
fn push_group(atoms: &[Atom], first: usize, pieces: &mut Vec<Piece>) {
    let mut own = Vec::with_capacity(atoms.len() + 1);
    push_whole(atoms, first, &mut own);
    for separator in ['/', '-'] {
        for part in parts(atoms, separator) {
            if part.1.len() < atoms.len() {
                push_whole(part.1, first + part.0, &mut own);
            }
        }
    }
    for (i, atom) in atoms.iter().enumerate() {
        own.push(Piece { form: atom.text.clone(), offset: (first + i) as u32, whole: false });
    }
    let mut seen = std::collections::HashSet::new();
    own.retain(|piece| seen.insert((piece.offset, piece.form.clone())));
    own.sort_by_key(|piece| (piece.offset, !piece.whole));
    pieces.append(&mut own);
}

/// Cuts the atoms where the separator joins them; each part with its index.
fn parts(atoms: &[Atom], separator: char) -> Vec<(usize, &[Atom])> {
    let mut parts = Vec::new();
    let mut start = 0;
    for i in 1..=atoms.len() {
        if i == atoms.len() || atoms[i].joiner == Some(separator) {
            parts.push((start, &atoms[start..i]));
            start = i;
        }
    }
    parts
}

fn push_whole(atoms: &[Atom], offset: usize, pieces: &mut Vec<Piece>) {
    if atoms.len() > 1 {
        let form = years(atoms).or_else(|| date(atoms)).unwrap_or_else(|| joined(atoms));
        pieces.push(Piece { form, offset: offset as u32, whole: true });
    }
}

fn joined(atoms: &[Atom]) -> String {
    let mut text = String::new();
    for (i, atom) in atoms.iter().enumerate() {
        if i > 0 {
            text.extend(atom.joiner);
        }
        text.push_str(&atom.text);
    }
    text
}

/// Writes every spelling of a school year alike: `2026-27` and `2026–2027` are `2026/2027`.
fn years(atoms: &[Atom]) -> Option<String> {
    let [from, to] = atoms else { return None };
    let start: u32 = from.text.parse().ok()?;
    let end: u32 = to.text.parse().ok()?;
    let full = if to.text.len() == 2 { start - start % 100 + end } else { end };
    let year = from.text.len() == 4 && matches!(to.text.len(), 2 | 4) && to.joiner != Some('.');
    (year && (1900..2200).contains(&start) && full == start + 1).then(|| format!("{start}/{full}"))
}

/// Writes every spelling of a date in digits alike: `1.9.2026` is `01.09.2026`.
fn date(atoms: &[Atom]) -> Option<String> {
    let [day, month, year] = atoms else { return None };
    let (d, m): (u32, u32) = (day.text.parse().ok()?, month.text.parse().ok()?);
    let y: u32 = year.text.parse().ok()?;
    let dots = month.joiner == Some('.') && year.joiner == Some('.');
    (dots && year.text.len() == 4 && (1..=31).contains(&d) && (1..=12).contains(&m))
        .then(|| format!("{d:02}.{m:02}.{y}"))
}

/// Rewrites a word of mixed scripts in Cyrillic, when all its Latin letters look like Cyrillic ones.
///
/// Word files are full of `ИМЦ` typed with a Latin `M`: nobody sees it, and nobody finds it.
pub(crate) fn unmixed(form: &str) -> Option<String> {
    let cyrillic = form.chars().any(|c| matches!(c, 'а'..='я'));
    let latin = form.chars().any(|c| c.is_ascii_lowercase());
    if !(cyrillic && latin) {
        return None;
    }
    form.chars().map(|c| if c.is_ascii_lowercase() { look_alike(c) } else { Some(c) }).collect()
}

fn look_alike(c: char) -> Option<char> {
    let (latin, cyrillic) = ("aeopcxykmthb", "аеорсхукмтнв");
    latin.chars().zip(cyrillic.chars()).find(|pair| pair.0 == c).map(|pair| pair.1)
}

#[cfg(test)]
mod tests {
    use super::{split, unmixed};

    fn shown(run: &str) -> String {
        split(run)
            .iter()
            .map(|p| format!("{}{}{}", p.form, if p.whole { "*" } else { "@" }, p.offset))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn words_and_marks_stay_whole_and_in_parts() {
        assert_eq!(shown("Учебно-методической"), "учебно-методической*0 учебно@0 методической@1");
        assert_eq!(shown("273-ФЗ"), "273-фз*0 273@0 фз@1");
        assert_eq!(shown("3.2.5"), "3.2.5*0 3@0 2@1 5@2");
        assert_eq!(shown("9а"), "9а*0 9@0 а@1");
        assert_eq!(shown("01-14/133-р"), "01-14/133-р*0 01-14*0 01@0 14/133*1 14@1 133-р*2 133@2 р@3");
    }

    #[test]
    fn numbers_glued_to_words_come_apart() {
        assert_eq!(shown("4.1Центр"), "4.1*0 4@0 1@1 центр@2");
        assert_eq!(shown("п.3.2"), "п@0 3.2*1 3@1 2@2");
        assert_eq!(shown("г.Кемерово"), "г@0 кемерово@1");
    }

    #[test]
    fn years_and_dates_have_one_spelling() {
        for year in ["2026/2027", "2026-2027", "2026–27", "2026/27"] {
            assert_eq!(split(year)[0].form, "2026/2027");
        }
        assert_eq!(split("1.9.2026")[0].form, "01.09.2026");
        assert_eq!(split("3.2.5")[0].form, "3.2.5");
    }

    #[test]
    fn look_alikes_are_read_as_cyrillic() {
        assert_eq!(unmixed("иmц").as_deref(), Some("имц"));
        assert_eq!(unmixed("центр"), None);
        assert_eq!(unmixed("xlsx"), None);
    }
}
