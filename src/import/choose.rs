//! What becomes of a file: which kind it is of, and whether it is one page or a list.

use std::path::Path;

use super::guess::{self, Because};
use super::target::{Target, foremost};
use super::{plan, source};

/// Heads that fit so many fields make a table of a text document a list.
const FITTING: usize = 3;

/// The choice for one file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Chosen {
    /// The place of the kind among the targets.
    pub(crate) kind: usize,
    /// Whether its rows become documents.
    pub(crate) as_plan: bool,
    /// Why, when nobody named the kind.
    pub(crate) because: Option<Because>,
}

/// Chooses for a file; `named` is the kind that a person said. `None` when nothing tells the kind. What cannot be read
/// goes on as a page: whoever reads it says why.
pub(crate) fn choose(
    file: &Path,
    targets: &[Target],
    named: Option<usize>,
) -> anyhow::Result<Option<Chosen>> {
    let name = source::file_name(file);
    let Ok(bytes) = source::load(file)? else { return Ok(fallback(targets, named)) };
    let sheet = guess::is_sheet(&bytes, &name);
    let (Ok(document), Ok(source)) = (source::document(&bytes, &name), source::read(&bytes, &name)) else {
        return Ok(fallback(targets, named));
    };
    if let Some(kind) = named {
        let target = &targets[kind];
        // A page may have a table with such heads too.
        let is_list = match target.is_scheduled() {
            true => plan::is_list(&document, target),
            false => target.official.is_none() && plan::fit(&document, target) >= FITTING,
        };
        let as_plan = sheet || is_list;
        return Ok(Some(Chosen { kind, as_plan, because: None }));
    }
    let guessed = guess::kind(&document, &source.reading, targets, sheet);
    let scheduled =
        || foremost(targets, Target::is_scheduled).filter(|_| sheet).map(|kind| (kind, Because::Sheet));
    Ok(guessed.or_else(scheduled).map(|(kind, because)| Chosen {
        kind,
        as_plan: because.is_list(),
        because: Some(because),
    }))
}

fn fallback(targets: &[Target], named: Option<usize>) -> Option<Chosen> {
    let kind = named.or_else(|| targets.iter().position(|target| target.official.is_some()))?;
    Some(Chosen { kind, as_plan: false, because: None })
}
