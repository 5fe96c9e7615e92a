//! What a document is, whatever program wrote it.

/// A document as a reader of the paper sees it, and what they do not see.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Document {
    /// Its blocks, in the order of the source.
    pub blocks: Vec<Block>,
    /// Its footnotes and endnotes, in the order of their first mention.
    pub notes: Vec<Note>,
    /// The pictures that it shows.
    pub pictures: Vec<Picture>,
    /// What was left out, in the order of the source.
    pub left_out: Vec<LeftOut>,
    /// What is known of a document that is drawn, and so read by where its letters stand.
    pub drawn: Option<Drawn>,
}

/// What is known of a document that says where letters stand, and not what they are for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Drawn {
    /// How many pages it has.
    pub pages: usize,
    /// Pages, from 1, on which there is a picture and no letter: scans.
    pub silent: Vec<usize>,
    /// How many letters are drawn whose file does not say what they are.
    pub unread: usize,
    /// Whether its order is that of a structure that the file tells.
    pub structured: bool,
}

/// One block.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Block {
    /// A paragraph; an empty one is kept, since it sets others apart.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A text box, after the paragraph that it is fastened to.
    TextBox(Vec<Block>),
    /// A new page begins.
    PageBreak,
}

/// A paragraph.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Paragraph {
    /// What is printed before its text, when the word processor makes it.
    pub label: Option<Label>,
    /// The level of a heading, from 1.
    pub heading: Option<u8>,
    /// Whether it is a line of the table of contents.
    pub contents: bool,
    /// Its text and what stands in it.
    pub pieces: Vec<Piece>,
}

/// A label that a word processor prints: `1.1.`, `а)`, `•`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Label {
    /// As printed.
    pub text: String,
    /// Whether it is a sign and no number.
    pub bullet: bool,
    /// How deep it stands in its list, from 0.
    pub level: u8,
    /// Whether nothing stands between it and the text.
    pub tight: bool,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// A text without line ends and tabs.
    Text(String),
    /// A tab.
    Tab,
    /// The line ends, the paragraph goes on.
    Break,
    /// A note is mentioned: its place in [`Document::notes`].
    Note(usize),
    /// A picture is shown: its place in [`Document::pictures`].
    Picture(usize),
    /// Something begins that ends with the next [`Piece::Close`] of its level.
    Open(Mark),
    /// It ends.
    Close,
    /// A page of a document that is printed pages begins, by its number from 1.
    Leaf(usize),
}

/// What a stretch of text is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Mark {
    /// It leads to an address.
    Link(String),
    /// It stands above the line: м².
    Raised,
    /// It stands below the line: H₂O.
    Lowered,
}

/// A table: rows of cells. A cell that covers others stands once, at its first place.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Row {
    /// Whether the program repeats it at the top of each page.
    pub header: bool,
    /// Its cells without those that a cell of a row above covers.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Cell {
    /// Where it begins, in columns from 0.
    pub column: usize,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A footnote or an endnote.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Note {
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Picture {
    /// The name of its part, without folders.
    pub name: String,
    /// What its author wrote for those who do not see it.
    pub description: String,
    /// Its bytes, as they lay in the document.
    pub bytes: Vec<u8>,
}

/// Something that was left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// Its words.
    pub text: String,
}

/// Why something was left out.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Reason {
    /// It is marked as deleted, and nobody has accepted that.
    Deleted,
    /// It is marked as moved elsewhere, where it stands.
    Moved,
    /// It is a comment.
    Comment,
    /// It is hidden text.
    Hidden,
    /// It stands at the top or foot of every page.
    Margin,
    /// It is an object of another program: a chart, a drawing of shapes, an embedded file.
    Object,
    /// It is what a speaker notes beside a slide.
    Spoken,
    /// It is marked as inserted. It is part of the text, and nobody has accepted that yet.
    Inserted,
}

impl Reason {
    /// Whether the document is not finished: somebody has yet to accept, answer or unhide.
    #[must_use]
    pub fn is_unresolved(self) -> bool {
        !matches!(self, Self::Margin | Self::Object | Self::Spoken)
    }
}

impl Document {
    /// Whether somebody has yet to accept changes, answer comments or look at hidden text.
    #[must_use]
    pub fn is_unresolved(&self) -> bool {
        self.left_out.iter().any(|left| left.reason.is_unresolved())
    }

    /// Writes every text anew.
    pub fn rewrite(&mut self, text: &dyn Fn(&str) -> String) {
        rewrite_blocks(&mut self.blocks, text);
        self.notes.iter_mut().for_each(|note| rewrite_blocks(&mut note.blocks, text));
        self.left_out.iter_mut().for_each(|left| left.text = text(&left.text));
    }

    /// All that is printed, a line for each paragraph and row, notes last: what the law of no lost word is held by.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        plain_blocks(&self.blocks, &mut out);
        for note in &self.notes {
            plain_blocks(&note.blocks, &mut out);
        }
        out
    }
}

fn rewrite_blocks(blocks: &mut [Block], text: &dyn Fn(&str) -> String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                if let Some(label) = &mut paragraph.label {
                    label.text = text(&label.text);
                }
                for piece in &mut paragraph.pieces {
                    if let Piece::Text(old) = piece {
                        *old = text(old);
                    }
                }
            }
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.for_each(|cell| rewrite_blocks(&mut cell.blocks, text));
            }
            Block::TextBox(blocks) => rewrite_blocks(blocks, text),
            Block::PageBreak => {}
        }
    }
}

fn plain_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                out.push_str(&paragraph.printed());
                out.push('\n');
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| plain_blocks(&cell.blocks, out));
            }
            Block::TextBox(blocks) => plain_blocks(blocks, out),
            Block::PageBreak => {}
        }
    }
}

impl Paragraph {
    /// Label and text as printed, with tabs and line ends.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut out = String::new();
        if let Some(label) = &self.label {
            out.push_str(&label.text);
            out.push_str(if label.tight { "" } else { " " });
        }
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Tab => out.push('\t'),
                Piece::Break => out.push('\n'),
                Piece::Note(_) | Piece::Picture(_) | Piece::Open(_) | Piece::Close | Piece::Leaf(_) => {}
            }
        }
        out
    }

    /// Whether nothing at all is printed of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let blank = |piece: &Piece| match piece {
            Piece::Text(text) => text.trim().is_empty(),
            Piece::Note(_) | Piece::Picture(_) => false,
            _ => true,
        };
        self.label.is_none() && self.pieces.iter().all(blank)
    }
}

impl Table {
    /// Whether a cell covers several columns or rows.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.columns > 1 || cell.rows > 1)
    }

    /// How many columns it has.
    #[must_use]
    pub fn width(&self) -> usize {
        let ends = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column + cell.columns);
        ends.max().unwrap_or(0)
    }
}
