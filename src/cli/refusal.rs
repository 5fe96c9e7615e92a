//! What is said when the call cannot be understood: clap's findings, in the words of a language.

use super::{Reply, grammar};
use crate::diagnostic::suggest;
use crate::i18n::{self, Arg, Lang};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::ffi::OsString;

/// Help and version go through; a mistake is told in full.
pub(super) fn reply(error: &Error, words: &[OsString], lang: Lang) -> Reply {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => shown(error, 0),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Reply { finding: i18n::text(lang, "cli-error-no-command", &[]), ..shown(error, 2) }
        }
        _ => mistake(&finding(error, words, lang), command(words), lang),
    }
}

/// A mistake in the call with the way to the help of the command.
pub(super) fn mistake(finding: &str, command: Option<&str>, lang: Lang) -> Reply {
    let error = i18n::text(lang, "cli-error", &[("text", Arg::from(finding))]);
    let key = command.map_or("cli".to_owned(), |name| format!("cli-{name}"));
    let usage = i18n::text(lang, &format!("{key}.usage"), &[]);
    let command = command.map_or("kabinet".to_owned(), |name| format!("kabinet {name}"));
    let see = i18n::text(lang, "cli-error-see", &[("command", Arg::from(command))]);
    let heading = i18n::text(lang, "cli-heading-usage", &[]);
    let text = format!("{error}\n\n{heading} {usage}\n{see}\n");
    Reply { text, out: None, finding: format!("{finding}\n{see}"), code: 2 }
}

fn shown(error: &Error, code: u8) -> Reply {
    Reply { text: error.render().ansi().to_string(), out: None, finding: String::new(), code }
}

/// The command that the call names, as far as it can be seen.
fn command(words: &[OsString]) -> Option<&'static str> {
    let names = grammar::COMMANDS.map(|(name, _)| name);
    words.iter().find_map(|word| names.into_iter().find(|name| word == name))
}

fn finding(error: &Error, words: &[OsString], lang: Lang) -> String {
    let argument = || one(error, ContextKind::InvalidArg).unwrap_or_default();
    let written = || one(error, ContextKind::InvalidValue).unwrap_or_default();
    let say = |key: &str, args: &[(&str, Arg)]| i18n::text(lang, key, args);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            unknown_command(&one(error, ContextKind::InvalidSubcommand).unwrap_or_default(), lang)
        }
        ErrorKind::UnknownArgument => unknown_argument(&argument(), words, lang),
        ErrorKind::InvalidValue if written().is_empty() => {
            say("cli-error-no-value", &[("argument", argument().into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            bad_value(error, &argument(), &written(), lang)
        }
        ErrorKind::TooManyValues => {
            say("cli-error-flag-value", &[("argument", argument().into()), ("written", written().into())])
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            let missing =
                missing.iter().map(|one| one.trim_end_matches("...")).collect::<Vec<_>>().join(", ");
            say("cli-error-missing", &[("arguments", missing.into())])
        }
        ErrorKind::MissingSubcommand => say("cli-error-no-command", &[]),
        ErrorKind::InvalidUtf8 => say("cli-error-unreadable", &[]),
        _ => say("cli-error-other", &[]),
    }
}

/// There is no such command, and the nearest that there is.
pub(super) fn unknown_command(written: &str, lang: Lang) -> String {
    let verbs = grammar::COMMANDS.map(|(name, _)| (name, i18n::text(lang, &format!("cli-{name}.verb"), &[])));
    let ways = verbs.iter().flat_map(|(name, verb)| [(*name, *name), (*name, verb.as_str())]);
    let finding = i18n::text(lang, "cli-error-command", &[("written", Arg::from(written))]);
    guessed(finding, &suggest::nearest_of(written, ways), lang)
}

fn unknown_argument(written: &str, words: &[OsString], lang: Lang) -> String {
    if !written.starts_with('-') {
        return i18n::text(lang, "cli-error-extra", &[("written", Arg::from(written))]);
    }
    let finding = i18n::text(lang, "cli-error-argument", &[("written", Arg::from(written))]);
    let args = grammar::COMMANDS.into_iter().find(|(name, _)| command(words) == Some(name));
    let known = args.map_or(&[][..], |(_, args)| args).iter().map(|name| name.trim_start_matches("search-"));
    let known: Vec<String> = known.chain(["lang", "help"]).map(|name| format!("--{name}")).collect();
    guessed(finding, &suggest::nearest(written, known.iter().map(String::as_str)), lang)
}

fn bad_value(error: &Error, argument: &str, written: &str, lang: Lang) -> String {
    let valid = all(error, ContextKind::ValidValue);
    let args = [
        ("written", Arg::from(written)),
        ("argument", Arg::from(argument)),
        ("values", Arg::from(valid.join(", "))),
    ];
    let finding = i18n::text(lang, "cli-error-value", &args);
    guessed(finding, &suggest::nearest(written, valid.iter().map(String::as_str)), lang)
}

fn guessed(finding: String, names: &[&str], lang: Lang) -> String {
    match suggest::spoken(names, lang) {
        Some(names) => {
            format!("{finding} {}", i18n::text(lang, "did-you-mean", &[("names", Arg::from(names))]))
        }
        None => finding,
    }
}

fn one(error: &Error, kind: ContextKind) -> Option<String> {
    all(error, kind).into_iter().next()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    }
}
