//! A day, with a time when one was given.

use jiff::civil::{Date, Time};

/// A day, with a time when one was given.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    /// The day.
    pub(crate) date: Date,
    /// The time of day at the centre.
    pub(crate) time: Option<Time>,
}
