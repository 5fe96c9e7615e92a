//! Rules that cross → tables. A table that is drawn has a rule around each cell, or it is no table for us.

use super::glyphs::{Page, Rule};

/// How far from each other two rules may lie and be one. In points.
const SNAP: f64 = 2.5;
/// Pages with more rules than this are drawings.
const MOST: usize = 3000;

/// A table without its words.
#[derive(Debug)]
pub(super) struct Grid {
    /// Where its columns begin and the last one ends.
    pub(super) columns: Vec<f64>,
    /// Where its rows begin and the last one ends.
    pub(super) rows: Vec<f64>,
    /// Its cells, row by row.
    pub(super) cells: Vec<Place>,
}

/// A cell without its words, in columns and rows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) column: usize,
    pub(super) row: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Grid {
    /// The cell where a point lies.
    pub(super) fn cell_at(&self, x: f64, y: f64) -> Option<usize> {
        let within = |edges: &[f64], at: f64| {
            let place = edges.partition_point(|edge| *edge <= at);
            (place > 0 && place < edges.len()).then(|| place - 1)
        };
        let (column, row) = (within(&self.columns, x)?, within(&self.rows, y)?);
        self.cells.iter().position(|cell| {
            (cell.column..cell.column + cell.columns).contains(&column)
                && (cell.row..cell.row + cell.rows).contains(&row)
        })
    }
}

/// The tables of a page, from top to bottom.
pub(super) fn find(page: &Page) -> Vec<Grid> {
    if page.rules.len() > MOST {
        return Vec::new();
    }
    let rules = joined(&page.rules);
    let mut grids: Vec<Grid> = groups(&rules).iter().filter_map(|group| grid(group)).collect();
    grids.sort_by(|one, other| one.rows[0].total_cmp(&other.rows[0]));
    grids
}

/// Rules of one line that touch are one: borders are drawn cell by cell.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|one, other| {
        (one.level.cmp(&other.level)).then(one.at.total_cmp(&other.at)).then(one.from.total_cmp(&other.from))
    });
    let mut lines: Vec<Rule> = Vec::new();
    let mut start = 0;
    for rule in sorted {
        let is_of = |line: &Rule| line.level == rule.level && rule.at - line.at < SNAP;
        while start < lines.len() && !is_of(&lines[start]) {
            start += 1;
        }
        let near = |line: &&mut Rule| rule.from <= line.to + SNAP && line.from <= rule.to + SNAP;
        match lines[start..].iter_mut().find(near) {
            Some(line) => (line.from, line.to) = (line.from.min(rule.from), line.to.max(rule.to)),
            None => lines.push(rule),
        }
    }
    lines
}

/// Rules that hang together.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut group: Vec<usize> = (0..rules.len()).collect();
    for (one, rule) in rules.iter().enumerate() {
        for (other, before) in rules[..one].iter().enumerate() {
            if meet(rule, before) {
                let (from, to) = (root(&mut group, one), root(&mut group, other));
                group[from] = to;
            }
        }
    }
    let mut found: Vec<(usize, Vec<Rule>)> = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let head = root(&mut group, place);
        match found.iter_mut().find(|(known, _)| *known == head) {
            Some((_, rules)) => rules.push(*rule),
            None => found.push((head, vec![*rule])),
        }
    }
    found.into_iter().map(|(_, rules)| rules).collect()
}

fn root(group: &mut [usize], mut place: usize) -> usize {
    while group[place] != place {
        group[place] = group[group[place]];
        place = group[place];
    }
    place
}

fn meet(one: &Rule, other: &Rule) -> bool {
    let on = |rule: &Rule, at: f64| at > rule.from - SNAP && at < rule.to + SNAP;
    one.level != other.level && on(one, other.at) && on(other, one.at)
}

fn grid(rules: &[Rule]) -> Option<Grid> {
    let columns = edges(rules, false);
    let rows = edges(rules, true);
    if columns.len() < 2 || rows.len() < 2 || columns.len() + rows.len() < 5 {
        return None;
    }
    let covered = |level: bool, at: f64, middle: f64| {
        let mut of_line = rules.iter().filter(|rule| rule.level == level && (rule.at - at).abs() < SNAP);
        of_line.any(|rule| rule.from - SNAP < middle && middle < rule.to + SNAP)
    };
    let right_of =
        |column: usize, row: usize| covered(false, columns[column + 1], rows[row].midpoint(rows[row + 1]));
    let below = |column: usize, row: usize| {
        covered(true, rows[row + 1], columns[column].midpoint(columns[column + 1]))
    };
    let (width, height) = (columns.len() - 1, rows.len() - 1);
    let mut taken = vec![false; width * height];
    let mut cells = Vec::new();
    for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
        if taken[row * width + column] {
            continue;
        }
        let mut right = column + 1;
        while right < width && !taken[row * width + right] && !right_of(right - 1, row) {
            right += 1;
        }
        let mut down = row + 1;
        let free = |line: usize| (column..right).all(|place| !below(place, line - 1));
        while down < height && free(down) {
            down += 1;
        }
        for line in row..down {
            taken[line * width + column..line * width + right].fill(true);
        }
        cells.push(Place { column, row, columns: right - column, rows: down - row });
    }
    (cells.len() > 1).then_some(Grid { columns, rows, cells })
}

/// Where rules of one direction lie.
fn edges(rules: &[Rule], level: bool) -> Vec<f64> {
    let mut found: Vec<f64> = rules.iter().filter(|rule| rule.level == level).map(|rule| rule.at).collect();
    found.sort_by(f64::total_cmp);
    found.dedup_by(|next, last| *next - *last < SNAP);
    found
}
