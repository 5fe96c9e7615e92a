//! The command line: from what was typed to what it means.
//!
//! Two levels. `grammar` is what can be typed (clap, in the words of a language); `meaning` turns it into a
//! [`Task`]. The environment, the terminal and the clock are read once, in `machine`. Everything clap would
//! say in English is said by `refusal` from its error's kind and context. clap is named nowhere else.

mod grammar;
mod guide;
mod invocation;
mod machine;
mod meaning;
mod order;
mod pages;
mod refusal;
#[cfg(test)]
mod tests;

pub use invocation::{Invocation, Reply, Task};
pub use machine::Machine;

use crate::diagnostic::{self, Diagnostic, Format, Look, RuleId};
use crate::i18n::Lang;
use crate::source::Sources;
use std::ffi::OsString;

/// A run ended before it came to the content.
pub(crate) const RUN_FAILED: RuleId = RuleId("run-failed");

/// Reads a call: the arguments without the program's own name.
///
/// # Errors
/// What to print instead: help, the version, or what is wrong with the call.
pub fn read(words: impl IntoIterator<Item = OsString>, machine: &Machine) -> Result<Invocation, Reply> {
    let words = order::command_first(words.into_iter().collect());
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
