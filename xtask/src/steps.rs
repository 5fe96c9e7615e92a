//! The one table of steps, in the order of `cargo xtask ci`: cheap ones first, then what is tried on what they built.

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::shell::Shell;
use crate::{bundles, deny, engine, forbid, setup, site, suites};

/// What a step is called, what it is for, and what it does.
struct Step {
    name: &'static str,
    summary: &'static str,
    run: fn() -> Result<()>,
}

impl Step {
    fn headline(&self) -> String {
        format!("{}: {}", self.name, self.summary)
    }
}

const STEPS: &[Step] = &[
    Step {
        name: "setup",
        summary: "installs what is missing: Chromium, Firefox, Node, Java, the browser tests' packages",
        run: setup::run,
    },
    Step {
        name: "forbid",
        summary: "no leftovers, conflict markers or paths of one machine",
        run: forbid::run,
    },
    Step { name: "fmt", summary: "the code is formatted", run: fmt },
    Step {
        name: "deny",
        summary: "licences, duplicates and sources of dependencies (deny.toml)",
        run: deny::run,
    },
    Step {
        name: "bundles",
        summary: "the committed scripts and styles are what their sources make",
        run: bundles::check,
    },
    Step { name: "clippy", summary: "no warnings in any target", run: clippy },
    Step { name: "core", summary: "the search core compiles as the browser takes it", run: core },
    Step {
        name: "engine",
        summary: "the committed search engine was built from these sources",
        run: engine::check,
    },
    Step { name: "doc", summary: "the code's documentation is whole", run: doc },
    Step { name: "site", summary: "builds the portal at two addresses, and a larger one", run: site::build },
    Step {
        name: "rebuild",
        summary: "the search engine, built from source, answers as it does natively",
        run: engine::rebuild,
    },
    Step { name: "html", summary: "every page is valid HTML", run: site::validate },
    Step { name: "browser", summary: "the portal works in a real browser", run: site::browser },
    Step { name: "test", summary: "all tests of the code", run: suites::run },
];

/// What runs side by side once everything is built: tests in a browser wait more than they compute, the others compute.
const LANES: &[&[&str]] = &[&["rebuild", "html", "browser"], &["test"]];

/// Tells whether a step has this name.
pub(crate) fn exists(name: &str) -> bool {
    STEPS.iter().any(|step| step.name == name)
}

/// Runs every step, stopping at the first that fails; those of [`LANES`] side by side at the end.
pub(crate) fn run_all() -> Result<()> {
    let start = Instant::now();
    let mut times = Vec::new();
    for step in STEPS.iter().filter(|step| !LANES.iter().any(|lane| lane.contains(&step.name))) {
        println!("\n━━━ {}", step.headline());
        times.push((step.name, timed(step)?));
    }
    times.extend(side_by_side()?);
    let each: Vec<String> = times.iter().map(|(name, time)| format!("{name} {}", seconds(*time))).collect();
    println!("\nci passed in {}: {}", seconds(start.elapsed()), each.join(", "));
    Ok(())
}

/// Runs the lanes, each step as a program of its own, whose words are shown together when it ends. One that failed
/// ends its lane and is shown last.
fn side_by_side() -> Result<Vec<(&'static str, Duration)>> {
    println!(
        "\n━━━ side by side: {}",
        LANES.iter().map(|lane| lane.join(", ")).collect::<Vec<_>>().join(" | ")
    );
    let (times, failed) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let run = |lane: &[&str]| -> Result<()> {
        for step in STEPS.iter().filter(|step| lane.contains(&step.name)) {
            let start = Instant::now();
            let (passed, said) = Shell::new(std::env::current_exe()?).arg(step.name).capture()?;
            let said = format!("\n━━━ {}\n{said}", step.headline());
            if !passed {
                failed.lock().unwrap_or_else(PoisonError::into_inner).push((step.name, said));
                break;
            }
            println!("{said}");
            times.lock().unwrap_or_else(PoisonError::into_inner).push((step.name, start.elapsed()));
        }
        Ok(())
    };
    let ends: Vec<Result<()>> = thread::scope(|scope| {
        let lanes: Vec<_> = LANES.iter().map(|lane| scope.spawn(|| run(lane))).collect();
        let broken = |_| Err(anyhow::anyhow!("a lane was cut short"));
        lanes.into_iter().map(|lane| lane.join().unwrap_or_else(broken)).collect()
    });
    ends.into_iter().collect::<Result<()>>()?;
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    failed.iter().for_each(|(_, said)| println!("{said}"));
    if let Some((name, _)) = failed.first() {
        bail!("step `{name}` failed");
    }
    Ok(times.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Runs one step by name.
pub(crate) fn run_one(name: &str) -> Result<()> {
    let step = STEPS.iter().find(|step| step.name == name).context("no such step")?;
    timed(step).map(drop)
}

/// Prints the steps.
pub(crate) fn list() {
    for step in STEPS {
        println!("{:<8} {}", step.name, step.summary);
    }
}

/// Prints how to call this program.
pub(crate) fn usage() {
    println!(
        "cargo xtask ci          runs every step, as CI does\ncargo xtask ci --list   lists the steps\ncargo xtask STEP        runs one\ncargo xtask wasm        builds the search engine for the browser anew, to be committed\ncargo xtask assets      bundles the theme's scripts and styles anew, to be committed\ncargo xtask carry       packs the program for computers without a compiler: docs/operations.md\ncargo xtask net         keeps what the program makes and says, and compares: CONTRIBUTING.md\ncargo xtask corpus      generates pages for measuring: docs/benchmarks.md\n\nsteps:"
    );
    list();
}

fn timed(step: &Step) -> Result<Duration> {
    let start = Instant::now();
    (step.run)()
        .with_context(|| format!("step `{0}` failed; run it alone with: cargo xtask {0}", step.name))?;
    let took = start.elapsed();
    println!("✓ {} in {}", step.name, seconds(took));
    Ok(took)
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn fmt() -> Result<()> {
    Shell::cargo("fmt --all --check").run()
}

fn clippy() -> Result<()> {
    Shell::cargo("clippy --workspace --all-targets --locked -- -D warnings").run()
}

fn core() -> Result<()> {
    Shell::cargo("check -p kabinet-search --no-default-features --locked").run()
}

fn doc() -> Result<()> {
    Shell::cargo("doc --workspace --no-deps --document-private-items --locked")
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()
}

#[cfg(test)]
mod tests {
    use super::{LANES, STEPS};

    #[test]
    fn step_names_are_unique() {
        let mut names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), STEPS.len());
        assert!(LANES.concat().iter().all(|name| names.contains(name)), "a lane has an unknown step");
    }
}
