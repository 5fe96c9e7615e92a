//! The school year, the axis of a centre's work: from September to August.

use jiff::civil::Date;

use super::Moment;
use crate::field::Values;

/// The school year a page says it belongs to, else the one that its day falls into. Named by the year it begins in.
pub(super) fn school_year(fields: &Values, day: Option<Moment>) -> Option<i16> {
    let said = fields.values().find_map(|typed| typed.value.school_year());
    said.or_else(|| day.map(|moment| of_day(moment.date)))
}

/// The school year that a day falls into, by the year in which that begins.
pub(crate) fn of_day(day: Date) -> i16 {
    day.year() - i16::from(day.month() < 9)
}

/// The first day of a school year.
pub(crate) fn first_day(year: i16) -> Option<Date> {
    Date::new(year, 9, 1).ok()
}
