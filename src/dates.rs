//! Days in Russian, for text that is not drawn by templates: messages, search, and what authors write.
//!
//! The names of months stand in the translation files and nowhere else.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use crate::i18n::{self, Lang};

/// Month names in the genitive, as in «21 ноября 2026».
static MONTHS: LazyLock<Vec<String>> = LazyLock::new(|| {
    (1..=12).map(|number| i18n::text(Lang::Ru, &format!("render-month-{number}"), &[])).collect()
});

/// The number of a month by its name in the genitive.
pub(crate) fn month_number(name: &str) -> Option<i8> {
    number(|month| month == name)
}

/// The number of a month by what papers call it: `августа`, `август`, `авг`.
pub(crate) fn month_meant(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let short = (3..=4).contains(&word.chars().count());
    number(|month| {
        // The ending of the genitive; the shortest name has none to spare.
        let stem = if month == "мая" { month } else { month.trim_end_matches(['а', 'я']) };
        word.starts_with(stem) || (short && stem.starts_with(&word))
    })
}

fn number(is: impl Fn(&str) -> bool) -> Option<i8> {
    let at = MONTHS.iter().position(|month| is(month))?;
    i8::try_from(at + 1).ok()
}

/// The day of the week that a word in lower case means, in any case of the singular: `среду`, `ср`.
pub(crate) fn weekday_meant(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, &str); 7] = [
        ("понедельник", "пн"),
        ("вторник", "вт"),
        ("сред", "ср"),
        ("четверг", "чт"),
        ("пятниц", "пт"),
        ("суббот", "сб"),
        ("воскресень", "вс"),
    ];
    let is = |(stem, short): &(&str, &str)| {
        word == *short || word.strip_prefix(stem).is_some_and(|end| end.chars().count() <= 1)
    };
    let at = DAYS.iter().position(is)?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// «21 ноября 2026».
pub(crate) fn worded(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at));
    format!("{} {} {}", date.day(), month.map_or("", String::as_str), date.year())
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
        let meant =
            ["августа", "Август", "авг", "сент", "мая", "май", "мартовский", "ма", "слово"].map(month_meant);
        assert_eq!(meant, [Some(8), Some(8), Some(8), Some(9), Some(5), None, Some(3), None, None]);
        let days = ["понедельник", "вторника", "среду", "ср", "пятнице", "вторникам", "средний", "пт.", ""];
        let meant = days.map(|word| weekday_meant(word).map(|day| day.to_monday_one_offset()));
        assert_eq!(meant, [Some(1), Some(2), Some(3), Some(3), Some(5), None, None, None, None]);
    }
}
