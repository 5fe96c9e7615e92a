//! What is said of a document that is published as a file.

use kabinet_documents::Refusal;

use super::left::{Left, Sort};
use crate::diagnostic::{Diagnostic, RuleId};

/// Somebody has yet to accept changes, answer comments, or look at what is hidden.
pub(crate) const UNFINISHED: RuleId = RuleId("attachment-unfinished");
const PROTECTED: RuleId = RuleId("attachment-protected");
const DAMAGED: RuleId = RuleId("attachment-damaged");
const EXCESSIVE: RuleId = RuleId("attachment-excessive");
const ENTITIES: RuleId = RuleId("attachment-entities");
const SIGNED: RuleId = RuleId("attachment-signed");
/// There are only pictures of pages.
pub(crate) const SCAN: RuleId = RuleId("attachment-scan");
const SCAN_PAGES: RuleId = RuleId("attachment-scan-pages");
const GARBLED: RuleId = RuleId("attachment-garbled");
const SPOKEN: RuleId = RuleId("attachment-spoken");
const MACROS: RuleId = RuleId("attachment-macros");
const CLOSED: RuleId = RuleId("attachment-archive-closed");
const RESTRICTED: RuleId = RuleId("attachment-restricted");

/// Whether a rule says something of a document, which matters once something names its file.
pub(crate) fn speaks_of(rule: RuleId) -> bool {
    let of_documents = [UNFINISHED, PROTECTED, DAMAGED, EXCESSIVE, ENTITIES, SIGNED, SPOKEN];
    of_documents.contains(&rule) || [SCAN, SCAN_PAGES, GARBLED, RESTRICTED, MACROS, CLOSED].contains(&rule)
}

/// Why a document is not published, or not read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// It cannot be opened, or not any more.
    Gone,
    /// It is larger than documents are.
    TooLarge,
    /// It cannot be read.
    Refused(Refusal),
    /// It is an archive that no program of its ending opens: no document is in it.
    Archive,
    /// It holds what is not for readers.
    Unfinished(Vec<Left>),
    /// It names people where no reader looks, and is signed.
    Signed,
    /// Beside so many of its slides the speaker notes something.
    Spoken(usize),
    /// Of so many of its pages there is only a picture.
    Scan {
        /// Pages without letters.
        silent: usize,
        /// All pages.
        pages: usize,
    },
    /// It is an archive of which nobody can tell what lies in it.
    Closed,
    /// Its letters are others than they look.
    Garbled,
    /// There are macros in it that its name does not promise.
    Macros,
}

impl Fault {
    /// What is said of it. An error keeps a file from being published that harms somebody or that nobody could open; what
    /// a program opens perhaps is a warning.
    pub(crate) fn message(&self) -> Option<Diagnostic> {
        let excessive = |what: &str| Diagnostic::warning(EXCESSIVE).arg("what", what).help("help");
        Some(match self {
            // Of these the judge of files has said something, or publishing will.
            Self::Gone | Self::Refused(Refusal::Empty | Refusal::Unknown | Refusal::OldWord) => return None,
            Self::TooLarge => excessive("size"),
            Self::Refused(Refusal::Excessive(what)) => excessive(what),
            Self::Refused(Refusal::Protected) => Diagnostic::error(PROTECTED).help("help"),
            Self::Refused(Refusal::Restricted) => Diagnostic::warning(RESTRICTED).help("help"),
            Self::Macros => Diagnostic::warning(MACROS).help("help"),
            Self::Closed => Diagnostic::warning(CLOSED).help("help"),
            Self::Garbled => Diagnostic::warning(GARBLED).help("help"),
            Self::Scan { silent, pages } if silent < pages => Diagnostic::note(SCAN_PAGES)
                .number("silent", i64::try_from(*silent).unwrap_or(i64::MAX))
                .number("pages", i64::try_from(*pages).unwrap_or(i64::MAX))
                .help("help"),
            Self::Scan { .. } => Diagnostic::warning(SCAN).help("help"),
            Self::Refused(Refusal::Entities) => Diagnostic::error(ENTITIES).help("help"),
            Self::Refused(Refusal::Damaged { part, .. }) => {
                Diagnostic::warning(DAMAGED).arg("part", part.as_str()).help("help")
            }
            Self::Archive => Diagnostic::error(DAMAGED).arg("part", "none").help("help-archive"),
            Self::Unfinished(left) => unfinished(left),
            Self::Spoken(slides) => Diagnostic::note(SPOKEN)
                .number("slides", i64::try_from(*slides).unwrap_or(i64::MAX))
                .help("help"),
            Self::Signed => Diagnostic::note(SIGNED).help("help"),
        })
    }
}

fn unfinished(left: &[Left]) -> Diagnostic {
    let mut message = Diagnostic::error(UNFINISHED);
    let names = [
        ("deleted", "deleted_first"),
        ("inserted", "inserted_first"),
        ("comment", "comment_first"),
        ("hidden", "hidden_first"),
    ];
    for (sort, (count, first)) in Sort::ALL.into_iter().zip(names) {
        let found = left.iter().find(|left| left.sort == sort);
        message = message.number(count, found.map_or(0, |left| left.count));
        message = message.arg(first, found.map_or("", |left| left.first.as_str()));
    }
    message.help("help").help("help-answer")
}
