//! `kabinet import`: pages of the site from documents, lists of events from tables.

use std::path::{Path, PathBuf};

use super::said::{CONTENT, Said, TROUBLE};
use super::targets;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{self, Arg, Diagnostic, Look, RuleId};
use crate::i18n;
use crate::import::plan::PlanOptions;
use crate::import::{self, Chosen, Claimed, RunOptions, Target};
use crate::load;
use crate::options::Options;
use crate::schema::Schema;
use crate::source::Sources;
use crate::text::key;

pub(crate) const KIND_UNKNOWN: RuleId = RuleId("kind-unknown");
/// What people call a list of events, beside the names of kinds.
const PLAN: [&str; 2] = ["план", "plan"];

/// What a person asked for beside the files.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish<'a> {
    /// The kind, in their words.
    pub(super) kind: Option<&'a str>,
    /// The name of the page or list.
    pub(super) id: Option<&'a str>,
    /// Over a person's edits too.
    pub(super) force: bool,
}

/// Imports files; folders stand for the documents in them.
pub(super) fn import(
    options: &Options,
    named: &[PathBuf],
    wish: &Wish<'_>,
    look: &Look,
) -> anyhow::Result<Said> {
    let (declared, _) = load::declared(&options.root)?;
    let schema = &declared.schema;
    let targets = targets::all(schema);
    let kind = match wish.kind {
        None => None,
        Some(word) if PLAN.contains(&word.to_lowercase().as_str()) => {
            import::foremost(&targets, Target::is_scheduled)
        }
        Some(word) => {
            match schema.kind_called(word).map(|index| index.0).or_else(|| kind_of_paper(word, &targets)) {
                Some(index) => Some(index),
                None => {
                    let text = diagnostic::human(&[kind_unknown(word, schema)], &Sources::default(), look);
                    return Ok(Said { err: text, code: CONTENT, ..Said::default() });
                }
            }
        }
    };
    let files = import::meant(named)?;
    if files.is_empty() {
        let text = format!("{}\n", i18n::text(look.lang, "import-folder-empty", &[]));
        return Ok(Said { err: text, code: CONTENT, ..Said::default() });
    }
    let desk = Desk { options, schema, targets: &targets, kind, wish, look };
    let mut said = Said::default();
    let mut claimed = Claimed::new();
    for file in &files {
        match desk.one(file, &mut claimed) {
            Ok((text, failed)) => {
                said.code = said.code.max(if failed { CONTENT } else { 0 });
                said.out += if said.out.is_empty() { "" } else { "\n" };
                said.out += &text;
            }
            Err(error) if files.len() == 1 => return Err(error),
            // What was imported before is there and is told.
            Err(error) => {
                said.code = TROUBLE;
                said.err += &format!("{}\n", i18n::failure(&error, look.lang));
            }
        }
    }
    Ok(said)
}

/// The kind of official papers by the word for one of their sorts: `приказ`, `положение`.
fn kind_of_paper(word: &str, targets: &[Target]) -> Option<usize> {
    let word = key(word);
    let names = |target: &Target| target.official.as_ref()?.types.as_ref()?.get(&word).map(|_| ());
    targets.iter().position(|target| names(target).is_some())
}

/// What is the same for all files of a call.
struct Desk<'a> {
    options: &'a Options,
    schema: &'a Schema,
    targets: &'a [Target],
    /// The kind that was named.
    kind: Option<usize>,
    wish: &'a Wish<'a>,
    look: &'a Look,
}

impl Desk<'_> {
    /// Imports one file. Returns what is said, and whether the person did not get what they asked for.
    fn one(&self, file: &Path, claimed: &mut Claimed) -> anyhow::Result<(String, bool)> {
        let say = |key: &str, args: &[(&'static str, Arg)]| i18n::text(self.look.lang, key, args);
        let chosen = import::choose(file, self.targets, self.kind)?;
        let Some(Chosen { kind, as_plan, because }) = chosen else {
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let known: Vec<String> = offered(self.schema).map(|label| format!("«{label}»")).collect();
            let args = [("file", Arg::Text(name)), ("known", Arg::Text(known.join(", ")))];
            return Ok((format!("{}\n", say("import-kind-unclear", &args)), true));
        };
        let mut text = String::new();
        if let Some(because) = because {
            let args = [
                ("kind", Arg::Text(self.targets[kind].label.clone())),
                ("because", Arg::Text(because.key().to_owned())),
            ];
            text = format!("{}\n", say("import-kind-guessed", &args));
        }
        let folder = self.options.root.join("content").join(&self.schema.kinds[kind].folder);
        let (file, id, force) = (file.to_owned(), self.wish.id.map(str::to_owned), self.wish.force);
        let target = &self.targets[kind];
        let today = self.options.today;
        let now = if today.month() >= 8 { today.year() } else { today.year() - 1 };
        if as_plan {
            let options = PlanOptions { file, folder, target, id, force, now, claimed };
            let report = import::plan::run(&options)?;
            claimed.extend(report.list.clone().map(|list| (list, options.file)));
            return Ok((text + &import::plan::draw(&report, &say), report.is_failure()));
        }
        let options = RunOptions { file, folder, target: target.clone(), id, force, now, claimed };
        let report = import::run(&options)?;
        claimed.extend(report.target.clone().map(|target| (target, options.file)));
        Ok((text + &import::draw(&report, &say), report.is_failure()))
    }
}

/// The kinds to choose from: of one that has a single document nobody makes another.
fn offered(schema: &Schema) -> impl Iterator<Item = &str> {
    schema.kinds.iter().filter(|kind| kind.document.is_none()).map(|kind| kind.label.as_str())
}

/// A message about a word that names no kind.
pub(super) fn kind_unknown(kind: &str, schema: &Schema) -> Diagnostic {
    let known: Vec<&str> = offered(schema).collect();
    let problem = Diagnostic::error(KIND_UNKNOWN).arg("kind", kind).arg("known", known.join(", "));
    let names = schema.kinds.iter().flat_map(|kind| [kind.label.as_str(), kind.id.as_str()]);
    match nearest(kind, names).first() {
        Some(similar) => problem.arg("similar", *similar).help("help-similar"),
        None => problem.help("help"),
    }
}
