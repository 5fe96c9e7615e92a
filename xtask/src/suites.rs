//! All tests of the code. `cargo test` runs one program of tests after the other, and the last test of each keeps a
//! processor from the next; here several programs run at a time, and the sites that they build lie in memory.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::shell::Shell;

/// Where Linux keeps files in memory: a site of a test is written to be read at once, and no disk need remember it.
const MEMORY: &str = "/dev/shm";
/// All sites that tests build at a time are far smaller. In kilobytes.
const ROOM: u64 = 4 * 1024 * 1024;

/// A program of tests, and the folder of its package.
struct Suite {
    program: PathBuf,
    package: PathBuf,
}

/// Compiles and runs all tests. Fails when one of them did.
pub(crate) fn run() -> Result<()> {
    let waiting = Mutex::new(VecDeque::from(suites()?));
    let scratch = scratch();
    let results = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(suite) = next(&waiting) {
                    let result = suite.run(scratch.as_deref());
                    results.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(result);
                }
            });
        }
    });
    if let Some(folder) = &scratch {
        // What a test that was killed left lying takes memory from everybody.
        std::fs::remove_dir_all(folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let mut passed = 0;
    let results = results.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    for result in results {
        passed += result?;
    }
    Shell::cargo("test --workspace --locked --doc").watch(|line| passed += passed_in(line))?;
    println!("\n{passed} passed, 0 failed");
    Ok(())
}

fn next(waiting: &Mutex<VecDeque<Suite>>) -> Option<Suite> {
    waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop_front()
}

/// A folder in memory for what tests write, where there is room for it.
fn scratch() -> Option<PathBuf> {
    let said = Shell::new("df").words("--output=avail -k").arg(MEMORY).read().ok()?;
    let free: u64 = said.lines().nth(1)?.trim().parse().ok()?;
    let folder = Path::new(MEMORY).join(format!("kabinet-tests-{}", std::process::id()));
    (free >= ROOM && std::fs::create_dir(&folder).is_ok()).then_some(folder)
}

/// Compiles the programs; that of whole sites takes longest, so it begins first.
fn suites() -> Result<Vec<Suite>> {
    let told =
        Shell::cargo("test --workspace --locked --no-run --message-format json-render-diagnostics").read()?;
    let mut suites: Vec<Suite> = told.lines().filter_map(suite).collect();
    if suites.is_empty() {
        bail!("cargo names no program of tests");
    }
    suites.sort_by_key(|suite| !named(&suite.program).starts_with("site-"));
    Ok(suites)
}

/// Reads what cargo says of one program that it made.
fn suite(line: &str) -> Option<Suite> {
    let told: Value = serde_json::from_str(line).ok()?;
    let is_test = told["profile"]["test"].as_bool()?;
    let program = PathBuf::from(told["executable"].as_str().filter(|_| is_test)?);
    let package = Path::new(told["manifest_path"].as_str()?).parent()?.to_owned();
    Some(Suite { program, package })
}

fn named(program: &Path) -> String {
    program.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

impl Suite {
    /// Runs the program, its files in a folder of their own if there is one, and shows what it said. Returns how many tests passed.
    fn run(&self, scratch: Option<&Path>) -> Result<u32> {
        let mut shell =
            Shell::new(&self.program).within(&self.package).env("CARGO_MANIFEST_DIR", &self.package);
        if let Some(folder) = scratch {
            shell = shell.env("TMPDIR", folder);
        }
        let (passed, said) = shell.capture()?;
        println!("━ {}\n{said}", named(&self.program));
        if !passed {
            bail!("tests of {} failed", named(&self.program));
        }
        Ok(said.lines().map(passed_in).sum())
    }
}

/// Reads the number of passed tests from a closing line of the test runner; other lines count nothing.
fn passed_in(line: &str) -> u32 {
    let Some(rest) = line.strip_prefix("test result: ok. ") else { return 0 };
    rest.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{passed_in, suite};

    #[test]
    fn counts_only_closing_lines() {
        assert_eq!(passed_in("test result: ok. 12 passed; 0 failed; 1 ignored"), 12);
        assert_eq!(passed_in("test render::tests::links ... ok"), 0);
    }

    #[test]
    fn only_programs_of_tests_are_run() {
        let line = |test: bool, file: &str| {
            format!(r#"{{"profile":{{"test":{test}}},"executable":{file},"manifest_path":"/a/Cargo.toml"}}"#)
        };
        assert!(suite(&line(true, r#""/t/site-1""#)).is_some_and(|suite| suite.package.ends_with("a")));
        assert!(suite(&line(false, r#""/t/kabinet""#)).is_none());
        assert!(suite(&line(true, "null")).is_none());
        assert!(suite("warning").is_none());
    }
}
