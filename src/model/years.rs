//! The school year, the axis of a centre's work: from September to August.

use super::Moment;
use crate::field::Values;

/// The school year a page says it belongs to, else the one that its day falls into. Named by the year it begins in.
pub(super) fn school_year(fields: &Values, day: Option<Moment>) -> Option<i16> {
    let said = fields.values().find_map(|typed| typed.value.school_year());
    said.or_else(|| day.map(|moment| moment.date.year() - i16::from(moment.date.month() < 9)))
}
