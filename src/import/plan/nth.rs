//! Days told by the week: «2-я среда», «последняя пятница ноября».

use jiff::civil::{Date, Weekday};

use super::lex::Item;
use crate::dates::month_meant;

/// The one such day that some pieces name, in the month behind it, else in that of the lines around, and whether its
/// year was guessed.
pub(super) fn day(
    items: &[Item],
    month: Option<i8>,
    year_of: impl Fn(i8) -> (i16, bool),
) -> Option<(Date, bool)> {
    let mut all = items.iter().enumerate().filter_map(|(at, item)| match item {
        Item::Nth(count, day) => Some((at, *count, *day)),
        _ => None,
    });
    let (at, count, day) = all.next()?;
    if all.next().is_some() || items.iter().any(|item| matches!(item, Item::Day(_))) {
        return None;
    }
    let named = match items.get(at + 1) {
        Some(Item::Word(word)) => month_meant(word),
        _ => None,
    };
    let month = named.or(month)?;
    let told = items.iter().find_map(|item| match item {
        Item::Number(year @ 2000..=2099, 4) => i16::try_from(*year).ok(),
        _ => None,
    });
    let (year, guessed) = told.map_or_else(|| year_of(month), |year| (year, false));
    Some((of_month(year, month, count, day)?, guessed))
}

fn of_month(year: i16, month: i8, count: i8, day: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(count, day).ok()
}
