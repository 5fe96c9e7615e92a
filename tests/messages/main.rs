//! What the command prints, where it prints it, and how it ends.

mod import_cases;
mod imports;
#[expect(clippy::unwrap_used, reason = "a document that cannot be made is no document")]
#[path = "../support/office.rs"]
mod office;
mod output;
#[expect(clippy::unwrap_used, reason = "a file that cannot be made is none")]
#[path = "../support/pdf.rs"]
mod pdf;
mod provoked;
mod start;
mod suite;
mod surroundings;

use snapbox::cmd::{Command, OutputAssert, cargo_bin};
use snapbox::file;

/// The command in a folder without content, on a machine that speaks Russian and has no colours.
#[must_use]
fn kabinet(words: &[&str]) -> Command {
    let mut program = std::process::Command::new(cargo_bin!("kabinet"));
    // Messages call the program as it was called.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::arg0(&mut program, "kabinet");
    Command::from_std(program)
        .args(words)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("CI")
        .env("LANG", "ru_RU.UTF-8")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
}

fn shown(words: &[&str]) -> OutputAssert {
    kabinet(words).assert().success().stderr_eq("")
}

fn refused(words: &[&str]) -> OutputAssert {
    kabinet(words).assert().code(2).stdout_eq("")
}

#[test]
fn help() {
    shown(&["--help"]).stdout_eq(file!["help.txt"]);
    shown(&["-h"]).stdout_eq(file!["help.txt"]);
    shown(&["build", "--help"]).stdout_eq(file!["help-build.txt"]);
    shown(&["search", "--help"]).stdout_eq(file!["help-search.txt"]);
    shown(&["import", "--help"]).stdout_eq(file!["help-import.txt"]);
    shown(&["build", "--help", "--lang", "en"]).stdout_eq(file!["help-build-en.txt"]);
    for words in [&["help"][..], &["помощь"], &["справка"], &["--lang", "ru", "help"]] {
        shown(words).stdout_eq(file!["help.txt"]);
    }
    shown(&["help", "build"]).stdout_eq(file!["help-build.txt"]);
    shown(&["помощь", "собрать"]).stdout_eq(file!["help-build.txt"]);
    shown(&["help", "build", "--lang", "en"]).stdout_eq(file!["help-build-en.txt"]);
    shown(&["--version"]).stdout_eq(concat!("kabinet ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn mistakes_in_the_call() {
    refused(&[]).stderr_eq(file!["help.txt"]);
    refused(&["buidl"]).stderr_eq(file!["unknown-command.txt"]);
    refused(&["help", "buidl"]).stderr_eq(file!["unknown-command.txt"]);
    refused(&["build", "--fromat", "json"]).stderr_eq(file!["unknown-option.txt"]);
    refused(&["build", "--format", "xml"]).stderr_eq(file!["bad-value.txt"]);
    refused(&["import"]).stderr_eq(file!["missing.txt"]);
    refused(&["explain", "no-such-rule"]).stderr_eq(file!["unknown-rule.txt"]);
    refused(&["build", "--root", "/no/such/folder"]).stderr_eq(file!["no-folder.txt"]);
}

#[test]
fn a_folder_without_content() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().display().to_string();
    let output = kabinet(&["build", "--root", &root]).assert().code(2).stdout_eq("");
    let text = String::from_utf8_lossy(&output.get_output().stderr).replace(&root, "[ROOT]");
    snapbox::assert_data_eq!(text, file!["no-content.txt"]);
}

#[test]
fn the_locale_chooses_the_language() {
    let english = kabinet(&["buidl"]).env("LANG", "en_GB.UTF-8").assert().code(2);
    english.stderr_eq(file!["unknown-command-en.txt"]);
    let neutral = kabinet(&["buidl"]).env("LANG", "C.UTF-8").assert().code(2);
    neutral.stderr_eq(file!["unknown-command.txt"]);
}

#[test]
fn explanations() {
    let list = shown(&["explain"]);
    let text = String::from_utf8_lossy(&list.get_output().stdout).into_owned();
    assert!(text.starts_with("Все сообщения"), "{text}");
    // Each listed rule is explained, in both languages.
    for rule in text.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with(' ')) {
        shown(&["explain", rule]);
        shown(&["explain", rule, "--lang", "en"]);
    }
}

#[test]
fn completions_and_the_manual_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = shown(&["completions", shell]);
        assert!(!script.get_output().stdout.is_empty(), "{shell}");
    }
    let man = shown(&["man"]);
    assert!(String::from_utf8_lossy(&man.get_output().stdout).contains(".TH KABINET"));
}

#[test]
fn colours_are_for_terminals_and_not_under_no_color() {
    let drawn = |name: &str, value: &str| {
        let output = kabinet(&["--help"]).env_remove("NO_COLOR").env(name, value).assert().code(0);
        String::from_utf8_lossy(&output.get_output().stdout).into_owned()
    };
    assert!(drawn("CLICOLOR_FORCE", "1").contains('\u{1b}'));
    assert!(!drawn("NO_COLOR", "1").contains('\u{1b}'));
    // Piped: no terminal, no colours.
    assert!(!drawn("TERM", "xterm-256color").contains('\u{1b}'));
}
