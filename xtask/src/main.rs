//! Chores of the repository, without a second build tool: `cargo xtask ci` and its steps one by one.
//!
//! Every step is a function that prints what it does and fails with a reason. `steps.rs` holds the one table
//! of them; nothing here knows how the generator works inside.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for developers: it talks on the terminal"
)]

mod bundles;
mod carry;
mod corpus;
mod deny;
mod engine;
mod files;
mod forbid;
mod license;
mod net;
mod root;
mod setup;
mod shell;
mod site;
mod steps;
mod suites;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["ci"] => steps::run_all(),
        ["ci", "--list"] => {
            steps::list();
            Ok(())
        }
        ["wasm"] => engine::write(),
        ["assets"] => bundles::write(),
        ["carry", rest @ ..] => carry::command(rest),
        ["corpus", "photos", rest @ ..] => corpus::photos(rest),
        ["corpus", rest @ ..] => corpus::command(rest),
        ["net", rest @ ..] => net::command(rest),
        [name] if steps::exists(name) => steps::run_one(name),
        _ => {
            steps::usage();
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
