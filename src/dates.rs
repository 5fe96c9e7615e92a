//! Days in Russian, for text that is not drawn by templates: messages, search, and what authors write.

use jiff::civil::Date;

/// Month names in the genitive, as in «21 ноября 2026».
const MONTHS: [&str; 12] = [
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

/// The number of a month by its name in the genitive.
pub(crate) fn month_number(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| *month == name)?;
    i8::try_from(at + 1).ok()
}

/// «21 ноября 2026».
pub(crate) fn worded(date: Date) -> String {
    let month =
        usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// «21.11.2026».
pub(crate) fn dotted(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_as_people_write_them() {
        assert_eq!(worded(date(2026, 5, 9)), "9 мая 2026");
        assert_eq!(dotted(date(2026, 5, 9)), "09.05.2026");
        assert_eq!((month_number("декабря"), month_number("декабрь")), (Some(12), None));
    }
}
