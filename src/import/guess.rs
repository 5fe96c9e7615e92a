//! Which kind a file is of, when nobody has said: by the head of its table, by the words with which it begins.

use kabinet_documents::{Document, Format};

use super::line::Line;
use super::reading::Reading;
use super::target::{Target, foremost};
use super::{acts, header, layout, plan, terms};

/// Why a kind was chosen, the attribute of the message that says so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Because {
    /// It has a table with the head of a plan.
    Plan,
    /// The heads of its table are called as the fields of the kind.
    Heads,
    /// It is a table, and most tables are plans.
    Sheet,
    /// It begins as an official paper does.
    Paper,
    /// Its title has a word of the kind's list.
    Term,
    /// It tells a day and invites.
    Invites,
}

impl Because {
    /// Its name in the messages.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Heads => "heads",
            Self::Sheet => "sheet",
            Self::Paper => "paper",
            Self::Term => "term",
            Self::Invites => "invites",
        }
    }
}

/// So many lines tell what a file is.
const LOOKED_AT: usize = 12;

/// Heads that fit so many fields make a table a list of a kind that nobody has named.
const FITTING: usize = 2;

impl Because {
    /// Whether the rows of the file become documents.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Plan | Self::Heads | Self::Sheet)
    }
}

/// The kind of which a file is a list: that of plans, unless its heads are called as more fields of another one.
fn listed(document: &Document, targets: &[Target], sheet: bool) -> Option<(usize, Because)> {
    let fits: Vec<usize> = targets.iter().map(|target| plan::fit(document, target)).collect();
    let planned = foremost(targets, |target| target.is_scheduled() && plan::is_list(document, target));
    let may = |at: &usize| sheet || targets[*at].is_scheduled();
    let best =
        (0..targets.len()).filter(may).max_by_key(|at| (fits[*at], std::cmp::Reverse(targets[*at].place)))?;
    match planned {
        Some(at) if fits[best] <= fits[at] => Some((at, Because::Plan)),
        _ => (fits[best] >= FITTING).then_some((best, Because::Heads)),
    }
}

/// Chooses one of some kinds for a source; `None` when nothing tells.
pub(crate) fn kind(
    document: &Document,
    reading: &Reading,
    targets: &[Target],
    sheet: bool,
) -> Option<(usize, Because)> {
    let position = |is: &dyn Fn(&Target) -> bool| foremost(targets, is);
    if let Some(found) = listed(document, targets, sheet) {
        return Some(found);
    }
    let official = position(&|target| target.official.is_some());
    let lines = &reading.lines[..reading.lines.len().min(60)];
    let parts = layout::Parts::of(lines);
    let titled = lines[parts.title.clone()]
        .first()
        .is_some_and(|line| shouts(line) || parts.is_act || !parts.header.is_empty());
    let marked = lines.iter().take(LOOKED_AT).any(|line| header::is_mark(&line.text));
    if let Some(at) = official.filter(|_| titled || marked) {
        return Some((at, Because::Paper));
    }
    // «Положение о …», «План работы …» in small letters.
    let opens = lines[parts.title.clone()].first().is_some_and(|line| acts::opens_title(&line.text));
    if let Some(at) = official.filter(|_| opens) {
        return Some((at, Because::Paper));
    }
    let invites = lines.iter().take(LOOKED_AT).any(|line| {
        let folded = line.text.to_lowercase();
        ["состоится", "приглаша", "пройдёт", "пройдет", "уважаемые"].iter().any(|word| folded.contains(word))
    });
    if let Some(at) = position(&Target::is_scheduled).filter(|_| invites) {
        return Some((at, Because::Invites));
    }
    let first = lines.iter().find(|line| !line.text.is_empty())?;
    let by_term = |target: &Target| {
        target.official.is_none()
            && target
                .main_term()
                .is_some_and(|(_, terms)| terms::first(&first.text, terms).is_some_and(|found| found.at < 3))
    };
    if let Some(at) = position(&by_term) {
        return Some((at, Because::Term));
    }
    official.filter(|_| !parts.title.is_empty()).map(|at| (at, Because::Paper))
}

/// Whether a title is set as those of papers are.
fn shouts(line: &Line) -> bool {
    line.text.split(' ').next().is_some_and(|word| acts::is_capitals(word) && word.chars().count() > 3)
}

/// Whether a file can only be a table.
pub(crate) fn is_sheet(bytes: &[u8], name: &str) -> bool {
    Format::of(bytes).is_some_and(Format::is_sheet) || name.to_lowercase().ends_with(".csv")
}
