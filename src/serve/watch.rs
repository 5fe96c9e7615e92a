//! Noticing that sources changed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::pages::Changed;
use super::work::Board;

/// How often files are compared where the system does not tell of changes.
const POLL: Duration = Duration::from_secs(2);

type Eyes = Box<dyn notify::Watcher + Send>;
type Slot = Mutex<Option<Eyes>>;

/// Watches folders for as long as it lives.
pub(super) struct Watcher {
    eyes: Arc<Slot>,
    instant: bool,
}

impl Watcher {
    /// Notes each change below the folders. `None` when nothing can be watched.
    pub(super) fn start(folders: &[PathBuf], board: &Arc<Board>) -> Option<Self> {
        let eyes = Arc::new(Mutex::new(None));
        let handler = || handler(folders, board, &eyes);
        let native = || Some(Box::new(RecommendedWatcher::new(handler(), Config::default()).ok()?) as Eyes);
        // Network folders and exhausted limits of the system: slower, but it works.
        let poll = Config::default().with_poll_interval(POLL);
        let polling = || Some(Box::new(PollWatcher::new(handler(), poll).ok()?) as Eyes);
        let ready = |found: Option<Eyes>| found.and_then(|found| over(found, folders));
        let (found, instant) = match ready(native()) {
            Some(found) => (found, true),
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
        // The watcher's own thread may be about to use it: it is let go of without the lock.
        let eyes = self.eyes.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(eyes);
    }
}

fn over(mut eyes: Eyes, folders: &[PathBuf]) -> Option<Eyes> {
    for folder in folders {
        if folder.is_dir() {
            eyes.watch(folder, RecursiveMode::Recursive).ok()?;
        }
        if let Some(parent) = folder.parent().filter(|parent| parent.is_dir()) {
            // Tells when the folder itself appears or is replaced.
            eyes.watch(parent, RecursiveMode::NonRecursive).ok()?;
        }
    }
    Some(eyes)
}

fn handler(
    folders: &[PathBuf],
    board: &Arc<Board>,
    eyes: &Arc<Slot>,
) -> impl FnMut(notify::Result<Event>) + Send + 'static {
    let (folders, board, eyes) = (folders.to_vec(), Arc::clone(board), Arc::downgrade(eyes));
    move |event| {
        // What the system failed to tell may have been anything.
        let Ok(event) = event else { return board.note(Changed::Anything) };
        if matches!(event.kind, EventKind::Access(_)) {
            return;
        }
        let lost = event.need_rescan();
        let paths: Vec<PathBuf> = event.paths.into_iter().filter(|path| is_source(path, &folders)).collect();
        if paths.is_empty() && !lost {
            return;
        }
        // A folder that was made anew is another folder for the system.
        let born: Vec<&PathBuf> =
            paths.iter().filter(|path| folders.contains(path) && path.is_dir()).collect();
        if !born.is_empty() {
            watch_again(&eyes, &board, born.into_iter().cloned().collect());
        }
        board.note(if lost { Changed::Anything } else { paths.into() });
    }
}

/// Watches folders once more. The watcher must not be asked from its own thread, which would wait for itself.
fn watch_again(eyes: &Weak<Slot>, board: &Arc<Board>, folders: Vec<PathBuf>) {
    let (eyes, board) = (Weak::clone(eyes), Arc::clone(board));
    let watch = move || {
        let Some(eyes) = eyes.upgrade() else { return };
        let mut eyes = eyes.lock().unwrap_or_else(PoisonError::into_inner);
        for folder in folders {
            drop(eyes.as_mut().map(|eyes| eyes.watch(&folder, RecursiveMode::Recursive)));
        }
        // What came into it before it was watched.
        board.note(Changed::Anything);
    };
    drop(std::thread::Builder::new().name("watch".to_owned()).spawn(watch));
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
