//! What a calendar is told of a document.

use jiff::civil::Date;

use crate::field::{FieldPath, Moment};

/// What a calendar is told of a document, whatever its kind: when it is, whether it takes place, and the fields that
/// say where it is and how to come.
#[derive(Debug)]
pub(crate) struct Occasion<'b> {
    /// When it begins.
    pub(crate) starts: Moment,
    /// When it ends, if that is known.
    pub(crate) ends: Option<Moment>,
    /// Whether its hours do not matter.
    pub(crate) all_day: bool,
    /// Whether it does not take place at that time.
    pub(crate) called_off: bool,
    /// When it was to be first, if it was moved.
    pub(crate) moved_from: Option<Moment>,
    /// How many times its readers were told of a change. It never shrinks while nobody deletes what was told.
    pub(crate) changes: usize,
    /// The day of the last change.
    pub(crate) changed: Option<Date>,
    /// Until when one can sign up.
    pub(crate) closes: Option<Moment>,
    /// Where it is.
    pub(crate) place: Option<&'b FieldPath>,
    /// The ways of signing up.
    pub(crate) sign_up: Option<&'b FieldPath>,
    /// Where it is seen from afar.
    pub(crate) online: Option<&'b FieldPath>,
    /// Why it is not as it was announced.
    pub(crate) reason: Option<&'b FieldPath>,
}

impl Occasion<'_> {
    /// Its last day.
    pub(crate) fn last_day(&self) -> Date {
        self.ends.map_or(self.starts.date, |ends| ends.date.max(self.starts.date))
    }
}
