//! Every rule of the import is provoked by `kabinet import FILE`, and its message read: Russian, with its place, its
//! cause, and what to do. Where that is mechanical, it is done, and the message is gone.

#![expect(clippy::disallowed_methods, reason = "tests make sites")]

use super::import_cases::{Case, Remedy, cases};
use super::kabinet;
use std::collections::BTreeSet;
use std::path::Path;

/// What cannot be written as the bytes of a file, and the test that provokes it, in which its name stands.
const ELSEWHERE: &[(&str, &str)] = &[
    ("import-not-plain-file", "tests/site/import.rs"),
    ("import-too-large", "tests/site/import.rs"),
    // A defect of the program that nobody knows of yet.
    ("import-words-differ", "src/import/tests/laws.rs"),
];

/// Runs the import of a case's file with these bytes and words in a site of its own.
fn import(case: &Case, bytes: &[u8], words: &[&str]) -> String {
    let site = tempfile::tempdir().expect("a folder");
    let put = |path: &str, bytes: &[u8]| {
        let path = site.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, bytes).expect("a file");
    };
    put("content/site.yaml", b"title: Centre\nbase_url: https://imc.example/\n");
    case.beside.iter().for_each(|(path, text)| put(path, text.as_bytes()));
    put(case.file, bytes);
    // What other programs this machine has is no matter: those of the case are there, and no others.
    let programs = site.path().join("programs");
    executable(&programs.join("soffice"));
    let call = kabinet(&[&["import", case.file], words].concat());
    let done = call.current_dir(site.path()).env("PATH", programs).output();
    let done = done.expect("kabinet runs");
    [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat()
}

#[cfg(unix)]
fn executable(program: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    if program.is_file() {
        std::fs::set_permissions(program, std::fs::Permissions::from_mode(0o755)).expect("rights");
    }
}

#[cfg(not(unix))]
fn executable(_: &Path) {}

/// The words of a rule's message around its values, as `kabinet explain` shows them.
fn words_of(rule: &str) -> Vec<String> {
    let told = kabinet(&["explain", rule]).output().expect("kabinet runs").stdout;
    let told = String::from_utf8(told).expect("a text");
    let headline: Vec<&str> =
        told.lines().skip(1).take_while(|line| !line.is_empty()).map(str::trim).collect();
    headline.join(" ").split('…').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The line of a report that says a case's rule, and the lines of help under it.
fn message<'r>(case: &Case, report: &'r str) -> Option<(&'r str, Vec<&'r str>)> {
    let words = case.said.map_or_else(|| words_of(case.rule), |said| vec![said.to_owned()]);
    let says = |line: &&str| {
        let mut rest = *line;
        words.iter().all(|part| match rest.split_once(part.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    };
    let lines: Vec<&str> = report.lines().collect();
    let at = lines.iter().position(says)?;
    let help = lines[at + 1..].iter().take_while(|line| line.trim_start().starts_with('→')).copied();
    Some((lines[at], help.collect()))
}

/// What is wrong with the report of a case: its rule is not said, or without a place, a remedy, in foreign words.
fn offence(case: &Case, report: &str) -> Option<String> {
    let Some((line, help)) = message(case, report) else {
        return Some(format!(
            "not said: {:?}",
            case.said.map_or_else(|| words_of(case.rule), |said| vec![said.to_owned()])
        ));
    };
    if report.contains('⟦') || report.contains("{$") {
        return Some("words are missing".to_owned());
    }
    // The place: a line, a paragraph or a row, else the whole file, which stands above.
    let placed = ["строка ", "абзац "].iter().any(|word| line.contains(word));
    if !placed && !report.contains(&format!("Файл: {}", case.file)) {
        return Some("without a place".to_owned());
    }
    // What is only told needs no remedy; what is doubtful or refused has one.
    let at = report.find(line)?;
    let above = report.find("Документ создан").is_some_and(|made| at < made);
    let told =
        ["Сделано без вопросов", "Не видно на странице"].iter().filter_map(|part| report.find(part)).min();
    if help.is_empty() && !above && told.is_none_or(|told| at < told) {
        return Some("without a remedy".to_owned());
    }
    let word = foreign(line).chain(help.iter().flat_map(|help| foreign(help))).next();
    word.map(|word| format!("«{word}» in: {line} {help:?}"))
}

#[test]
fn every_rule_of_the_import_is_provoked_with_place_cause_and_remedy() {
    let mut held = BTreeSet::new();
    let mut offences = Vec::new();
    for case in cases() {
        let report = import(&case, &case.bytes, case.words);
        held.insert(case.rule);
        if let Some(what) = offence(&case, &report) {
            offences.push(format!("{}: {what}\n{report}", case.rule));
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
    for (rule, place) in ELSEWHERE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
        let text = std::fs::read_to_string(path).expect(place);
        let constant = rule.trim_start_matches("import-").replace('-', "_").to_uppercase();
        assert!(text.contains(rule) || text.contains(&constant), "{rule} is not named in {place}");
        held.insert(rule);
    }
    let list = kabinet(&["explain"]).output().expect("kabinet runs").stdout;
    let list = String::from_utf8(list).expect("a list");
    let rules: BTreeSet<&str> = list.lines().filter(|line| line.starts_with("import-")).collect();
    assert!(rules.len() > 70, "{rules:?}");
    let missing: Vec<&&str> = rules.difference(&held).collect();
    assert!(missing.is_empty(), "nothing provokes {missing:?}");
}

/// What an explanation quotes as its example; nothing where it has none, or tells it in words.
fn example(rule: &str) -> Option<String> {
    let told = kabinet(&["explain", rule]).output().expect("kabinet runs").stdout;
    let told = String::from_utf8(told).expect("a text").split_whitespace().collect::<Vec<_>>().join(" ");
    let quoted = told.split_once("Пример: ")?.1.split_once('«')?.1.to_owned();
    let mut depth = 1;
    let end = quoted.find(|c: char| {
        depth += i32::from(c == '«') - i32::from(c == '»');
        depth == 0
    })?;
    Some(quoted[..end].replace('…', ""))
}

#[test]
fn the_examples_of_explanations_provoke_their_rules() {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let mut asked = BTreeSet::new();
    for rule in cases().iter().map(|case| case.rule).collect::<BTreeSet<_>>() {
        let Some(example) = example(rule) else { continue };
        asked.insert(rule);
        let shown = plain(&example);
        let all = cases();
        let mut of_rule = all.iter().filter(|case| case.rule == rule);
        let shows = |case: &&Case| plain(&String::from_utf8_lossy(&case.bytes)).contains(&shown);
        assert!(of_rule.any(|case| shows(&case)), "{rule}: no case has «{example}»");
    }
    assert!(asked.len() >= 12, "{asked:?}");
}

/// The words in Latin letters that no methodist has to know: not names of files and fields, keys and formats.
fn foreign(line: &str) -> impl Iterator<Item = &str> {
    const KNOWN: &[&str] = &[
        "Word",
        "ods",
        "original",
        "LibreOffice",
        "PDF",
        "PNG",
        "JPEG",
        "UTF",
        "Windows",
        "content",
        "vocabularies",
        "news",
        "kabinet",
        "import",
        "check",
        "new",
        "id",
        "force",
        "kind",
        "status",
        "draft",
        "title",
        "number",
        "date",
        "issuer",
        "approved",
        "docx",
        "odt",
        "rtf",
        "txt",
        "csv",
        "xlsx",
        "html",
        "pdf",
        "doc",
        "yaml",
        "md",
        "source",
        "plan",
        "zapros",
        "polozhenie",
        "o",
        "kabinete",
        "imc",
        "a",
        "png",
        "emf",
        "risunok",
        "image",
        "bookmark",
        "GoBack",
        "II",
        "III",
        "I",
        "regulations",
        "index",
        "tmp",
    ];
    let words = line.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.filter(|word| !KNOWN.contains(word))
}

#[test]
fn what_the_help_of_an_import_says_is_done_and_helps() {
    let mut tried = 0;
    for case in cases() {
        let report = match &case.remedy {
            Remedy::None => continue,
            Remedy::Text(from, to) => {
                let text = String::from_utf8(case.bytes.clone()).expect("a text");
                assert!(text.contains(from), "{}: {from}", case.rule);
                import(&case, text.replacen(from, to, 1).as_bytes(), case.words)
            }
            Remedy::Words(words) => import(&case, &case.bytes, words),
            Remedy::Bytes(bytes) => import(&case, bytes, case.words),
        };
        tried += 1;
        let again = match case.rule {
            // With a name, what is missing is told as something to fill in.
            "import-title-missing" => report.contains("Импорт не выполнен"),
            _ => message(&case, &report).is_some(),
        };
        assert!(!again, "{}:\n{report}", case.rule);
        assert!(!report.contains("Импорт не выполнен"), "{}:\n{report}", case.rule);
    }
    assert!(tried > 20, "{tried}");
}
