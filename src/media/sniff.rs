//! The type of a file by its first bytes, as browsers and programs recognise it.
//!
//! Browsers that are told no type take a file for a web page when it begins with one of the marks that the
//! MIME Sniffing Standard of the WHATWG lists; so do these rules, for whatever ending.

/// What a file begins with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Format {
    /// A web page, or XML, which may hold one.
    Web,
    /// A script of a host.
    Server,
    /// A program of Windows, Linux or macOS, or a script of a shell.
    Program,
    Pdf,
    /// An archive, or a document of today's office programs.
    Zip,
    /// A document of office programs before 2007.
    Ole,
    Rtf,
    Jpeg,
    Png,
    Gif,
    Webp,
    Bmp,
    /// Pictures of phones: HEIC, AVIF.
    Heif,
    Tiff,
    Rar,
    SevenZip,
    Gzip,
    /// None of these.
    Unknown,
}

/// Fixed first bytes.
const MARKS: [(&[u8], Format); 22] = [
    (b"%PDF-", Format::Pdf),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Ole),
    (b"{\\rtf", Format::Rtf),
    (b"\xff\xd8\xff", Format::Jpeg),
    (b"\x89PNG\r\n\x1a\n", Format::Png),
    (b"GIF87a", Format::Gif),
    (b"GIF89a", Format::Gif),
    (b"BM", Format::Bmp),
    (b"II*\0", Format::Tiff),
    (b"MM\0*", Format::Tiff),
    (b"Rar!\x1a\x07", Format::Rar),
    (b"7z\xbc\xaf\x27\x1c", Format::SevenZip),
    (b"\x1f\x8b\x08", Format::Gzip),
    (b"\x7fELF", Format::Program),
    (b"#!", Format::Program),
    (b"\xcf\xfa\xed\xfe", Format::Program),
    (b"\xce\xfa\xed\xfe", Format::Program),
    (b"\xca\xfe\xba\xbe", Format::Program),
    (b"L\0\0\0\x01\x14\x02\0", Format::Program),
    (b"ITSF\x03\0", Format::Program),
];

/// Tags by which browsers recognise a web page.
const TAGS: [&str; 20] = [
    "!doctype html",
    "html",
    "head",
    "script",
    "iframe",
    "h1",
    "div",
    "font",
    "table",
    "a",
    "style",
    "title",
    "b",
    "body",
    "br",
    "p",
    "svg",
    "math",
    "meta",
    "form",
];

/// Recognises the first bytes of a file.
pub(super) fn format(head: &[u8]) -> Format {
    if let Some(format) = as_text(head) {
        return format;
    }
    if head.starts_with(b"MZ") && is_windows_program(head) {
        return Format::Program;
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Format::Webp;
    }
    if head.get(4..8) == Some(b"ftyp")
        && head.get(8..11).is_some_and(|brand| {
            [b"hei", b"hev", b"mif", b"avi", b"msf"].iter().any(|one| one.as_slice() == brand)
        })
    {
        return Format::Heif;
    }
    let fixed = MARKS.iter().find(|(mark, _)| head.starts_with(mark)).map(|(_, format)| *format);
    // Readers of PDF look for its mark in the first kilobyte.
    fixed.unwrap_or_else(|| {
        let early = head.windows(5).take(1024).any(|window| window == b"%PDF-");
        if early { Format::Pdf } else { Format::Unknown }
    })
}

/// «MZ» may begin a text as well; a program has zeros in its first lines.
fn is_windows_program(head: &[u8]) -> bool {
    head.len() < 64 || head[..64].contains(&0)
}

/// A web page or a script, after the spaces and marks that browsers pass over.
fn as_text(head: &[u8]) -> Option<Format> {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    // UTF-16, with a mark or without: a host's guess, but XML in it is read.
    let narrow: Vec<u8> =
        head.iter().copied().filter(|byte| !matches!(byte, 0 | 0xfe | 0xff)).take(256).collect();
    let text = String::from_utf8_lossy(&narrow).to_lowercase();
    let inner = text.trim_start().strip_prefix('<')?;
    if inner.starts_with("?php") || inner.starts_with("?=") || inner.starts_with('%') {
        return Some(Format::Server);
    }
    let tag = TAGS.iter().any(|tag| {
        inner
            .strip_prefix(tag)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    });
    (tag || inner.starts_with("!--") || inner.starts_with("?xml") || inner.starts_with("!doctype"))
        .then_some(Format::Web)
}

impl Format {
    /// The name that people know.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Web => "HTML",
            Self::Server => "PHP",
            Self::Program => "EXE",
            Self::Pdf => "PDF",
            Self::Zip => "ZIP (DOCX, XLSX, PPTX, ODT)",
            Self::Ole => "DOC, XLS, PPT",
            Self::Rtf => "RTF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Bmp => "BMP",
            Self::Heif => "HEIC",
            Self::Tiff => "TIFF",
            Self::Rar => "RAR",
            Self::SevenZip => "7z",
            Self::Gzip => "GZIP",
            Self::Unknown => "unknown",
        }
    }

    /// Whether what opens one of the two opens the other under its name.
    pub(super) fn opens_like(self, other: Self) -> bool {
        let shown = |one| matches!(one, Self::Jpeg | Self::Png | Self::Gif | Self::Webp | Self::Bmp);
        let office = |one| matches!(one, Self::Zip | Self::Ole | Self::Rtf);
        (shown(self) && shown(other)) || (office(self) && office(other))
    }
}
