//! The theme's assets, published under addresses that change with their content, so that browsers may keep them.
//!
//! Scripts lie together in one folder whose name has a hash of them all: their bundler has made them, and they lead to
//! each other by relative addresses, which stay true. Everything else has a hash in its own name, and `url(…)` in style
//! sheets is rewritten to it, relative to the sheet. Both work under any base path.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::style_urls::{self, Reference};
use crate::artifact::{Artifact, OutPath};
use crate::text::hex;
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
        assets.publish_scripts(theme);
        for (path, _) in theme.files_under(FOLDER).filter(|(path, _)| !is_script(path)) {
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

    /// The bytes of an asset by its path in the output.
    pub(super) fn at(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Publishes the scripts as they are, in one folder.
    fn publish_scripts(&mut self, theme: &Theme) {
        let scripts: Vec<_> = theme.files_under(FOLDER).filter(|(path, _)| is_script(path)).collect();
        let mut all = Sha256::new();
        for (path, bytes) in &scripts {
            all.update(format!("{path} {}\n", bytes.len()));
            all.update(bytes);
        }
        let folder = format!("{FOLDER}scripts.{}", short(&all.finalize()));
        for (path, bytes) in scripts {
            let name = &path[FOLDER.len()..];
            self.add(name, format!("{folder}/{name}"), bytes.to_vec());
        }
    }

    /// Publishes a file after those it refers to. One that is met again while it is being published, a sheet that
    /// imports itself, has no name yet.
    fn publish(&mut self, theme: &Theme, path: &str, open: &mut BTreeSet<String>) -> Option<String> {
        let name = path.strip_prefix(FOLDER)?;
        if let Some(done) = self.published.get(name) {
            return Some(done.clone());
        }
        let bytes = theme.file(path)?;
        if !open.insert(path.to_owned()) {
            return None;
        }
        let bytes = match std::str::from_utf8(bytes).ok().filter(|_| is_style(path)) {
            Some(text) => self.rewrite(theme, path, text, open).into_bytes(),
            None => bytes.to_vec(),
        };
        open.remove(path);
        let out = hashed(path, &bytes);
        self.add(name, out.clone(), bytes);
        Some(out)
    }

    fn add(&mut self, name: &str, out: String, bytes: Vec<u8>) {
        self.published.insert(name.to_owned(), out.clone());
        self.files.insert(out, bytes);
    }

    fn rewrite(&mut self, theme: &Theme, path: &str, text: &str, open: &mut BTreeSet<String>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for reference in style_urls::references(text) {
            let Some(new) = self.renamed(theme, path, &reference, open) else { continue };
            out.push_str(&text[done..reference.place.start]);
            out.push_str(&reference.written(&new));
            done = reference.place.end;
        }
        out.push_str(&text[done..]);
        out
    }

    /// The address of what a sheet refers to, as it is published.
    fn renamed(
        &mut self,
        theme: &Theme,
        path: &str,
        reference: &Reference,
        open: &mut BTreeSet<String>,
    ) -> Option<String> {
        let (target, tail) = split_tail(&reference.address);
        let Some(full) = resolve(path, target).filter(|full| theme.file(full).is_some()) else {
            self.missing.push((path.to_owned(), target.to_owned()));
            return None;
        };
        let published = self.publish(theme, &full, open)?;
        Some(format!("{}{tail}", relative(path, &published)))
    }
}

fn is_style(path: &str) -> bool {
    path.ends_with(".css")
}

fn is_script(path: &str) -> bool {
    path.ends_with(".js") || path.ends_with(".mjs")
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
    let hash = short(&Sha256::digest(bytes));
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name..].rfind('.') {
        Some(dot) if dot > 0 => format!("{}.{hash}{}", &path[..name + dot], &path[name + dot..]),
        _ => format!("{path}.{hash}"),
    }
}

/// The beginning of a hash, as it stands in names.
fn short(digest: &[u8]) -> String {
    hex(&digest[..4])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<'a>(assets: &'a Assets, name: &str) -> &'a str {
        std::str::from_utf8(&assets.files[assets.get(name).unwrap()]).unwrap()
    }

    #[test]
    fn references_of_sheets_lead_to_published_names() {
        let assets = Assets::new(&Theme::of(&[
            (
                "assets/css/style.css",
                "@font-face{src:url('../fonts/golos.woff2#x')} a{background:url(data:x)}",
            ),
            ("assets/fonts/golos.woff2", "font"),
        ]));
        let font = &assets.get("fonts/golos.woff2").unwrap()["assets/".len()..];
        assert_eq!(
            text(&assets, "css/style.css"),
            format!("@font-face{{src:url(\"../{font}#x\")}} a{{background:url(data:x)}}")
        );
    }

    #[test]
    fn scripts_lie_together_as_they_are_under_one_name_of_them_all() {
        let files = |b: &'static str| {
            Assets::new(&Theme::of(&[("assets/js/a.js", "import \"./b/c.js\";"), ("assets/js/b/c.js", b)]))
        };
        let assets = files("import \"../a.js\"");
        let folder = assets.get("js/a.js").unwrap().strip_suffix("js/a.js").unwrap();
        assert!(folder.starts_with("assets/scripts."), "{folder}");
        assert_eq!(assets.get("js/b/c.js").unwrap(), format!("{folder}js/b/c.js"));
        assert_eq!(text(&assets, "js/a.js"), "import \"./b/c.js\";");
        assert_ne!(files("").get("js/a.js"), assets.get("js/a.js"), "what it imports has changed");
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
    fn a_sheet_that_imports_itself_is_published() {
        let assets = Assets::new(&Theme::of(&[("assets/a.css", "@import \"a.css\"; b{}")]));
        assert_eq!(text(&assets, "a.css"), "@import \"a.css\"; b{}");
    }
}
