//! From what was typed to what it means.

use super::{Invocation, Machine, Reply, Task, grammar, guide, pages, refusal};
use crate::diagnostic::{self, Format, Look};
use crate::i18n::{self, Arg, Lang};
use crate::options::{Options, SearchServer};
use crate::start::Given;
use clap::ArgMatches;
use jiff::civil::Date;
use std::ffi::OsString;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// Makes sense of a well-formed call.
pub(super) fn invocation(matches: &ArgMatches, machine: &Machine, lang: Lang) -> Result<Invocation, Reply> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(refusal::mistake(&i18n::text(lang, "cli-error-no-command", &[]), None, lang));
    };
    let call = Call { name, matches, machine, lang };
    let task = call.task()?;
    let prefix = path(matches, "root").map(|root| prefix(&root, &machine.folder)).unwrap_or_default();
    Ok(Invocation { task, look: Look { lang, color: machine.color, width: machine.width, prefix } })
}

/// One call of one command.
struct Call<'a> {
    name: &'a str,
    matches: &'a ArgMatches,
    machine: &'a Machine,
    lang: Lang,
}

impl Call<'_> {
    fn task(&self) -> Result<Task, Reply> {
        Ok(match self.name {
            "build" => Task::Build(self.site()?),
            "check" => Task::Check(self.site()?),
            "export" => self.export()?,
            "search" => self.search()?,
            "import" => self.import()?,
            "init" => self.init()?,
            "new" => self.new_page()?,
            "explain" => Task::Print(self.explain()?),
            "prove" => self.prove()?,
            "serve" => self.serve()?,
            "rollback" => Task::Rollback(self.options()?),
            "verify" => Task::Verify(self.options()?),
            "help" => return Err(self.help()),
            "completions" => Task::Print(pages::completions(&self.word("shell"), self.lang)),
            _ => Task::Print(pages::man(self.lang)),
        })
    }

    fn search(&self) -> Result<Task, Reply> {
        let words = self.matches.get_many::<String>("query").unwrap_or_default();
        let query = words.map(String::as_str).collect::<Vec<_>>().join(" ");
        let limit = self.number("limit", 1, 1000)?.map_or(10, |n| n as usize);
        Ok(Task::Search { options: self.options()?, query, limit })
    }

    fn export(&self) -> Result<Task, Reply> {
        let to =
            if self.word("to") == "quickwit" { SearchServer::Quickwit } else { SearchServer::Opensearch };
        Ok(Task::Export { options: self.site()?, to, folder: path(self.matches, "export-out") })
    }

    fn import(&self) -> Result<Task, Reply> {
        let given = self.matches.try_get_many::<PathBuf>("file").ok().flatten();
        let files: Vec<PathBuf> = given.into_iter().flatten().cloned().collect();
        if let Some(absent) = files.iter().find(|file| !file.exists()) {
            return Err(self.explained("cli-no-file", &["help"], &[("file", shown(absent))]));
        }
        if files.len() > 1 && self.typed("id").is_some() {
            return Err(self.explained("cli-one-id", &["help"], &[]));
        }
        let (kind, id, force) = (self.typed("kind"), self.typed("id"), self.flag("force"));
        Ok(Task::Import { options: self.site()?, files, kind, id, force })
    }

    fn prove(&self) -> Result<Task, Reply> {
        Ok(Task::Prove { options: self.site()?, file: path(self.matches, "document").unwrap_or_default() })
    }

    fn init(&self) -> Result<Task, Reply> {
        let root = path(self.matches, "new-folder").unwrap_or_default();
        let given = Given {
            name: self.typed("name"),
            short_name: self.typed("short-name"),
            place: self.typed("place"),
            address: self.typed("address"),
        };
        let options = Options { root, ..self.options()? };
        let shows = self.machine.terminal && self.machine.keyboard && !self.machine.ci;
        Ok(Task::Init { options, given, asks: !self.machine.ci, shows })
    }

    fn new_page(&self) -> Result<Task, Reply> {
        let given = self.matches.try_get_many::<String>("fields").ok().flatten();
        let fields = given.into_iter().flatten().cloned().collect();
        let (kind, title) = (self.word("new-kind"), self.word("new-title"));
        Ok(Task::New { options: self.site()?, kind, title, fields, asks: !self.machine.ci })
    }

    fn explain(&self) -> Result<String, Reply> {
        match self.typed("rule") {
            None => Ok(diagnostic::list_rules(self.lang)),
            Some(rule) => diagnostic::explain(&rule, self.lang)
                .map_err(|finding| refusal::mistake(&finding, Some(self.name), self.lang)),
        }
    }

    /// The help that `kabinet help build` asks for, what the guide says of a word, or what is wrong with the name.
    fn help(&self) -> Reply {
        let written = self.typed("about");
        let meant = written.as_deref().map(|written| grammar::meant(written, self.lang).unwrap_or(written));
        let told = pages::help(meant, self.lang).or_else(|| self.guide(meant?));
        let found = told.map(|text| Reply { text, out: None, finding: String::new(), code: 0 });
        found.unwrap_or_else(|| {
            let finding = refusal::unknown_command(meant.unwrap_or_default(), self.lang);
            refusal::mistake(&finding, None, self.lang)
        })
    }

    /// What the guide says of a word.
    fn guide(&self, word: &str) -> Option<String> {
        let (text, others) = guide::about(word)?;
        let text = guide::without_pictures(text);
        let from = i18n::text(self.lang, "cli-guide", &[]);
        let others: Vec<String> = others.iter().map(|title| format!("«{title}»")).collect();
        let more = i18n::text(self.lang, "cli-guide-more", &[("titles", others.join(", ").into())]);
        let more = if others.is_empty() { String::new() } else { format!("{more}\n") };
        Some(format!("{text}\n\n{from}\n{more}"))
    }

    fn serve(&self) -> Result<Task, Reply> {
        let port = self.number("port", 1, u16::MAX.into())?.and_then(|n| u16::try_from(n).ok());
        Ok(Task::Serve { options: self.site()?, port, open: self.flag("open") })
    }

    /// The options of a command that reads the content: there must be some.
    fn site(&self) -> Result<Options, Reply> {
        let options = self.options()?;
        let folder = std::path::absolute(&options.root).unwrap_or_else(|_| options.root.clone());
        let content = folder.join("content");
        match (folder.metadata(), content.read_dir()) {
            (Err(error), _) if error.kind() == ErrorKind::NotFound => {
                Err(self.explained("cli-no-folder", &["help"], &[("folder", shown(&folder))]))
            }
            (Ok(meta), _) if !meta.is_dir() => {
                Err(self.explained("cli-no-folder", &["help"], &[("folder", shown(&folder))]))
            }
            (Err(error), _) => Err(self.closed(&folder, &error)),
            (_, Err(error)) if error.kind() == ErrorKind::NotFound => Err(self.without_content(&folder)),
            (_, Err(error)) => Err(self.closed(&content, &error)),
            _ => Ok(options),
        }
    }

    /// There is a folder, but no site in it.
    fn without_content(&self, folder: &Path) -> Reply {
        let mut args = vec![("folder", shown(folder)), ("command", Arg::from(self.name))];
        let near = near(folder);
        if let Some(near) = &near {
            args.extend([("near", shown(near)), ("typed", Arg::from(typed(near)))]);
        }
        let help: &[&str] = if near.is_some() { &["near"] } else { &["help"] };
        self.explained("cli-no-content", help, &args)
    }

    /// A folder that is there and cannot be looked into.
    fn closed(&self, folder: &Path, error: &Error) -> Reply {
        let args = [("folder", shown(folder)), ("reason", Arg::from(i18n::io_error(error, self.lang)))];
        self.explained("cli-closed-folder", &["help"], &args)
    }

    fn options(&self) -> Result<Options, Reply> {
        let given = self.typed("today").map(|day| self.day(&day)).transpose()?;
        let now = &self.machine.now;
        Ok(Options {
            root: path(self.matches, "root").unwrap_or_else(|| PathBuf::from(".")),
            out: path(self.matches, "out"),
            today: given.unwrap_or_else(|| now.date()),
            now: given.is_none().then(|| now.timestamp()),
            format: self
                .typed("format")
                .or(self.typed("search-format"))
                .map_or(Format::Human, |f| format(&f)),
            lang: self.lang,
            locked: self.flag("locked") || self.machine.ci,
            purge: self.flag("purge"),
            color: self.machine.color,
            progress: self.machine.terminal,
        })
    }

    fn day(&self, written: &str) -> Result<Date, Reply> {
        let iso = written.parse::<Date>().ok();
        iso.or_else(|| Date::strptime("%d.%m.%Y", written).ok()).ok_or_else(|| {
            let finding = i18n::text(self.lang, "cli-error-day", &[("written", Arg::from(written))]);
            refusal::mistake(&finding, Some(self.name), self.lang)
        })
    }

    fn number(&self, name: &str, least: u32, most: u32) -> Result<Option<u32>, Reply> {
        let Some(written) = self.typed(name) else { return Ok(None) };
        let number = written.parse::<u32>().ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| {
            let args = [
                ("written", Arg::from(written)),
                ("argument", Arg::from(format!("--{name}"))),
                ("least", Arg::Number(least.into())),
                ("most", Arg::Number(most.into())),
            ];
            let finding = i18n::text(self.lang, "cli-error-number", &args);
            refusal::mistake(&finding, Some(self.name), self.lang)
        })
    }

    /// A refusal with advice of its own instead of the usage.
    fn explained(&self, key: &str, help: &[&str], args: &[(&str, Arg)]) -> Reply {
        let mut said = i18n::text(self.lang, key, args);
        let mut text = i18n::text(self.lang, "cli-error", &[("text", Arg::from(said.as_str()))]) + "\n";
        for attribute in help {
            let advice = i18n::text(self.lang, &format!("{key}.{attribute}"), args);
            text += &format!("\n{advice}\n");
            said += &format!("\n{advice}");
        }
        Reply { text, out: None, finding: said, code: 2 }
    }

    fn word(&self, name: &str) -> String {
        self.typed(name).unwrap_or_default()
    }

    fn typed(&self, name: &str) -> Option<String> {
        self.matches.try_get_one::<String>(name).ok().flatten().cloned()
    }

    fn flag(&self, name: &str) -> bool {
        self.matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or_default()
    }
}

fn path(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.try_get_one::<PathBuf>(name).ok().flatten().cloned()
}

/// The format that a call asks for, read before the call is understood: mistakes in it are told in this format too.
pub(super) fn format_of(words: &[OsString]) -> Format {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    let mut asked = Format::Human;
    while let Some(word) = words.next() {
        let value = if word == "--format" { words.next() } else { word.strip_prefix("--format=") };
        asked = value.map_or(asked, format);
    }
    asked
}

fn format(name: &str) -> Format {
    match name {
        "json" => Format::Json,
        "github" => Format::Github,
        "gitlab" => Format::Gitlab,
        "sarif" => Format::Sarif,
        _ => Format::Human,
    }
}

/// A path for a person's eyes: whatever its name holds does nothing to a terminal.
fn shown(path: &Path) -> Arg {
    let name = path.display().to_string();
    let escaped =
        name.chars().map(|c| if c.is_control() { c.escape_default().to_string() } else { c.to_string() });
    Arg::from(escaped.collect::<String>())
}

/// A path as a shell takes it for one word.
fn typed(path: &Path) -> String {
    let name = path.display().to_string();
    let plain = cfg!(windows) || !name.contains(['"', '$', '`', '\\', '!', '\n']);
    if plain { format!("\"{name}\"") } else { format!("'{}'", name.replace('\'', "'\\''")) }
}

/// What to put before paths of the site to make them right from the current folder.
fn prefix(root: &Path, folder: &Path) -> String {
    let shown = root.strip_prefix(folder).unwrap_or(root).to_string_lossy().replace('\\', "/");
    let shown = shown.trim_start_matches("./").trim_end_matches('/');
    if matches!(shown, "" | ".") { String::new() } else { format!("{shown}/") }
}

/// A site that lies above the folder, or right below it.
fn near(folder: &Path) -> Option<PathBuf> {
    let is_site = |folder: &Path| folder.join("content").join("site.yaml").is_file();
    let above = folder.ancestors().skip(1).find(|one| is_site(one)).map(Path::to_path_buf);
    above.or_else(|| {
        let mut below: Vec<PathBuf> = folder.read_dir().ok()?.flatten().map(|entry| entry.path()).collect();
        below.sort();
        below.into_iter().find(|one| is_site(one))
    })
}
