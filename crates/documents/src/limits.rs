//! How much of a document is read. No paper of a person comes near; what is larger was made to do harm.

/// Bytes of one part of an archive after unpacking.
pub const PART: u64 = 48 << 20;
/// Bytes of all parts that are read of one archive, pictures included.
pub const WHOLE: u64 = 256 << 20;
/// Parts of an archive.
pub const PARTS: usize = 10_000;
/// Elements inside each other.
pub const DEPTH: usize = 200;
/// Attributes of one element.
pub const ATTRIBUTES: usize = 256;
/// Names of namespaces that a parser may have to copy.
pub const NAMES: usize = 20_000_000;
/// Elements and texts of one part.
pub const NODES: u32 = 4_000_000;
/// Cells of the tables of a document: a spreadsheet says in one word that a cell or a row is repeated a thousand times.
pub const CELLS: usize = 2_000_000;
/// Bytes of the texts in the cells of a workbook: many cells may share a long one.
pub const TEXTS: usize = 64 << 20;
/// Columns of a table.
pub const COLUMNS: usize = 256;
/// Styles that are based on each other.
pub const STYLES: usize = 32;
/// Places that the layout of a slide keeps for something.
pub const PLACES: usize = 256;
/// Pages of a PDF, slides of a presentation.
pub const PAGES: usize = 3_000;
/// Letters, parts of drawings and marks of a PDF.
pub const DRAWN: usize = 6_000_000;
/// Rules of a page that are looked at as borders of tables.
pub const RULES: usize = 4_000;
