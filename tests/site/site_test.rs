//! The one fluent helper: write a site, run the program on it, look at what came out.
//!
//! ```ignore
//! SiteTest::new().file("content/news/a.md", "---\n…").build().ok().shows("news/a/index.html", "Новость");
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A site in a folder of its own, with the repository's theme.
pub(crate) struct SiteTest {
    folder: tempfile::TempDir,
    today: String,
    base: &'static str,
    /// Whether the program finds no other programs but those of the site's folder `programs`.
    alone: bool,
}

/// What one run of the program did.
pub(crate) struct Outcome<'a> {
    site: &'a SiteTest,
    code: i32,
    output: String,
    messages: String,
}

/// A message: its rule, line, column and help.
pub(crate) type Told = (String, u64, u64, String);

impl SiteTest {
    /// Makes a site that has a name, an address, the theme, and nothing else.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site =
            Self { folder, today: "2026-11-21".to_owned(), base: "https://centre.example/", alone: false };
        copy(&repository().join("themes/imc"), &site.path("themes/imc"));
        site.settings()
    }

    /// Copies the repository's own content into the site.
    #[must_use]
    pub(crate) fn of_the_repository() -> Self {
        let site = Self::new();
        copy(&repository().join("content"), &site.path("content"));
        site
    }

    /// Gives the site another address.
    #[must_use]
    pub(crate) fn at(mut self, base: &'static str) -> Self {
        self.base = base;
        self.settings()
    }

    /// Sets the day of the next runs.
    #[must_use]
    pub(crate) fn on(mut self, today: &str) -> Self {
        self.today = today.to_owned();
        self
    }

    /// Writes a file of the site.
    #[must_use]
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let place = self.path(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
        self
    }

    /// Moves a file of the site.
    #[must_use]
    pub(crate) fn rename(self, from: &str, to: &str) -> Self {
        fs::rename(self.path(from), self.path(to)).unwrap();
        self
    }

    /// Removes a file of the site.
    #[must_use]
    pub(crate) fn without(self, path: &str) -> Self {
        fs::remove_file(self.path(path)).unwrap();
        self
    }

    /// Builds the site into its `public`.
    #[must_use]
    pub(crate) fn build(&self) -> Outcome<'_> {
        self.run(&["build", "--today", &self.today])
    }

    /// Runs the program in the site's folder.
    #[must_use]
    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome<'_> {
        let done = self.program(arguments).output().unwrap();
        Outcome {
            site: self,
            code: done.status.code().unwrap_or(-1),
            output: String::from_utf8_lossy(&done.stdout).into_owned(),
            messages: String::from_utf8_lossy(&done.stderr).into_owned(),
        }
    }

    /// Checks the site and returns what is said: weight, rule and place of each message.
    pub(crate) fn problems(&self) -> Vec<String> {
        let outcome = self.run(&["check", "--today", &self.today, "--format", "json"]);
        let said: Vec<serde_json::Value> = serde_json::from_str(&outcome.output)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", outcome.output, outcome.messages));
        let part = |one: &serde_json::Value, name: &str| match &one[name] {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let shown = said.iter().map(|one| {
            let place = ["file", "line", "column"].map(|name| part(one, name));
            let place = place.iter().filter(|part| *part != "null").cloned().collect::<Vec<_>>().join(":");
            format!("{} {} {place}", part(one, "severity"), part(one, "rule"))
        });
        shown.collect()
    }

    /// Checks the site and returns what is said beyond what every small site draws.
    pub(crate) fn told(&self) -> Vec<Told> {
        let outcome = self.run(&["check", "--today", &self.today, "--format", "json"]);
        let all: Vec<serde_json::Value> = serde_json::from_str(&outcome.output)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", outcome.output, outcome.messages));
        let one = |one: &serde_json::Value| {
            let help = one["help"].as_array().into_iter().flatten().filter_map(|help| help.as_str());
            let number = |name: &str| one[name].as_u64().unwrap_or(0);
            let rule = one["rule"].as_str().unwrap_or_default().to_owned();
            (rule, number("line"), number("column"), help.collect::<Vec<_>>().join(" "))
        };
        let aside = ["field-recommended", "file-unused", "hub-empty"];
        all.iter().map(one).filter(|(rule, ..)| !aside.contains(&rule.as_str())).collect()
    }

    /// Hides all other programs of this machine from the next runs.
    #[must_use]
    pub(crate) fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// Prepares a run of the program in the site's folder, its words kept from the screen.
    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kabinet"));
        for inherited in ["CI", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
            program.env_remove(inherited);
        }
        called_by_name(&mut program);
        if self.alone {
            program.env("PATH", self.folder.path().join("programs"));
        }
        program.args(arguments).env("NO_COLOR", "1").current_dir(self.folder.path());
        program.stdout(Stdio::piped()).stderr(Stdio::piped());
        program
    }

    /// Returns a place in the site's folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Reads everything that is published: addresses and bytes, without the reports of builds.
    pub(crate) fn published(&self) -> BTreeMap<String, Vec<u8>> {
        Self::published_in(&self.path("public"))
    }

    /// Reads what is published in a folder.
    pub(crate) fn published_in(public: &Path) -> BTreeMap<String, Vec<u8>> {
        let files = walkdir::WalkDir::new(public)
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file());
        let named = files.map(|entry| {
            let name = entry.path().strip_prefix(public).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read(entry.path()).unwrap())
        });
        named
            .filter(|(name, _)| !name.starts_with(".kabinet/") && !name.starts_with("search/previous/"))
            .collect()
    }

    fn settings(self) -> Self {
        let text = format!(
            "title: Методический центр\nshort_title: Центр\ndescription: Портал для проверок\nbase_url: {}\nlanguage: ru\n\
             theme: imc\ntime_zone: Europe/Moscow\norganization:\n  name: Методический центр\n",
            self.base
        );
        self.file("content/site.yaml", text)
    }
}

impl Outcome<'_> {
    /// Holds that the run was clean.
    pub(crate) fn ok(&self) -> &Self {
        assert_eq!(self.code, 0, "{}\n{}", self.output, self.messages);
        self
    }

    /// Holds that the run failed for the content's sake, and said this.
    pub(crate) fn fails_with(&self, message: &str) -> &Self {
        assert_eq!(self.code, 1, "{}\n{}", self.output, self.messages);
        let said = format!("{}{}", self.output, self.messages);
        assert!(said.contains(message), "expected «{message}» among:\n{said}");
        self
    }

    /// Holds that a text was said, wherever.
    pub(crate) fn says(&self, message: &str) -> &Self {
        let said = format!("{}{}", self.output, self.messages);
        assert!(said.contains(message), "expected «{message}» among:\n{said}");
        self
    }

    /// Returns all that was said, wherever.
    pub(crate) fn said(&self) -> String {
        format!("{}{}", self.output, self.messages)
    }

    /// Returns the exit code.
    pub(crate) fn code(&self) -> i32 {
        self.code
    }

    /// Holds that the run was clean, and returns what went to the standard output.
    pub(crate) fn ok_output(&self) -> &str {
        &self.ok().output
    }

    /// Holds that a published file contains a text.
    pub(crate) fn shows(&self, path: &str, text: &str) -> &Self {
        let page = self.page(path);
        assert!(page.contains(text), "{path} does not contain «{text}»:\n{page}");
        self
    }

    /// Holds that a published file does not contain a text.
    pub(crate) fn hides(&self, path: &str, text: &str) -> &Self {
        assert!(!self.page(path).contains(text), "{path} contains «{text}»");
        self
    }

    /// Holds that nothing is published at a path.
    pub(crate) fn lacks(&self, path: &str) -> &Self {
        assert!(!self.site.path("public").join(path).exists(), "{path} is published");
        self
    }

    /// Reads a published file; spaces that do not break are spaces.
    fn page(&self, path: &str) -> String {
        let text = fs::read_to_string(self.site.path("public").join(path));
        let text = text.unwrap_or_else(|error| panic!("{path}: {error}\n{}\n{}", self.output, self.messages));
        text.replace('\u{a0}', " ")
    }
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Messages call the program as it was called: without this, by the place where a test found it.
#[cfg(unix)]
fn called_by_name(program: &mut Command) {
    std::os::unix::process::CommandExt::arg0(program, "kabinet");
}

#[cfg(not(unix))]
fn called_by_name(_: &mut Command) {}
