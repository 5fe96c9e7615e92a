//! The bytes of a file → what an import goes by, or why they give nothing.

use std::io;
use std::path::Path;

use anyhow::Context;
use kabinet_documents::{Document, Format, Refusal};

use super::reading::Reading;
use super::rules;
use super::soffice::{self, Why};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links, TEXT_LIMIT};
use crate::encoding::{self, Decoded, Encoding};
use crate::office::{self, Letters};
use crate::text::signs::is_debris;

/// Documents longer than this are not read. In bytes.
pub(crate) const LIMIT: u64 = 64 * 1024 * 1024;

/// A source with what is to be said of its bytes.
pub(crate) struct Source {
    /// What it says.
    pub(crate) reading: Reading,
    /// Messages about the bytes.
    pub(crate) messages: Vec<Diagnostic>,
}

/// Reads the bytes of a file that is shown by a name.
pub(crate) fn read(bytes: &[u8], shown: &str) -> Result<Source, Diagnostic> {
    if bytes.is_empty() {
        return Err(fault(rules::EMPTY, shown));
    }
    if Format::of(bytes).is_some() {
        let document = opened(bytes, shown)?;
        let reading = Reading::of_document(&document);
        let blank =
            reading.text.chars().all(|c| c.is_whitespace() || is_debris(c)) && reading.pictures.is_empty();
        return if blank {
            Err(fault(rules::EMPTY, shown))
        } else {
            Ok(Source { reading, messages: by_another(bytes, shown).into_iter().collect() })
        };
    }
    let decoded = text(bytes, shown)?;
    let page = page(&decoded, shown)?;
    let reading = page.map_or_else(|| Reading::of_text(&decoded.text), |page| Reading::of_document(&page));
    if reading.text.chars().all(|c| c.is_whitespace() || is_debris(c)) {
        return Err(fault(rules::EMPTY, shown));
    }
    Ok(Source { messages: about_encoding(&decoded, shown), reading })
}

/// What is to be said of a document that another program reads.
pub(crate) fn by_another(bytes: &[u8], shown: &str) -> Option<Diagnostic> {
    let is_old = Format::of(bytes).is_some_and(soffice::is_old);
    is_old.then(|| Diagnostic::note(rules::OLD_READ).in_file(shown).help("help"))
}

/// Reads the bytes of a file; what is no plain file or too large is said.
pub(crate) fn load(file: &Path) -> anyhow::Result<Result<Vec<u8>, Diagnostic>> {
    let shown = file_name(file);
    let loaded = bytes(file, &shown)?;
    Ok(loaded.and_then(|bytes| {
        if is_of_site(file, &bytes) { Err(fault(rules::SITE_FILE, &shown)) } else { Ok(bytes) }
    }))
}

/// Pages and lists of the site need no import.
fn is_of_site(file: &Path, bytes: &[u8]) -> bool {
    let text = !bytes.contains(&0);
    let fields = text && bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).starts_with(b"---");
    match extension(file).as_str() {
        "md" | "markdown" => fields,
        ending => text && matches!(ending, "yaml" | "yml"),
    }
}

fn bytes(file: &Path, shown: &str) -> anyhow::Result<Result<Vec<u8>, Diagnostic>> {
    match disk::read(file, LIMIT, Links::Followed) {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {
            Ok(Err(fault(rules::NOT_PLAIN_FILE, shown)))
        }
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Ok(Err(fault(rules::TOO_LARGE, shown))),
        result => Ok(Ok(result.with_context(|| file.display().to_string())?)),
    }
}

/// The document that the bytes of a file are; a plain text is one table of the values in its lines.
pub(crate) fn document(bytes: &[u8], shown: &str) -> Result<Document, Diagnostic> {
    if Format::of(bytes).is_some() {
        return opened(bytes, shown);
    }
    if bytes.is_empty() {
        return Err(fault(rules::EMPTY, shown));
    }
    let decoded = text(bytes, shown)?;
    let page = page(&decoded, shown)?;
    Ok(page.unwrap_or_else(|| kabinet_documents::csv(&decoded.text)))
}

/// The document of bytes of a known format; one of whose letters nothing can be read is none.
fn opened(bytes: &[u8], shown: &str) -> Result<Document, Diagnostic> {
    let read = match Format::of(bytes) {
        Some(Format::Pdf) => office::printed(bytes),
        Some(format) if soffice::is_old(format) => {
            let made = soffice::modern(bytes, format).map_err(|why| old(why, format, shown))?;
            kabinet_documents::read(&made).map(|document| (document, Letters::Read))
        }
        _ => kabinet_documents::read(bytes).map(|document| (document, Letters::Read)),
    };
    match read.map_err(|refusal| refused(&refusal, shown))? {
        (_, Letters::None) => Err(fault(rules::PDF_SCAN, shown).help("help-attach")),
        (_, Letters::Garbled) => Err(fault(rules::PDF_GARBLED, shown).help("help-attach")),
        (document, Letters::Read) => Ok(document),
    }
}

/// The web page that a text is, if it is one.
fn page(decoded: &Decoded, shown: &str) -> Result<Option<Document>, Diagnostic> {
    let is_page = is_page(Path::new(shown)) || kabinet_documents::is_html(&decoded.text);
    let read = is_page.then(|| kabinet_documents::html(&decoded.text)).transpose();
    read.map_err(|refusal| refused(&refusal, shown))
}

/// Whether a file is a web page by its name.
fn is_page(path: &Path) -> bool {
    matches!(extension(path).as_str(), "html" | "htm" | "xhtml")
}

/// The text that bytes are. What is too long is not looked into: no text of a person is so long.
fn text(bytes: &[u8], shown: &str) -> Result<Decoded, Diagnostic> {
    if !is_text(bytes) {
        return Err(fault(rules::NOT_TEXT, shown));
    }
    if bytes.len() as u64 > TEXT_LIMIT {
        return Err(fault(rules::TOO_LARGE, shown));
    }
    let decoded = encoding::decode(bytes);
    if decoded.is_text() { Ok(decoded) } else { Err(fault(rules::NOT_TEXT, shown)) }
}

/// The name of a file without its folders.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The name under which a source is kept beside its document. A web page acts on the site that it is published on, so
/// it is kept where nothing is published: its name begins with a dot.
pub(crate) fn kept_name(path: &Path, bytes: &[u8]) -> String {
    let is_html = || kabinet_documents::is_html(&encoding::decode(bytes).text);
    let acts = Format::of(bytes).is_none() && (is_page(path) || is_html());
    format!("{}original.{}", if acts { "." } else { "" }, extension(path))
}

/// Whether a source is published beside its document under this name.
pub(crate) fn is_published(kept: &str) -> bool {
    !kept.starts_with('.')
}

/// The ending of a file's name, if it is safe in an address.
pub(crate) fn extension(path: &Path) -> String {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("txt").to_lowercase();
    let safe = extension.len() <= 8 && extension.bytes().all(|b| b.is_ascii_alphanumeric());
    if safe { extension } else { "txt".to_owned() }
}

/// A message about the whole file.
pub(crate) fn fault(rule: RuleId, shown: &str) -> Diagnostic {
    Diagnostic::error(rule).in_file(shown).arg("file", shown).help("help")
}

/// Why nothing was read of a document of an old format.
fn old(why: Why, format: Format, shown: &str) -> Diagnostic {
    let program = match format {
        Format::OldExcel => "excel",
        Format::OldPowerPoint => "powerpoint",
        _ => "word",
    };
    let rule = if why == Why::Absent { rules::OLD_WORD } else { rules::OLD_FAILED };
    fault(rule, shown).arg("program", program).arg("why", if why == Why::Slow { "slow" } else { "failed" })
}

fn refused(refusal: &Refusal, shown: &str) -> Diagnostic {
    match refusal {
        Refusal::Empty => fault(rules::EMPTY, shown),
        Refusal::Unknown => fault(rules::NOT_TEXT, shown),
        Refusal::OldWord => old(Why::Absent, Format::OldWord, shown),
        Refusal::Protected => fault(rules::PROTECTED, shown),
        Refusal::Restricted => fault(rules::PDF_RESTRICTED, shown),
        Refusal::Damaged { part, .. } => fault(rules::DAMAGED, shown).arg("part", part.as_str()),
        Refusal::Excessive(what) => fault(rules::EXCESSIVE, shown).arg("what", *what),
        Refusal::Entities => fault(rules::EXCESSIVE, shown).arg("what", "entities"),
    }
}

fn about_encoding(decoded: &Decoded, shown: &str) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    if decoded.encoding != Encoding::Utf8 {
        let message = Diagnostic::note(rules::ENCODING).in_file(shown);
        messages.push(message.arg("encoding", decoded.encoding.name()));
    }
    if decoded.lossy {
        let message = Diagnostic::warning(rules::ENCODING_LOSSY).in_file(shown).help("help");
        messages.push(message.arg("encoding", decoded.encoding.name()));
    }
    messages
}

/// Pictures begin with marks of their own.
fn is_text(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 2] = [b"\x89PNG", b"\xff\xd8\xff"];
    !MARKS.iter().any(|mark| bytes.starts_with(mark))
}
