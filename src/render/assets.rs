//! The theme's assets, published under names that change with their content, so that browsers may keep them.
//!
//! References between assets (`url(…)` in style sheets, `"./…"` in scripts) are rewritten to the published
//! names, relative to the file they stand in: they work under any base path.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::scripts::bare;
use crate::artifact::{Artifact, OutPath};
use crate::theme::Theme;

const FOLDER: &str = "assets/";

/// The published assets: names in the theme and names in the output.
#[derive(Debug, Default)]
pub(super) struct Assets {
    /// Path below `assets/` → path in the output.
    published: BTreeMap<String, String>,
    /// The files, by path in the output.
    files: BTreeMap<String, Vec<u8>>,
    /// What style sheets refer to and the theme does not have: the sheet and the address in it.
    pub(super) missing: Vec<(String, String)>,
}

impl Assets {
    /// Names and rewrites the assets of a theme.
    pub(super) fn new(theme: &Theme) -> Self {
        let mut assets = Self::default();
        for (path, _) in theme.files_under(FOLDER) {
            assets.publish(theme, path, &mut BTreeSet::new());
        }
        assets
    }

    /// The output path of an asset, by its path below `assets/`.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.published.get(name).map(String::as_str)
    }

    /// The names of all assets.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.published.keys().map(String::as_str)
    }

    /// The output files.
    pub(super) fn artifacts(&self) -> impl Iterator<Item = Artifact> {
        let all = self.files.iter();
        all.filter_map(|(path, bytes)| Some(Artifact::bytes(OutPath::new(path)?, bytes.clone())))
    }

    /// Publishes a file after those it refers to. In a circle the file met again keeps the name that its
    /// unchanged text gives.
    fn publish(&mut self, theme: &Theme, path: &str, open: &mut BTreeSet<String>) -> Option<String> {
        let name = path.strip_prefix(FOLDER)?;
        if let Some(done) = self.published.get(name) {
            return Some(done.clone());
        }
        let bytes = theme.file(path)?;
        if !open.insert(path.to_owned()) {
            return Some(hashed(path, bytes));
        }
        let bytes = match text_of(theme, path) {
            Some(text) => self.rewrite(theme, path, &text, open).into_bytes(),
            None => bytes.to_vec(),
        };
        open.remove(path);
        // Within a circle, the name given above must hold.
        let original = theme.file(path).unwrap_or_default();
        let out = hashed(path, if in_circle(theme, path) { original } else { &bytes });
        self.files.insert(out.clone(), bytes);
        self.published.insert(name.to_owned(), out.clone());
        Some(out)
    }

    fn rewrite(&mut self, theme: &Theme, path: &str, text: &str, open: &mut BTreeSet<String>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for (start, end) in references(path, text) {
            let (target, tail) = split_tail(&text[start..end]);
            let Some(full) = resolve(path, target).filter(|full| theme.file(full).is_some()) else {
                // In a script any text may look like an address.
                if !is_script(path) {
                    self.missing.push((path.to_owned(), target.to_owned()));
                }
                continue;
            };
            let Some(published) = self.publish(theme, &full, open) else { continue };
            let _infallible = write!(out, "{}{}{tail}", &text[done..start], relative(path, &published));
            done = end;
        }
        out.push_str(&text[done..]);
        out
    }
}

/// Whether a file is reached again from itself.
fn in_circle(theme: &Theme, path: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut queue = vec![path.to_owned()];
    while let Some(at) = queue.pop() {
        let text = text_of(theme, &at).unwrap_or_default();
        for (start, end) in references(&at, &text) {
            match resolve(&at, split_tail(&text[start..end]).0) {
                Some(target) if target == path => return true,
                Some(target) if seen.insert(target.clone()) => queue.push(target),
                _ => {}
            }
        }
    }
    false
}

/// The text of a style sheet or a script as it is published, but for what it refers to.
fn text_of<'a>(theme: &'a Theme, path: &str) -> Option<Cow<'a, str>> {
    let text = std::str::from_utf8(theme.file(path)?).ok().filter(|_| is_text(path))?;
    Some(if is_script(path) { bare(text) } else { Cow::Borrowed(text) })
}

fn is_text(path: &str) -> bool {
    path.ends_with(".css") || is_script(path)
}

fn is_script(path: &str) -> bool {
    path.ends_with(".js") || path.ends_with(".mjs")
}

/// The byte ranges of what a style sheet or a script refers to.
fn references(path: &str, text: &str) -> Vec<(usize, usize)> {
    if is_script(path) {
        let quoted = |quote: char| text.match_indices(quote).map(move |(at, _)| (at + 1, quote));
        let mut found: Vec<_> =
            quoted('"').chain(quoted('\'')).filter_map(|(at, q)| literal(text, at, q)).collect();
        found.sort_unstable();
        return found;
    }
    text.match_indices("url(").filter_map(|(at, open)| in_brackets(text, at + open.len())).collect()
}

/// A relative module address that begins at `at`.
fn literal(text: &str, at: usize, quote: char) -> Option<(usize, usize)> {
    let rest = text.get(at..)?;
    let end = rest.find([quote, '\n'])?;
    (rest.starts_with("./") || rest.starts_with("../")).then_some((at, at + end))
}

/// The address between `url(` and `)`, without quotes.
fn in_brackets(text: &str, at: usize) -> Option<(usize, usize)> {
    let inner = &text[at..at + text[at..].find(')')?];
    let bare = inner.trim().trim_matches(['"', '\'']);
    let start = at + inner.find(bare)?;
    let outside = bare.is_empty() || bare.contains(':') || bare.starts_with(['/', '#']);
    (!outside).then_some((start, start + bare.len()))
}

/// Parts `?…` and `#…` from an address.
fn split_tail(address: &str) -> (&str, &str) {
    address.split_at(address.find(['?', '#']).unwrap_or(address.len()))
}

/// The theme path that an address means, seen from a file of the theme.
fn resolve(from: &str, address: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The way from one file to another, as an address that begins with a dot.
fn relative(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(to.len() - 1);
    let up = from.len() - 1 - common.min(from.len() - 1);
    let begin = if up == 0 { "./".to_owned() } else { "../".repeat(up) };
    format!("{begin}{}", to[common..].join("/"))
}

/// `assets/style.css` → `assets/style.1a2b3c4d.css`.
fn hashed(path: &str, bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name..].rfind('.') {
        Some(dot) if dot > 0 => format!("{}.{hash}{}", &path[..name + dot], &path[name + dot..]),
        _ => format!("{path}.{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<'a>(assets: &'a Assets, name: &str) -> &'a str {
        std::str::from_utf8(&assets.files[assets.get(name).unwrap()]).unwrap()
    }

    #[test]
    fn references_lead_to_published_names() {
        let assets = Assets::new(&Theme::of(&[
            ("assets/css/style.css", "@font-face{src:url('../fonts/golos.woff2')} a{background:url(data:x)}"),
            ("assets/fonts/golos.woff2", "font"),
            ("assets/search.js", "import { a } from \"./lib/a.js\"; const b = './no.js';"),
            ("assets/lib/a.js", "export const a = 1"),
        ]));
        let font = assets.get("fonts/golos.woff2").unwrap();
        assert!(text(&assets, "css/style.css").contains(&format!("url('../{}')", &font["assets/".len()..])));
        assert!(text(&assets, "css/style.css").contains("url(data:x)"));
        let lib = &assets.get("lib/a.js").unwrap()["assets/".len()..];
        assert_eq!(
            text(&assets, "search.js"),
            format!("import {{ a }} from \"./{lib}\"; const b = './no.js';")
        );
    }

    #[test]
    fn a_name_changes_with_what_the_file_refers_to() {
        let name = |font: &str| {
            let files = [("assets/a.css", "a{src:url(f.woff2)}"), ("assets/f.woff2", font)];
            Assets::new(&Theme::of(&files)).get("a.css").unwrap().to_owned()
        };
        assert_ne!(name("one"), name("two"));
        assert_eq!(name("one"), name("one"));
    }

    #[test]
    fn a_file_that_a_style_sheet_lacks_is_named() {
        let assets = Assets::new(&Theme::of(&[("assets/a.css", "a{src:url(no.woff2)} b{src:url(#x)}")]));
        assert_eq!(assets.missing, [("assets/a.css".to_owned(), "no.woff2".to_owned())]);
    }

    #[test]
    fn scripts_that_import_each_other_are_published_under_the_names_they_use() {
        let files = [("assets/a.js", "import './b.js'"), ("assets/b.js", "import './a.js'")];
        let assets = Assets::new(&Theme::of(&files));
        let a = &assets.get("a.js").unwrap()["assets/".len()..];
        assert_eq!(text(&assets, "b.js"), format!("import './{a}'"));
    }
}
