//! What a page draws: letters with their places, straight rules, and which of both belong to what.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, String as Bytes};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::strings;
use crate::limits::{DRAWN, RULES};

/// A letter (or several, in a ligature) where it stands. Lengths are in points, the origin is the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// What it says.
    pub(super) text: String,
    /// Where it begins along its line.
    pub(super) x: f64,
    /// Where it ends along its line.
    pub(super) end: f64,
    /// Its base line.
    pub(super) y: f64,
    /// The height of its type.
    pub(super) size: f64,
    /// Quarter turns of its line, clockwise; zero for what is read without turning the head.
    pub(super) turn: u8,
    /// To which piece of the structure it belongs.
    pub(super) owner: Owner,
    /// Where it leads: a place in [`Page::links`].
    pub(super) link: Option<usize>,
}

/// To what something drawn belongs.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Owner {
    /// Nobody said.
    Nobody,
    /// What stands at the top or foot of pages, and ornaments.
    Artifact,
    /// A piece of marked content, by its number on the page.
    Piece(i32),
}

/// A straight line along the page's edges.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Whether it runs from left to right.
    pub(super) level: bool,
    /// Where it lies: its height, or its distance from the left.
    pub(super) at: f64,
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
}

/// A page as it is drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its letters, in the order of drawing.
    pub(super) glyphs: Vec<Glyph>,
    /// Its rules.
    pub(super) rules: Vec<Rule>,
    /// Addresses to which it leads, with the places that lead there.
    pub(super) links: Vec<(Rect, String)>,
    /// How many letters are drawn whose file does not say what they are.
    pub(super) unread: usize,
    /// Whether a picture is shown.
    pub(super) pictured: bool,
    /// Its height.
    pub(super) height: f64,
}

impl Glyph {
    /// Whether nothing is seen of it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// Stops the drawing of what never ends. It is thrown past the interpreter, which knows no other way to stop.
pub(super) struct TooMuch;

/// Collects what is drawn.
pub(super) struct Collector {
    pub(super) page: Page,
    owners: Vec<(Owner, Option<Spoken>)>,
    seen: HashMap<(i64, i64), Vec<usize>>,
    left: usize,
}

/// A text that stands for all that is drawn until its end.
struct Spoken {
    text: String,
    said: bool,
}

impl Collector {
    /// Begins a page; so many things may still be drawn in the document.
    pub(super) fn new(height: f64, links: Vec<(Rect, String)>, left: usize) -> Self {
        let page = Page { height, links, ..Page::default() };
        Self { page, owners: Vec::new(), seen: HashMap::new(), left: left.min(DRAWN) }
    }

    /// How many things may still be drawn.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    fn count(&mut self, things: usize) {
        match self.left.checked_sub(things) {
            Some(left) => self.left = left,
            None => std::panic::resume_unwind(Box::new(TooMuch)),
        }
    }

    fn owner(&self) -> Owner {
        self.owners.last().map_or(Owner::Nobody, |(owner, _)| *owner)
    }

    /// What a glyph says: nothing where a text that stands for it was said already.
    fn said(&mut self, glyph: &Shape<'_>) -> Option<String> {
        if let Some(spoken) = self.owners.iter_mut().rev().find_map(|(_, spoken)| spoken.as_mut()) {
            let first = !std::mem::replace(&mut spoken.said, true);
            return Some(if first { spoken.text.clone() } else { String::new() });
        }
        match glyph.as_unicode()? {
            BfString::Char(letter) => Some(letter.to_string()),
            BfString::String(letters) => Some(letters),
        }
    }

    fn glyph(&mut self, glyph: &Shape<'_>, place: Affine) {
        let advance = match glyph {
            Shape::Outline(outline) => outline.advance_width(),
            Shape::Type3(drawn) => drawn.advance_width(),
        };
        let from = place * Point::ZERO;
        let to = place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
        let up = place * Point::new(0.0, 1000.0);
        let size = (up - from).hypot();
        if ![from.x, from.y, to.x, to.y, size].iter().all(|length| length.is_finite()) || size == 0.0 {
            return;
        }
        let Some(text) = self.said(glyph) else {
            self.page.unread += 1;
            return;
        };
        let text: String = text.chars().filter(|letter| *letter != '\0').collect();
        if text.is_empty() {
            return;
        }
        let (turn, x, y) = along(from, to);
        let end = x + (to - from).hypot();
        if self.is_doubled(&text, x, y, size) {
            return;
        }
        let middle = from.midpoint(to) + (up - from) * 0.3;
        let link = self.page.links.iter().position(|(area, _)| area.contains(middle));
        let owner = self.owner();
        self.page.glyphs.push(Glyph { text, x, end, y, size, turn, owner, link });
    }

    /// Whether the same letter is drawn once more at its place, to look bold or to cast a shadow.
    fn is_doubled(&mut self, text: &str, x: f64, y: f64, size: f64) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "a page is not so large")]
        let (column, row) = (x.round() as i64, y.round() as i64);
        for place in (-1..=1).flat_map(|right| (-1..=1).map(move |down| (column + right, row + down))) {
            let near = self.seen.get(&place).into_iter().flatten().map(|at| &self.page.glyphs[*at]);
            let mut same = near.filter(|glyph| glyph.text == text);
            if same.any(|glyph| (glyph.x - x).hypot(glyph.y - y) < 0.07 * size) {
                return true;
            }
        }
        self.seen.entry((column, row)).or_default().push(self.page.glyphs.len());
        false
    }

    fn rule(&mut self, from: Point, to: Point) {
        let (width, height) = ((from.x - to.x).abs(), (from.y - to.y).abs());
        if self.page.rules.len() >= RULES || !(width + height).is_finite() || width.max(height) < 6.0 {
            return;
        }
        if height < 1.0 {
            let (from, to, at) = (from.x.min(to.x), from.x.max(to.x), from.y.midpoint(to.y));
            self.page.rules.push(Rule { level: true, at, from, to });
        } else if width < 1.0 {
            let (from, to, at) = (from.y.min(to.y), from.y.max(to.y), from.x.midpoint(to.x));
            self.page.rules.push(Rule { level: false, at, from, to });
        }
    }

    /// A thin surface is a rule; of an outline each side is one.
    fn figure(&mut self, path: &BezPath, place: Affine, filled: bool) {
        if self.page.rules.len() >= RULES {
            return;
        }
        if filled {
            let area = place.transform_rect_bbox(path.bounding_box());
            if area.width().min(area.height()) < 3.0 {
                let middle = area.center();
                let level = area.width() > area.height();
                let (from, to) = if level {
                    (Point::new(area.x0, middle.y), Point::new(area.x1, middle.y))
                } else {
                    (Point::new(middle.x, area.y0), Point::new(middle.x, area.y1))
                };
                self.rule(from, to);
            }
            return;
        }
        let (mut first, mut last) = (Point::ZERO, Point::ZERO);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => (first, last) = (point, point),
                PathEl::LineTo(point) => {
                    self.rule(place * last, place * point);
                    last = point;
                }
                PathEl::ClosePath => {
                    self.rule(place * last, place * first);
                    last = first;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => last = point,
            }
        }
    }
}

/// The direction of a line of text, with the place of a letter along and across it.
fn along(from: Point, to: Point) -> (u8, f64, f64) {
    let (right, down) = (to.x - from.x, to.y - from.y);
    if right.abs() >= down.abs() {
        if right >= 0.0 { (0, from.x, from.y) } else { (2, -from.x, -from.y) }
    } else if down > 0.0 {
        (1, from.y, -from.x)
    } else {
        (3, -from.y, from.x)
    }
}

impl<'a> Device<'a> for Collector {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count(run.glyphs().len());
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(1 + path.elements().len());
        self.figure(path, props.transform, matches!(mode, DrawMode::Fill(_)));
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count(1);
        self.page.pictured = true;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let number = properties.and_then(|dict| dict.get::<i32>(b"MCID"));
        let owner = match (tag, number) {
            (b"Artifact", _) => Owner::Artifact,
            (_, Some(number)) => Owner::Piece(number),
            _ => self.owner(),
        };
        let spoken = properties.and_then(|dict| dict.get::<Bytes<'_>>(b"ActualText"));
        let spoken = spoken.map(|bytes| Spoken { text: strings::text(bytes.as_bytes()), said: false });
        self.owners.push((owner, spoken));
    }

    fn end_marked_content(&mut self) {
        self.owners.pop();
    }
}
