//! The law Linear: whatever is written, the cost of reading it grows with its size, not with the square of it.
//!
//! Each case is a generator of input of one kind (`markdown`, `html`, `yaml`, `sites`, `foreign`, `files`), large or
//! nested as far as its number says. The usual run takes each at a modest size and holds the limits only: a page
//! or a message comes, within processor time and memory that a debug build on a loaded machine keeps too. The
//! long run doubles sizes and holds the ratio of processor time:
//!
//! ```text
//! RATIOS=1 cargo test --release --test linear -- --nocapture
//! RATIOS=1 LINEAR=footnotes,quotes KABINET=path/of/another cargo test --release --test linear -- --nocapture
//! ```
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot write its site should stop at once, and writes where it likes"
)]

mod files;
mod foreign;
mod html;
mod markdown;
mod measure;
#[path = "../support/office.rs"]
mod office;
#[path = "../support/pdf.rs"]
mod pdf;
mod sites;
mod yaml;

use measure::{Cost, Site, cost};

/// What the program is asked to do with an input.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Task {
    /// `kabinet build`
    Build,
    /// `kabinet import`
    Import,
}

/// A generator of inputs.
pub(crate) struct Case {
    /// Its name, for the environment variable `LINEAR`.
    name: &'static str,
    /// The size for the usual run.
    modest: usize,
    /// Makes the input of a size.
    make: fn(usize, &mut Site),
    /// What is done with it.
    task: Task,
}

/// Makes the case of a build.
pub(crate) const fn build(name: &'static str, modest: usize, make: fn(usize, &mut Site)) -> Case {
    Case { name, modest, make, task: Task::Build }
}

/// Makes the case of an import.
pub(crate) const fn import(name: &'static str, modest: usize, make: fn(usize, &mut Site)) -> Case {
    Case { name, modest, make, task: Task::Import }
}

/// The most memory that a run may take. In bytes.
const MEMORY: u64 = 512 << 20;
/// The most processor time for one input, in seconds: of the optimised program, and of a debug build, in which
/// the same work costs some ten times as much.
const SECONDS: f64 = if cfg!(debug_assertions) { 60.0 } else { 10.0 };
/// Doubling an input costs at most this.
const RATIO: f64 = 2.5;
/// A build that fails may cost this beside one that does not.
const FAILING: f64 = 1.5;
/// Below this a cost is mostly that of starting, and of noise: it counts as this much. In seconds.
const TELLING: f64 = 0.5;
/// No input of one case is made longer than this in search of a telling cost: doubled, no file of it is longer than
/// what is read. In bytes.
const LONGEST: u64 = if cfg!(debug_assertions) { 512 << 10 } else { 2 << 20 };

fn cases() -> Vec<Case> {
    let all = [markdown::CASES, html::CASES, yaml::CASES, sites::CASES, foreign::CASES, files::CASES]
        .into_iter()
        .flatten();
    let wanted = std::env::var("LINEAR").unwrap_or_default();
    let named = |case: &&Case| wanted.is_empty() || wanted.split(',').any(|name| name == case.name);
    all.filter(named).map(|case| Case { ..*case }).collect()
}

#[test]
fn every_input_comes_to_a_page_or_a_message_within_the_limits() {
    for case in cases() {
        let found = measured(&case, case.modest, 1);
        eprintln!("{:<28} {found}", case.name);
        assert!(found.seconds <= SECONDS, "{}: {found:?}", case.name);
        assert!(found.memory <= MEMORY, "{}: {found:?}", case.name);
    }
}

#[test]
fn doubling_an_input_costs_at_most_two_and_a_half_times() {
    if std::env::var_os("RATIOS").is_none() {
        eprintln!("SKIPPED: ratios take minutes and an optimised program; RATIOS=1 asks for them");
        return;
    }
    let mut slow = Vec::new();
    for case in cases() {
        let mut size = case.modest * 2;
        let (mut once, mut twice) = (measured(&case, size, 1), measured(&case, size * 2, 1));
        while once.seconds < TELLING && twice.bytes < LONGEST && twice.seconds < SECONDS {
            size *= 2;
            (once, twice) = (twice, measured(&case, size * 2, 1));
        }
        if over(&once, &twice) > RATIO {
            (once, twice) = (measured(&case, size, 3), measured(&case, size * 2, 3));
        }
        let ratio = over(&once, &twice);
        eprintln!("{:<28} {size:>8}: {once} → {twice}, {ratio:.2}", case.name);
        if ratio > RATIO || twice.seconds > SECONDS || twice.memory > MEMORY {
            slow.push(case.name);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn a_build_that_fails_costs_about_what_one_does_that_does_not() {
    if std::env::var_os("RATIOS").is_none() {
        eprintln!("SKIPPED: costs are compared in the long run; RATIOS=1 asks for it");
        return;
    }
    for (clean, failing) in sites::PAIRS {
        let (right, wrong) = (measured(clean, clean.modest, 3), measured(failing, failing.modest, 3));
        eprintln!("{:<28} {right}; {:<28} {wrong}", clean.name, failing.name);
        assert!(wrong.seconds <= right.seconds * FAILING + TELLING / 10.0, "{}: {wrong:?}", failing.name);
    }
}

/// How many times the cost grew. The share of starting is in both, small beside a telling cost: were the rest to
/// grow with the square, it would still show.
fn over(once: &Cost, twice: &Cost) -> f64 {
    twice.seconds.max(TELLING) / once.seconds.max(TELLING)
}

/// The least cost of several runs.
fn measured(case: &Case, size: usize, times: usize) -> Cost {
    let runs = (0..times).map(|_| cost(case, size));
    runs.min_by(|a, b| a.seconds.total_cmp(&b.seconds)).unwrap()
}
