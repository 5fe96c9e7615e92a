//! Whether a file may be published, and what is to be said of it.

use std::ops::Range;
use std::path::Path;

use super::names::Name;
use super::sniff::{self, Format};
use super::types::{self, Danger};
use super::{drawing, position};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links, TEXT_LIMIT};

pub(crate) const FILE_ACTIVE: RuleId = RuleId("file-active");
pub(crate) const FILE_PROGRAM: RuleId = RuleId("file-program");
pub(crate) const FILE_MACROS: RuleId = RuleId("file-macros");
pub(crate) const FILE_TYPE_UNKNOWN: RuleId = RuleId("file-type-unknown");
pub(crate) const FILE_TYPE_OTHER: RuleId = RuleId("file-type-other");
pub(crate) const FILE_NAME_HIDES_TYPE: RuleId = RuleId("file-name-hides-type");
pub(crate) const ATTACHMENT_EMPTY: RuleId = RuleId("attachment-empty");
pub(crate) const PICTURE_POSITION: RuleId = RuleId("picture-position");
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
        [FILE_TYPE_UNKNOWN, FILE_TYPE_OTHER, FILE_MACROS, ATTACHMENT_EMPTY, UNREADABLE]
            .contains(&self.message.rule)
    }
}

impl From<Diagnostic> for Finding {
    fn from(message: Diagnostic) -> Self {
        Self { message, place: None }
    }
}

/// Says what is wrong with a file that may be published; at most one thing, the gravest.
pub(crate) fn judge(path: &str, disk: &Path, shelf: Shelf) -> Option<Finding> {
    let name = Name::of(path);
    if let Some(message) = by_name(&name, shelf) {
        return Some(message.into());
    }
    let Ok(head) = disk::head(disk, HEAD) else {
        return Some(Diagnostic::error(UNREADABLE).help("help").into());
    };
    let ending = name.ending.as_str();
    if head.is_empty() {
        let matters = shelf == Shelf::Beside || types::is_binary(ending);
        return matters.then(|| Diagnostic::error(ATTACHMENT_EMPTY).help("help").into());
    }
    if ending == "svg" {
        return drawing(disk);
    }
    let format = sniff::format(&head);
    by_content(&name, format, shelf)
        .or_else(|| {
            let told = position::is_told(disk, format);
            told.then(|| Diagnostic::error(PICTURE_POSITION).help("help").help("help-phone"))
        })
        .or_else(|| macros(&name))
        .map(Finding::from)
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
    let message = Diagnostic::error(FILE_TYPE_UNKNOWN).arg("ending", &name.ending);
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
    let opens = format == Format::Unknown || expected.iter().any(|one| one.opens_like(format));
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
    let Ok(bytes) = disk::read(path, TEXT_LIMIT, Links::Refused) else {
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
