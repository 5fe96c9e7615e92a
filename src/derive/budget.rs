//! How much memory those who work at the same time may take together.

use std::sync::{Condvar, Mutex, PoisonError};

/// Memory in bytes that is shared by threads.
#[derive(Debug)]
pub(super) struct Budget {
    all: u64,
    taken: Mutex<u64>,
    given_back: Condvar,
}

/// A part of a budget, until it is dropped.
#[derive(Debug)]
pub(super) struct Part<'b> {
    budget: &'b Budget,
    size: u64,
}

impl Budget {
    /// A budget of so many bytes.
    pub(super) fn of(all: u64) -> Self {
        Self { all, taken: Mutex::new(0), given_back: Condvar::new() }
    }

    /// Takes a part, and waits for it where others have too much. Who wants more than there is gets it alone. A thread
    /// has one part at a time, so nobody waits for ever.
    pub(super) fn take(&self, size: u64) -> Part<'_> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken > 0 && *taken + size > self.all {
            taken = self.given_back.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += size;
        Part { budget: self, size }
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        *self.budget.taken.lock().unwrap_or_else(PoisonError::into_inner) -= self.size;
        self.budget.given_back.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::Budget;

    #[test]
    fn no_more_is_taken_than_there_is_unless_one_is_alone() {
        let budget = Budget::of(100);
        let first = budget.take(60);
        let second = budget.take(40);
        std::thread::scope(|scope| {
            let third = scope.spawn(|| {
                let _all = budget.take(500);
                *budget.taken.lock().unwrap()
            });
            drop(first);
            drop(second);
            assert_eq!(third.join().unwrap(), 500);
        });
        assert_eq!(*budget.taken.lock().unwrap(), 0);
    }
}
