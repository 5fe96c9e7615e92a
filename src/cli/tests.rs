//! What calls mean, and what is said about those that mean nothing.

use super::*;
use crate::diagnostic::Format;
use crate::options::Options;
use jiff::civil::date;
use std::path::Path;

fn machine() -> Machine {
    Machine {
        locale: "ru_RU.UTF-8".into(),
        ci: false,
        color: false,
        terminal: false,
        keyboard: false,
        width: 100,
        folder: "/home/centre".into(),
        now: "2026-11-21T23:30:00+07:00[Asia/Novokuznetsk]".parse().expect("a time"),
    }
}

fn on(machine: &Machine, line: &str) -> Result<Invocation, Reply> {
    read(line.split_whitespace().map(OsString::from), machine)
}

fn refused(line: &str) -> String {
    let reply = on(&machine(), line).expect_err("a refusal");
    assert_eq!(reply.code, 2, "{line}");
    reply.text
}

/// The options of a call that needs no content.
fn options(machine: &Machine, words: &str) -> Options {
    match on(machine, &format!("search площадка {words}")).expect("a good call").task {
        Task::Search { options, .. } => options,
        other => panic!("{other:?}"),
    }
}

/// The options of a call that needs content: a site is made for it.
fn site_options(machine: &Machine, words: &str) -> Options {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("content")).expect("content");
    let line = format!("build {words} --root {}", folder.path().display());
    match on(machine, &line).expect("a good call").task {
        Task::Build(options) => options,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_grammar_is_sound_in_both_languages() {
    for lang in Lang::ALL {
        grammar::grammar(lang).debug_assert();
    }
}

#[test]
fn today_is_the_machines_day_unless_given() {
    let plain = site_options(&machine(), "");
    assert_eq!(plain.today, date(2026, 11, 21));
    assert_eq!(plain.now, Some(machine().now.timestamp()));
    for written in ["2026-03-01", "01.03.2026", "1.3.2026"] {
        let given = site_options(&machine(), &format!("--today {written}"));
        assert_eq!((given.today, given.now), (date(2026, 3, 1), None), "{written}");
    }
}

#[test]
fn a_build_server_locks_addresses() {
    let server = Machine { ci: true, ..machine() };
    assert!(site_options(&server, "").locked);
    assert!(!site_options(&machine(), "").locked);
    assert!(site_options(&machine(), "--locked").locked);
}

#[test]
fn the_format_is_understood() {
    assert_eq!(site_options(&machine(), "").format, Format::Human);
    assert_eq!(site_options(&machine(), "--format sarif").format, Format::Sarif);
    assert_eq!(site_options(&machine(), "--format=json --format github").format, Format::Github);
    assert_eq!(options(&machine(), "--format json").format, Format::Json);
}

#[test]
fn the_language_is_asked_for_or_the_locales_or_russian() {
    let english = Machine { locale: "en_US.UTF-8".into(), ..machine() };
    let neutral = Machine { locale: "C.UTF-8".into(), ..machine() };
    assert_eq!(options(&machine(), "").lang, Lang::Ru);
    assert_eq!(options(&english, "").lang, Lang::En);
    assert_eq!(options(&neutral, "").lang, Lang::Ru);
    assert_eq!(options(&english, "--lang ru").lang, Lang::Ru);
    assert_eq!(options(&machine(), "--lang=en").lang, Lang::En);
}

#[test]
fn a_query_needs_no_quotes() {
    let call = on(&machine(), "search инновационная площадка --limit 3").expect("a good call");
    let Task::Search { query, limit, .. } = call.task else { panic!("{call:?}") };
    assert_eq!((query.as_str(), limit), ("инновационная площадка", 3));
}

#[test]
fn paths_are_shown_from_the_current_folder() {
    let prefix = |root: &str| on(&machine(), &format!("rollback --root {root}")).expect("a call").look.prefix;
    assert_eq!(prefix("."), "");
    assert_eq!(prefix("./portal/"), "portal/");
    assert_eq!(prefix("/home/centre/portal"), "portal/");
    assert_eq!(prefix("/srv/portal"), "/srv/portal/");
}

#[test]
fn slips_are_guessed() {
    for (line, meant) in [
        ("buidl", "«build»"),
        ("игшдв", "«build»"),
        ("собрать", "«build»"),
        ("build --fromat json", "«--format»"),
        ("search x --lmit 3", "«--limit»"),
        ("build --format jsno", "«json»"),
        ("completions pwershell", "«powershell»"),
    ] {
        let text = refused(line);
        assert!(text.contains(&format!("Может быть, {meant}?")), "{line}: {text}");
    }
}

#[test]
fn every_mistake_is_told_in_russian() {
    for line in [
        "--bad",
        "-x",
        "build extra",
        "build --format",
        "build --locked=yes",
        "build --today завтра",
        "build --root /нет/такой/папки",
        "import",
        "import нет.txt --kind page",
        "search",
        "search x --limit 0",
        "search x --limit много",
        "serve --port 70000",
        "explain no-such-rule",
        "completions tcsh",
        "export search --to solr",
        "export",
        "build --purge=yes",
        "man лишнее",
        "--lang fr build",
    ] {
        let text = refused(line);
        assert!(text.starts_with("ошибка: "), "{line}: {text}");
        assert!(!text.contains('⟦') && !text.contains("{$"), "{line}: {text}");
        assert_eq!(foreign(&text), Vec::<&str>::new(), "{line}: {text}");
    }
}

#[test]
fn help_is_in_russian_throughout() {
    let commands = grammar::COMMANDS.map(|(name, _)| name);
    for command in commands.iter().copied().chain([""]) {
        let reply = on(&machine(), &format!("{command} --help")).expect_err("help");
        assert_eq!(reply.code, 0);
        let text = anstream::adapter::strip_str(&reply.text).to_string();
        assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
        assert_eq!(foreign(&text), Vec::<&str>::new(), "{command}: {text}");
    }
}

/// Latin words that are not names of something one types.
fn foreign(text: &str) -> Vec<&str> {
    const NAMES: [&str; 50] = [
        "Word",
        "PDF",
        "pptx",
        "odp",
        "LibreOffice",
        "docx",
        "htm",
        "html",
        "odt",
        "rtf",
        "xlsx",
        "ods",
        "csv",
        "kabinet",
        "Quickwit",
        "solr",
        "OpenSearch",
        "quickwit",
        "opensearch",
        "search-export",
        "content",
        "public",
        "addresses",
        "lock",
        "CI",
        "true",
        "human",
        "json",
        "github",
        "gitlab",
        "sarif",
        "ru",
        "en",
        "fr",
        "bash",
        "zsh",
        "fish",
        "powershell",
        "elvish",
        "tcsh",
        "regulation",
        "material",
        "site",
        "yaml",
        "news",
        "md",
        "txt",
        "extra",
        "yes",
        "no-such-rule",
    ];
    let commands = grammar::COMMANDS.map(|(name, _)| name);
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()) && !word.starts_with('-'))
        .filter(|word| !NAMES.contains(word) && !commands.contains(word))
        .collect()
}

#[test]
fn no_content_is_told_with_the_folder_and_the_way_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let text = refused(&format!("build --root {}", root.display()));
    assert!(text.contains(&root.display().to_string()) && text.contains("kabinet init"), "{text}");
    make_site(&root.join("portal"));
    let text = refused(&format!("check --root {}", root.display()));
    let advice = format!("kabinet check --root \"{}\"", root.join("portal").display());
    assert!(text.contains(&advice), "{text}");
    std::fs::create_dir_all(root.join("portal/content/news")).expect("a folder");
    let text = refused(&format!("check --root {}", root.join("portal/content/news").display()));
    assert!(text.contains(&advice), "{text}");
}

fn make_site(folder: &Path) {
    let content = folder.join("content");
    std::fs::create_dir_all(&content).expect("folders");
    std::fs::File::create(content.join("site.yaml")).expect("a file");
}

#[test]
fn pages_are_made_of_the_grammar() {
    let printed = |line: &str| match on(&machine(), line).expect("a good call").task {
        Task::Print(text) => text,
        other => panic!("{other:?}"),
    };
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(printed(&format!("completions {shell}")).contains("rollback"), "{shell}");
    }
    let man = printed("man");
    assert!(man.contains(".SH \"НАЗВАНИЕ\"") && man.contains("Вернуть сайт"), "{man}");
    assert!(man.contains(".TH KABINET 1 \"\" \"kabinet"), "{man}");
    for (name, _) in grammar::COMMANDS {
        assert!(man.contains(&format!(".SH \"kabinet {name}\"")), "{name}");
    }
}

#[test]
fn every_command_is_called_in_texts_as_the_program_was() {
    let grammar = grammar::grammar(Lang::Ru);
    for command in grammar.get_subcommands().map(|command| command.get_name()) {
        assert!(crate::i18n::COMMANDS.contains(&command), "{command}");
    }
}
