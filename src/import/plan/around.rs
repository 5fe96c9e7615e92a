//! What the lines around a day tell of it: the month of a heading, the year of a plan.

use super::lex::{self, Item, Part, lex};
use crate::dates::month_meant;

/// What is known of days from the lines around.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Around {
    /// The first year of the school year.
    pub(crate) school_year: Option<i16>,
    /// The year.
    pub(crate) year: Option<i16>,
    /// The year and the month of a date above, of an approval perhaps: only a hint.
    pub(crate) dated: Option<(i16, i8)>,
    /// The month that a heading names.
    pub(crate) month: Option<i8>,
    /// The first year of the school year in which the import is made: the guess of last resort.
    pub(crate) now: i16,
}

impl Around {
    /// Takes what a line tells of the days under it.
    pub(crate) fn take(&mut self, line: &str) {
        let tokens = lex::tokens(line);
        for window in tokens.windows(3) {
            let [Item::Number(first, 4), Item::Sign('-' | '/'), Item::Number(second, 4)] = window else {
                continue;
            };
            if first.checked_add(1) == Some(*second) {
                self.school_year = i16::try_from(*first).ok();
            }
        }
        let year = tokens.iter().find_map(|token| match token {
            Item::Number(year @ 2000..=2099, 4) => i16::try_from(*year).ok(),
            _ => None,
        });
        let words: Vec<&str> = tokens
            .iter()
            .filter_map(|token| if let Item::Word(word) = token { Some(word.as_str()) } else { None })
            .collect();
        let month = words.iter().find_map(|word| month_meant(word));
        let names_day = tokens.windows(2).any(|pair| {
            matches!(pair, [Item::Number(1..=31, 1..=2), Item::Word(word)] if month_meant(word).is_some())
        });
        if month.is_some() && !names_day && words.len() <= 12 {
            self.month = month;
        }
        let date = lex(line).items.iter().find_map(|item| match item {
            Item::Day(Part { month: Some(month), year: Some(year), .. }) => Some((*year, *month)),
            _ => None,
        });
        match date {
            Some(_) => self.dated = date,
            None => self.year = year.or(self.year),
        }
    }

    /// The year of a month, and whether it is only a guess.
    pub(super) fn year_of(&self, month: i8) -> (i16, bool) {
        let of_school = |first: i16| if month >= 8 { first } else { first + 1 };
        // In a plan of December January is that of the next year, most likely.
        let turned = |of_plan: i8| i16::from(of_plan - month > 6) - i16::from(month - of_plan > 6);
        match (self.school_year, self.year, self.dated) {
            (Some(first), ..) => (of_school(first), false),
            (None, Some(year), _) => {
                let turns = self.month.map_or(0, turned);
                (year + turns, turns != 0)
            }
            (None, None, Some((year, of_date))) => (year + turned(of_date), true),
            (None, None, None) => (of_school(self.now), true),
        }
    }
}
