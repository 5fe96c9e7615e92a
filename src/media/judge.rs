//! Whether a file may be published, and what is to be said of it.

use std::ops::Range;
use std::path::Path;

use super::names::Name;
use super::sniff::{self, Format};
use super::types::{self, Danger};
use super::{
    drawing,
    picture::{self, PICTURE_DAMAGED, PICTURE_TOO_LARGE},
};
use crate::diagnostic::{Diagnostic, RuleId, Severity};
use crate::disk::{self, Links, STATE_LIMIT};
use crate::picture::Picture;

pub(crate) const FILE_ACTIVE: RuleId = RuleId("file-active");
pub(crate) const FILE_PROGRAM: RuleId = RuleId("file-program");
pub(crate) const FILE_MACROS: RuleId = RuleId("file-macros");
pub(crate) const FILE_TYPE_UNKNOWN: RuleId = RuleId("file-type-unknown");
pub(crate) const FILE_TYPE_OTHER: RuleId = RuleId("file-type-other");
pub(crate) const FILE_NAME_HIDES_TYPE: RuleId = RuleId("file-name-hides-type");
pub(crate) const ATTACHMENT_EMPTY: RuleId = RuleId("attachment-empty");
pub(crate) const PICTURE_HEIC: RuleId = RuleId("picture-heic");
pub(crate) const DRAWING_ACTIVE: RuleId = RuleId("file-active-drawing");
pub(crate) const DRAWING_UNREADABLE: RuleId = RuleId("drawing-unreadable");
pub(crate) const UNREADABLE: RuleId = RuleId("attachment-unreadable");

/// How much of a file tells its type.
const HEAD: u64 = 4096;

/// Who put a file into the site.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shelf {
    /// It lies beside documents: it may have come from anybody.
    Beside,
    /// It lies in `content/static/`: the site's keeper may need web pages, scripts and unknown types there.
    Static,
}

/// Something to say of a file.
#[derive(Debug)]
pub(crate) struct Finding {
    /// The message, without its place.
    pub(crate) message: Diagnostic,
    /// The text of the file and the place in it, when it is a text that was read.
    pub(crate) place: Option<(String, Range<usize>)>,
}

impl Finding {
    /// Whether it would only disappoint a reader, so that it matters once something names the file.
    pub(crate) fn is_mild(&self) -> bool {
        let file = [FILE_TYPE_UNKNOWN, FILE_TYPE_OTHER, FILE_MACROS, ATTACHMENT_EMPTY, UNREADABLE];
        let picture = [PICTURE_HEIC, PICTURE_DAMAGED, PICTURE_TOO_LARGE];
        file.iter().chain(&picture).any(|mild| *mild == self.message.rule)
    }
}

impl From<Diagnostic> for Finding {
    fn from(message: Diagnostic) -> Self {
        Self { message, place: None }
    }
}

/// What a file comes to that may be published.
#[derive(Debug, Default)]
pub(crate) struct Looked {
    /// What is wrong with it; at most one thing, the gravest.
    pub(crate) finding: Option<Finding>,
    /// What it shows, if it is a picture whose size is known.
    pub(crate) picture: Option<Picture>,
}

impl<F: Into<Finding>> From<Option<F>> for Looked {
    fn from(finding: Option<F>) -> Self {
        Self { finding: finding.map(Into::into), picture: None }
    }
}

/// Looks at a file that may be published.
pub(crate) fn look(path: &str, disk: &Path, shelf: Shelf) -> Looked {
    let name = Name::of(path);
    if let Some(message) = by_name(&name, shelf) {
        return Some(message).into();
    }
    let Ok(head) = disk::head(disk, HEAD) else {
        return Some(Diagnostic::error(UNREADABLE).help("help")).into();
    };
    let ending = name.ending.as_str();
    if head.is_empty() {
        let matters = shelf == Shelf::Beside || types::is_binary(ending);
        return matters.then(|| Diagnostic::error(ATTACHMENT_EMPTY).help("help")).into();
    }
    if ending == "svg" {
        return drawing(disk).into();
    }
    let format = sniff::format(&head);
    let other = by_content(&name, format, shelf);
    if other.as_ref().is_some_and(|message| message.severity == Severity::Error) {
        return other.into();
    }
    match picture::facts(ending, format, disk, shelf == Shelf::Beside) {
        Err(message) => Some(message).into(),
        Ok(picture) => {
            Looked { picture, ..other.or_else(|| heic(ending, shelf)).or_else(|| macros(&name)).into() }
        }
    }
}

/// Most browsers do not show what phones of one make write, and nothing here reads it.
fn heic(ending: &str, shelf: Shelf) -> Option<Diagnostic> {
    let phone = matches!(ending, "heic" | "heif") && shelf == Shelf::Beside;
    phone.then(|| Diagnostic::error(PICTURE_HEIC).help("help").help("help-phone"))
}

/// What a name alone forbids.
fn by_name(name: &Name, shelf: Shelf) -> Option<Diagnostic> {
    let danger = name.danger();
    let active = |help| Diagnostic::error(FILE_ACTIVE).arg("ending", name.told_by()).help(help);
    match danger {
        Some(Danger::Server) if name.is_inner() => Some(active("help-inner")),
        Some(Danger::Server) => Some(active("help-server")),
        Some(Danger::Browser) if shelf == Shelf::Beside || !types::of_the_keeper(name.told_by()) => {
            Some(active("help"))
        }
        Some(Danger::Program) => {
            Some(Diagnostic::error(FILE_PROGRAM).arg("ending", name.told_by()).help("help"))
        }
        // A keeper's file is published under its own name, which the room of addresses judges.
        _ if name.hides_type && shelf == Shelf::Beside => {
            Some(Diagnostic::error(FILE_NAME_HIDES_TYPE).help("help"))
        }
        _ if shelf == Shelf::Beside && !types::is_known(&name.ending) => Some(unknown(name)),
        _ => None,
    }
}

fn unknown(name: &Name) -> Diagnostic {
    let message = Diagnostic::error(FILE_TYPE_UNKNOWN);
    let message = message.arg("ending", if name.ending.is_empty() { "none" } else { &name.ending });
    if name.ending.is_empty() {
        message.help("help-none")
    } else if name.ending.chars().any(char::is_alphabetic) && !name.ending.is_ascii() {
        message.help("help-letters")
    } else {
        message.help("help")
    }
}

/// What the first bytes of a file betray.
fn by_content(name: &Name, format: Format, shelf: Shelf) -> Option<Diagnostic> {
    let keeper =
        shelf == Shelf::Static && (types::of_the_keeper(&name.ending) || !types::is_known(&name.ending));
    match format {
        Format::Server => Some(Diagnostic::error(FILE_ACTIVE).arg("ending", "php").help("help-content")),
        Format::Web if !keeper => {
            Some(Diagnostic::error(FILE_ACTIVE).arg("ending", "html").help("help-content"))
        }
        Format::Program if !keeper => {
            Some(Diagnostic::error(FILE_PROGRAM).arg("ending", "exe").help("help-content"))
        }
        _ => other_type(&name.ending, format),
    }
}

/// Says that a file is of another type than its name tells, unless programs that open it do not care.
fn other_type(ending: &str, format: Format) -> Option<Diagnostic> {
    let expected = types::formats(ending);
    if expected.is_empty() || expected.contains(&format) {
        return None;
    }
    // Whatever begins otherwise, programs look into documents themselves; a picture of nothing known shows nothing.
    let picture =
        expected.iter().any(|one| matches!(one, Format::Jpeg | Format::Png | Format::Webp | Format::Gif));
    let opens = (format == Format::Unknown && !picture) || expected.iter().any(|one| one.opens_like(format));
    let message =
        if opens { Diagnostic::warning(FILE_TYPE_OTHER) } else { Diagnostic::error(FILE_TYPE_OTHER) };
    let help = match format {
        Format::Unknown => "help-unknown",
        Format::Heif => "help-heif",
        _ => "help",
    };
    Some(message.arg("ending", ending).arg("found", format.name()).help(help))
}

fn macros(name: &Name) -> Option<Diagnostic> {
    let plain = types::without_macros(&name.ending)?;
    Some(Diagnostic::warning(FILE_MACROS).arg("ending", &name.ending).arg("plain", plain).help("help"))
}

/// Says what acts in a drawing.
fn drawing(path: &Path) -> Option<Finding> {
    let Ok(bytes) = disk::read(path, STATE_LIMIT, Links::Refused) else {
        return Some(Diagnostic::error(DRAWING_UNREADABLE).arg("why", "large").help("help").into());
    };
    let fault = drawing::check(&bytes).err()?;
    let message = match &fault.what {
        drawing::What::Unreadable(why) => Diagnostic::error(DRAWING_UNREADABLE).arg("why", *why).help("help"),
        drawing::What::Acts(kind, name) => {
            let message = Diagnostic::error(DRAWING_ACTIVE).arg("kind", *kind).arg("name", name);
            message.help(if *kind == "outside" { "help-embed" } else { "help" })
        }
    };
    Some(Finding { message, place: fault.place })
}
