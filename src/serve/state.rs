//! What is shown now, and who waits for it to change.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde_json::json;
use tokio::sync::watch;

use super::site::Site;
use super::words::Words;
use super::{Message, Preview, Weight};

/// What is shown at one moment.
#[derive(Default)]
pub(super) struct Shown {
    /// The last good site.
    pub site: Option<Arc<Site>>,
    /// The path under which it is served.
    pub base_path: String,
    messages: Vec<Message>,
}

/// Shared by the builder and the answers.
pub(super) struct State {
    shown: Mutex<Arc<Shown>>,
    changes: watch::Sender<String>,
    /// The only folders whose files are shown.
    folders: Vec<PathBuf>,
    /// What the preview itself says.
    pub words: Words,
}

impl State {
    /// Nothing is shown yet.
    pub(super) fn new(words: Words, folders: &[PathBuf]) -> Self {
        let shown = Arc::new(Shown::default());
        let changes = watch::Sender::new(told(&shown, &words));
        Self { shown: Mutex::new(shown), changes, folders: folders.to_vec(), words }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows what a build gave; a build without a site leaves the last one. Whether anything changed.
    pub(super) fn show(&self, preview: Preview) -> bool {
        let before = self.now();
        let made = preview.site.map(|artifacts| Site::new(artifacts, preview.pages, &self.folders));
        let site = made.map(Arc::new);
        let base_path = if site.is_some() { preview.base_path } else { before.base_path.clone() };
        let site = site.or_else(|| before.site.clone());
        let shown = Arc::new(Shown { site, base_path, messages: preview.messages });
        let told = told(&shown, &self.words);
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = shown;
        self.changes.send_if_modified(|last| {
            let changed = *last != told;
            *last = told;
            changed
        })
    }

    /// What pages are told, now and whenever it changes.
    pub(super) fn changes(&self) -> watch::Receiver<String> {
        self.changes.subscribe()
    }
}

impl Shown {
    /// How many messages have this weight.
    pub(super) fn count(&self, weight: Weight) -> usize {
        self.messages.iter().filter(|message| message.weight == weight).count()
    }

    /// What tells this site from another; empty before the first good build.
    pub(super) fn fingerprint(&self) -> &str {
        self.site.as_ref().map_or("", |site| &site.fingerprint)
    }
}

/// The state as the script in the page reads it.
fn told(shown: &Shown, words: &Words) -> String {
    let (errors, warnings) = (shown.count(Weight::Error), shown.count(Weight::Warning));
    let messages: Vec<_> = shown.messages.iter().map(|message| Told::new(message, shown)).collect();
    json!({
        "site": shown.fingerprint(),
        "base": shown.base_path,
        "errors": errors,
        "messages": messages,
        "words": words.overlay(errors, warnings, messages.len() - errors - warnings),
    })
    .to_string()
}

/// A message with the ways that lead to it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    message: &'a Message,
    /// The file that it is about, or empty.
    file: &'a str,
    /// The address of the page that is written in this file, or empty.
    page: String,
}

impl<'a> Told<'a> {
    fn new(message: &'a Message, shown: &Shown) -> Self {
        let file = message.file();
        let page = shown.site.as_ref().and_then(|site| site.written_in(file));
        let page = page.map(|page| format!("{}/{page}", shown.base_path.trim_end_matches('/')));
        Self { message, file, page: page.unwrap_or_default() }
    }
}
