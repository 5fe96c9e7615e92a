//! How files hang together: no circle, types in files of their own, and who may open a file or read the clock.
//!
//! Each law has a table of what is let through, with its reason. What a table names and nobody does any more must go
//! from it, so a table can only shrink by being true.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::modules::{Module, Modules};
use super::rust_text::RustText;
use super::{is_test_file, report, root, rust_files, shown};

/// Folders in which circles are left, to be mended where they stand.
const CIRCLES: &[(&str, &str)] = &[];

/// Types whose methods stand in several files, since each file is a subject of its own and the type is what they share.
const IN_SEVERAL_FILES: &[(&str, &str)] = &[
    ("Engine", "the walk over a regulation: headings and lists, paragraphs"),
    ("Writer", "steps to HTML: what leads somewhere has a file"),
    ("RoutePlan", "making the plan and claiming addresses in it"),
    ("Lock", "lines of documents, lines of what the site makes"),
    ("Site", "where links lead, how places are cited"),
    ("Reader", "a file for each sort of declaration"),
    ("Schema", "what facets a site has"),
    ("Story", "reading a document: blocks, the inside of paragraphs, drawings, tables"),
    ("Engine", "a query is first understood, then answered"),
];

/// Files of folders that hold types although they only should hand names on.
const TYPES_IN_MOD: &[&str] = &[
    "src/schema/mod.rs",
    "src/model/routes/mod.rs",
    "crates/search/src/engine/mod.rs",
    "crates/search/src/build/mod.rs",
];

/// Who opens files, or asks what lies on the disk.
const DISK: &[(&str, &str)] = &[
    ("src/disk.rs", "the room that opens what this build did not make"),
    ("src/load/walk.rs", "which files there are"),
    ("src/load/published.rs", "documents of which a certificate tells the sum"),
    ("src/load/stamp.rs", "what tells a file from what lay there before"),
    ("src/load/links.rs", "where links in content lead"),
    ("src/load/read.rs", "texts"),
    ("src/sum.rs", "files of which a certificate tells the sum"),
    ("src/theme.rs", "the theme's files"),
    ("src/start/place.rs", "what lies where a portal or a page begins"),
    ("src/media", "what is published as it is"),
    ("src/derive", "what is made of files, and the cache of it"),
    ("src/emit", "publishing"),
    ("src/import/source.rs", "the source of an import"),
    ("src/import/soffice.rs", "what another program is given, and what it made"),
    ("src/import/place.rs", "the document of an import, and what lies beside it"),
    ("src/import/files.rs", "which files of a folder are documents"),
    ("src/project/kept.rs", "the report of the build before"),
    ("src/serve/attachment.rs", "files that the preview shows"),
    ("src/serve/http.rs", "reading on in what was opened"),
    ("src/serve/watch.rs", "which folders there are to watch"),
    ("src/cli/meaning.rs", "whether the folder that was named is a site"),
    ("src/commands/preview.rs", "the folder that the preview shows"),
    ("src/commands/search.rs", "whether there is a published site"),
    ("crates/search/src/bundle/files.rs", "a published bundle, for search in the terminal"),
    ("crates/search/src/build/law.rs", "nothing but tests"),
];

/// What opens files, or asks what lies on the disk.
const OPENS: &[&str] = &[
    "std::fs",
    "tokio::fs",
    "fs::",
    "File::",
    "disk::",
    "crate::disk",
    "walkdir::",
    ".read_dir(",
    ".is_file(",
    ".is_dir(",
    ".exists(",
    ".canonicalize(",
    ".metadata(",
    ".symlink_metadata(",
    ".is_symlink(",
];

/// Who knows what time it is.
const CLOCK: &[(&str, &str)] = &[
    ("src/cli/machine.rs", "the day of the build, once"),
    ("src/progress.rs", "how long a step takes, for the person who waits"),
];

/// What reads the clock.
const READS_CLOCK: &[&str] =
    &["SystemTime::now", "Instant::now", "Zoned::now", "Timestamp::now", ".elapsed("];

/// The sources of a crate without its tests.
fn sources(folder: &str) -> (PathBuf, Vec<(PathBuf, RustText)>) {
    let folder = root().join(folder);
    let files =
        rust_files(&folder).into_iter().filter(|path| !is_test_file(path) && !path.ends_with("main.rs"));
    let read = |path: PathBuf| {
        let text = RustText::of(&std::fs::read_to_string(&path).unwrap());
        (path, text)
    };
    let files = files.map(read).collect();
    (folder, files)
}

fn crates() -> [(PathBuf, Vec<(PathBuf, RustText)>); 3] {
    ["src", "crates/documents/src", "crates/search/src"].map(sources)
}

/// The first entry of a table whose folder or file a path lies in.
fn excused<'t>(table: &'t [(&str, &str)], path: &str) -> Option<&'t str> {
    let inside = |rest: &str| rest.is_empty() || rest == ".rs" || rest.starts_with('/');
    let entry = table.iter().find(|(place, _)| path.strip_prefix(place).is_some_and(inside));
    entry.map(|(place, _)| *place)
}

/// The entries of a table that excused nothing.
fn stale<'t>(names: impl Iterator<Item = &'t str>, used: &BTreeSet<&str>, table: &str) -> Vec<String> {
    let idle = names.filter(|name| !used.contains(name));
    idle.map(|name| {
        format!("{name}: nothing to excuse any more, take it out of {table} in tests/tidy/structure.rs")
    })
    .collect()
}

#[test]
fn no_files_use_each_other() {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    for (folder, files) in crates() {
        let modules = Modules::of(&folder, files);
        for circle in modules.circles() {
            let paths: Vec<String> = circle.iter().map(|module| shown(modules.path(module))).collect();
            let places: Vec<Option<&str>> = paths.iter().map(|path| excused(CIRCLES, path)).collect();
            match places[0].filter(|place| places.iter().all(|other| *other == Some(*place))) {
                Some(place) => {
                    used.insert(place);
                }
                None => offences.push(drawn(&modules, &circle)),
            }
        }
    }
    offences.extend(stale(CIRCLES.iter().map(|(place, _)| *place), &used, "CIRCLES"));
    report(
        &offences,
        "Files use each other in a circle. Move what both need into a file below them (a type never stands in mod.rs), \
         or let the caller hand over what is asked upwards.",
    );
}

/// A circle with what is used in it.
fn drawn(modules: &Modules, circle: &[Module]) -> String {
    let uses = modules.uses();
    let mut lines = vec!["a circle:".to_owned()];
    for module in circle {
        for (used, name) in uses[module].iter().filter(|(used, _)| circle.contains(used)) {
            lines.push(format!(
                "  {} uses {name} of {}",
                shown(modules.path(module)),
                shown(modules.path(used))
            ));
        }
    }
    lines.join("\n")
}

/// The types that a text declares.
fn declared(code: &str) -> impl Iterator<Item = &str> {
    let words = ["struct ", "enum ", "union "];
    words
        .into_iter()
        .flat_map(move |word| code.match_indices(word).map(move |(at, word)| (at, at + word.len())))
        .filter_map(|(at, end)| {
            let alone = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let name = name_at(&code[end..]);
            (alone && name.starts_with(char::is_uppercase)).then_some(name)
        })
}

fn name_at(text: &str) -> &str {
    &text[..text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())]
}

/// The types that a text has methods for: the last name of `impl<'a> a::B<'a>`, or of `impl Trait for a::B`.
fn implemented(code: &str) -> Vec<&str> {
    let starts = code.match_indices("impl").filter(|(at, _)| *at == 0 || code[..*at].ends_with('\n'));
    starts
        .filter_map(|(at, _)| {
            let head = &code[at + "impl".len()..at + code[at..].find('{')?];
            let head = head.split(" where ").next()?.rsplit(" for ").next()?.trim();
            // Parameters of the implementation itself.
            let head = if head.starts_with('<') {
                head.split_once("> ").map_or(head, |(_, rest)| rest)
            } else {
                head
            };
            let path = &head[..head.find('<').unwrap_or(head.len())];
            path.trim().rsplit("::").next()
        })
        .collect()
}

#[test]
fn methods_stand_with_their_type() {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    for (folder, files) in crates() {
        let modules = Modules::of(&folder, files);
        let all: BTreeSet<&str> = modules.codes().flat_map(|(_, code)| declared(code)).collect();
        for (module, code) in modules.codes() {
            let own: BTreeSet<&str> = declared(code).collect();
            for name in implemented(code).into_iter().filter(|name| all.contains(name) && !own.contains(name))
            {
                match IN_SEVERAL_FILES.iter().find(|(known, _)| *known == name) {
                    Some((known, _)) => {
                        used.insert(*known);
                    }
                    None => offences.push(format!("{}: impl {name}", shown(modules.path(module)))),
                }
            }
        }
    }
    offences.extend(stale(IN_SEVERAL_FILES.iter().map(|(name, _)| *name), &used, "IN_SEVERAL_FILES"));
    report(
        &offences,
        "Methods stand in another file than their type. Make them functions, or a type of their own; a type that several \
         subjects share is named with its reason in IN_SEVERAL_FILES in tests/tidy/structure.rs.",
    );
}

#[test]
fn no_type_stands_in_the_file_of_a_folder() {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    for (path, text) in crates().into_iter().flat_map(|(_, files)| files) {
        let name = shown(&path);
        let Some(first) = declared(&text.code).next().filter(|_| path.ends_with("mod.rs")) else { continue };
        match TYPES_IN_MOD.iter().find(|known| **known == name) {
            Some(known) => {
                used.insert(*known);
            }
            None => offences.push(format!("{name}: {first}")),
        }
    }
    offences.extend(stale(TYPES_IN_MOD.iter().copied(), &used, "TYPES_IN_MOD"));
    report(
        &offences,
        "A type stands in mod.rs, so all of its folder uses that file. Give it a file and hand its name on.",
    );
}

/// Says which files name one of some words and are in no table.
fn named_only_by(table: &'static [(&str, &str)], words: &[&str], name: &str, law: &str) {
    let (mut offences, mut used) = (Vec::new(), BTreeSet::new());
    for (path, text) in crates().into_iter().flat_map(|(_, files)| files) {
        let path = shown(&path);
        let Some((at, word)) = words.iter().filter_map(|word| Some((found(&text.code, word)?, *word))).min()
        else {
            continue;
        };
        match excused(table, &path) {
            Some(place) => {
                used.insert(place);
            }
            None => offences.push(format!("{path}:{}: {word}", text.line(at))),
        }
    }
    offences.extend(stale(table.iter().map(|(place, _)| *place), &used, name));
    report(&offences, law);
}

/// Where a word stands that is not the end of a longer one.
fn found(code: &str, word: &str) -> Option<usize> {
    let longer = |at: &usize| {
        word.starts_with(char::is_alphabetic)
            && code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
    };
    code.match_indices(word).map(|(at, _)| at).find(|at| !longer(at))
}

#[test]
fn files_are_opened_in_few_rooms() {
    named_only_by(
        DISK,
        OPENS,
        "DISK",
        "A file looks at the disk that must not. What is read belongs to load or media and is handed on as a value.",
    );
}

#[test]
fn the_clock_is_read_once() {
    named_only_by(
        CLOCK,
        READS_CLOCK,
        "CLOCK",
        "A file reads the clock. The day is an input: Options::today.",
    );
}

#[test]
fn heads_of_implementations_are_read() {
    let code = "impl<'a> Engine<'a> {}\nimpl Display for a::Thing<'_> {}\nimpl<T: Into<String>> From<T> for Name {}\nfn f(x: impl Fn()) {}\n";
    assert_eq!(implemented(code), ["Engine", "Thing", "Name"]);
    assert_eq!(declared("pub(crate) struct A;\nenum B {}\nstruct_of(x)\n").collect::<Vec<_>>(), ["A", "B"]);
}

#[test]
fn a_table_is_asked_by_whole_parts_of_paths() {
    let table = [("src/a", "")];
    assert_eq!(excused(&table, "src/a/b.rs"), Some("src/a"));
    assert_eq!(excused(&table, "src/a.rs"), Some("src/a"));
    assert_eq!(excused(&table, "src/ab/c.rs"), None);
}
