//! Days as numbers since 1970-01-01, in the Gregorian calendar; no clock.

/// The names of months as they stand in dates.
pub(crate) const MONTHS: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Returns how the name of a month begins in all its forms: without its ending.
pub(crate) fn stem_of_month(name: &str) -> &str {
    name.strip_suffix(['а', 'я']).unwrap_or(name)
}

/// A day in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl Date {
    /// Takes a day apart. Years begin in March, so that the day that is sometimes there is the last.
    pub(crate) fn of(days: i32) -> Self {
        let days = i64::from(days) + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march = (5 * of_year + 2) / 153;
        let (day, month) =
            (of_year - (153 * march + 2) / 5 + 1, if march < 10 { march + 3 } else { march - 9 });
        let year = year + era * 400 + i64::from(month <= 2);
        Self { year: year as i32, month: month as u32, day: day as u32 }
    }

    /// Puts a day together; `None` when there is no such day.
    pub(crate) fn days(self) -> Option<i32> {
        let Self { year, month, day } = self;
        let proper = (1..=12).contains(&month) && (1..=9_999).contains(&year) && day >= 1;
        if !proper || day > length(year, month) {
            return None;
        }
        let year = i64::from(year) - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let march = i64::from((month + 9) % 12);
        let of_year = (153 * march + 2) / 5 + i64::from(day) - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        i32::try_from(days).ok()
    }
}

/// Returns the first and the last day of a month; months beyond a year go on into the next.
pub(crate) fn month(year: i32, month: i32) -> Option<(i32, i32)> {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) as u32 + 1);
    let first = Date { year, month, day: 1 }.days()?;
    Some((first, first + length(year, month) as i32 - 1))
}

/// Returns the day of the week, 0 for Monday.
pub(crate) fn weekday(days: i32) -> i32 {
    (days + 3).rem_euclid(7)
}

fn length(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, month, weekday};

    #[test]
    fn days_are_numbered_as_everywhere() {
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(date(1970, 1, 1).days(), Some(0));
        assert_eq!(date(2026, 11, 21).days(), Some(20_778));
        assert_eq!(weekday(20_778), 5, "a Saturday");
        assert_eq!(date(2026, 2, 29).days(), None);
        assert_eq!(date(2028, 2, 29).days().map(Date::of), Some(date(2028, 2, 29)));
        assert_eq!(date(2026, 13, 1).days(), None);
        for days in (-800_000..800_000).step_by(97) {
            assert_eq!(Date::of(days).days().unwrap_or(days), days);
        }
        assert_eq!(month(2026, 12), Some((20_788, 20_818)));
        assert_eq!(month(2026, 13), month(2027, 1));
    }
}
