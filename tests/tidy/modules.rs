//! Which file of a crate uses which: paths of modules, read as text and followed through `use` and re-exports.
//!
//! A module is the file that holds it. A path leads to the deepest module that it names; where a name after it is a
//! re-export, it leads on to the file where that name comes from, so a `mod.rs` that only hands names on is used by
//! nobody. Calls of methods are not seen: what they reach is kept in place by the law of `impl`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::rust_text::RustText;

/// The path of a module from the root of its crate; empty for the root itself.
pub(crate) type Module = Vec<String>;

/// A name that a file brings in: what it is called here, and the path that it stands for.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Import {
    name: String,
    path: Vec<String>,
    /// Whether it is handed on.
    handed_on: bool,
}

/// One file of a crate.
struct File {
    path: PathBuf,
    code: String,
    imports: Vec<Import>,
}

/// The files of a crate by their modules.
pub(crate) struct Modules {
    files: BTreeMap<Module, File>,
}

impl Modules {
    /// Reads files below the folder of a crate's sources.
    pub(crate) fn of(folder: &Path, files: impl IntoIterator<Item = (PathBuf, RustText)>) -> Self {
        let file = |(path, text): (PathBuf, RustText)| {
            let module = module_of(path.strip_prefix(folder).unwrap_or(&path));
            let imports = imports(&text.code);
            (module, File { path, code: without_imports(&text.code), imports })
        };
        Self { files: files.into_iter().map(file).collect() }
    }

    /// The file of a module.
    pub(crate) fn path(&self, module: &Module) -> &Path {
        &self.files[module].path
    }

    /// The text of each file without comments, strings and `use`.
    pub(crate) fn codes(&self) -> impl Iterator<Item = (&Module, &str)> {
        self.files.iter().map(|(module, file)| (module, file.code.as_str()))
    }

    /// What each file uses of others: the module, and a name of it.
    pub(crate) fn uses(&self) -> BTreeMap<&Module, BTreeMap<Module, String>> {
        self.files.iter().map(|(module, file)| (module, self.uses_of(module, file))).collect()
    }

    fn uses_of(&self, module: &Module, file: &File) -> BTreeMap<Module, String> {
        let brought =
            file.imports.iter().filter(|import| !import.handed_on).map(|import| import.path.clone());
        let mut uses = BTreeMap::new();
        for path in brought.chain(paths(&file.code)) {
            // A module alone is no use of what is in it: the paths that begin with it are.
            let Some((found, rest)) = self.resolve(module, &path, 0) else { continue };
            if let Some(name) = rest.first().filter(|_| found != *module) {
                uses.entry(found).or_insert_with(|| name.clone());
            }
        }
        uses
    }

    /// The module that a path in a file leads to, and what of the path is left.
    fn resolve(&self, from: &Module, path: &[String], depth: usize) -> Option<(Module, Vec<String>)> {
        let (first, rest) = path.split_first().filter(|_| depth < 16)?;
        let (mut at, mut rest) = match first.as_str() {
            "crate" => (Module::new(), rest),
            "self" => (from.clone(), rest),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                (from[..from.len().checked_sub(ups)?].to_vec(), &path[ups..])
            }
            _ if self.files.contains_key(&below(from, first)) => (from.clone(), path),
            _ => {
                let import = self.files[from].imports.iter().find(|import| import.name == *first)?;
                let own = import.path.first() != Some(first) || import.path.len() > 1;
                let whole: Vec<String> = import.path.iter().chain(rest).cloned().collect();
                return own.then(|| self.resolve(from, &whole, depth + 1)).flatten();
            }
        };
        while let Some((next, left)) =
            rest.split_first().filter(|(next, _)| self.files.contains_key(&below(&at, next)))
        {
            at.push(next.clone());
            rest = left;
        }
        let handed = rest.first().and_then(|name| self.handed_on(&at, name));
        let on = handed.and_then(|import| {
            let whole: Vec<String> = import.path.iter().chain(&rest[1..]).cloned().collect();
            self.resolve(&at, &whole, depth + 1)
        });
        Some(on.unwrap_or_else(|| (at, rest.to_vec())))
    }

    fn handed_on(&self, module: &Module, name: &str) -> Option<&Import> {
        self.files.get(module)?.imports.iter().find(|import| import.name == name)
    }

    /// The circles: files that use each other, over however many steps.
    pub(crate) fn circles(&self) -> Vec<Vec<Module>> {
        let uses = self.uses();
        let reach: BTreeMap<&Module, BTreeSet<&Module>> =
            uses.keys().map(|module| (*module, reached(module, &uses))).collect();
        let mut circles = BTreeSet::new();
        for (module, reached) in &reach {
            let circle: Vec<Module> = reached
                .iter()
                .filter(|other| reach[*other].contains(module))
                .map(|other| (*other).clone())
                .collect();
            if !circle.is_empty() {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }
}

/// All that can be reached from a module by following uses.
fn reached<'u>(from: &Module, uses: &BTreeMap<&'u Module, BTreeMap<Module, String>>) -> BTreeSet<&'u Module> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Module> = vec![from];
    while let Some(next) = open.pop() {
        for used in uses[next].keys() {
            let Some((known, _)) = uses.get_key_value(used) else { continue };
            if found.insert(*known) {
                open.push(known);
            }
        }
    }
    found
}

/// The module that a file holds.
fn module_of(inside: &Path) -> Module {
    let mut parts: Module =
        inside.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| matches!(last.as_str(), "mod" | "lib")) {
        parts.pop();
    }
    parts
}

fn below(module: &Module, name: &str) -> Module {
    let mut below = module.clone();
    below.push(name.to_owned());
    below
}

/// Where the `use` of a text stand: from the word to behind the semicolon, and whether they hand on.
fn import_places(code: &str) -> Vec<(usize, usize, bool)> {
    let mut places = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].trim_end();
        let line = &code[code[..at].rfind('\n').map_or(0, |newline| newline + 1)..at];
        // `enum Reuse {` only ends so.
        let word = line.is_empty() || line.ends_with(char::is_whitespace);
        let alone = word && (line.trim().is_empty() || line.trim_start().starts_with("pub"));
        let end = code[at..].find(';').map(|end| at + end + 1);
        if let (true, Some(end)) = (alone, end) {
            places.push((at, end, before.ends_with("pub") || line.trim_start().starts_with("pub")));
        }
    }
    places
}

fn imports(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    for (at, end, handed_on) in import_places(code) {
        for (path, alias) in tree(&code[at + "use ".len()..end - 1]) {
            let Some(name) = alias.or_else(|| path.last().cloned()) else { continue };
            imports.push(Import { name, path, handed_on });
        }
    }
    imports
}

fn without_imports(code: &str) -> String {
    let mut out = code.to_owned();
    for (at, end, _) in import_places(code) {
        let blank: String = code[at..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(at..end, &blank);
    }
    out
}

/// The paths of `a::{b, c as d}`, each with the name that it is given.
fn tree(text: &str) -> Vec<(Vec<String>, Option<String>)> {
    let text = text.trim();
    let Some(open) = text.find('{') else {
        let (path, alias) = text.split_once(" as ").map_or((text, None), |(path, alias)| (path, Some(alias)));
        let mut parts: Vec<String> = path.split("::").map(|part| part.trim().to_owned()).collect();
        // `a::{self}` names `a`.
        if parts.len() > 1 && parts.last().is_some_and(|last| last == "self") {
            parts.pop();
        }
        return vec![(parts, alias.map(|alias| alias.trim().to_owned()))];
    };
    let before = text[..open].trim().trim_end_matches("::");
    let inside = &text[open + 1..text.rfind('}').unwrap_or(text.len())];
    let whole =
        |part: &str| if before.is_empty() { part.to_owned() } else { format!("{before}::{}", part.trim()) };
    parted(inside)
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| tree(&whole(part)))
        .collect()
}

/// A list parted at its commas outside braces.
fn parted(list: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[from..]);
    parts
}

/// The paths of several names that stand in code: `super::a::b`, `a::B`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(|c: char| c.is_alphabetic() || c == '_') {
        rest = &rest[start..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'))).unwrap_or(rest.len());
        let word = rest[..end].trim_end_matches(':');
        if word.contains("::") {
            paths.push(word.split("::").map(str::to_owned).collect());
        }
        rest = &rest[end..];
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules(files: &[(&str, &str)]) -> Modules {
        let files = files.iter().map(|(path, text)| (PathBuf::from(path), RustText::of(text)));
        Modules::of(Path::new(""), files)
    }

    fn names(circles: Vec<Vec<Module>>) -> Vec<String> {
        circles
            .into_iter()
            .map(|circle| circle.iter().map(|one| one.join("/")).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn files_that_use_each_other_are_a_circle() {
        let found = modules(&[
            ("a/mod.rs", "mod b;\nmod c;\npub(crate) use c::Thing;\n"),
            ("a/b.rs", "use super::Thing;\nfn x(thing: &Thing) {}\n"),
            ("a/c.rs", "pub(crate) struct Thing;\nfn y() { super::b::x(&Thing) }\n"),
            ("d.rs", "use crate::a::{self, b as other};\nfn z() { other::x(); a::Thing; }\n"),
        ]);
        assert_eq!(names(found.circles()), ["a/b a/c"]);
        let d = vec!["d".to_owned()];
        let used: Vec<String> = found.uses()[&d].keys().map(|module| module.join("/")).collect();
        assert_eq!(used, ["a/b", "a/c"]);
    }

    #[test]
    fn a_folder_that_only_hands_names_on_is_no_circle() {
        let found = modules(&[
            ("a/mod.rs", "mod b;\nmod c;\npub(crate) use b::{One, two};\nfn three() { c::four(); }\n"),
            ("a/b.rs", "pub(crate) struct One;\n"),
            ("a/c.rs", "use super::One;\npub(super) fn four() { super::two(); }\n"),
        ]);
        assert!(found.circles().is_empty());
    }

    #[test]
    fn a_type_in_the_file_of_the_folder_makes_a_circle() {
        let found = modules(&[
            ("a/mod.rs", "mod b;\nstruct One;\nfn go() { b::two(One); }\n"),
            ("a/b.rs", "use super::One;\npub(super) fn two(one: One) {}\n"),
        ]);
        assert_eq!(names(found.circles()), ["a a/b"]);
    }
}
