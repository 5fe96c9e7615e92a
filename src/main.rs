//! The command `kabinet`: prints messages, chooses the exit code.
//!
//! 0: all is well; 1: the content has errors; 2: wrong usage, trouble with the machine, or a fault of ours. What
//! cannot be printed whole (a full disk behind `>`) is trouble too; only a pipe that its reader closed is none.

use kabinet::cli::{self, Invocation, Machine};
use kabinet::commands::{self, Said};
use kabinet::diagnostic::Format;
use kabinet::i18n::{self, Lang};
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The exit code of wrong usage and of trouble.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let mut words = std::env::args_os();
    i18n::called(words.next().as_deref());
    let words: Vec<OsString> = words.collect();
    let machine = Machine::here();
    let lang = cli::language(&words, &machine);
    confess_panics(lang);
    // A panic has told its story through the hook by now.
    std::panic::catch_unwind(|| run(words, &machine, lang)).unwrap_or(TROUBLE).into()
}

fn run(words: Vec<OsString>, machine: &Machine, lang: Lang) -> u8 {
    match cli::read(words, machine) {
        Ok(invocation) => {
            let done = commands::perform(&invocation);
            done.map_or_else(|error| fail(&error, &invocation), |said| tell(&said, lang))
        }
        Err(reply) => {
            let (out, err) = match (reply.code, reply.out) {
                (0, _) => (reply.text, String::new()),
                (_, Some(out)) => (out, String::new()),
                (_, None) => (String::new(), reply.text),
            };
            tell(&Said { out, err, code: reply.code }, lang)
        }
    }
}

/// Says why a command could not do its work: disk and network, never a mistake of an author.
fn fail(error: &anyhow::Error, invocation: &Invocation) -> u8 {
    let lang = invocation.look.lang;
    let text = i18n::failure(error, lang);
    let said = match invocation.format() {
        Format::Human => Said { err: in_error(&text, lang), ..Said::default() },
        format => Said { out: cli::failure(&text, format, lang), ..Said::default() },
    };
    tell(&Said { code: TROUBLE, ..said }, lang)
}

/// Prints what a command has to say. What could not be printed whole is trouble, whatever the command came to.
fn tell(said: &Said, lang: Lang) -> u8 {
    let told = print(anstream::stderr(), &said.err);
    match print(anstream::stdout(), &said.out) {
        Err(error) => {
            let reason = i18n::io_error(&error, lang);
            let text = i18n::text(lang, "output-cut", &[("reason", reason.into())]);
            let _ = print(anstream::stderr(), &in_error(&text, lang));
            TROUBLE
        }
        Ok(()) if told.is_err() => TROUBLE,
        Ok(()) => said.code,
    }
}

/// Prints a text whole. Whoever closes the pipe early (`| head`) has seen enough.
fn print(mut to: impl Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

fn in_error(text: &str, lang: Lang) -> String {
    i18n::text(lang, "cli-error", &[("text", text.into())]) + "\n"
}

/// Tells a panic to a person: it is our fault, and the site is safe.
fn confess_panics(lang: Lang) {
    std::panic::set_hook(Box::new(move |panic| {
        let _ = print(anstream::stderr(), &confession(lang, &panic.to_string()));
    }));
}

fn confession(lang: Lang, details: &str) -> String {
    let text = in_error(&i18n::text(lang, "panic", &[]), lang);
    let ask = i18n::text(lang, "panic.ask", &[]);
    let details = details.replace('\n', "\n    ");
    format!("{text}{ask}\n\n    kabinet {}\n    {details}\n", env!("CARGO_PKG_VERSION"))
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
