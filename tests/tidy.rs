//! The house's laws that the compiler does not know: who may use whom, how long a file is, what it must say first.
//!
//! Each test prints every offence with its place and with how to mend it. The table `MAY_USE` is the one place
//! that says which top-level module may import which.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the repository should stop at once")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/modules.rs"]
mod modules;
#[path = "tidy/rust_text.rs"]
mod rust_text;
#[path = "tidy/structure.rs"]
mod structure;
use layers::{GROUND, MAY_USE};
use rust_text::RustText;

/// Crates that are named in one place only.
const KEPT_APART: &[(&str, &[&str], &str)] = &[
    ("tera", &["render"], "templates are render's own business: hand it a value instead"),
    ("clap", &["cli", "main"], "what was typed ends in cli, which makes Options of it"),
    ("axum", &["serve"], "the preview lives in serve"),
    ("roxmltree", &["media", "markup"], "drawings are parsed in media, formulas in markup"),
    ("pulldown_latex", &["markup"], "formulas are made in markup"),
    (
        "cssparser",
        &["media", "render"],
        "style is parsed where drawings are judged and where sheets are published",
    ),
    ("exif", &["media"], "metadata of pictures are read in media"),
    ("fast_image_resize", &["media"], "pictures are made in media"),
    ("moxcms", &["media"], "pictures are made in media"),
    ("webp", &["media"], "pictures are made in media"),
    ("similar", &["render"], "editions are compared in render"),
    ("fast_qr", &["render"], "codes are drawn in render"),
    ("plotters", &["render"], "charts are drawn in render"),
    ("notify", &["serve"], "watching files is serve's business"),
    ("annotate_snippets", &["diagnostic"], "messages are drawn in diagnostic; elsewhere they are values"),
    (
        "html5ever",
        &[],
        "use kabinet_documents: web pages are read there; HTML is cleaned by ammonia in markup",
    ),
    ("zip", &[], "use kabinet_documents: archives are opened under its limits"),
    (
        "kabinet_documents",
        &["derive", "import", "office"],
        "documents of office programs are read in office and taken in by import; derive has archives made",
    ),
    ("tantivy", &[], "use kabinet_search: the same core runs in the browser"),
    ("rumorph", &[], "use kabinet_search: words are analysed in one place"),
];

/// Words that are a kind's name and something else as well, with the other meaning.
const ALSO_MEANS: &[(&str, &str)] = &[
    ("page", "the variable of templates, and the column of search results"),
    ("person", "the behaviour"),
    ("organization", "the centre, in site.yaml and in templates"),
    ("plan", "a table of events that is imported, and why it is taken for one"),
    ("media", "the rule of style sheets"),
    ("program", "the route of the engine of search, in the report of a build"),
];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 100;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Lists the Rust files below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect();
    files.sort();
    files
}

/// Shows a path as a person of this repository would write it.
fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn is_test_file(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests")
        || path.file_name().is_some_and(|name| name == "tests.rs")
}

/// Reads every file of the generator outside tests: path, top-level module, text.
fn generator() -> Vec<(PathBuf, String, RustText)> {
    let src = root().join("src");
    let files = rust_files(&src).into_iter().filter(|path| !is_test_file(path));
    files
        .map(|path| {
            let inside = path.strip_prefix(&src).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            let text = RustText::of(&std::fs::read_to_string(&path).unwrap());
            (path.clone(), first.trim_end_matches(".rs").to_owned(), text)
        })
        .collect()
}

/// Returns how many `super::` lead from a file to the root of the crate.
fn depth(path: &Path) -> usize {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let parts = inside.components().count();
    if inside.ends_with("mod.rs") { parts - 1 } else { parts }
}

fn allowed() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut table: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, uses) in MAY_USE {
        table.entry(module).or_default().extend(*uses);
        if !GROUND.contains(module) {
            table.entry(module).or_default().extend(GROUND);
        }
    }
    table
}

fn report(offences: &[String], law: &str) {
    assert!(offences.is_empty(), "\n{law}\n\n{}\n", offences.join("\n"));
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let table = allowed();
    let modules: BTreeSet<String> = generator().into_iter().map(|(_, module, _)| module).collect();
    let mut offences = Vec::new();
    for (path, module, text) in generator() {
        if module == "lib" || module == "main" {
            continue;
        }
        let Some(uses) = table.get(module.as_str()) else {
            offences.push(format!(
                "{}: `{module}` is not in the table: add it to MAY_USE in tests/tidy/layers.rs with what it may use",
                shown(&path)
            ));
            continue;
        };
        let upwards = "super::".repeat(depth(&path));
        let mut names = text.names_after("crate::");
        names.extend(text.names_after(&upwards));
        for (name, line) in names {
            if modules.contains(&name) && name != module && !uses.contains(name.as_str()) {
                let list = uses.iter().copied().collect::<Vec<_>>().join(", ");
                offences
                    .push(format!("{}:{line}: `{module}` uses `{name}`; it may use {list}", shown(&path)));
            }
        }
    }
    report(
        &offences,
        "A module uses what it must not know. Take the value as an argument from pipeline.rs, or move the shared type down.",
    );
}

#[test]
fn crates_are_named_where_they_belong() {
    let mut offences = Vec::new();
    for (path, module, text) in generator() {
        for (name, homes, advice) in KEPT_APART {
            let found = text.names_after(&format!("{name}::"));
            if let Some((_, line)) = found.first().filter(|_| !homes.contains(&module.as_str())) {
                offences.push(format!("{}:{line}: names `{name}`: {advice}", shown(&path)));
            }
        }
    }
    report(&offences, "A crate is named outside its place.");
}

/// Reads the kinds that the theme declares.
fn kinds() -> BTreeSet<String> {
    let folder = root().join("themes/imc/kinds");
    let files = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            text.lines().find_map(|line| line.strip_prefix("kind:").map(|value| value.trim().to_owned()))
        })
        .collect()
}

#[test]
fn no_kind_is_known_by_name() {
    let kinds = kinds();
    assert!(
        kinds.len() >= 5,
        "the theme's kinds were not found under themes/imc/kinds: this test would prove nothing"
    );
    let mut offences = Vec::new();
    for (path, _, text) in generator() {
        for (start, literal) in &text.strings {
            if kinds.contains(literal) && !ALSO_MEANS.iter().any(|(word, _)| word == literal) {
                offences.push(format!("{}:{}: \"{literal}\"", shown(&path), text.line(*start)));
            }
        }
    }
    report(
        &offences,
        "Code selects a kind by name. Attach the rule to a behaviour that kinds switch on in YAML; \
         a word with another meaning goes into ALSO_MEANS in tests/tidy.rs.",
    );
}

/// Lists the files under the laws of text: the generator, the search core and the chores.
fn all_code() -> Vec<PathBuf> {
    ["src", "crates", "xtask/src", "tests", "benches"]
        .iter()
        .flat_map(|folder| rust_files(&root().join(folder)))
        .filter(|path| !path.components().any(|part| part.as_os_str() == "node_modules"))
        .collect()
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let mut offences = Vec::new();
    for path in all_code() {
        if !std::fs::read_to_string(&path).unwrap().starts_with("//! ") {
            offences.push(shown(&path));
        }
    }
    report(
        &offences,
        "A file does not begin with `//! ` and a sentence on what it is for and what it leaves to others.",
    );
}

#[test]
fn files_and_functions_stay_small() {
    let mut offences = Vec::new();
    for path in all_code() {
        let text = RustText::of(&std::fs::read_to_string(&path).unwrap());
        let lines = text.lines_outside_tests();
        if lines > LONGEST_FILE {
            offences.push(format!(
                "{}: {lines} lines outside tests, at most {LONGEST_FILE}: split it by what changes together",
                shown(&path)
            ));
        }
        for (name, line, length) in
            text.functions().into_iter().filter(|(_, _, length)| *length > LONGEST_FUNCTION)
        {
            offences.push(format!(
                "{}:{line}: `{name}` has {length} lines, at most {LONGEST_FUNCTION}: name its parts",
                shown(&path)
            ));
        }
    }
    report(&offences, "Something has grown too large.");
}

#[test]
fn public_output_is_never_committed() {
    let tracked = std::process::Command::new("git").args(["ls-files", "public"]).current_dir(root()).output();
    let Some(tracked) = tracked.ok().filter(|output| output.status.success()) else {
        eprintln!("skipped: this copy of the repository has no git");
        return;
    };
    let names = String::from_utf8_lossy(&tracked.stdout).into_owned();
    let offences: Vec<String> =
        names.lines().filter(|name| *name != "public/.gitignore").map(str::to_owned).collect();
    report(
        &offences,
        "Built pages are in git: run `git rm -r --cached` on them; public/.gitignore keeps them out.",
    );
}

/// Returns the targets of the Markdown links of a text that lead to files. What stands between backticks is an example.
fn file_links(text: &str) -> Vec<&str> {
    let links = text.split('`').step_by(2).flat_map(|outside| outside.split("](").skip(1));
    let targets = links.filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
    targets
        .filter(|target| !target.contains("://") && !target.starts_with('#') && !target.contains(' '))
        .collect()
}

#[test]
fn guides_link_to_files_that_exist() {
    let mut guides =
        vec![root().join("README.md"), root().join("CONTRIBUTING.md"), root().join("ARCHITECTURE.md")];
    let docs = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    guides.extend(docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    let mut offences = Vec::new();
    for guide in guides {
        let Ok(text) = std::fs::read_to_string(&guide) else {
            offences.push(format!("{}: is not there", shown(&guide)));
            continue;
        };
        for target in file_links(&text) {
            let file = target.split('#').next().unwrap();
            if !guide.parent().unwrap().join(file).exists() {
                offences.push(format!("{}: links to {target}, which is not there", shown(&guide)));
            }
        }
    }
    report(&offences, "A guide leads nowhere: mend the link, or add the file.");
}

mod reading {
    //! The reader of Rust text is code too.

    use super::RustText;

    #[test]
    fn comments_strings_and_tests_are_not_code() {
        let text = RustText::of(
            "// crate::a\nlet s = \"crate::b\"; let c = '\"'; crate::c::x();\n#[cfg(test)]\nmod tests { use crate::d; }\n",
        );
        assert_eq!(text.names_after("crate::"), [("c".to_owned(), 2)]);
        assert_eq!(text.strings.len(), 1);
        assert_eq!(text.strings[0].1, "crate::b");
    }

    #[test]
    fn groups_are_opened() {
        let text = RustText::of("use crate::{a::{x, y}, b,\n c::Z};");
        let names: Vec<String> = text.names_after("crate::").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b", "c"]);
    }

    #[test]
    fn raw_strings_lifetimes_and_escapes_are_told_apart() {
        let text = RustText::of("fn f<'a>(x: &'a str) { g(r#\"a \"b\" \"#, '\\'', \"\\\"\", 'x') }");
        let strings: Vec<&str> = text.strings.iter().map(|(_, inner)| inner.as_str()).collect();
        assert_eq!(strings, ["a \"b\" ", "\\\""]);
    }

    #[test]
    fn functions_are_measured() {
        let text = RustText::of("fn a() {\n  if x {\n  }\n}\ntrait T { fn b(&self); }\n");
        assert_eq!(text.functions(), [("a".to_owned(), 1, 4)]);
    }
}
