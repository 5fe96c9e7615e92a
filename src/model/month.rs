//! Months, as calendars have pages for.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::years;

/// A month of a year, held by its first day.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Month(Date);

impl Month {
    /// The month of a day.
    pub(crate) fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// Its first day.
    pub(crate) fn first_day(self) -> Date {
        self.0
    }

    /// Its last day.
    pub(crate) fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    /// The month after it.
    pub(crate) fn next(self) -> Self {
        Self(self.0.saturating_add(1.month()).first_of_month())
    }

    /// The school year that it belongs to, by the year in which that begins. July and August close it.
    pub(crate) fn school_year(self) -> i16 {
        years::of_day(self.0)
    }

    /// How it stands in addresses: `2026-12`.
    pub(crate) fn code(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// The first day of the week of a day.
pub(crate) fn monday(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_turn_of_the_year_and_the_end_of_the_school_year_are_where_they_are() {
        let december = Month::of(date(2026, 12, 31));
        assert_eq!((december.code().as_str(), december.next().code().as_str()), ("2026-12", "2027-01"));
        assert_eq!(Month::of(date(2028, 2, 1)).last_day(), date(2028, 2, 29));
        let years =
            [date(2027, 1, 1), date(2027, 8, 31), date(2027, 9, 1)].map(|day| Month::of(day).school_year());
        assert_eq!(years, [2026, 2026, 2027]);
        assert_eq!(monday(date(2027, 1, 1)), date(2026, 12, 28));
        assert_eq!(Month::of(Date::MAX).next(), Month::of(Date::MAX));
    }
}
