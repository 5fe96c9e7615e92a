//! Who uses the cache: builds at the same time share it, and nobody takes away what another is about to publish.

use std::fs::{File, OpenOptions};
use std::path::Path;

use crate::disk::{self, Links};

/// The file by which builds know of each other.
const NAME: &str = "lock";

/// A build's use of the cache. The system ends it even when the program is killed.
#[derive(Debug)]
pub(super) struct Lease(File);

impl Lease {
    /// Begins to use a folder; nothing where that cannot be had, as in a folder that may not be written.
    pub(super) fn begin(folder: &Path) -> Option<Self> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = disk::carefully(&mut options, Links::Refused).open(folder.join(NAME)).ok()?;
        // It waits for no longer than it takes to remove some files.
        (file.metadata().ok()?.is_file() && file.lock_shared().is_ok()).then_some(Self(file))
    }

    /// Becomes the only user, if nobody else uses the folder; with `wait`, once nobody does.
    pub(super) fn alone(&self, wait: bool) -> bool {
        if wait { self.0.lock().is_ok() } else { self.0.try_lock().is_ok() }
    }
}
