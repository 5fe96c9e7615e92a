//! What is shown now, and who waits for it to change.

use std::sync::{Arc, Mutex, PoisonError};

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
    /// What the preview itself says.
    pub words: Words,
}

impl State {
    /// Nothing is shown yet.
    pub(super) fn new(words: Words) -> Self {
        let shown = Arc::new(Shown::default());
        let changes = watch::Sender::new(told(&shown, &words));
        Self { shown: Mutex::new(shown), changes, words }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows what a build gave; a build without a site leaves the last one. Whether anything changed.
    pub(super) fn show(&self, preview: Preview) -> bool {
        let before = self.now();
        let site = preview.site.map(|artifacts| Arc::new(Site::new(artifacts)));
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
    json!({
        "site": shown.fingerprint(),
        "base": shown.base_path,
        "errors": errors,
        "messages": shown.messages,
        "words": words.overlay(errors, warnings, shown.messages.len() - errors - warnings),
    })
    .to_string()
}
