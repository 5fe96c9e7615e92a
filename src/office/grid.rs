//! Tables of word processors as Markdown: plain ones in its own form, those with merged cells as HTML around Markdown.

use kabinet_documents::{Block, Cell, Row, Table};

use super::pieces::Pieces;
use super::plain::{at_start, inline};
use super::tidy::tidied;

/// Writes a table.
pub(crate) fn write(table: &Table, pieces: &mut Pieces<'_>) -> String {
    let simple = !table.is_merged() && table.rows.iter().all(|row| row.cells.len() == table.width());
    if simple && table.rows.len() > 1 { plain(table, pieces) } else { html(table, pieces) }
}

fn plain(table: &Table, pieces: &mut Pieces<'_>) -> String {
    let mut lines: Vec<String> = table.rows.iter().map(|row| plain_row(row, pieces)).collect();
    lines.insert(1, format!("|{}", " --- |".repeat(table.width())));
    lines.join("\n")
}

fn plain_row(row: &Row, pieces: &mut Pieces<'_>) -> String {
    let cell = |cell: &Cell| {
        let parts: Vec<String> = paragraphs(&cell.blocks, pieces)
            .iter()
            .flat_map(|text| text.split('\n'))
            .map(|line| inline(tidied(line).as_str()).replace('|', "\\|"))
            .filter(|part| !part.is_empty())
            .collect();
        format!(" {} |", parts.join("<br>"))
    };
    let cells: String = row.cells.iter().map(cell).collect();
    format!("|{cells}")
}

/// A table whose cells cover others. What stands in a cell is Markdown again, since empty lines part it from the tags.
fn html(table: &Table, pieces: &mut Pieces<'_>) -> String {
    let mut out = String::from("<table>\n");
    for (at, row) in table.rows.iter().enumerate() {
        let name = if row.header || (at == 0 && table.rows.len() > 1) { "th" } else { "td" };
        out.push_str("<tr>\n");
        for cell in &row.cells {
            let span = |name: &str, count: usize| {
                if count > 1 { format!(" {name}=\"{count}\"") } else { String::new() }
            };
            let spans = span("colspan", cell.columns) + &span("rowspan", cell.rows);
            let texts = paragraphs(&cell.blocks, pieces);
            let texts: Vec<String> =
                texts.iter().map(|text| at_start(&tidied(text))).filter(|text| !text.is_empty()).collect();
            if texts.is_empty() {
                out.push_str(&format!("<{name}{spans}></{name}>\n"));
            } else {
                out.push_str(&format!("<{name}{spans}>\n\n{}\n\n</{name}>\n", texts.join("\n\n")));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>");
    out
}

/// The paragraphs of a cell; those of tables inside it stand one after another.
pub(crate) fn paragraphs(blocks: &[Block], pieces: &mut Pieces<'_>) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) if paragraph.is_empty() => {}
            Block::Paragraph(paragraph) => out.push(pieces.text(paragraph)),
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| out.extend(paragraphs(&cell.blocks, pieces)));
            }
            Block::TextBox(blocks) => out.extend(paragraphs(blocks, pieces)),
            Block::PageBreak => {}
        }
    }
    out
}
