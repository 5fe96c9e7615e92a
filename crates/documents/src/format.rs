//! What a file is, by its first bytes and the names in its archive: endings of names lie.

use crate::package::Package;

/// A format that is known here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Word since 2007.
    Docx,
    /// A text of LibreOffice.
    Odt,
    /// The text format of WordPad and old programs.
    Rtf,
    /// A spreadsheet of LibreOffice.
    Ods,
    /// Excel since 2007.
    Xlsx,
    /// Slides of LibreOffice.
    Odp,
    /// PowerPoint since 2007.
    Pptx,
    /// Pages as they are printed.
    Pdf,
    /// Word before 2007; also what holds parts as it does and cannot be told.
    OldWord,
    /// Excel before 2007.
    OldExcel,
    /// PowerPoint before 2007.
    OldPowerPoint,
    /// An office document behind a password.
    Protected,
    /// Some other archive.
    Archive,
}

/// A PDF may begin with bytes that mean nothing; readers look for its mark in the first kilobyte.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let mark = head.windows(5).position(|window| window == b"%PDF-");
    mark.is_some_and(|start| head[..start].iter().all(|byte| !byte.is_ascii_graphic()))
}

const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

impl Format {
    /// Whether it is a spreadsheet.
    #[must_use]
    pub fn is_sheet(self) -> bool {
        matches!(self, Self::Ods | Self::Xlsx | Self::OldExcel)
    }

    /// Tells the format; `None` for what is no office document.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(COMPOUND) {
            return Some(Self::of_compound(bytes));
        }
        if is_pdf(bytes) {
            return Some(Self::Pdf);
        }
        if bytes.starts_with(b"{\\rtf") {
            return Some(Self::Rtf);
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        Some(Self::of_archive(bytes))
    }

    /// By the names of the streams in a compound file, each of which is followed by zeros in its directory.
    fn of_compound(bytes: &[u8]) -> Self {
        const STREAMS: [(&str, Format); 4] = [
            ("WordDocument", Format::OldWord),
            ("Workbook", Format::OldExcel),
            ("Book", Format::OldExcel),
            ("PowerPoint Document", Format::OldPowerPoint),
        ];
        // An entry of the directory is 128 bytes long and begins with its name.
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            bytes.chunks(128).any(|entry| entry.starts_with(&name))
        };
        // Some other program may have put the directory elsewhere: a password is a password wherever it is told.
        let told = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(name.len()).any(|window| window == name)
        };
        if told("EncryptedPackage") {
            return Self::Protected;
        }
        STREAMS.into_iter().find(|(name, _)| has(name)).map_or(Self::OldWord, |(_, format)| format)
    }

    /// One that cannot be opened is taken for a document of Word, so that its damage is told.
    fn of_archive(bytes: &[u8]) -> Self {
        let Ok(mut package) = Package::open(bytes) else { return Self::Docx };
        if let Ok(Some(kind)) = package.bytes("mimetype") {
            let kind = String::from_utf8_lossy(&kind);
            return match kind.trim().strip_prefix("application/vnd.oasis.opendocument.") {
                Some("text" | "text-template") => Self::Odt,
                Some("spreadsheet" | "spreadsheet-template") => Self::Ods,
                Some("presentation" | "presentation-template") => Self::Odp,
                _ => Self::Archive,
            };
        }
        if package.has(|name| name == "xl/workbook.xml") {
            return Self::Xlsx;
        }
        if package.has(|name| name == "ppt/presentation.xml") {
            return Self::Pptx;
        }
        let word = package.has(|name| name.starts_with("word/") || name == "_rels/.rels");
        let other = package.has(|name| name.starts_with("xl/") || name.starts_with("ppt/"));
        if word && !other { Self::Docx } else { Self::Archive }
    }
}
