//! What is shown now, and who waits for it to change.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde_json::json;
use tokio::sync::watch;

use super::message::{Message, Weight};
use super::pages::{Finished, Preview};
use super::site::Site;
use super::words::Words;

/// The number of a build.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Turn(u64);

/// What is shown at one moment.
#[derive(Clone, Default)]
pub(super) struct Shown {
    /// The last site without errors.
    pub site: Option<Arc<Site>>,
    /// The last site of which every page could be drawn, and where it is served.
    whole: Option<(Arc<Site>, String)>,
    /// The path under which it is served.
    pub base_path: String,
    messages: Arc<[Message]>,
    /// Whether the rest of the build is still at work.
    making: bool,
    turn: Turn,
}

/// Shared by the builder and the answers.
pub(super) struct State {
    shown: Mutex<Arc<Shown>>,
    /// Held while something else is shown and told. Pages are answered meanwhile: to put thousands of messages into words
    /// takes longer than to show another site.
    telling: Mutex<()>,
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
        Self {
            shown: Mutex::new(shown),
            telling: Mutex::default(),
            changes,
            folders: folders.to_vec(),
            words,
        }
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Arc<Shown> {
        Arc::clone(&held(&self.shown))
    }

    /// Shows what a build gave; a build without a site leaves the last one. `making` says whether a rest of it follows.
    /// Returns the number of the build, whether anything changed, and what was shown before: to let go of a site takes
    /// as long as to make one, so that nobody is to wait for it.
    pub(super) fn show(&self, preview: Preview, making: bool) -> (Turn, bool, Arc<Shown>) {
        let telling = held(&self.telling);
        let before = self.now();
        let turn = Turn(before.turn.0 + 1);
        let mut shown = Shown { messages: preview.messages.into(), making, turn, ..(*before).clone() };
        if let Some(pages) = preview.site {
            shown.site = Some(Arc::new(Site::new(pages, &self.folders)));
            shown.base_path = preview.base_path;
        }
        if !making {
            shown.whole = shown.site.clone().map(|site| (site, shown.base_path.clone()));
        }
        (turn, self.put(telling, shown), before)
    }

    /// Takes the rest of a build in, unless another build has begun to be shown. Returns whether it had anything to say:
    /// that search is ready is told to pages alone.
    pub(super) fn finish(&self, turn: Turn, finished: Finished) -> Option<bool> {
        let telling = held(&self.telling);
        let now = self.now();
        if now.turn != turn {
            return None;
        }
        let news = finished.messages[..] != now.messages[..] || !finished.whole;
        let mut shown = Shown { messages: finished.messages.into(), making: false, ..(*now).clone() };
        if finished.whole {
            shown.whole = shown.site.clone().map(|site| (site, shown.base_path.clone()));
        } else {
            let (site, base_path) = shown.whole.clone().unzip();
            (shown.site, shown.base_path) = (site, base_path.unwrap_or_default());
        }
        self.put(telling, shown);
        Some(news)
    }

    /// What pages are told, now and whenever it changes.
    pub(super) fn changes(&self) -> watch::Receiver<String> {
        self.changes.subscribe()
    }

    fn put(&self, _telling: MutexGuard<'_, ()>, shown: Shown) -> bool {
        let shown = Arc::new(shown);
        *held(&self.shown) = Arc::clone(&shown);
        let told = told(&shown, &self.words);
        self.changes.send_if_modified(|last| {
            let changed = *last != told;
            *last = told;
            changed
        })
    }
}

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// The last site of which every page could be drawn, for a page that cannot be drawn now.
    pub(super) fn whole(&self) -> Option<&Site> {
        self.whole.as_ref().map(|(site, _)| &**site)
    }
}

/// The state as the script in the page reads it.
fn told(shown: &Shown, words: &Words) -> String {
    let (errors, warnings) = (shown.count(Weight::Error), shown.count(Weight::Warning));
    let drafts = shown.site.as_ref().map_or(0, |site| site.unpublished().len());
    let messages: Vec<_> = shown.messages.iter().map(|message| Told::new(message, shown)).collect();
    json!({
        "site": shown.fingerprint(),
        "base": shown.base_path,
        "errors": errors,
        "making": shown.making,
        "messages": messages,
        "drafts": drafts,
        "words": words.overlay((errors, warnings, messages.len() - errors - warnings), drafts),
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
