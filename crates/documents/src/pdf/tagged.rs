//! A file's own structure → blocks.

use std::collections::HashMap;

use super::glyphs::{Owner, Page};
use super::text::{Spot, Writer};
use super::tree::{Child, Element};
use crate::model::{Block, Cell, Label, Paragraph, Row, Table};
use crate::symbols;

/// The letters of each piece of marked content, by page and number.
type Pieces = HashMap<(usize, i32), Vec<Spot>>;

struct Walk<'a> {
    writer: Writer<'a>,
    pieces: Pieces,
    told: Vec<String>,
}

/// Blocks on their way: what is not yet a paragraph is kept until one ends.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    open: Vec<Spot>,
    label: Option<Label>,
    heading: Option<u8>,
    contents: bool,
}

/// What a structure makes of its pages.
pub(super) struct Told {
    /// The blocks.
    pub(super) blocks: Vec<Block>,
    /// What pictures show, in their authors' words.
    pub(super) pictures: Vec<String>,
}

/// The blocks that the structure tells; `None` where words are drawn that it does not tell.
pub(super) fn blocks(root: &Element, pages: &[Page], writer: Writer<'_>) -> Option<Told> {
    let mut pieces: Pieces = HashMap::new();
    let mut strangers = 0;
    for (number, page) in pages.iter().enumerate() {
        for (place, glyph) in page.glyphs.iter().enumerate() {
            match glyph.owner {
                Owner::Piece(piece) => pieces.entry((number, piece)).or_default().push((number, place)),
                Owner::Nobody if !glyph.is_blank() => strangers += 1,
                Owner::Nobody | Owner::Artifact => {}
            }
        }
    }
    let mut walk = Walk { writer, pieces, told: Vec::new() };
    let mut flow = Flow::default();
    walk.children(root, &mut flow, 0);
    walk.end(&mut flow);
    let is_seen = |spot: &&Spot| !writer.glyph(**spot).is_blank();
    let left = walk.pieces.values().flatten().filter(is_seen).count();
    (strangers + left == 0).then_some(Told { blocks: flow.blocks, pictures: walk.told })
}

impl Walk<'_> {
    fn children(&mut self, element: &Element, flow: &mut Flow, level: u8) {
        for child in &element.children {
            match child {
                Child::Piece(page, number) => {
                    flow.open.extend(self.pieces.remove(&(*page, *number)).unwrap_or_default());
                }
                Child::Element(element) => self.element(element, flow, level),
            }
        }
    }

    fn element(&mut self, element: &Element, flow: &mut Flow, level: u8) {
        match element.role.as_str() {
            "P" | "Caption" | "Title" | "BibEntry" | "Note" | "FENote" | "Figure" | "Formula" | "Form" => {
                if !element.description.trim().is_empty() {
                    self.told.push(element.description.trim().to_owned());
                }
                self.paragraph(element, flow, level);
            }
            "TOCI" => {
                self.end(flow);
                flow.contents = true;
                self.paragraph(element, flow, level);
            }
            "L" => {
                self.end(flow);
                self.children(element, flow, level.saturating_add(1));
                self.end(flow);
            }
            "LI" => self.item(element, flow, level),
            "Table" => {
                self.end(flow);
                let table = self.table(element);
                flow.blocks.push(Block::Table(table));
            }
            "Document" | "DocumentFragment" | "Part" | "Art" | "Sect" | "Div" | "BlockQuote" | "TOC"
            | "Index" | "Aside" => {
                self.end(flow);
                self.children(element, flow, level);
                self.end(flow);
            }
            role => match heading(role) {
                Some(heading) => {
                    self.end(flow);
                    flow.heading = Some(heading);
                    self.paragraph(element, flow, level);
                }
                None => self.children(element, flow, level),
            },
        }
    }

    /// A paragraph; one that begins an item of a list keeps its label.
    fn paragraph(&mut self, element: &Element, flow: &mut Flow, level: u8) {
        if !flow.open.is_empty() {
            self.end(flow);
        }
        self.children(element, flow, level);
        self.end(flow);
    }

    fn item(&mut self, element: &Element, flow: &mut Flow, level: u8) {
        self.end(flow);
        for child in &element.children {
            match child {
                Child::Element(label) if label.role == "Lbl" => {
                    let mut own = Flow::default();
                    self.children(label, &mut own, level);
                    flow.label = label_of(&self.writer.words(&own.open), level);
                }
                Child::Element(other) => self.element(other, flow, level),
                Child::Piece(page, number) => {
                    flow.open.extend(self.pieces.remove(&(*page, *number)).unwrap_or_default());
                }
            }
        }
        self.end(flow);
        // An item of which there is only a label is an item all the same.
        if let Some(label) = flow.label.take() {
            flow.blocks.push(Block::Paragraph(Paragraph { label: Some(label), ..Paragraph::default() }));
        }
    }

    fn table(&mut self, element: &Element) -> Table {
        let mut rows = Vec::new();
        self.rows(element, false, &mut rows);
        let mut table = Table::default();
        let mut taken: Vec<usize> = Vec::new();
        for (header, cells) in rows {
            let mut row = Row { header, cells: Vec::new() };
            let mut column = 0;
            for (spans, blocks) in cells {
                while taken.get(column).is_some_and(|left| *left > 0) {
                    column += 1;
                }
                let (columns, rows) = spans;
                taken.resize(taken.len().max(column + columns), 0);
                taken[column..column + columns].fill(rows);
                row.cells.push(Cell { column, columns, rows, blocks });
                column += columns;
            }
            taken.iter_mut().for_each(|left| *left = left.saturating_sub(1));
            table.rows.push(row);
        }
        table
    }

    #[expect(clippy::type_complexity, reason = "rows on their way to a table, in one place")]
    fn rows(
        &mut self,
        element: &Element,
        header: bool,
        rows: &mut Vec<(bool, Vec<((usize, usize), Vec<Block>)>)>,
    ) {
        for child in &element.children {
            let Child::Element(part) = child else { continue };
            match part.role.as_str() {
                "TR" => {
                    let mut cells = Vec::new();
                    for cell in &part.children {
                        let Child::Element(cell) = cell else { continue };
                        let head = header || cell.role == "TH";
                        cells.push((cell.spans, self.cell(cell, head)));
                    }
                    rows.push((header, cells));
                }
                "THead" => self.rows(part, true, rows),
                _ => self.rows(part, header, rows),
            }
        }
    }

    /// A cell. One of a head is drawn again on each page that the table goes on upon.
    fn cell(&mut self, element: &Element, header: bool) -> Vec<Block> {
        let mut flow = Flow::default();
        self.children(element, &mut flow, 0);
        if header && let Some(first) = flow.open.first().map(|spot| spot.0) {
            let on = |page: usize, spots: &[Spot]| -> Vec<Spot> {
                spots.iter().copied().filter(|spot| spot.0 == page).collect()
            };
            let once = on(first, &flow.open);
            let said = self.writer.words(&once);
            let mut pages: Vec<usize> = flow.open.iter().map(|spot| spot.0).collect();
            pages.dedup();
            if pages.iter().all(|page| self.writer.words(&on(*page, &flow.open)) == said) {
                flow.open = once;
            }
        }
        self.end(&mut flow);
        flow.blocks
    }

    /// Ends the paragraph that is on its way.
    fn end(&self, flow: &mut Flow) {
        let spots = std::mem::take(&mut flow.open);
        let paragraph = Paragraph {
            label: flow.label.take(),
            heading: flow.heading.take(),
            contents: std::mem::take(&mut flow.contents),
            ..self.writer.paragraph(&spots)
        };
        if paragraph.is_empty() && spots.is_empty() {
            flow.label = paragraph.label;
            return;
        }
        flow.blocks.push(Block::Paragraph(paragraph));
    }
}

fn label_of(text: &str, level: u8) -> Option<Label> {
    let bullet = !text.chars().any(char::is_alphanumeric) || text == "o";
    let text = if bullet { symbols::bullet(text) } else { text.to_owned() };
    (!text.is_empty()).then(|| Label { text, bullet, level: level.saturating_sub(1), tight: false })
}

/// The level of a heading: `H2` is of the second, `H` is of none that is told.
fn heading(role: &str) -> Option<u8> {
    let level = role.strip_prefix('H')?;
    if level.is_empty() { Some(1) } else { level.parse().ok().filter(|level| (1..=9).contains(level)) }
}
