//! `kabinet serve`: the preview.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::ThreadPool;

use super::said::{Said, TROUBLE};
use super::told::Teller;
use crate::dates;
use crate::diagnostic::{self, Diagnostic, Look};
use crate::i18n::{self, Arg, Lang};
use crate::options::Options;
use crate::progress::Progress;
use crate::project::{Prepared, Project, Seen, View, sound};
use crate::serve::{
    self, Changed, Finished, Lying, Message, PageNote, Pages, Preview, ServeEvent, ServeOptions, Stop,
    Unpublished, Weight,
};
use crate::source::Sources;

/// Serves the site on loopback until it is stopped.
pub(super) fn serve(options: &Options, port: Option<u16>, open: bool, look: &Look) -> anyhow::Result<Said> {
    // The watcher names changed files by their real paths.
    let root = std::fs::canonicalize(&options.root)?;
    let watch = ["content", "themes"].map(|folder| root.join(folder)).to_vec();
    let serving = ServeOptions { port, open, watch, language: options.lang, deadline: None };
    let (mut project, lang) = (Project::open(&Options { root, ..options.clone() }), options.lang);
    let desk = Arc::new(Desk { lang, teller: Teller::new(lang), aside: aside() });
    let build = move |changed: Changed| preview(&mut project, &changed, &desk);
    match serve::serve(&serving, build, move |event| tell(event, lang)) {
        Ok(()) => Ok(Said::default()),
        Err(error) => {
            let text = diagnostic::human(&[error.diagnostic()], &Sources::default(), look);
            Ok(Said { err: text, code: TROUBLE, ..Said::default() })
        }
    }
}

/// Builds what can be looked at. A folder that cannot be read is a message like any other: the preview lives on.
fn preview(project: &mut Project, changed: &Changed, desk: &Arc<Desk>) -> Preview {
    match changed {
        Changed::Anything => project.all_changed(),
        Changed::Paths(paths) => project.changed(paths.iter().map(PathBuf::as_path)),
    }
    match project.prepare(&Progress::silent()) {
        Ok(prepared) => shown(project, prepared, desk),
        Err(error) => {
            Preview { messages: vec![fault(i18n::failure(&error, desk.lang))], ..Preview::default() }
        }
    }
}

fn fault(headline: String) -> Message {
    let (rule, place, details) = (String::new(), String::new(), String::new());
    Message { weight: Weight::Error, rule, place, headline, details, help: Vec::new() }
}

fn shown(project: &Project, prepared: Prepared, desk: &Arc<Desk>) -> Preview {
    let messages = desk.teller.tell(&prepared.messages, &prepared.site.sources);
    if !sound(&prepared.messages) {
        return Preview { messages, ..Preview::default() };
    }
    let base_path = prepared.site.config.base_path.clone();
    let site = Arc::new(Looked { view: project.view(prepared), desk: Arc::clone(desk) });
    let whole = Arc::clone(&site);
    let rest = Box::new(move |stop: &Stop| whole.desk.aside(|| whole.finish(stop)));
    Preview { site: Some(site), base_path, messages, rest: Some(rest) }
}

/// What all sites that are shown one after the other share.
struct Desk {
    lang: Lang,
    teller: Teller,
    /// For long work. One for all saves: each new thread would leave the memory that it held to nobody.
    aside: Option<ThreadPool>,
}

/// One processor for long work, so that the next change finds another free.
fn aside() -> Option<ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().ok()
}

impl Desk {
    fn aside<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.aside {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// A site as the preview shows it.
struct Looked {
    view: View,
    desk: Arc<Desk>,
}

impl Looked {
    fn finish(&self, stop: &Stop) -> Option<Finished> {
        let prepared = self.view.prepared();
        let said = |messages: &[Diagnostic]| self.desk.teller.tell(messages, &prepared.site.sources);
        match self.view.finish(&|| stop.is_set()) {
            Ok(finished) => {
                let messages = finished?;
                Some(Finished { whole: sound(&messages), messages: said(&messages) })
            }
            // The pages are whole all the same.
            Err(error) => {
                let mut messages = said(&prepared.messages);
                messages.insert(0, fault(i18n::failure(&error, self.desk.lang)));
                Some(Finished { messages, whole: true })
            }
        }
    }
}

impl Looked {
    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        i18n::text(self.desk.lang, key, args)
    }

    /// Why readers do not see a page, and what is to be filled in before they can.
    fn why(&self, hidden: Option<(&'static str, Option<Date>)>, unfilled: &[String]) -> Option<String> {
        let (key, day) = hidden?;
        let day = day.map(dates::dotted).unwrap_or_default();
        let why = self.text(&format!("serve-{key}"), &[("day", Arg::from(day))]);
        if unfilled.is_empty() {
            return Some(why);
        }
        let args = [("why", Arg::from(why)), ("fields", Arg::from(unfilled.join(", ")))];
        Some(self.text("serve-unfilled", &args))
    }

    /// What is known of a file without a card.
    fn dropped(&self, path: &str) -> Option<PageNote> {
        let file = self.view.dropped().get(path)?.file;
        let source = self.view.prepared().site.file(file).source.clone();
        Some(PageNote { source, hidden: Some(self.text("serve-dropped", &[])) })
    }
}

impl Pages for Looked {
    fn file(&self, path: &str) -> Option<Lying> {
        Some(match self.view.file(path)? {
            Seen::File(content) => Lying::File(content),
            Seen::Failed => Lying::Failed,
            Seen::Undrawn(why) => {
                // Beside what the panel was told: that is what the next save is compared with.
                let teller = Teller::new(self.desk.lang);
                Lying::Undrawn(teller.tell(&why, &self.view.prepared().site.sources))
            }
            Seen::Making => Lying::Making,
        })
    }

    fn has(&self, path: &str) -> bool {
        self.view.has(path)
    }

    fn note(&self, path: &str) -> Option<PageNote> {
        let Some(page) = self.view.page(path) else { return self.dropped(path) };
        Some(PageNote { source: page.source.clone(), hidden: self.why(page.hidden, &page.unfilled) })
    }

    fn written_in(&self, source: &str) -> Option<String> {
        self.view.written_in(source)
    }

    fn unpublished(&self) -> Vec<Unpublished> {
        let site = &self.view.prepared().site;
        let pages = self.view.all_unseen().map(|page| Unpublished {
            path: page.path.as_str().to_owned(),
            title: site.page(page.page).title.clone(),
            source: page.source.clone(),
            why: self.why(page.hidden, &page.unfilled).unwrap_or_default(),
        });
        let files = self.view.dropped().iter().map(|(path, dropped)| {
            let file = site.file(dropped.file);
            let (title, source) = (file.name().to_owned(), file.source.clone());
            Unpublished { path: path.clone(), title, source, why: self.text("serve-dropped", &[]) }
        });
        pages.chain(files).collect()
    }

    fn fingerprint(&self) -> String {
        format!("{:016x}", self.view.prepared().fingerprint)
    }
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
