//! Pages without a structure → blocks: tables where rules are drawn, columns, paragraphs.

use super::glyphs::{Owner, Page};
use super::grid::{self, Grid};
use super::lines;
use super::text::{Spot, Writer};
use crate::model::{Block, Cell, Document, Row, Table};

/// A block with its letters, before it is known whether it goes on upon the next page.
enum Part {
    Paragraph(Vec<Spot>),
    Table(Grid, Table),
}

/// The blocks of all pages.
pub(super) fn blocks(pages: &[Page], writer: Writer<'_>) -> Vec<Block> {
    let mut parts: Vec<Part> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let mut of_page = page_parts(number, page, writer);
        if let (Some(last), Some(first)) = (parts.last_mut(), of_page.first_mut())
            && join(writer, last, first)
        {
            of_page.remove(0);
        }
        parts.extend(of_page);
    }
    let block = |part| match part {
        Part::Paragraph(spots) => Block::Paragraph(writer.paragraph(&spots)),
        Part::Table(_, table) => Block::Table(table),
    };
    parts.into_iter().map(block).collect()
}

/// Lets what goes on over the end of a page go on. Says whether it did.
fn join(writer: Writer<'_>, last: &mut Part, first: &mut Part) -> bool {
    match (last, first) {
        (Part::Paragraph(last), Part::Paragraph(first)) => {
            // Their edges alone are looked at: what goes on over many pages is not written out at each of them.
            let seen = |spot: &&Spot| !writer.glyph(**spot).is_blank();
            let (end, begin) = (last.iter().rev().find(seen), first.iter().find(seen));
            let text = |spot: Option<&Spot>| spot.map_or("", |spot| writer.glyph(*spot).text.trim());
            let open = !text(end).ends_with(['.', '!', '?', ':', ';']);
            let small = text(begin).starts_with(char::is_lowercase);
            if open && small {
                last.append(first);
            }
            open && small
        }
        (Part::Table(grid, table), Part::Table(next, more)) => {
            let near = |(one, other): (&f64, &f64)| (one - other).abs() < 4.0;
            let same =
                grid.columns.len() == next.columns.len() && grid.columns.iter().zip(&next.columns).all(near);
            if same {
                let repeated = more.rows.first().map(said) == table.rows.first().map(said);
                table.rows.extend(more.rows.drain(usize::from(repeated)..));
            }
            same
        }
        _ => false,
    }
}

/// What a row says, and where.
fn said(row: &Row) -> Vec<(usize, String)> {
    let words = |cell: &Cell| Document { blocks: cell.blocks.clone(), ..Document::default() }.plain();
    row.cells.iter().map(|cell| (cell.column, words(cell))).collect()
}

fn page_parts(number: usize, page: &Page, writer: Writer<'_>) -> Vec<Part> {
    let mut grids: Vec<(Grid, Vec<Vec<Spot>>)> = Vec::new();
    for grid in grid::find(page) {
        let cells = vec![Vec::new(); grid.cells.len()];
        grids.push((grid, cells));
    }
    let mut free: Vec<Spot> = Vec::new();
    for (place, glyph) in page.glyphs.iter().enumerate() {
        if glyph.owner == Owner::Artifact {
            continue;
        }
        let (x, y) = (glyph.x.midpoint(glyph.end), glyph.y - 0.3 * glyph.size);
        let upright = glyph.turn == 0;
        let cell = grids.iter().enumerate().find_map(|(table, (grid, _))| Some((table, grid.cell_at(x, y)?)));
        match cell.filter(|_| upright) {
            Some((table, cell)) => grids[table].1[cell].push((number, place)),
            None => free.push((number, place)),
        }
    }
    // A frame without words, or with words in one cell alone, is no table.
    let (tables, frames): (Vec<_>, Vec<_>) =
        grids.into_iter().partition(|(_, cells)| cells.iter().filter(|cell| !cell.is_empty()).count() > 1);
    free.extend(frames.into_iter().flat_map(|(_, cells)| cells).flatten());
    in_order(writer, &free, tables)
}

/// Tables with the paragraphs above, between and below them.
fn in_order(writer: Writer<'_>, free: &[Spot], tables: Vec<(Grid, Vec<Vec<Spot>>)>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = free.to_vec();
    for (grid, cells) in tables {
        let top = grid.rows[0];
        let (above, below) = rest.into_iter().partition(|spot| writer.glyph(*spot).y < top);
        rest = below;
        parts.extend(lines::paragraphs(writer, &above).into_iter().map(Part::Paragraph));
        let table = table(writer, &grid, &cells);
        parts.push(Part::Table(grid, table));
    }
    parts.extend(lines::paragraphs(writer, &rest).into_iter().map(Part::Paragraph));
    parts
}

fn table(writer: Writer<'_>, grid: &Grid, words: &[Vec<Spot>]) -> Table {
    let mut rows: Vec<Row> = (1..grid.rows.len()).map(|_| Row::default()).collect();
    for (place, spots) in grid.cells.iter().zip(words) {
        let paragraphs = lines::paragraphs(writer, spots);
        let blocks = paragraphs.iter().map(|spots| Block::Paragraph(writer.paragraph(spots))).collect();
        let (column, columns) = (place.column, place.columns);
        rows[place.row].cells.push(Cell { column, columns, rows: place.rows, blocks });
    }
    Table { rows }
}
