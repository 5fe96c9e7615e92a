//! Letters of a page → lines, columns and paragraphs, by where they stand: what is left when a file says nothing of
//! its structure.

use super::text::{Spot, Writer};

/// Letters at one height without a gap between them that could be one of columns.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) spots: Vec<Spot>,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// How far apart columns stand.
struct Apart {
    /// What is nearer to each other in a row is not parted by it, in heights of type.
    words: f64,
    /// What must be free in all rows, in heights of type.
    free: f64,
    /// So many lines on both sides are columns.
    lines: usize,
}

/// A wide gap parts what stands side by side in few lines.
const WIDE: Apart = Apart { words: 1.6, free: 1.0, lines: 4 };

/// TeX and browsers leave one height of type between columns. Words of a line that fills its width stand as far apart
/// here and there, but not in one place of many lines.
const NARROW: Apart = Apart { words: 0.7, free: 0.7, lines: 10 };

/// The two sides begin so many rows one after the other at most, where it is the right one that begins: what stands
/// above is a block at the right side, and no column.
const AHEAD: usize = 2;

/// Columns are not looked for among more rows than this: no page has so many.
const MOST: usize = 300;

/// The paragraphs of letters of one page, in the order of reading.
pub(super) fn paragraphs(writer: Writer<'_>, spots: &[Spot]) -> Vec<Vec<Spot>> {
    let mut found = Vec::new();
    for turn in 0..4 {
        let turned: Vec<Spot> =
            spots.iter().copied().filter(|spot| writer.glyph(*spot).turn == turn).collect();
        for column in columns(rows(writer, &turned), 0) {
            found.extend(parted(writer, &column));
        }
    }
    found
}

/// Rows from top to bottom, each with its segments from left to right.
fn rows(writer: Writer<'_>, spots: &[Spot]) -> Vec<Vec<Segment>> {
    let mut sorted: Vec<Spot> =
        spots.iter().copied().filter(|spot| !writer.glyph(*spot).is_blank()).collect();
    sorted.sort_by(|one, other| writer.glyph(*one).y.total_cmp(&writer.glyph(*other).y));
    let mut rows: Vec<(f64, f64, Vec<Spot>)> = Vec::new();
    for spot in sorted {
        let glyph = writer.glyph(spot);
        match rows.last_mut() {
            Some((y, size, row)) if glyph.y - *y < 0.45 * size.min(glyph.size * 1.6) => {
                if glyph.size > *size {
                    (*y, *size) = (glyph.y, glyph.size);
                }
                row.push(spot);
            }
            _ => rows.push((glyph.y, glyph.size, vec![spot])),
        }
    }
    let rows = beside(writer, rows);
    rows.into_iter().map(|(y, size, row)| segments(writer, row, y, size)).collect()
}

/// Small letters above or below a line belong to it.
fn beside(writer: Writer<'_>, rows: Vec<(f64, f64, Vec<Spot>)>) -> Vec<(f64, f64, Vec<Spot>)> {
    let touches = |small: &(f64, f64, Vec<Spot>), line: &(f64, f64, Vec<Spot>)| {
        small.1 < 0.87 * line.1
            && (small.0 - line.0).abs() < 0.6 * line.1
            && small.2.iter().all(|spot| {
                let glyph = writer.glyph(*spot);
                let mut near = line.2.iter().map(|spot| writer.glyph(*spot));
                near.any(|of_line| (glyph.x - of_line.end).abs() < of_line.size)
            })
    };
    let mut joined: Vec<(f64, f64, Vec<Spot>)> = Vec::new();
    for mut row in rows {
        match joined.last_mut() {
            Some(last) if touches(last, &row) => {
                row.2.append(&mut last.2);
                *last = row;
            }
            Some(last) if touches(&row, last) => last.2.append(&mut row.2),
            _ => joined.push(row),
        }
    }
    joined
}

fn segments(writer: Writer<'_>, mut row: Vec<Spot>, y: f64, size: f64) -> Vec<Segment> {
    row.sort_by(|one, other| writer.glyph(*one).x.total_cmp(&writer.glyph(*other).x));
    let mut found: Vec<Segment> = Vec::new();
    for spot in row {
        let glyph = writer.glyph(spot);
        match found.last_mut() {
            Some(last) if glyph.x - last.end < NARROW.words * size => {
                last.spots.push(spot);
                last.end = last.end.max(glyph.end);
            }
            _ => found.push(Segment { spots: vec![spot], x: glyph.x, end: glyph.end, y, size }),
        }
    }
    found
}

/// Columns of print side by side are read one after the other; what spans them parts them from what comes below.
fn columns(rows: Vec<Vec<Segment>>, depth: usize) -> Vec<Vec<Segment>> {
    let mut found: Vec<Vec<Segment>> = Vec::new();
    let mut plain: Vec<Segment> = Vec::new();
    let mut rest = rows.as_slice();
    while let Some((row, after)) = rest.split_first() {
        let zone = if depth < 4 && rows.len() < MOST { zone(rest) } else { None };
        let Some((length, gutter)) = zone else {
            plain.push(whole(row));
            rest = after;
            continue;
        };
        if !plain.is_empty() {
            found.push(std::mem::take(&mut plain));
        }
        let side = |left: bool| -> Vec<Vec<Segment>> {
            let of = |row: &Vec<Segment>| {
                row.iter().filter(|segment| (segment.x < gutter) == left).cloned().collect::<Vec<_>>()
            };
            rest[..length].iter().map(of).filter(|row| !row.is_empty()).collect()
        };
        for side in [side(true), side(false)] {
            found.extend(columns(side, depth + 1));
        }
        rest = &rest[length..];
    }
    if !plain.is_empty() {
        found.push(plain);
    }
    found
}

/// All segments of a row as one: a label and its text, an office and a name.
fn whole(row: &[Segment]) -> Segment {
    let spots = row.iter().flat_map(|segment| segment.spots.iter().copied()).collect();
    let (first, last) = (&row[0], &row[row.len() - 1]);
    Segment { spots, x: first.x, end: last.end, y: first.y, size: first.size }
}

/// How many rows from the first on stand in two columns, and where the gap between them lies.
fn zone(rows: &[Vec<Segment>]) -> Option<(usize, f64)> {
    // Short lines leave a wide gap above lines that fill their column: the longer of the two is the whole of it.
    [WIDE, NARROW].iter().filter_map(|apart| zone_of(rows, apart)).max_by_key(|(length, _)| *length)
}

fn zone_of(rows: &[Vec<Segment>], apart: &Apart) -> Option<(usize, f64)> {
    let segments = || rows.iter().flatten();
    let from = segments().map(|segment| segment.x).fold(f64::INFINITY, f64::min);
    let to = segments().map(|segment| segment.end).fold(f64::NEG_INFINITY, f64::max);
    let mut free = vec![(from, to)];
    let mut length = 0;
    for row in rows {
        let taken = runs(row, apart);
        let mut next: Vec<(f64, f64)> = free.iter().flat_map(|gap| without(*gap, &taken)).collect();
        next.retain(|(from, to)| to - from >= apart.free * row[0].size);
        if next.is_empty() {
            break;
        }
        free = next;
        length += 1;
    }
    let middles = free.into_iter().map(|(from, to)| from.midpoint(to));
    let mut found = middles.filter_map(|gutter| Some((judged(&rows[..length], gutter, apart)?, gutter)));
    found.next()
}

/// From where to where a row is taken, what is near counted as one.
fn runs(row: &[Segment], apart: &Apart) -> Vec<(f64, f64)> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    for segment in row {
        match found.last_mut() {
            Some((_, end)) if segment.x - *end < apart.words * segment.size => *end = end.max(segment.end),
            _ => found.push((segment.x, segment.end)),
        }
    }
    found
}

/// What is left of a gap where something is taken.
fn without(gap: (f64, f64), taken: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut left = vec![gap];
    for (begin, end) in taken {
        let cut = |(from, to): (f64, f64)| {
            if *end <= from || *begin >= to {
                return vec![(from, to)];
            }
            vec![(from, *begin), (*end, to)]
        };
        left = left.into_iter().flat_map(cut).collect();
    }
    left
}

/// How many of the rows are two columns on both sides of a gap, if they are. Lines of the two need not stand at the
/// same heights: one paragraph more on one side, and they do not.
fn judged(rows: &[Vec<Segment>], gutter: f64, apart: &Apart) -> Option<usize> {
    let (mut lefts, mut rights) = (Side::default(), Side::default());
    for (place, row) in rows.iter().enumerate() {
        let (left, right): (Vec<_>, Vec<_>) = row.iter().partition(|segment| segment.x < gutter);
        lefts.add(place, &left);
        rights.add(place, &right);
    }
    let (from, to) = (lefts.first()?.max(rights.first()?), lefts.last()?.min(rights.last()?));
    let (left, right) = (lefts.between(from, to), rights.between(from, to));
    let beside = (to + 1).saturating_sub(from);
    let both = left.min(right) >= apart.lines && left.min(right) * 3 >= beside && beside * 2 > to;
    // Labels beside their texts are no column.
    let even = lefts.width.min(rights.width) > 0.5 * lefts.width.max(rights.width);
    (both && even && lefts.first()? <= AHEAD).then_some(rows.len())
}

/// What stands on one side of a gap.
#[derive(Default)]
struct Side {
    /// The rows that have something there.
    places: Vec<usize>,
    /// The widest of it.
    width: f64,
}

impl Side {
    fn add(&mut self, place: usize, segments: &[&Segment]) {
        if !segments.is_empty() {
            self.places.push(place);
            self.width = self.width.max(width(segments));
        }
    }

    fn first(&self) -> Option<usize> {
        self.places.first().copied()
    }

    fn last(&self) -> Option<usize> {
        self.places.last().copied()
    }

    fn between(&self, from: usize, to: usize) -> usize {
        self.places.iter().filter(|place| (from..=to).contains(*place)).count()
    }
}

fn width(segments: &[&Segment]) -> f64 {
    let from = segments.iter().map(|segment| segment.x).fold(f64::INFINITY, f64::min);
    let to = segments.iter().map(|segment| segment.end).fold(f64::NEG_INFINITY, f64::max);
    (to - from).max(0.0)
}

/// Lines of a column → paragraphs.
fn parted(writer: Writer<'_>, lines: &[Segment]) -> Vec<Vec<Spot>> {
    let right = lines.iter().map(|line| line.end).fold(0.0, f64::max);
    let leading = leading(lines);
    let mut found: Vec<Vec<Spot>> = Vec::new();
    let mut body: Option<f64> = None;
    for (place, line) in lines.iter().enumerate() {
        let before = place.checked_sub(1).map(|place| &lines[place]);
        let goes_on = before.is_some_and(|before| {
            // The first line of a paragraph may be indented, never the second.
            let aligned = match body {
                Some(body) => (line.x - body).abs() < 0.6 * line.size,
                None => line.x < before.x + 0.6 * line.size,
            };
            aligned
                && line.y - before.y < 1.35 * leading.clamp(1.1 * line.size, 3.0 * line.size)
                && (line.size - before.size).abs() < 0.15 * line.size
                && is_full(writer, before, line, right)
                && !begins(writer, before, line)
        });
        if goes_on {
            body = Some(line.x);
            if let Some(last) = found.last_mut() {
                last.extend(&line.spots);
            }
        } else {
            body = None;
            found.push(line.spots.clone());
        }
    }
    found
}

/// The common distance of lines.
fn leading(lines: &[Segment]) -> f64 {
    let mut steps: Vec<f64> =
        lines.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|step| *step > 0.0).collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(0.0)
}

/// Whether a line ends because the next word had no room, and not because the paragraph ends.
fn is_full(writer: Writer<'_>, line: &Segment, next: &Segment, right: f64) -> bool {
    let first = next.spots.first().map_or(next.x, |spot| writer.glyph(*spot).x);
    let mut end = first;
    for pair in next.spots.windows(2) {
        let (glyph, after) = (writer.glyph(pair[0]), writer.glyph(pair[1]));
        end = glyph.end;
        if after.x - glyph.end > 0.19 * next.size {
            break;
        }
        end = after.end;
    }
    let hyphen =
        line.spots.last().is_some_and(|spot| writer.glyph(*spot).text.ends_with(['-', '\u{ad}', '\u{2010}']));
    hyphen || line.end + 0.25 * line.size + (end - first) > right - 0.6 * line.size
}

/// Whether a line begins an item of a list after a line that may end one.
fn begins(writer: Writer<'_>, before: &Segment, line: &Segment) -> bool {
    let ended =
        before.spots.last().is_some_and(|spot| writer.glyph(*spot).text.ends_with(['.', ';', ':', '!', '?']));
    let mut head =
        line.spots.iter().take(12).map(|spot| writer.glyph(*spot).text.as_str()).collect::<String>();
    if let Some(gap) = head.find(char::is_whitespace) {
        head.truncate(gap);
    }
    let numbered = head.starts_with(|c: char| c.is_ascii_digit())
        && head.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    let lettered = head.chars().nth(1) == Some(')');
    let dashed = head.starts_with(['-', '–', '—', '•', '·', '\u{f0b7}']);
    ended && (numbered || lettered || dashed)
}
