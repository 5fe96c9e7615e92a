//! What is made of the inputs: each case is one site, one day and what is done with it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result};

use super::record::Bench;
use super::{answers, inputs};
use crate::site::{ADDRESSES, TODAY};

/// The days of the portal: the school year's beginning, the day of all tests, and a day when much is over.
const DAYS: [&str; 3] = ["2026-09-01", TODAY, "2027-04-01"];

/// The case whose search is asked all questions: the portal at the first address, on the day of the tests.
const ASKED: &str = "content-top-2026-11-21";

/// How the names of sites with mistakes begin.
const FAILING: &str = "failing-";

/// What is done with a site.
enum Deed {
    /// Build it, and check it.
    Build,
    /// Besides, export what search knows.
    Export,
}

struct Case {
    name: String,
    input: PathBuf,
    day: &'static str,
    deed: Deed,
}

/// Runs the cases whose names begin so into a folder, several at once.
pub(super) fn run(program: &Path, inputs: &Path, only: &str, out: &Path) -> Result<()> {
    let mut cases = all(inputs)?;
    cases.retain(|case| case.name.starts_with(only));
    if cases.is_empty() {
        anyhow::bail!("no case is called {only}…");
    }
    side_by_side(cases.len(), |number| one(program, &cases[number], out))?;
    let mut questions = answers::questions(inputs)?;
    if !ASKED.starts_with(only) {
        questions.clear();
    }
    let asked = Bench::new(program, &out.join(ASKED));
    let parts = questions.len().div_ceil(16);
    side_by_side(parts, |part| {
        let own = &questions[part * 16..questions.len().min(part * 16 + 16)];
        own.iter().enumerate().try_for_each(|(place, question)| asked.answer(part * 16 + place + 1, question))
    })?;
    println!("sites built: {}, questions asked: {}", cases.len(), questions.len());
    Ok(())
}

/// Finds a site that must be sound and was not built.
pub(super) fn unsound(record: &Path) -> Result<Option<String>> {
    let mut names: Vec<String> = std::fs::read_dir(record)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(FAILING))
        .collect();
    names.sort();
    let built = |name: &String| {
        let said = std::fs::read_to_string(record.join(name).join("build.err.txt"));
        said.is_ok_and(|said| said.ends_with("exit 0\n"))
    };
    Ok(names.into_iter().find(|name| !built(name)))
}

fn all(inputs: &Path) -> Result<Vec<Case>> {
    let case = |name: String, input: PathBuf, day, deed| Case { name, input, day, deed };
    // The slowest first, so that nothing is waited for at the end.
    let mut all = vec![
        case("portal".into(), inputs.join("portal"), TODAY, Deed::Export),
        case("plain".into(), inputs.join("plain"), TODAY, Deed::Build),
    ];
    for (name, _) in ADDRESSES {
        for day in DAYS {
            let deed = if day == TODAY { Deed::Export } else { Deed::Build };
            all.push(case(
                format!("content-{name}-{day}"),
                inputs.join(format!("content-{name}")),
                day,
                deed,
            ));
        }
    }
    let folder = inputs::broken(inputs);
    let entries = std::fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut broken: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    broken.sort();
    all.extend(broken.into_iter().map(|input| {
        let name = input.file_name().unwrap_or_default().to_string_lossy().into_owned();
        case(format!("{FAILING}{name}"), input, TODAY, Deed::Build)
    }));
    Ok(all)
}

fn one(program: &Path, case: &Case, out: &Path) -> Result<()> {
    let bench = Bench::new(program, &out.join(&case.name));
    let work = || {
        bench.lay(&case.input)?;
        bench.said("check", &["check", "--format", "json", "--today", case.day])?;
        bench.build(case.day)?;
        bench.said("again", &["check", "--locked", "--format", "json", "--today", case.day])?;
        if matches!(case.deed, Deed::Export) {
            bench.export(case.day)?;
        }
        bench.clean()
    };
    work().with_context(|| format!("case {}", case.name))
}

/// Does so many things, as many at once as the machine has processors; the first fault ends it.
fn side_by_side(count: usize, work: impl Fn(usize) -> Result<()> + Sync) -> Result<()> {
    let next = AtomicUsize::new(0);
    let take = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= count {
                return Ok(());
            }
            work(number)?;
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(take)).collect();
        let ends =
            running.into_iter().map(|one| one.join().unwrap_or_else(|_| anyhow::bail!("a case panicked")));
        ends.collect::<Result<Vec<()>>>().map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::{ASKED, DAYS, TODAY, side_by_side};
    use std::sync::Mutex;

    #[test]
    fn everything_is_done_once_and_faults_are_told() {
        let done = Mutex::new(Vec::new());
        side_by_side(50, |number| {
            done.lock().unwrap().push(number);
            Ok(())
        })
        .unwrap();
        let mut done = done.into_inner().unwrap();
        done.sort_unstable();
        assert!(done.into_iter().eq(0..50));
        assert!(
            side_by_side(50, |number| if number == 7 { anyhow::bail!("seven") } else { Ok(()) }).is_err()
        );
    }

    #[test]
    fn the_case_that_is_asked_exists() {
        assert!(DAYS.contains(&TODAY) && ASKED.ends_with(TODAY));
    }
}
