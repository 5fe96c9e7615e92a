//! Tables: they scroll by themselves and say what their headings head.

use pulldown_cmark::Alignment;

use super::super::escape;
use super::writer::Writer;

/// Where in a table the writer is.
#[derive(Default)]
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) head: bool,
    /// Where the open cell's tag begins, to make an empty heading cell an ordinary one.
    pub(super) cell: usize,
    pub(super) body: bool,
}

impl Writer<'_> {
    /// A table that is wider than a phone is scrolled by itself, with the keyboard too.
    pub(super) fn open_table(&mut self, alignments: &[Alignment]) {
        self.has_table = true;
        self.table = Table { alignments: alignments.to_vec(), ..Table::default() };
        self.out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"");
        let label = &self.options.labels.table;
        self.out.push_str(if label.is_empty() { "group" } else { "region" });
        if !label.is_empty() {
            self.out.push_str("\" aria-label=\"");
            escape::text(&mut self.out, label);
        }
        self.out.push_str("\">\n<table>\n");
    }

    pub(super) fn close_table(&mut self) {
        self.out.push_str(if self.table.body {
            "</tbody>\n</table>\n</div>\n"
        } else {
            "</table>\n</div>\n"
        });
    }

    pub(super) fn open_cell(&mut self) {
        let alignment = self.table.alignments.get(self.table.column).copied().unwrap_or(Alignment::None);
        self.table.column += 1;
        self.table.cell = self.out.len();
        self.out.push_str(if self.table.head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match alignment {
            Alignment::None | Alignment::Left => ">",
            Alignment::Center => " class=\"align-center\">",
            Alignment::Right => " class=\"align-right\">",
        });
    }

    pub(super) fn close_cell(&mut self) {
        if !self.table.head {
            return self.out.push_str("</td>\n");
        }
        // A heading cell without words is announced as one; it becomes an ordinary cell.
        if self.out[self.table.cell..].ends_with('>') && self.out[self.table.cell..].matches('>').count() == 1
        {
            self.out.truncate(self.table.cell);
            return self.out.push_str("<td></td>\n");
        }
        self.out.push_str("</th>\n");
    }
}
