//! `kabinet serve`: the preview.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::said::{Said, TROUBLE};
use crate::dates;
use crate::diagnostic::{self, Diagnostic, Look, Severity};
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::progress::Progress;
use crate::project::{Prepared, Project, Seen, View, sound};
use crate::serve::{
    self, Changed, Finished, Lying, Message, PageNote, Pages, Preview, ServeEvent, ServeOptions, Stop, Weight,
};
use crate::source::Sources;

/// Serves the site on loopback until it is stopped.
pub(super) fn serve(options: &Options, port: Option<u16>, open: bool, look: &Look) -> anyhow::Result<Said> {
    // The watcher names changed files by their real paths.
    let root = std::fs::canonicalize(&options.root)?;
    let watch = ["content", "themes"].map(|folder| root.join(folder)).to_vec();
    let serving = ServeOptions { port, open, watch, language: options.lang, deadline: None };
    let (mut project, lang) = (Project::open(&Options { root, ..options.clone() }), options.lang);
    let build = move |changed: Changed| preview(&mut project, &changed, lang);
    match serve::serve(&serving, build, move |event| tell(event, lang)) {
        Ok(()) => Ok(Said::default()),
        Err(error) => {
            let text = diagnostic::human(&[error.diagnostic()], &Sources::default(), look);
            Ok(Said { err: text, code: TROUBLE, ..Said::default() })
        }
    }
}

/// Builds what can be looked at. A folder that cannot be read is a message like any other: the preview lives on.
fn preview(project: &mut Project, changed: &Changed, lang: Lang) -> Preview {
    match changed {
        Changed::Anything => project.all_changed(),
        Changed::Paths(paths) => project.changed(paths.iter().map(PathBuf::as_path)),
    }
    match project.prepare(&Progress::silent()) {
        Ok(prepared) => shown(project, prepared, lang),
        Err(error) => Preview { messages: vec![fault(i18n::failure(&error, lang))], ..Preview::default() },
    }
}

fn fault(headline: String) -> Message {
    let (rule, place, details) = (String::new(), String::new(), String::new());
    Message { weight: Weight::Error, rule, place, headline, details, help: Vec::new() }
}

fn shown(project: &Project, prepared: Prepared, lang: Lang) -> Preview {
    let messages = in_words(&prepared.messages, &prepared.site.sources, lang);
    if !sound(&prepared.messages) {
        return Preview { messages, ..Preview::default() };
    }
    let base_path = prepared.site.config.base_path.clone();
    let site = Arc::new(Looked { view: project.view(prepared), lang });
    let whole = Arc::clone(&site);
    let rest = Box::new(move |stop: &Stop| aside(|| whole.finish(stop)));
    Preview { site: Some(site), base_path, messages, rest: Some(rest) }
}

/// Does long work on one processor, so that the next change finds another free.
fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// A site as the preview shows it.
struct Looked {
    view: View,
    lang: Lang,
}

impl Looked {
    fn finish(&self, stop: &Stop) -> Option<Finished> {
        let prepared = self.view.prepared();
        let said = |messages: &[Diagnostic]| in_words(messages, &prepared.site.sources, self.lang);
        match self.view.finish(&|| stop.is_set()) {
            Ok(finished) => {
                let messages = finished?;
                Some(Finished { whole: sound(&messages), messages: said(&messages) })
            }
            // The pages are whole all the same.
            Err(error) => {
                let mut messages = said(&prepared.messages);
                messages.insert(0, fault(i18n::failure(&error, self.lang)));
                Some(Finished { messages, whole: true })
            }
        }
    }
}

impl Pages for Looked {
    fn file(&self, path: &str) -> Option<Lying> {
        Some(match self.view.file(path)? {
            Seen::File(content) => Lying::File(content),
            Seen::Failed => Lying::Failed,
            Seen::Making => Lying::Making,
        })
    }

    fn has(&self, path: &str) -> bool {
        self.view.has(path)
    }

    fn note(&self, path: &str) -> Option<PageNote> {
        let page = self.view.page(path)?;
        let why = |(key, day): (&str, Option<Date>)| {
            let day = day.map(dates::dotted).unwrap_or_default();
            i18n::text(self.lang, &format!("serve-{key}"), &[("day", Arg::from(day))])
        };
        Some(PageNote { source: page.source.clone(), hidden: page.hidden.map(why) })
    }

    fn written_in(&self, source: &str) -> Option<String> {
        self.view.written_in(source).map(str::to_owned)
    }

    fn fingerprint(&self) -> String {
        format!("{:016x}", self.view.prepared().fingerprint)
    }
}

/// Messages for the panel over the page, the weightiest first.
fn in_words(messages: &[Diagnostic], sources: &Sources, lang: Lang) -> Vec<Message> {
    // As wide as the panel.
    let look = Look { width: 96, ..Look::plain(lang) };
    let mut messages = diagnostic::sorted(messages.to_vec(), sources);
    messages.sort_by_key(|message| message.severity);
    messages.iter().map(|one| message(one, sources, &look)).collect()
}

fn message(one: &Diagnostic, sources: &Sources, look: &Look) -> Message {
    let place = match one.place(sources) {
        (Some(file), Some(at)) => format!("{file}:{}:{}", at.line, at.column),
        (file, _) => file.unwrap_or_default().to_owned(),
    };
    let weight = match one.severity {
        Severity::Error => Weight::Error,
        Severity::Warning => Weight::Warning,
        Severity::Note => Weight::Note,
    };
    let details = excerpt(&diagnostic::human(std::slice::from_ref(one), sources, look), !place.is_empty());
    let (rule, headline) = (one.rule.0.to_owned(), diagnostic::headline(one, look.lang));
    Message { weight, rule, place, headline, details, help: diagnostic::ways(one, look.lang) }
}

/// The lines of the source out of a drawn message: the panel shows the rest in its own way.
fn excerpt(drawn: &str, placed: bool) -> String {
    let is_help = |line: &&str| line.trim_start().starts_with("= ");
    let is_margin = |line: &&str| line.trim() == "|";
    let lines = drawn.lines().skip(if placed { 2 } else { 1 }).take_while(|line| !is_help(line));
    let mut lines: Vec<&str> = lines.skip_while(is_margin).collect();
    while lines.last().is_some_and(|line| is_margin(line) || line.trim().is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

/// Says in the terminal what happens. Whoever closed the terminal has seen enough.
fn tell(event: &ServeEvent, lang: Lang) {
    let say = |key: &str, args: &[(&str, Arg)]| {
        let _ = writeln!(anstream::stderr(), "{}", i18n::text(lang, key, args));
    };
    match event {
        ServeEvent::Ready { url, instant } => {
            say("serve-ready", &[("url", Arg::from(url.as_str()))]);
            match instant {
                Some(true) => {}
                Some(false) => say("serve-slow", &[]),
                None => say("serve-blind", &[]),
            }
            say("serve-stop", &[]);
        }
        ServeEvent::Built { errors: 0, changed: true, .. } => say("serve-rebuilt", &[]),
        ServeEvent::Built { errors: 0, .. } => {}
        ServeEvent::Built { shown: true, .. } => say("serve-kept-last", &[]),
        ServeEvent::Built { .. } => say("serve-first-failed", &[]),
        ServeEvent::NoBrowser { url } => say("serve-no-browser", &[("url", Arg::from(url.as_str()))]),
    }
}
