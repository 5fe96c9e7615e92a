//! Who tells whom that there is work: the watcher notes changes, the builder takes them.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::pages::Changed;

/// An editor that saves writes several times in a row: a build waits until nothing has been written for so long.
const CALM: Duration = Duration::from_millis(8);
/// And begins after so many such times at the latest.
const PATIENCE: usize = 2;

/// Changes that nobody has built yet.
#[derive(Debug, Default)]
struct Pending {
    changed: Option<Changed>,
    closed: bool,
}

/// The board on which changes are noted.
#[derive(Debug, Default)]
pub(super) struct Board {
    pending: Mutex<Pending>,
    woken: Condvar,
}

impl Board {
    /// Notes a change.
    pub(super) fn note(&self, changed: Changed) {
        let mut pending = self.lock();
        pending.changed = Some(match (pending.changed.take(), changed) {
            (None, changed) => changed,
            (Some(Changed::Paths(mut paths)), Changed::Paths(more)) => {
                paths.extend(more);
                Changed::Paths(paths)
            }
            _ => Changed::Anything,
        });
        self.woken.notify_all();
    }

    /// Ends the builder.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.woken.notify_all();
    }

    /// Waits for changes and takes them; nothing when the board was closed.
    pub(super) fn take(&self) -> Option<Changed> {
        let mut pending = self.lock();
        while pending.changed.is_none() && !pending.closed {
            pending = self.woken.wait(pending).unwrap_or_else(PoisonError::into_inner);
        }
        for _ in 0..PATIENCE {
            let (after, waited) =
                self.woken.wait_timeout(pending, CALM).unwrap_or_else(PoisonError::into_inner);
            pending = after;
            if pending.closed || waited.timed_out() {
                break;
            }
        }
        if pending.closed { None } else { pending.changed.take() }
    }

    fn lock(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn changes_are_gathered_until_somebody_takes_them() {
        let board = Board::default();
        let path = |name: &str| Changed::from(vec![PathBuf::from(name)]);
        board.note(path("a"));
        board.note(path("b"));
        assert_eq!(board.take(), Some(Changed::Paths(vec!["a".into(), "b".into()])));
        board.note(path("a"));
        board.note(Changed::Anything);
        assert_eq!(board.take(), Some(Changed::Anything));
        board.close();
        assert_eq!(board.take(), None);
    }
}
