//! Ending early: what is said when nobody waits for the bundle any more.

use anyhow::Result;

/// Nobody waits for the bundle any more.
#[derive(Debug)]
pub(super) struct Stopped;

impl std::fmt::Display for Stopped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("stopped")
    }
}

impl std::error::Error for Stopped {}

/// Asked between the steps of the work and with every page: an error when nobody waits any more.
pub(super) type GoOn<'a> = &'a dyn Fn() -> Result<()>;
