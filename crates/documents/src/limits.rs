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
/// Columns of a table.
pub const COLUMNS: usize = 256;
/// Styles that are based on each other.
pub const STYLES: usize = 32;
