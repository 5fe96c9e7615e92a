//! The theme: kinds, vocabularies, templates, assets and face texts, by path.
//!
//! The theme `imc` is inside the binary. Files of the same path under `<root>/themes/imc/` take the place of
//! its own, one by one. Any other theme lies whole under `<root>/themes/<name>/`. Nothing here knows what the
//! files mean.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use crate::address::is_name;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links};
use crate::text::signs::shown;

/// The theme that is inside the binary.
pub(crate) const BUILT_IN: &str = "imc";
static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/imc");

/// Its service worker, at the root of the theme and of the output.
pub(crate) const WORKER: &str = "sw.js";

/// What it declares beside kinds and vocabularies: how pictures are published.
pub(crate) const LOOK: &str = "theme.yaml";

/// A theme that the site names cannot be found.
pub(crate) const THEME_MISSING: RuleId = RuleId("theme-missing");
/// A file of the theme cannot be read.
pub(crate) const THEME_UNREADABLE: RuleId = RuleId("theme-unreadable");
/// A link of the theme, or the theme itself, leads to what is no file of the theme.
pub(crate) const THEME_LINK: RuleId = RuleId("theme-link");

/// No file of a theme has a reason to be larger.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The files of a theme by their paths, `/` between parts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Theme {
    name: String,
    /// Whether it stands in the place of one that cannot be had.
    is_instead: bool,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Theme {
    /// Reads the theme of a site.
    pub(crate) fn load(root: &Path, name: &str) -> Result<Self, Diagnostic> {
        let mut theme = match name {
            BUILT_IN => Self::built_in(),
            name => Self { name: name.to_owned(), ..Self::default() },
        };
        let missing = |help| {
            let missing = Diagnostic::error(THEME_MISSING).in_file("content/site.yaml");
            let folder = format!("themes/{}/", shown(name));
            missing.arg("theme", shown(name)).arg("folder", folder).help(help)
        };
        if !is_name(name) {
            return Err(missing("help-name"));
        }
        let folder = root.join("themes").join(name);
        // Through a link anything of the machine would be published as a part of the theme.
        if [root.join("themes"), folder.clone()].iter().any(|folder| folder.is_symlink()) {
            return Err(Diagnostic::error(THEME_LINK).in_file(format!("themes/{name}")).help("help-folder"));
        }
        if folder.is_dir() {
            theme.overlay(&folder)?;
        } else if name != BUILT_IN {
            return Err(missing("help"));
        }
        Ok(theme)
    }

    /// The theme that is inside the binary, without files of the site.
    pub(crate) fn built_in() -> Self {
        let mut theme = Self { name: BUILT_IN.to_owned(), ..Self::default() };
        embedded(&EMBEDDED, &mut theme.files);
        theme
    }

    /// The same in the place of a theme that cannot be had.
    pub(crate) fn instead() -> Self {
        Self { is_instead: true, ..Self::built_in() }
    }

    /// Whether it is the whole theme of a name.
    pub(crate) fn is_whole(&self, name: &str) -> bool {
        self.name == name && !self.is_instead
    }

    /// Makes a theme of given files, for tests of what reads themes.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec().into()));
        Self { name: "test".to_owned(), is_instead: false, files: files.collect() }
    }

    /// The files whose paths begin with `prefix`, in the order of paths.
    pub(crate) fn files_under(&self, prefix: &str) -> impl Iterator<Item = (&str, &[u8])> {
        let start = prefix.to_owned();
        let all = self.files.range(prefix.to_owned()..).take_while(move |(path, _)| path.starts_with(&start));
        all.map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// The bytes of a file.
    pub(crate) fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// Whether it has a service worker.
    pub(crate) fn has_worker(&self) -> bool {
        self.file(WORKER).is_some()
    }

    /// Whether it has a template of a name.
    pub(crate) fn has_template(&self, name: &str) -> bool {
        self.file(&format!("templates/{name}")).is_some()
    }

    /// How a file of the theme is called in messages: its path from the site's root.
    pub(crate) fn shown(&self, path: &str) -> String {
        format!("themes/{}/{path}", self.name)
    }

    /// Puts the files of a folder over those that are there. A link stands for a visible file of the same theme,
    /// and for nothing else; what is neither file nor folder is not opened.
    fn overlay(&mut self, folder: &Path) -> Result<(), Diagnostic> {
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|e| self.unreadable(folder, e.path().unwrap_or(folder), &e))?;
            let path = entry.path();
            if entry.file_type().is_dir() || is_hidden(path, folder) {
                continue;
            }
            let real = if entry.path_is_symlink() { self.target(path, folder)? } else { path.to_owned() };
            let bytes = disk::read(&real, LARGEST, Links::Refused);
            let bytes = bytes.map_err(|e| match e.kind() {
                io::ErrorKind::InvalidInput => self.no_file(folder, path),
                _ => self.unreadable(folder, path, &e),
            })?;
            self.files.insert(relative(path, folder), bytes.into());
        }
        Ok(())
    }

    /// The file that a link of the theme stands for.
    fn target(&self, link: &Path, folder: &Path) -> Result<PathBuf, Diagnostic> {
        let real = folder.canonicalize().and_then(|home| {
            let real = link.canonicalize()?;
            let sound = real.starts_with(&home) && real.is_file() && !is_hidden(&real, &home);
            if sound { Ok(real) } else { Err(io::ErrorKind::InvalidInput.into()) }
        });
        real.map_err(|_| self.no_file(folder, link))
    }

    fn no_file(&self, folder: &Path, path: &Path) -> Diagnostic {
        Diagnostic::error(THEME_LINK).in_file(self.shown(&relative(path, folder))).help("help")
    }

    fn unreadable(&self, folder: &Path, path: &Path, cause: &dyn std::fmt::Display) -> Diagnostic {
        let file = self.shown(&relative(path, folder));
        Diagnostic::error(THEME_UNREADABLE).in_file(file).arg("cause", cause.to_string())
    }
}

fn embedded(folder: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        files.insert(slashes(file.path()), file.contents().into());
    }
    folder.dirs().for_each(|inner| embedded(inner, files));
}

/// Editors leave files such as `.style.css.swp` behind.
fn is_hidden(path: &Path, folder: &Path) -> bool {
    relative(path, folder).split('/').any(|part| part.starts_with('.') || part.ends_with('~'))
}

fn relative(path: &Path, folder: &Path) -> String {
    slashes(path.strip_prefix(folder).unwrap_or(path))
}

fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(root: &Path, path: &str, text: &str) {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a fixture")]
        std::fs::write(path, text).unwrap();
    }

    #[test]
    fn a_theme_of_the_site_is_read_in_order_without_hidden_files() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "themes/own/kinds/b.yaml", "b");
        write(root.path(), "themes/own/kinds/a.yaml", "a");
        write(root.path(), "themes/own/kinds/.a.yaml.swp", "x");
        let theme = Theme::load(root.path(), "own").unwrap();
        let files: Vec<_> = theme.files_under("kinds/").collect();
        assert_eq!(files, [("kinds/a.yaml", b"a".as_slice()), ("kinds/b.yaml", b"b".as_slice())]);
        assert_eq!(theme.shown("kinds/a.yaml"), "themes/own/kinds/a.yaml");
    }

    #[test]
    fn files_of_the_site_take_the_place_of_the_built_in_ones() {
        let root = tempfile::tempdir().unwrap();
        let before = Theme::load(root.path(), BUILT_IN).unwrap();
        write(root.path(), "themes/imc/templates/base.html", "mine");
        let after = Theme::load(root.path(), BUILT_IN).unwrap();
        assert_eq!(after.file("templates/base.html"), Some(b"mine".as_slice()));
        let others = |theme: &Theme| theme.files.keys().filter(|path| *path != "templates/base.html").count();
        assert_eq!(others(&after), others(&before));
    }

    #[test]
    fn a_theme_that_is_nowhere_is_named() {
        let root = tempfile::tempdir().unwrap();
        for name in ["winter", "../imc", "", ".", ".."] {
            assert_eq!(Theme::load(root.path(), name).unwrap_err().rule, THEME_MISSING);
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_to_visible_files_of_the_theme_only() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "secret", "secret");
        write(root.path(), "themes/own/a.txt", "a");
        write(root.path(), "themes/own/.env", "secret");
        let link = root.path().join("themes/own/b.txt");
        for (target, allowed) in
            [("a.txt", true), ("../../secret", false), (".env", false), (".", false), ("b.txt", false)]
        {
            std::os::unix::fs::symlink(target, &link).unwrap();
            let theme = Theme::load(root.path(), "own");
            match theme {
                Ok(theme) => assert!(allowed && theme.file("b.txt") == Some(b"a"), "{target}"),
                Err(problem) => assert!(!allowed && problem.rule == THEME_LINK, "{target} {problem:?}"),
            }
            std::fs::remove_file(&link).unwrap();
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_theme_elsewhere_and_what_is_no_file_are_refused() {
        let root = tempfile::tempdir().unwrap();
        write(root.path(), "elsewhere/a.txt", "a");
        std::fs::create_dir(root.path().join("themes")).unwrap();
        std::os::unix::fs::symlink("../elsewhere", root.path().join("themes/own")).unwrap();
        assert_eq!(Theme::load(root.path(), "own").unwrap_err().rule, THEME_LINK);
        std::fs::create_dir(root.path().join("themes/new")).unwrap();
        std::os::unix::net::UnixListener::bind(root.path().join("themes/new/a.txt")).unwrap();
        assert_eq!(Theme::load(root.path(), "new").unwrap_err().rule, THEME_LINK);
    }
}
