//! What is taken of the bytes of a file: the text that readers see, and what is left for somebody to decide.

use kabinet_documents::{Document, Format, Names, Reason, Refusal};
use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::left::{self, Left};
use super::packed::{self, Packed};
use super::printed::{self, Letters};
use super::twin::{self, LONGEST};
use crate::encoding;

/// Documents longer than this are not read. In bytes.
pub(crate) const LIMIT: u64 = 64 * 1024 * 1024;

/// The endings of files that are read.
const READ: [&str; 18] = [
    "docx", "docm", "odt", "ott", "rtf", "xlsx", "xlsm", "ods", "ots", "pptx", "pptm", "ppsx", "ppsm",
    "potx", "odp", "pdf", VALUES, PACKED,
];
/// Those of files that are asked for names alone.
const SHOWN: [&str; 1] = ["odg"];
/// The ending of texts of values.
const VALUES: &str = "csv";
/// The ending of archives, of which a list of what is in them is taken.
pub(crate) const PACKED: &str = "zip";
/// Those of archives that nobody looks into: what is in them is packed by names, and to read these a program has to unpack
/// whatever the archive claims to be large.
const CLOSED: [&str; 2] = ["rar", "7z"];
/// The endings of documents whose names promise macros.
const WITH_MACROS: [&str; 5] = ["docm", "xlsm", "pptm", "ppsm", "potm"];

/// What was taken of a document.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Extract {
    /// Its text as Markdown; blank when it has none.
    pub(crate) text: String,
    /// What is not for readers and somebody has yet to decide about.
    pub(super) left: Vec<Left>,
    /// Whether it names people where no reader looks.
    pub(crate) authors: Authors,
    /// What is known of one that is printed.
    pub(crate) printed: Option<Printed>,
    /// What lies in it, if it is an archive.
    pub(crate) packed: Vec<Packed>,
    /// Whether there are macros in it that its name does not promise.
    macros: bool,
    /// Beside how many slides the speaker notes something.
    spoken: usize,
}

/// What is known of a document that is printed pages.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Printed {
    /// Pages of which there is only a picture.
    silent: usize,
    /// How many pages there are.
    pages: usize,
    /// Its letters are not what they look like.
    garbled: bool,
    /// Whether the order of its text was guessed.
    pub(crate) guessed: bool,
}

/// What becomes of the people whom a document names where no reader looks.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) enum Authors {
    /// There are none.
    #[default]
    Untold,
    /// They can be taken out.
    Told,
    /// They stay, since the document is signed.
    Signed,
}

/// Whether something is taken of files of an ending.
pub(crate) fn is_read(ending: &str) -> bool {
    READ.contains(&ending) || SHOWN.contains(&ending)
}

/// Whether files of an ending are archives that nobody looks into.
pub(crate) fn is_closed(ending: &str) -> bool {
    CLOSED.contains(&ending)
}

/// A document without the people whom it names where no reader looks.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn nameless(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    kabinet_documents::without_names(bytes).map_err(Fault::Refused)
}

impl Extract {
    /// What the extract depends on besides the bytes; the number grows with every change of how texts are taken.
    pub(crate) fn words(ending: &str) -> String {
        format!("kabinet text 5: {ending}")
    }

    /// Takes what is in the bytes of a document whose name has this ending.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn of(bytes: &[u8], ending: &str) -> Result<Self, Fault> {
        if ending == PACKED {
            let packed = packed::list(bytes).map_err(Fault::Refused)?;
            return Ok(Self { text: packed::write(&packed), packed, ..Self::default() });
        }
        if Format::of(bytes) == Some(Format::Archive) && !SHOWN.contains(&ending) {
            return Err(Fault::Archive);
        }
        let authors = match kabinet_documents::names(bytes).map_err(Fault::Refused)? {
            Names::Untold => Authors::Untold,
            Names::Told => Authors::Told,
            Names::Signed => Authors::Signed,
        };
        let macros = !WITH_MACROS.contains(&ending) && kabinet_documents::has_macros(bytes);
        if SHOWN.contains(&ending) {
            return Ok(Self { authors, macros, ..Self::default() });
        }
        let (document, letters) = read(bytes, ending == VALUES).map_err(Fault::Refused)?;
        let printed = document.drawn.as_ref().map(|drawn| Printed {
            silent: drawn.silent.len(),
            pages: drawn.pages,
            garbled: letters == Letters::Garbled,
            guessed: !drawn.structured,
        });
        let text = if letters == Letters::Read { twin::write(&document) } else { String::new() };
        if text.len() > LONGEST {
            return Err(Fault::Refused(Refusal::Excessive("text")));
        }
        let spoken = document.left_out.iter().filter(|left| left.reason == Reason::Spoken).count();
        let left = left::sum(&document.left_out);
        Ok(Self { text, left, authors, printed, packed: Vec::new(), macros, spoken })
    }

    /// The extract as it is kept.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The extract that bytes are, if they are one.
    pub(crate) fn kept(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|kept: &Self| kept.text.len() <= LONGEST)
    }

    /// Why it is not published as it is, if somebody has yet to decide about something in it; else why its authors stay.
    pub(crate) fn fault(&self) -> Option<Fault> {
        if !self.left.is_empty() {
            return Some(Fault::Unfinished(self.left.clone()));
        }
        if self.macros {
            return Some(Fault::Macros);
        }
        if let Some(printed) = &self.printed {
            if printed.garbled {
                return Some(Fault::Garbled);
            }
            if printed.silent > 0 {
                return Some(Fault::Scan { silent: printed.silent, pages: printed.pages });
            }
        }
        if self.spoken > 0 {
            return Some(Fault::Spoken(self.spoken));
        }
        (self.authors == Authors::Signed).then_some(Fault::Signed)
    }
}

fn read(bytes: &[u8], of_values: bool) -> Result<(Document, Letters), Refusal> {
    if Format::of(bytes) == Some(Format::Pdf) {
        return printed::read(bytes);
    }
    if !of_values || Format::of(bytes).is_some() {
        return Ok((kabinet_documents::read(bytes)?, Letters::Read));
    }
    if bytes.len() > LONGEST {
        return Err(Refusal::Excessive("text"));
    }
    let decoded = encoding::decode(bytes);
    let values = decoded.is_text().then(|| kabinet_documents::csv(&decoded.text));
    Ok((values.ok_or(Refusal::Unknown)?, Letters::Read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_was_taken_and_nothing_else_is_one() {
        let taken = Extract::of("день;час\nвторник;9\n".as_bytes(), "csv").unwrap();
        assert_eq!(taken.text, "| день | час |\n| --- | --- |\n| вторник | 9 |");
        assert_eq!(Extract::kept(&taken.bytes()), Some(taken));
        assert_eq!(Extract::kept(b"{\"text\": 1}"), None);
        let long = "слово;".repeat(LONGEST / 8);
        assert!(matches!(
            Extract::of(long.as_bytes(), "csv"),
            Err(Fault::Refused(Refusal::Excessive("text")))
        ));
    }
}
