//! The command `kabinet`: prints messages, chooses the exit code.
//!
//! 0: all is well; 1: the content has errors; 2: wrong usage, trouble with the machine, or a fault of ours.

use kabinet::cli::{self, Invocation, Machine};
use kabinet::commands;
use kabinet::diagnostic::Format;
use kabinet::i18n::{self, Lang};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// The exit code of wrong usage and of trouble.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let machine = Machine::here();
    let lang = cli::language(&words, &machine);
    confess_panics(lang);
    // A panic has told its story through the hook by now.
    std::panic::catch_unwind(|| run(words, &machine)).unwrap_or(TROUBLE).into()
}

fn run(words: Vec<OsString>, machine: &Machine) -> u8 {
    match cli::read(words, machine) {
        Ok(invocation) => perform(&invocation).unwrap_or_else(|error| {
            let lang = invocation.look.lang;
            let text = i18n::failure(&error, lang);
            match invocation.format() {
                Format::Human => {
                    complain(&format!("{}\n", i18n::text(lang, "cli-error", &[("text", text.into())])));
                }
                format => drop(say(&cli::failure(&text, format, lang))),
            }
            TROUBLE
        }),
        Err(reply) if reply.code == 0 => say(&reply.text),
        Err(reply) => {
            match &reply.out {
                Some(out) => drop(say(out)),
                None => complain(&reply.text),
            }
            reply.code
        }
    }
}

/// Does the task; the errors are those of disk and network, never those of an author.
fn perform(invocation: &Invocation) -> anyhow::Result<u8> {
    let said = commands::perform(invocation)?;
    complain(&said.err);
    say(&said.out);
    Ok(said.code)
}

/// Prints the result of a run. Whoever closes the pipe early (`| head`) has seen enough.
fn say(text: &str) -> u8 {
    let mut out = anstream::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    0
}

/// Prints messages.
fn complain(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Tells a panic to a person: it is our fault, and the site is safe.
fn confess_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |panic| complain(&confession(lang, &panic.to_string()))));
}

fn confession(lang: Lang, details: &str) -> String {
    let fault = i18n::text(lang, "panic", &[]);
    let text = i18n::text(lang, "cli-error", &[("text", fault.into())]);
    let ask = i18n::text(lang, "panic.ask", &[]);
    let details = details.replace('\n', "\n    ");
    format!("{text}\n{ask}\n\n    kabinet {}\n    {details}\n", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_confessed_in_russian() {
        let text = confession(Lang::Ru, "panicked at src/x.rs:1:2:\nno such page");
        assert!(text.starts_with("ошибка: Это ошибка самой программы, а не вашего содержания."), "{text}");
        assert!(text.contains("сайт не тронут") && text.ends_with("\n    no such page\n"), "{text}");
    }
}
