//! `kabinet build`, `check` and `rollback`.

use std::path::Path;
use std::sync::Arc;

use super::said::{Said, TROUBLE};
use crate::dates;
use crate::diagnostic::{self, Diagnostic, Fate, Format, Look};
use crate::emit::{self, Published};
use crate::i18n::{self, Arg};
use crate::options::Options;
use crate::pipeline::{self, Outcome};
use crate::progress::Progress;
use crate::project;
use crate::source::Sources;

/// Builds and publishes.
pub(super) fn build(options: &Options, look: &Look) -> anyhow::Result<Said> {
    let progress = Progress::new(options.progress, options.lang);
    let outcome = pipeline::build(options, &progress);
    progress.finish();
    let outcome = outcome?;
    match &outcome.published {
        None => Ok(report(options, look, &outcome, kept(&outcome.target))),
        Some(Err(error)) => {
            let fate = if error.leaves_old() { kept(&outcome.target) } else { Fate::Silent };
            Ok(troubled(options, look, error.diagnostic(), Some(&outcome), fate))
        }
        Some(Ok(published)) => {
            let mut said = match &published.unfinished {
                None => report(options, look, &outcome, Fate::Silent),
                Some(error) => troubled(options, look, error.unfinished(), Some(&outcome), Fate::Silent),
            };
            if options.format == Format::Human {
                said.err.push_str(&done(options, &outcome, published));
            }
            Ok(said)
        }
    }
}

/// Does all but the publishing.
pub(super) fn check(options: &Options, look: &Look) -> anyhow::Result<Said> {
    let progress = Progress::new(options.progress, options.lang);
    let outcome = pipeline::check(options, &progress);
    progress.finish();
    let outcome = outcome?;
    Ok(report(options, look, &outcome, Fate::Silent))
}

/// Checks the site, and says what there is to say of one file, by its path in the site.
pub(super) fn check_file(options: &Options, file: &Path, look: &Look) -> anyhow::Result<Said> {
    let mut outcome = pipeline::check(options, &Progress::silent())?;
    let (path, sources) = (file.to_string_lossy().replace('\\', "/"), Arc::clone(&outcome.sources));
    outcome.messages.retain(|message| message.place(&sources).0.is_some_and(|place| place == path));
    Ok(report(options, look, &outcome, Fate::Silent))
}

/// Brings back the tree before.
pub(super) fn rollback(options: &Options, look: &Look) -> anyhow::Result<Said> {
    let target = project::target(options);
    match emit::rollback(&target, &project::publishing(options)) {
        Err(error) => Ok(troubled(options, look, error.diagnostic(), None, Fate::Silent)),
        Ok(published) => {
            let args =
                [("folder", Arg::from(shown(&target))), ("files", Arg::Number(published.files as i64))];
            let mut said = Said::default();
            if let Some(error) = &published.unfinished {
                said = troubled(options, look, error.unfinished(), None, Fate::Silent);
            }
            said.out.push_str(&line(&i18n::text(options.lang, "done-rollback", &args)));
            Ok(said)
        }
    }
}

/// What became of a site that was not published: the one before is in place, if there was one.
fn kept(target: &Path) -> Fate {
    if emit::holds_site(target) { Fate::NotPublished } else { Fate::NothingYet }
}

/// The messages of a run in the format asked for. `fate` is what became of the site if they are errors.
fn report(options: &Options, look: &Look, outcome: &Outcome, fate: Fate) -> Said {
    let report = diagnostic::report(outcome.messages.clone(), &outcome.sources, options.format, look, fate);
    Said { out: report.out, err: report.err, code: report.code }
}

/// Trouble with the machine, after what there is to say of the content, and what became of the site.
fn troubled(
    options: &Options,
    look: &Look,
    trouble: Diagnostic,
    outcome: Option<&Outcome>,
    fate: Fate,
) -> Said {
    let none = Sources::default();
    let (mut messages, sources) =
        outcome.map_or((Vec::new(), &none), |outcome| (outcome.messages.clone(), &*outcome.sources));
    messages.push(trouble);
    let report = diagnostic::report(messages, sources, options.format, look, fate);
    Said { out: report.out, err: report.err, code: TROUBLE }
}

/// Where the site lies, what has changed, and how to look at it.
fn done(options: &Options, outcome: &Outcome, published: &Published) -> String {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let args = [
        ("folder", Arg::from(shown(&outcome.target))),
        ("pages", number(outcome.pages)),
        ("files", number(published.files)),
        ("added", number(published.added.len())),
        ("changed", number(published.changed.len())),
        ("removed", number(published.removed.len())),
    ];
    let mut text = line(&i18n::text(options.lang, "done-build", &args));
    text.push_str(&line(&i18n::text(options.lang, "done-build.changes", &args)));
    if let Some(day) = outcome.next_change {
        let day = dates::dotted(day);
        text.push_str(&line(&i18n::text(options.lang, "done-build.next", &[("day", Arg::from(day))])));
    }
    if published.forgotten {
        text.push_str(&line(&i18n::text(options.lang, "done-build.forgotten", &args)));
    }
    if options.purge && !options.locked {
        text.push_str(&line(&i18n::text(options.lang, "done-build.purged", &args)));
    }
    text.push_str(&line(&i18n::text(options.lang, "done-build.look", &args)));
    text
}

fn line(text: &str) -> String {
    format!("{text}\n")
}

fn shown(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
