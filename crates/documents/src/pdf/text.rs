//! Letters one after the other → the pieces of a paragraph: spaces that nobody wrote, words parted at ends of lines,
//! letters above the line, links.

use super::glyphs::{Glyph, Page};
use crate::model::{Mark, Paragraph, Piece};
use crate::symbols;

/// What hyphens at the ends of lines look like.
const HYPHENS: [char; 2] = ['-', '\u{2010}'];
const SOFT: char = '\u{ad}';

/// Whether something is a word of the language. It tells a word parted at the end of a line from one with a hyphen.
pub type Lexicon<'a> = &'a dyn Fn(&str) -> bool;

/// Writes paragraphs.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pages: &'a [Page],
    lexicon: Lexicon<'a>,
}

/// A letter by its page and its place there.
pub(super) type Spot = (usize, usize);

/// How high a letter stands beside the line.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Height {
    Even,
    Raised,
    Lowered,
}

/// A paragraph on its way.
#[derive(Default)]
struct Draft {
    pieces: Vec<Piece>,
    text: String,
    link: Option<(usize, usize)>,
    height: Option<Mark>,
    /// The page that begins before the next word.
    leaf: Option<usize>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pages: &'a [Page], lexicon: Lexicon<'a>) -> Self {
        Self { pages, lexicon }
    }

    pub(super) fn glyph(&self, spot: Spot) -> &'a Glyph {
        &self.pages[spot.0].glyphs[spot.1]
    }

    /// The paragraph that letters in the order of reading are.
    pub(super) fn paragraph(&self, spots: &[Spot]) -> Paragraph {
        Paragraph { pieces: self.pieces(spots), ..Paragraph::default() }
    }

    /// The words of letters in the order of reading.
    pub(super) fn words(&self, spots: &[Spot]) -> String {
        self.paragraph(spots).printed().trim().to_owned()
    }

    fn pieces(&self, spots: &[Spot]) -> Vec<Piece> {
        let mut draft = Draft::default();
        let mut line = Line::default();
        let mut page = None;
        for (place, spot) in spots.iter().enumerate() {
            let glyph = self.glyph(*spot);
            let step = line.step(spot.0, glyph);
            match step {
                Step::Same => {}
                Step::Gap => draft.space(),
                Step::Down => self.end_line(&mut draft, &spots[place..]),
            }
            if glyph.is_blank() {
                draft.space();
                continue;
            }
            if page.replace(spot.0) != Some(spot.0) {
                draft.leaf = Some(spot.0 + 1);
            }
            draft.turn();
            let height = line.height(glyph);
            draft.mark(glyph.link.map(|link| (spot.0, link)), height, self.pages);
            draft.text.extend(glyph.text.chars().map(sign));
            line.add(spot.0, glyph, height);
        }
        draft.finish()
    }

    /// The line ends here: a word goes on in the next one, or a space stands between the words.
    fn end_line(&self, draft: &mut Draft, rest: &[Spot]) {
        if draft.text.ends_with(SOFT) {
            draft.text.pop();
            return;
        }
        if !draft.text.ends_with(HYPHENS) {
            return draft.space();
        }
        let left = letters(draft.text.trim_end_matches(HYPHENS).chars().rev());
        let left: String = left.chars().rev().collect();
        let first = rest.first().map(|spot| self.glyph(*spot));
        let same_line = |spot: &&Spot| {
            first.is_some_and(|first| (self.glyph(**spot).y - first.y).abs() < 0.3 * first.size)
        };
        let next = rest.iter().take_while(same_line).flat_map(|spot| self.glyph(*spot).text.chars());
        let right = letters(next);
        let goes_on = right.chars().next().is_some_and(char::is_lowercase);
        if left.is_empty() || !goes_on {
            // A dash between words keeps its spaces; before capitals and figures a hyphen stays.
            if left.is_empty() && !right.is_empty() {
                draft.space();
            }
            return;
        }
        if (self.lexicon)(&format!("{left}{right}")) {
            draft.text.pop();
        }
    }
}

/// The letters that begin a text.
fn letters(text: impl Iterator<Item = char>) -> String {
    text.skip_while(|letter| letter.is_whitespace()).take_while(|letter| letter.is_alphabetic()).collect()
}

/// Signs of symbol fonts are dots; other spaces than the common one and that which does not break are common.
fn sign(letter: char) -> char {
    match letter {
        '\u{f000}'..='\u{f0ff}' => symbols::bullet(&letter.to_string()).chars().next().unwrap_or('•'),
        '\u{a0}' => letter,
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    }
}

/// How one letter comes to the next.
enum Step {
    Same,
    Gap,
    Down,
}

/// The line of the last letter.
#[derive(Default)]
struct Line {
    last: Option<Last>,
}

struct Last {
    page: usize,
    turn: u8,
    y: f64,
    size: f64,
    end: f64,
}

impl Line {
    fn step(&self, page: usize, glyph: &Glyph) -> Step {
        let Some(last) = &self.last else { return Step::Same };
        let size = last.size.max(glyph.size);
        if last.page != page || last.turn != glyph.turn || (glyph.y - last.y).abs() > 0.7 * size {
            return Step::Down;
        }
        let gap = glyph.x - last.end;
        if gap < -size {
            // Back to the left at about the same height: another column, a cell.
            return Step::Down;
        }
        if gap > 0.19 * size { Step::Gap } else { Step::Same }
    }

    fn height(&self, glyph: &Glyph) -> Height {
        let Some(last) = &self.last else { return Height::Even };
        if glyph.size > 0.87 * last.size || (glyph.x - last.end).abs() > last.size {
            return Height::Even;
        }
        let rise = last.y - glyph.y;
        if rise > 0.2 * last.size && rise < last.size {
            Height::Raised
        } else if rise < -0.08 * last.size && rise > -0.6 * last.size {
            Height::Lowered
        } else {
            Height::Even
        }
    }

    /// A letter that stands above or below its line leaves the line where it is.
    fn add(&mut self, page: usize, glyph: &Glyph, height: Height) {
        let (y, size) = match (&self.last, height) {
            (Some(last), Height::Raised | Height::Lowered) => (last.y, last.size),
            _ => (glyph.y, glyph.size),
        };
        self.last = Some(Last { page, turn: glyph.turn, y, size, end: glyph.end });
    }
}

impl Draft {
    fn space(&mut self) {
        let begins = self.pieces.is_empty() && self.text.is_empty();
        let spaced = if self.text.is_empty() {
            matches!(self.pieces.last(), Some(Piece::Text(text)) if text.ends_with(' '))
        } else {
            self.text.ends_with(' ')
        };
        if !begins && !spaced {
            self.text.push(' ');
        }
    }

    /// Marks where a page begins: between words, since the first word of a page may have begun on the last one.
    fn turn(&mut self) {
        let between = self.text.ends_with(' ')
            || self.text.is_empty()
                && matches!(self.pieces.last(), None | Some(Piece::Close | Piece::Leaf(_)));
        if between && let Some(leaf) = self.leaf.take() {
            self.flush();
            self.pieces.push(Piece::Leaf(leaf));
        }
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.pieces.push(Piece::Text(std::mem::take(&mut self.text)));
        }
    }

    /// Opens and closes what letters belong to; a letter beside the line is inside of a link.
    fn mark(&mut self, link: Option<(usize, usize)>, height: Height, pages: &[Page]) {
        let height = match height {
            Height::Even => None,
            Height::Raised => Some(Mark::Raised),
            Height::Lowered => Some(Mark::Lowered),
        };
        if self.link == link && self.height == height {
            return;
        }
        if self.height.take().is_some() {
            self.flush();
            self.pieces.push(Piece::Close);
        }
        if self.link != link {
            self.end_link();
            if let Some((page, place)) = link {
                self.flush();
                self.pieces.push(Piece::Open(Mark::Link(pages[page].links[place].1.clone())));
                self.link = link;
            }
        }
        if let Some(height) = height {
            self.flush();
            self.pieces.push(Piece::Open(height.clone()));
            self.height = Some(height);
        }
    }

    /// The space after a link is outside of it.
    fn end_link(&mut self) {
        if self.link.take().is_none() {
            return;
        }
        let spaced = self.text.ends_with(' ');
        if spaced {
            self.text.pop();
        }
        self.flush();
        self.pieces.push(Piece::Close);
        if spaced {
            self.text.push(' ');
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        while self.text.ends_with(' ') {
            self.text.pop();
        }
        self.mark(None, Height::Even, &[]);
        self.flush();
        self.pieces.extend(self.leaf.map(Piece::Leaf));
        self.pieces
    }
}
