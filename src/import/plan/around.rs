//! What the lines around a day tell of it: the month of a heading, the year of a plan.

use jiff::civil::Date;

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
        // Headings name months in the nominative, in which this one is another word.
        let named = |word: &&str| month_meant(word).or((*word == "май").then_some(5));
        let mut months = words.iter().filter_map(named);
        let month = months.next();
        // «На январь – май» is the month of no row.
        let alone = months.all(|other| Some(other) == month);
        let names_day = tokens.windows(2).any(|pair| {
            matches!(pair, [Item::Number(1..=31, 1..=2), Item::Word(word)] if month_meant(word).is_some())
        });
        if month.is_some() && !names_day && words.len() <= 12 {
            self.month = month.filter(|_| alone);
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

    /// What the first lines of a letter add; its months are those of its days.
    pub(crate) fn of_letter<'l>(&self, lines: impl Iterator<Item = &'l str>) -> Self {
        let mut around = *self;
        lines.take(5).for_each(|line| around.take(line));
        Self { month: None, ..around }
    }

    /// What the lines around tell, the month or the year, when some days are outside of it.
    pub(super) fn missed(&self, first: Date, last: Date) -> Option<String> {
        let told = self.school_year.is_some() || self.year.is_some();
        let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
        let inside = |from: i32, to: i32| months(first) <= to && from <= months(last);
        let of = |year: i16, month: i8| i32::from(year) * 12 + i32::from(month);
        match (self.month, self.school_year, self.year) {
            (Some(month), ..) if told => {
                let year = self.school_year.map_or_else(
                    || self.year.unwrap_or_default(),
                    |first| if month >= 8 { first } else { first + 1 },
                );
                let meant = of(year, month);
                (!inside(meant, meant)).then(|| format!("{month:02}.{year}"))
            }
            (Some(month), ..) => {
                let meant = [first, last].iter().any(|day| day.month() == month);
                let passes = first.month() < month && month < last.month();
                (!meant && !passes).then(|| format!("{month:02}"))
            }
            (None, Some(year), _) => {
                (!inside(of(year, 8), of(year + 1, 8))).then(|| format!("{year}/{}", year + 1))
            }
            (None, None, Some(year)) => (!inside(of(year, 1), of(year, 12))).then(|| year.to_string()),
            (None, None, None) => None,
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
