//! Noticing that sources changed.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, NoCache, RecommendedCache, new_debouncer,
    new_debouncer_opt,
};

/// An editor that saves writes several times within this time.
const CALM: Duration = Duration::from_millis(120);
/// How often files are compared where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(2);

/// Watches folders for as long as it lives.
pub(super) struct Watcher {
    eyes: Arc<Mutex<Option<Eyes>>>,
    instant: bool,
}

enum Eyes {
    Native(Debouncer<RecommendedWatcher, RecommendedCache>),
    Polling(Debouncer<PollWatcher, NoCache>),
}

impl Watcher {
    /// Wakes the builder after each change below the folders. `None` when nothing can be watched.
    pub(super) fn start(folders: &[PathBuf], wake: Sender<()>) -> Option<Self> {
        let eyes = Arc::new(Mutex::new(None));
        let native = || Some(Eyes::Native(new_debouncer(CALM, None, handler(folders, &wake, &eyes)).ok()?));
        let polling = || {
            // Network folders and exhausted limits of the system: slower, but it works.
            let config = Config::default().with_poll_interval(POLL);
            let eyes = new_debouncer_opt(CALM, None, handler(folders, &wake, &eyes), NoCache, config);
            Some(Eyes::Polling(eyes.ok()?))
        };
        let ready = |eyes: Option<Eyes>| eyes.and_then(|eyes| eyes.over(folders));
        let (found, instant) = match ready(native()) {
            Some(eyes) => (eyes, true),
            None => (ready(polling())?, false),
        };
        *eyes.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Some(Self { eyes, instant })
    }

    /// Whether the system tells of changes at once.
    pub(super) fn is_instant(&self) -> bool {
        self.instant
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // The handler holds the watcher that holds the handler: taking it out lets both go.
        drop(self.eyes.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Eyes {
    fn over(mut self, folders: &[PathBuf]) -> Option<Self> {
        for folder in folders {
            if folder.is_dir() {
                self.watch(folder, RecursiveMode::Recursive).ok()?;
            }
            if let Some(parent) = folder.parent().filter(|parent| parent.is_dir()) {
                // Tells when the folder itself appears or is replaced.
                self.watch(parent, RecursiveMode::NonRecursive).ok()?;
            }
        }
        Some(self)
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match self {
            Self::Native(eyes) => eyes.watch(path, mode),
            Self::Polling(eyes) => eyes.watch(path, mode),
        }
    }
}

fn handler(
    folders: &[PathBuf],
    wake: &Sender<()>,
    eyes: &Arc<Mutex<Option<Eyes>>>,
) -> impl FnMut(DebounceEventResult) + Send + 'static {
    let (folders, wake, eyes) = (folders.to_vec(), wake.clone(), Arc::downgrade(eyes));
    move |result| {
        // The builder is gone only when the preview is: then there is nobody to wake.
        let wake = || wake.send(()).unwrap_or_default();
        // What the system failed to tell may have been anything.
        let Ok(events) = result else { return wake() };
        let matters = |event: &&DebouncedEvent| {
            !matches!(event.kind, EventKind::Access(_))
                && event.paths.iter().any(|path| is_source(path, &folders))
        };
        let mut told = events.iter().filter(matters).peekable();
        if told.peek().is_none() {
            return;
        }
        // A folder that was made anew is another folder for the system.
        let born = told.flat_map(|event| &event.paths).filter(|path| folders.contains(path) && path.is_dir());
        if let Some(eyes) = eyes.upgrade() {
            let mut eyes = eyes.lock().unwrap_or_else(PoisonError::into_inner);
            born.for_each(|folder| {
                drop(eyes.as_mut().map(|eyes| eyes.watch(folder, RecursiveMode::Recursive)));
            });
        }
        wake();
    }
}

/// Whether a path is one of the watched, and not what editors and office programs put beside an open file.
fn is_source(path: &Path, folders: &[PathBuf]) -> bool {
    let Some(inside) = folders.iter().find_map(|folder| path.strip_prefix(folder).ok()) else { return false };
    let is_temporary =
        |name: &str| name.starts_with(['.', '~']) || name.ends_with(['~', '#']) || name == "4913";
    !inside.iter().any(|name| name.to_str().is_some_and(is_temporary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_files_of_editors_are_no_sources() {
        let folders = [PathBuf::from("/site/content")];
        let is = |path: &str| is_source(Path::new(path), &folders);
        assert!(is("/site/content/events/семинар.md") && is("/site/content"));
        let temporary = ["/site/content/.a.md.swp", "/site/content/~$план.docx", "/site/content/a.md~"];
        assert!(!temporary.into_iter().any(is) && !is("/site/public/index.html"));
    }
}
