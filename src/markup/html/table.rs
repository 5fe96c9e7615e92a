//! Tables: they scroll by themselves and say what their headings head.

use pulldown_cmark::Alignment;

use super::super::escape;

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

impl Table {
    /// A table that is wider than a phone is scrolled by itself, with the keyboard too.
    pub(super) fn open(alignments: &[Alignment], label: &str, out: &mut String) -> Self {
        out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"");
        out.push_str(if label.is_empty() { "group" } else { "region" });
        if !label.is_empty() {
            out.push_str("\" aria-label=\"");
            escape::text(out, label);
        }
        out.push_str("\">\n<table>\n");
        Self { alignments: alignments.to_vec(), ..Self::default() }
    }

    /// Ends the table.
    pub(super) fn close(&self, out: &mut String) {
        out.push_str(if self.body { "</tbody>\n</table>\n</div>\n" } else { "</table>\n</div>\n" });
    }

    /// Begins a cell.
    pub(super) fn open_cell(&mut self, out: &mut String) {
        let alignment = self.alignments.get(self.column).copied().unwrap_or(Alignment::None);
        self.column += 1;
        self.cell = out.len();
        out.push_str(if self.head { "<th scope=\"col\"" } else { "<td" });
        out.push_str(match alignment {
            Alignment::None | Alignment::Left => ">",
            Alignment::Center => " class=\"align-center\">",
            Alignment::Right => " class=\"align-right\">",
        });
    }

    /// Ends a cell.
    pub(super) fn close_cell(&self, out: &mut String) {
        if !self.head {
            return out.push_str("</td>\n");
        }
        // A heading cell without words is announced as one; it becomes an ordinary cell.
        if out[self.cell..].ends_with('>') && out[self.cell..].matches('>').count() == 1 {
            out.truncate(self.cell);
            return out.push_str("<td></td>\n");
        }
        out.push_str("</th>\n");
    }
}
