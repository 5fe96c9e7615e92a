//! The command for plans: reads the tables of a file, writes `content/<folder>/<name>.yaml` and the original beside it.

use std::path::{Path, PathBuf};

use super::rows::{self, Plan};
use super::write;
use crate::diagnostic::{Diagnostic, Severity};
use crate::import::place::{Made, Outcome, Place, first_line, is_taken, kept, linked};
use crate::import::target::{Offer, Sort, Target};
use crate::import::title::propose_id;
use crate::import::which::{self, Claimed, Stands};
use crate::import::{rules, source};

/// So many heads are told to somebody whose table has none.
const COLUMNS: usize = 8;

/// What the command is told.
#[derive(Clone, Debug)]
pub(crate) struct PlanOptions<'a> {
    /// The source.
    pub(crate) file: PathBuf,
    /// The folder of the kind.
    pub(crate) folder: PathBuf,
    /// The kind.
    pub(crate) target: &'a Target,
    /// The name of the list, when the person chose it.
    pub(crate) id: Option<String>,
    /// Overwrite a list that was edited by hand.
    pub(crate) force: bool,
    /// The first year of the school year of today.
    pub(crate) now: i16,
    /// What other files of this call were made into.
    pub(crate) claimed: &'a Claimed,
}

/// What the command tells.
#[derive(Debug)]
pub(crate) struct PlanReport {
    /// The file that was read.
    pub(crate) shown: String,
    /// What was done.
    pub(crate) outcome: Outcome,
    /// The list, when there is one.
    pub(crate) list: Option<PathBuf>,
    /// How many events it has.
    pub(crate) count: usize,
    /// What a person should look at.
    pub(crate) notes: Vec<Diagnostic>,
}

impl PlanReport {
    /// Whether the person did not get what they asked for.
    pub(crate) fn is_failure(&self) -> bool {
        self.notes.iter().any(|note| note.severity == Severity::Error)
    }
}

/// Runs the command. `Err` is for the disk only.
pub(crate) fn run(options: &PlanOptions<'_>) -> anyhow::Result<PlanReport> {
    let shown = source::file_name(&options.file);
    let failed = |note: Diagnostic| PlanReport {
        shown: shown.clone(),
        outcome: Outcome::Failed,
        list: None,
        count: 0,
        notes: vec![note],
    };
    let bytes = match source::load(&options.file)? {
        Ok(bytes) => bytes,
        Err(note) => return Ok(failed(note)),
    };
    let document = match source::document(&bytes, &shown) {
        Ok(document) => document,
        Err(note) => return Ok(failed(note)),
    };
    let mut plan = rows::read(&document, options.target, options.now);
    if plan.items.is_empty() {
        let mut report = failed(match (plan.headed, options.target.is_scheduled()) {
            (true, _) => source::fault(rules::PLAN_EMPTY, &shown),
            (false, true) => source::fault(rules::PLAN_HEADLESS, &shown),
            (false, false) => unfit(options.target, &shown),
        });
        report.notes.append(&mut plan.notes);
        return Ok(report);
    }
    plan.notes.extend(source::by_another(&bytes, &shown));
    let wish = options.id.clone().unwrap_or_else(|| name(&plan, &options.file));
    let name = settled(&wish, &plan, &bytes, options)?;
    let target = options.folder.join(format!("{name}.yaml"));
    // Hidden: it is kept to know what was imported, and is no file of any page.
    let original = format!(".{name}.{}", source::extension(&options.file));
    if let Some(link) = linked(&options.folder, &target, &original) {
        return Ok(failed(source::fault(rules::NOT_PLAIN_FILE, &link.display().to_string())));
    }
    let made = Made { text: write::write(&plan.items, &shown), pictures: Vec::new() };
    let place = Place { target: &target, original: target.with_file_name(&original), source: &bytes, made };
    // The list says which file it was made of; a file of another name is no edit of it.
    let before =
        first_line(&target).and_then(|line| write::source_of(&line)).unwrap_or_else(|| shown.clone());
    let again = |bytes: &[u8]| again(bytes, options, &before);
    let outcome = place.settle(options.force, again)?;
    if outcome == Outcome::Written && name != wish {
        plan.notes.push(Diagnostic::note(rules::ANOTHER).arg("other", wish).arg("id", name).help("help"));
    }
    if matches!(outcome, Outcome::Refused(_)) {
        plan.notes.push(Diagnostic::error(rules::EDITED).in_file(target.display().to_string()).help("help"));
    }
    Ok(PlanReport { shown, outcome, list: Some(target), count: plan.items.len(), notes: plan.notes })
}

fn again(bytes: &[u8], options: &PlanOptions<'_>, shown: &str) -> Option<Made> {
    let document = source::document(bytes, shown).ok()?;
    let plan = rows::read(&document, options.target, options.now);
    Some(Made { text: write::write(&plan.items, shown), pictures: Vec::new() })
}

/// The name of the list: a plan of other events for the same months keeps its own.
fn settled(wish: &str, plan: &Plan, bytes: &[u8], options: &PlanOptions<'_>) -> anyhow::Result<String> {
    let titles =
        |plan: &Plan| plan.items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>().join("\n");
    let stands = |name: &str| {
        let target = options.folder.join(format!("{name}.yaml"));
        if which::is_claimed(&target, &options.file, options.claimed) {
            return Ok(Stands::Other);
        }
        if !is_taken(&target) {
            return Ok(Stands::Nothing);
        }
        let Some((name, old)) = kept(&options.folder, &[&format!(".{name}")]) else {
            return Ok(Stands::This(1));
        };
        if options.id.is_some() || old == bytes {
            return Ok(Stands::This(100));
        }
        let before =
            source::document(&old, &name).ok().map(|old| rows::read(&old, options.target, options.now));
        Ok(before.map_or(Stands::This(1), |before| which::compared(&titles(&before), &titles(plan))))
    };
    which::name(wish, &[], stands)
}

/// What is said of a table whose heads are called as no fields of a kind, with those that it has.
fn unfit(target: &Target, shown: &str) -> Diagnostic {
    let read = target.offers.iter().filter(|offer| offer.sort != Sort::Other);
    let (must, may): (Vec<&Offer>, Vec<&Offer>) = read.partition(|offer| offer.required);
    let labels: Vec<String> =
        must.into_iter().chain(may).take(COLUMNS).map(|offer| format!("«{}»", offer.label)).collect();
    let fault = source::fault(rules::TABLE_UNFIT, shown).arg("kind", &target.label);
    if labels.is_empty() { fault.arg("columns", "none") } else { fault.arg("columns", labels.join(", ")) }
}

/// The name of a list: its month, or the months of a school year; that of its file where nothing happens on days.
fn name(plan: &Plan, file: &Path) -> String {
    let days = || plan.items.iter().filter_map(|item| item.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        return Some(propose_id(&stem))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "spisok".to_owned());
    };
    let month = |day: jiff::civil::Date| day.strftime("%Y-%m").to_string();
    if month(first) == month(last) {
        return format!("plan-{}", month(first));
    }
    format!("plan-{}-{}", month(first), month(last))
}
