//! From what was typed to what it means.

use super::{Invocation, Machine, Reply, Task, pages, refusal};
use crate::diagnostic::{self, Format, Look};
use crate::i18n::{self, Arg, Lang};
use crate::options::{Options, SearchServer};
use clap::ArgMatches;
use jiff::civil::Date;
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
            "explain" => Task::Print(self.explain()?),
            "serve" => self.serve()?,
            "rollback" => Task::Rollback(self.options()?),
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
        let file = path(self.matches, "file").unwrap_or_default();
        if !file.exists() {
            let args = [("file", Arg::from(file.display().to_string()))];
            return Err(self.explained("cli-no-file", &["help"], &args));
        }
        let (kind, id, force) = (self.word("kind"), self.typed("id"), self.flag("force"));
        Ok(Task::Import { options: self.site()?, file, kind, id, force })
    }

    fn explain(&self) -> Result<String, Reply> {
        match self.typed("rule") {
            None => Ok(diagnostic::list_rules(self.lang)),
            Some(rule) => diagnostic::explain(&rule, self.lang)
                .map_err(|finding| refusal::mistake(&finding, Some(self.name), self.lang)),
        }
    }

    fn serve(&self) -> Result<Task, Reply> {
        let port = self.number("port", 1, u16::MAX.into())?.and_then(|n| u16::try_from(n).ok());
        Ok(Task::Serve { options: self.site()?, port, open: self.flag("open") })
    }

    /// The options of a command that reads the content: there must be some.
    fn site(&self) -> Result<Options, Reply> {
        let options = self.options()?;
        let folder = std::path::absolute(&options.root).unwrap_or_else(|_| options.root.clone());
        let mut args =
            vec![("folder", Arg::from(folder.display().to_string())), ("command", Arg::from(self.name))];
        if !folder.is_dir() {
            return Err(self.explained("cli-no-folder", &["help"], &args));
        }
        if !folder.join("content").is_dir() {
            let near = near(&folder);
            args.extend(near.iter().map(|near| ("near", Arg::from(near.display().to_string()))));
            let help: &[&str] = if near.is_some() { &["near"] } else { &["help"] };
            return Err(self.explained("cli-no-content", help, &args));
        }
        Ok(options)
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
        let finding = i18n::text(self.lang, key, args);
        let mut text = i18n::text(self.lang, "cli-error", &[("text", Arg::from(finding))]) + "\n";
        for attribute in help {
            text += &format!("\n{}\n", i18n::text(self.lang, &format!("{key}.{attribute}"), args));
        }
        Reply { text, code: 2 }
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

fn format(name: &str) -> Format {
    match name {
        "json" => Format::Json,
        "github" => Format::Github,
        "gitlab" => Format::Gitlab,
        "sarif" => Format::Sarif,
        _ => Format::Human,
    }
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
