//! What can be typed, described in a language.

use crate::i18n::{self, Arg as TextArg, Lang};
use crate::options::{DEFAULT_PORT, SearchServer};
use clap::builder::{PathBufValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command};

/// Every command with the names of its arguments, in the order of the help.
pub(super) const COMMANDS: [(&str, &[&str]); 15] = [
    ("init", &["new-folder", "name", "short-name", "place", "address"]),
    ("new", &["new-kind", "new-title", "fields", "root"]),
    ("build", &["root", "out", "today", "format", "locked", "purge"]),
    ("check", &["root", "today", "format", "locked"]),
    ("search", &["query", "limit", "search-format", "root", "out"]),
    ("export", &["what", "to", "export-out", "root", "today", "locked"]),
    ("import", &["file", "kind", "id", "force", "root"]),
    ("prove", &["document", "root", "today"]),
    ("explain", &["rule"]),
    ("serve", &["root", "today", "port", "open"]),
    ("rollback", &["root", "out"]),
    ("verify", &["search-format", "root", "out"]),
    ("completions", &["shell"]),
    ("man", &[]),
    ("help", &["about"]),
];

/// What people type for the help, in whatever language the program speaks.
const HELP_WORDS: [&str; 2] = ["помощь", "справка"];

/// The whole command line.
pub(super) fn grammar(lang: Lang) -> Command {
    let mut root = base(Command::new("kabinet"), "cli", lang)
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_value_name(text(lang, "cli-value-command"))
        .after_help(text(lang, "cli.after"))
        .help_template(template(lang, &["{options}"], true))
        .arg(flag("version", lang).short('V').action(ArgAction::Version));
    for (name, args) in COMMANDS {
        let words: &[&str] = if name == "help" { &HELP_WORDS } else { &[] };
        root = root.subcommand(command(name, args, lang).aliases(words.iter().copied()));
    }
    root
}

/// The command that a word means: its name, or the word for what it does.
pub(super) fn meant(written: &str, lang: Lang) -> Option<&'static str> {
    let written = written.to_lowercase();
    let names = COMMANDS.into_iter().map(|(name, _)| name);
    let mut ways = names.map(|name| (name, text(lang, &format!("cli-{name}.verb"))));
    ways.find(|(name, verb)| *name == written || *verb == written).map(|(name, _)| name)
}

fn command(name: &'static str, args: &[&'static str], lang: Lang) -> Command {
    let args: Vec<Arg> = args.iter().map(|name| arg(name, lang)).collect();
    let parts: &[&str] =
        if args.iter().any(Arg::is_positional) { &["{positionals}", "{options}"] } else { &["{options}"] };
    let command = base(Command::new(name), &format!("cli-{name}"), lang).args(args);
    // The language and the help come last, below what the command is about.
    command.help_template(template(lang, parts, false))
}

/// What all commands share. The last of a repeated option wins, as in a script that adds its own.
fn base(command: Command, key: &str, lang: Lang) -> Command {
    command
        .about(text(lang, key))
        .override_usage(text(lang, &format!("{key}.usage")))
        .disable_help_flag(true)
        .args_override_self(true)
        .arg(option("lang", lang).value_parser(PossibleValuesParser::new(["ru", "en"])).display_order(90))
        .arg(flag("help", lang).short('h').action(ArgAction::Help).display_order(91))
}

fn arg(name: &'static str, lang: Lang) -> Arg {
    match name {
        "root" | "out" => option(name, lang).value_parser(PathBufValueParser::new()),
        "format" => option(name, lang).value_parser(PossibleValuesParser::new(FORMATS)),
        "search-format" => {
            option(name, lang).long("format").value_parser(PossibleValuesParser::new(["human", "json"]))
        }
        name if FLAGS.contains(&name) => flag(name, lang).action(ArgAction::SetTrue),
        "what" => positional(name, lang).required(true).value_parser(PossibleValuesParser::new(["search"])),
        "to" => option(name, lang).required(true).value_parser(PossibleValuesParser::new(
            [SearchServer::Quickwit, SearchServer::Opensearch].map(SearchServer::name),
        )),
        "export-out" => option(name, lang).long("out").value_parser(PathBufValueParser::new()),
        "kind" => option(name, lang),
        "new-folder" => positional(name, lang).required(true).value_parser(PathBufValueParser::new()),
        "new-kind" | "new-title" => positional(name, lang).required(true),
        "fields" => positional(name, lang).num_args(0..),
        "query" => positional(name, lang).required(true).num_args(1..),
        "file" => {
            let files = positional(name, lang).required(true).num_args(1..);
            files.value_parser(PathBufValueParser::new())
        }
        "document" => positional(name, lang).required(true).value_parser(PathBufValueParser::new()),
        "rule" | "about" => positional(name, lang),
        "shell" => positional(name, lang).required(true).value_parser(PossibleValuesParser::new(SHELLS)),
        _ => option(name, lang),
    }
}

/// Options of commands that take no value.
const FLAGS: [&str; 4] = ["force", "locked", "open", "purge"];

/// Whether an option as it is typed stands alone: no value follows it.
pub(super) fn is_flag(typed: &str) -> bool {
    typed.strip_prefix("--").is_some_and(|name| name == "help" || FLAGS.contains(&name))
}

/// The names of the message formats.
const FORMATS: [&str; 5] = ["human", "json", "github", "gitlab", "sarif"];

/// The shells that completions can be made for.
const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

fn option(name: &'static str, lang: Lang) -> Arg {
    positional(name, lang).long(name)
}

/// The possible values stand in the help text itself: clap would list them under an English heading.
fn positional(name: &'static str, lang: Lang) -> Arg {
    let value = text(lang, &format!("cli-arg-{name}.value"));
    described(name, lang).value_name(value).hide_possible_values(true).hide_default_value(true)
}

fn flag(name: &'static str, lang: Lang) -> Arg {
    described(name, lang).long(name)
}

fn described(name: &'static str, lang: Lang) -> Arg {
    Arg::new(name).help(text(lang, &format!("cli-arg-{name}")))
}

/// The layout of the help: clap's own has English headings.
fn template(lang: Lang, parts: &[&str], commands: bool) -> String {
    let mut out = format!("{{about-with-newline}}\n{} {{usage}}\n", text(lang, "cli-heading-usage"));
    if commands {
        out += &format!("\n{}\n{{subcommands}}\n", text(lang, "cli-heading-commands"));
    }
    for part in parts {
        let heading = if *part == "{options}" { "cli-heading-options" } else { "cli-heading-arguments" };
        out += &format!("\n{}\n{part}\n", text(lang, heading));
    }
    if commands {
        out += &format!("\n{}{{after-help}}", text(lang, "cli-heading-more"));
    }
    out
}

fn text(lang: Lang, key: &str) -> String {
    i18n::text(lang, key, &[("port", TextArg::Number(DEFAULT_PORT.into()))])
}
