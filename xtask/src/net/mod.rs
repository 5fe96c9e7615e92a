//! The net under a move: what the program publishes, says and answers is kept, and a later build held against it.
//!
//! `keep` freezes the inputs and records what the program makes of them; `check` has another build of the program
//! make the same again. Records are plain text that `diff` can read: a manifest of hashes for each published tree,
//! messages as JSON, exit codes, address locks, answers of search. A commit that moves code changes none of it;
//! a commit that mends something changes exactly what it names, and then `keep` is run anew.

mod answers;
mod cases;
mod compare;
mod failing;
mod inputs;
mod record;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::files::clear;
use crate::root::at;
use crate::shell::Shell;
use crate::site;

const USAGE: &str =
    "how to call it: cargo xtask net keep|check [--release] [--program FILE] [--kept FOLDER] [--only CASES]";

/// Where what is kept lies unless told otherwise.
const KEPT: &str = "target/net";

/// Where a check works.
const NOW: &str = "target/net-now";

/// What was asked for.
struct Call {
    program: PathBuf,
    kept: PathBuf,
    /// How the names of the cases begin that are checked; empty for all.
    only: String,
}

/// `cargo xtask net keep|check`.
pub(crate) fn command(words: &[&str]) -> Result<()> {
    let [what, options @ ..] = words else { bail!(USAGE) };
    if !["keep", "check"].contains(what) {
        bail!(USAGE);
    }
    let call = read(options)?;
    let start = Instant::now();
    match *what {
        "keep" => keep(&call)?,
        _ => check(&call)?,
    }
    println!("net {what}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Reads the options, and builds the program when none was given.
fn read(options: &[&str]) -> Result<Call> {
    let (mut program, mut kept, mut release, mut only) = (None, at(KEPT), false, String::new());
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match (*option, option.starts_with("--release").then_some("").or_else(|| options.next().copied())) {
            ("--release", _) => release = true,
            ("--program", Some(file)) => program = Some(std::path::absolute(file)?),
            ("--kept", Some(folder)) => kept = std::path::absolute(folder)?,
            ("--only", Some(cases)) => only = cases.to_owned(),
            _ => bail!(USAGE),
        }
    }
    let program = program.map_or_else(|| built(release), Ok)?;
    if !program.is_file() {
        bail!("{} is not there", program.display());
    }
    Ok(Call { program, kept, only })
}

fn built(release: bool) -> Result<PathBuf> {
    let (flag, folder) = if release { ("--release", "release") } else { ("", "debug") };
    Shell::cargo("build --locked --package kabinet").words(flag).run()?;
    site::program(folder)
}

/// Freezes the inputs and records what the program makes of them.
fn keep(call: &Call) -> Result<()> {
    clear(&call.kept)?;
    inputs::freeze(&inputs::folder(&call.kept))?;
    let record = recorded(&call.kept);
    cases::run(&call.program, &inputs::folder(&call.kept), "", &record)?;
    if let Some(unsound) = cases::unsound(&record)? {
        bail!(
            "{unsound} was not built, so the net would hold nothing of it: see its build.out.txt in {}",
            record.display()
        );
    }
    println!("kept in {}", call.kept.display());
    Ok(())
}

/// Makes all of it again and fails when anything differs.
fn check(call: &Call) -> Result<()> {
    let before = recorded(&call.kept);
    if !before.is_dir() {
        bail!(
            "nothing is kept in {}: run `cargo xtask net keep` on the commit to compare with",
            call.kept.display()
        );
    }
    let now = at(NOW);
    clear(&now)?;
    cases::run(&call.program, &inputs::folder(&call.kept), &call.only, &now)?;
    let differences = compare::all(&before, &now, &call.only)?;
    if differences.is_empty() {
        println!("all is equal");
        return Ok(());
    }
    println!("{}", differences.join("\n"));
    bail!(
        "{} differences. A move changes nothing; if this is a mend that means to, say so in its commit and run `cargo xtask net keep`. All of it: diff -r -x site -x work {} {}",
        differences.len(),
        before.display(),
        now.display()
    )
}

/// Where the record of kept things lies.
fn recorded(kept: &Path) -> PathBuf {
    kept.join("record")
}
