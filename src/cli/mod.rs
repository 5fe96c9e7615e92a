//! The command line: from what was typed to what it means.
//!
//! Two levels. `grammar` is what can be typed (clap, in the words of a language); `meaning` turns it into a
//! [`Task`]. The environment, the terminal and the clock are read once, in `machine`. Everything clap would
//! say in English is said by `refusal` from its error's kind and context. clap is named nowhere else.

mod grammar;
mod machine;
mod meaning;
mod pages;
mod refusal;
#[cfg(test)]
mod tests;

pub use machine::Machine;

use crate::diagnostic::{self, Diagnostic, Format, Look, RuleId};
use crate::i18n::Lang;
use crate::options::{Options, SearchServer};
use crate::source::Sources;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the person wants done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Task {
    /// Build and publish.
    Build(Options),
    /// All but the publishing.
    Check(Options),
    /// Search the published bundle.
    Search {
        /// Where the published site lies, and how to answer.
        options: Options,
        /// The query.
        query: String,
        /// How many pages to show.
        limit: usize,
    },
    /// Write the documents of search for a search server.
    Export {
        /// The site.
        options: Options,
        /// The server.
        to: SearchServer,
        /// Where to write, when it was given.
        folder: Option<PathBuf>,
    },
    /// Make a document from a file.
    Import {
        /// The site.
        options: Options,
        /// The file to read.
        file: PathBuf,
        /// The kind of the document.
        kind: String,
        /// The id of the document, when given.
        id: Option<String>,
        /// A document that was edited by hand is made anew.
        force: bool,
    },
    /// Preview while editing.
    Serve {
        /// The site.
        options: Options,
        /// The port on loopback, when it was given: then no other will do.
        port: Option<u16>,
        /// Whether to open a browser.
        open: bool,
    },
    /// Bring back the site before.
    Rollback(Options),
    /// Hold the published site against its manifest.
    Verify(Options),
    /// Print a text that was made by the command line itself, or by the table of rules.
    Print(String),
}

/// A task with what is needed to talk about it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Invocation {
    /// What to do.
    pub task: Task,
    /// How messages look.
    pub look: Look,
}

impl Invocation {
    /// How messages of the run are written.
    #[must_use]
    pub fn format(&self) -> Format {
        match &self.task {
            Task::Build(options)
            | Task::Check(options)
            | Task::Rollback(options)
            | Task::Verify(options)
            | Task::Search { options, .. }
            | Task::Export { options, .. }
            | Task::Import { options, .. }
            | Task::Serve { options, .. } => options.format,
            Task::Print(_) => Format::Human,
        }
    }
}

/// The end of a run before it began: help that was asked for, or a mistake in the call.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reply {
    /// What to print; styled with ANSI codes when the stream's look allows colours.
    pub text: String,
    /// What programs read on the standard output, where a format for them was asked for; then nobody reads `text`.
    pub out: Option<String>,
    /// What is wrong, in one sentence; empty for help.
    pub finding: String,
    /// The exit code: 0 for help, 2 for a mistake.
    pub code: u8,
}

/// A run ended before it came to the content.
pub(crate) const RUN_FAILED: RuleId = RuleId("run-failed");

/// Reads a call: the arguments without the program's own name.
///
/// # Errors
/// What to print instead: help, the version, or what is wrong with the call.
pub fn read(words: impl IntoIterator<Item = OsString>, machine: &Machine) -> Result<Invocation, Reply> {
    let words: Vec<OsString> = words.into_iter().collect();
    let lang = machine.lang(&words);
    let reply = |reply| formatted(reply, &words, lang);
    let typed = std::iter::once(OsString::from("kabinet")).chain(words.iter().cloned());
    let matches = grammar::grammar(lang)
        .try_get_matches_from(typed)
        .map_err(|error| reply(refusal::reply(&error, &words, lang)))?;
    meaning::invocation(&matches, machine, lang).map_err(reply)
}

/// The end of a run before it began, in the format that the call asks for as far as it can be understood.
fn formatted(reply: Reply, words: &[OsString], lang: Lang) -> Reply {
    match (reply.code, meaning::format_of(words)) {
        (0, _) | (_, Format::Human) => reply,
        (_, format) => Reply { out: Some(failure(&reply.finding, format, lang)), ..reply },
    }
}

/// What a program is told when a run ends without messages about the content: a wrong call, trouble with the machine.
#[must_use]
pub fn failure(finding: &str, format: Format, lang: Lang) -> String {
    let message = Diagnostic::error(RUN_FAILED).arg("finding", finding);
    diagnostic::render(format, &[message], &Sources::default(), &Look::plain(lang))
}

/// The language of a call, for words that are needed when nothing else is known (a panic).
#[must_use]
pub fn language(words: &[OsString], machine: &Machine) -> Lang {
    machine.lang(words)
}
