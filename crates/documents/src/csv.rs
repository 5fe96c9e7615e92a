//! Values between commas, semicolons or tabs, as spreadsheets write them.

use crate::limits;
use crate::model::{Block, Cell, Document, Paragraph, Piece, Row, Table};

/// Reads a text of values as a document of one table. The sign between values is the one that the lines have most of.
#[must_use]
pub fn csv(text: &str) -> Document {
    let text = text.trim_start_matches('\u{feff}');
    let first: Vec<&str> = text.lines().take(20).collect();
    let count = |sign: char| first.iter().map(|line| line.matches(sign).count()).sum::<usize>();
    // Of signs that are as frequent, the one that texts have least of.
    let between = [',', '\t', ';'].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(';');
    let rows = rows(text, between).into_iter().filter(|row| row.iter().any(|value| !value.trim().is_empty()));
    let mut rows: Vec<Vec<String>> = rows.collect();
    // Values at the end of a line that are empty are often not written.
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).min(limits::COLUMNS);
    rows.iter_mut().for_each(|row| row.resize(row.len().max(width), String::new()));
    let row = |values: Vec<String>| Row {
        header: false,
        cells: values.into_iter().enumerate().map(cell).collect(),
    };
    let table = Table { rows: rows.into_iter().map(row).collect() };
    Document { blocks: vec![Block::Table(table)], ..Document::default() }
}

fn cell((column, value): (usize, String)) -> Cell {
    let line = |line: &str| {
        Block::Paragraph(Paragraph {
            pieces: vec![Piece::Text(line.trim().to_owned())],
            ..Paragraph::default()
        })
    };
    let blocks = value.lines().filter(|line| !line.trim().is_empty()).map(line).collect();
    Cell { column, columns: 1, rows: 1, blocks }
}

fn rows(text: &str, between: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().expect("there is always a row");
        let value = row.last_mut().expect("there is always a value");
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                value.push('"');
            }
            '"' if quoted || value.is_empty() => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            sign if sign == between && !quoted => row.push(String::new()),
            sign => value.push(sign),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_parted_by_what_the_lines_have_most_of() {
        let plain = |text: &str| csv(text).plain();
        assert_eq!(plain("а;б\n\"в; \"\"г\"\"\";1,5\n\n"), "а\nб\nв; \"г\"\n1,5\n");
        assert_eq!(plain("а,б\r\nв,\"г\nд\"\r\n"), "а\nб\nв\nг\nд\n");
        assert_eq!(plain("а\tб, в"), "а\nб, в\n");
    }
}
