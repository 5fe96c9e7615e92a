//! `kabinet serve`: the preview.

use std::io::Write;

use jiff::civil::Date;

use super::said::{Said, TROUBLE};
use crate::artifact::Artifact;
use crate::dates;
use crate::diagnostic::{self, Diagnostic, Look, Severity};
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::pipeline::{self, Made};
use crate::progress::Progress;
use crate::serve::{self, Message, PageNote, Preview, ServeEvent, ServeOptions, Weight};
use crate::source::Sources;

/// The service worker at the root of a site.
const WORKER: &str = "sw.js";

/// Serves the site on loopback until it is stopped.
pub(super) fn serve(options: &Options, port: Option<u16>, open: bool, look: &Look) -> anyhow::Result<Said> {
    // The watcher names changed files by their real paths.
    let root = std::fs::canonicalize(&options.root)?;
    let watch = ["content", "themes"].map(|folder| root.join(folder)).to_vec();
    let serving = ServeOptions { port, open, watch, language: options.lang, deadline: None };
    let (site, lang) = (options.clone(), options.lang);
    let build = move || preview(&site);
    match serve::serve(&serving, build, move |event| tell(event, lang)) {
        Ok(()) => Ok(Said::default()),
        Err(error) => {
            let text = diagnostic::human(&[error.diagnostic()], &Sources::default(), look);
            Ok(Said { err: text, code: TROUBLE, ..Said::default() })
        }
    }
}

/// Builds in memory. A folder that cannot be read is a message like any other: the preview lives on.
fn preview(options: &Options) -> Preview {
    match pipeline::make(options, &Progress::silent()) {
        Ok(made) => shown(made, options.lang),
        Err(error) => {
            let headline = i18n::failure(&error, options.lang);
            let fault = Message {
                weight: Weight::Error,
                rule: String::new(),
                place: String::new(),
                headline,
                details: String::new(),
                help: Vec::new(),
            };
            Preview { messages: vec![fault], ..Preview::default() }
        }
    }
}

fn shown(made: Made, lang: Lang) -> Preview {
    // As wide as the panel over the page.
    let look = Look { width: 96, ..Look::plain(lang) };
    let pages = made.written().into_iter().map(|page| note(page, lang)).rev().collect();
    let hidden = made.hidden();
    let mut messages = diagnostic::sorted(made.messages, &made.sources);
    messages.sort_by_key(|message| message.severity);
    let messages = messages.iter().map(|one| message(one, &made.sources, &look)).collect();
    // A service worker would go on answering for this site when another one is looked at on the same port.
    let shown = |all: Vec<Artifact>| all.into_iter().filter(|one| one.path.as_str() != WORKER);
    let site = made.artifacts.map(|all| shown(all).chain(hidden).collect());
    Preview { site, pages, base_path: made.config.base_path, messages }
}

/// What is known of a page by its path. Where two claim one path, the first of the list is shown: hence the order.
fn note(page: pipeline::Written, lang: Lang) -> (String, PageNote) {
    let why = |(key, day): (&str, Option<Date>)| {
        let day = day.map(dates::dotted).unwrap_or_default();
        i18n::text(lang, &format!("serve-{key}"), &[("day", Arg::from(day))])
    };
    (page.path.as_str().to_owned(), PageNote { source: page.source, hidden: page.hidden.map(why) })
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
