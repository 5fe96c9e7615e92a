//! The words of a line that tells days, as days, hours, words and signs.

use jiff::civil::Weekday;

use crate::dates::{month_meant, weekday_meant};

/// An hour and a minute.
pub(super) type Clock = (i8, i8);

/// A day of which not all may be written: «10», «10.12», «10 декабря 2026 года».
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Part {
    pub(super) day: i8,
    pub(super) month: Option<i8>,
    pub(super) year: Option<i16>,
}

/// A piece of a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Item {
    /// A day, or a bare number that could be one.
    Day(Part),
    /// A day of the week by its count in the month: the second Wednesday; −1 is the last.
    Nth(i8, Weekday),
    /// An hour.
    Time(Clock),
    /// A number that is neither, with the count of its figures.
    Number(i32, usize),
    /// A word in small letters.
    Word(String),
    /// A sign; dashes are all `-`.
    Sign(char),
}

/// A line in pieces.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexed {
    /// Its pieces, without days of the week, brackets, quotation marks and full stops.
    pub(super) items: Vec<Item>,
    /// The days of the week that it names.
    pub(super) weekdays: Vec<Weekday>,
}

/// What stands before a piece, as far as its meaning hangs on it.
#[derive(Clone, Copy, Debug, Default)]
struct Before<'a> {
    last: Option<&'a Item>,
    before_last: Option<&'a Item>,
    /// A day was named.
    day: bool,
    /// A day was named with its month.
    dated: bool,
}

/// Parts a line into its pieces.
pub(super) fn lex(text: &str) -> Lexed {
    let tokens = tokens(text);
    let (mut out, mut at, mut day, mut dated) = (Lexed::default(), 0, false, false);
    while at < tokens.len() {
        let mut latest = out.items.iter().rev();
        let before = Before { last: latest.next(), before_last: latest.next(), day, dated };
        let (item, length) = item(&tokens[at..], before);
        at += length;
        day |= matches!(item, Item::Day(_));
        dated |= matches!(item, Item::Day(Part { month: Some(_), .. }));
        out.take(item);
    }
    out
}

impl Lexed {
    fn take(&mut self, item: Item) {
        match &item {
            Item::Word(word) => match weekday_meant(word) {
                Some(day) => self.weekdays.push(day),
                None => self.items.push(item),
            },
            Item::Sign('.') => {}
            _ => self.items.push(item),
        }
    }
}

impl Before<'_> {
    fn ends_with(&self, words: &[&str]) -> bool {
        matches!(self.last, Some(Item::Word(word)) if words.contains(&word.as_str()))
    }

    /// What follows ends a stretch of hours: «14.00–», «14.00 до».
    fn hours_go_on(&self) -> bool {
        self.hour_goes_on() || (self.ends_with(&["по"]) && self.follows_hour())
    }

    /// The same of a bare number: after «по» it may be a day.
    fn hour_goes_on(&self) -> bool {
        let joins = matches!(self.last, Some(Item::Sign('-'))) || self.ends_with(&["до"]);
        joins && self.follows_hour()
    }

    fn follows_hour(&self) -> bool {
        matches!(self.before_last, Some(Item::Time(_)))
    }
}

fn item(tokens: &[Item], before: Before<'_>) -> (Item, usize) {
    if let Some(found) = nth(tokens) {
        return found;
    }
    let clock = clock(tokens, before).map(|(clock, length)| (Item::Time(clock), length));
    let found = clock.or_else(|| day(tokens).map(|(part, length)| (Item::Day(part), length)));
    found.unwrap_or_else(|| (tokens[0].clone(), 1))
}

/// How the days of a week are counted in words; the last is counted from the end.
const WORDS: [(&str, i8); 6] =
    [("перв", 1), ("втор", 2), ("трет", 3), ("четвёрт", 4), ("четверт", 4), ("последн", -1)];

/// A day of the week by its count, at the beginning of some tokens, and how many of them it takes.
fn nth(tokens: &[Item]) -> Option<(Item, usize)> {
    let (count, length) = match tokens {
        [Item::Number(count @ 1..=5, 1), Item::Sign('-'), Item::Word(ending), ..]
            if matches!(ending.as_str(), "я" | "й" | "ая" | "ый" | "ий" | "ой" | "е" | "ое" | "ю" | "ую") =>
        {
            (i8::try_from(*count).ok()?, 3)
        }
        [Item::Word(word), ..] => (WORDS.iter().find(|(stem, _)| word.starts_with(stem))?.1, 1),
        _ => return None,
    };
    let Some(Item::Word(day)) = tokens.get(length) else { return None };
    Some((Item::Nth(count, weekday_meant(day)?), length + 1))
}

fn word(tokens: &[Item], at: usize) -> &str {
    if let Some(Item::Word(word)) = tokens.get(at) { word } else { "" }
}

fn number(tokens: &[Item], at: usize) -> Option<(i32, usize)> {
    if let Some(Item::Number(value, figures)) = tokens.get(at) { Some((*value, *figures)) } else { None }
}

fn is_sign(tokens: &[Item], at: usize, sign: char) -> bool {
    tokens.get(at) == Some(&Item::Sign(sign))
}

/// An hour at the beginning of some tokens: «14:00», «14.00», «14-00», «14 часов», «14 ч. 30 мин.».
fn clock(tokens: &[Item], before: Before<'_>) -> Option<(Clock, usize)> {
    let (hour @ 0..=23, 1..=2) = number(tokens, 0)? else { return None };
    let hours = |at: usize| matches!(word(tokens, at), "ч" | "час" | "часа" | "часов");
    let made =
        |minute: i32, length: usize| Some(((i8::try_from(hour).ok()?, i8::try_from(minute).ok()?), length));
    if hours(1) {
        let at = if is_sign(tokens, 2, '.') { 3 } else { 2 };
        return match number(tokens, at) {
            Some((minute @ 0..=59, 1..=2)) if word(tokens, at + 1).starts_with("мин") => {
                made(minute, at + 2)
            }
            _ => made(0, 2),
        };
    }
    let (dash, until) = (is_sign(tokens, 1, '-'), word(tokens, 1) == "до");
    // «28 января с 10 до 12», «28 января, 14.00–16»: the day is told, so these are its hours.
    let first = before.ends_with(&["с", "со"])
        && until
        && matches!(number(tokens, 2), Some((end @ 0..=23, 1..=2)) if hour > 5 && end > hour)
        && is_end(tokens, 3);
    if before.dated && (first || (before.hour_goes_on() && is_end(tokens, 1))) {
        return made(0, 1);
    }
    // «в 10-00 ч.» is one hour with its minutes.
    let minutes = dash
        && matches!(number(tokens, 2), Some((minute, 2))
            if minute <= hour || (minute % 5 == 0 && before.ends_with(&["в", "во"])));
    // The first of two: «с 14 до 16 часов», «14–16 ч».
    if (dash || until) && !minutes && matches!(number(tokens, 2), Some((0..=23, 1..=2))) && hours(3) {
        return made(0, 1);
    }
    let (Some(Item::Sign(sign)), Some((minute @ 0..=59, 2))) = (tokens.get(1), number(tokens, 2)) else {
        return None;
    };
    // «12.12.2026», the telephone «2-34-56»; but «14-00–16-00».
    let figures = number(tokens, 4).is_some();
    let more = (figures && is_sign(tokens, 3, '.'))
        || (figures
            && is_sign(tokens, 3, '-')
            && *sign == '-'
            && !(minute % 5 == 0 && is_hour(&tokens[4..])));
    if *sign != ':' && (more || month_meant(word(tokens, 3)).is_some()) {
        return None;
    }
    let named = before.ends_with(&["в", "во", "начало"]) || before.hours_go_on();
    let is = match sign {
        ':' => true,
        // «03.12 07.12» are two days.
        '.' => named || minute == 0 || minute > 12,
        '-' => {
            named
                || (before.last != Some(&Item::Sign('-'))
                    && (minute == 0 || minute > 31 || (before.day && minute > 23)))
        }
        _ => false,
    };
    if is { made(minute, 3 + usize::from(hours(3))) } else { None }
}

/// Whether a line or a part of it ends before a place.
fn is_end(tokens: &[Item], at: usize) -> bool {
    match tokens.get(at) {
        None | Some(Item::Sign(',' | ';')) => true,
        Some(Item::Sign('.')) => tokens.len() == at + 1,
        _ => false,
    }
}

/// Whether some tokens begin with an hour and minutes behind a dash: «16-00».
fn is_hour(tokens: &[Item]) -> bool {
    let clock = matches!((number(tokens, 0), number(tokens, 2)), (Some((0..=23, 1..=2)), Some((0..=59, 2))));
    clock && is_sign(tokens, 1, '-')
}

/// A day at the beginning of some tokens, and how many of them it takes.
fn day(tokens: &[Item]) -> Option<(Part, usize)> {
    let (value @ 1..=31, 1..=2) = number(tokens, 0)? else { return None };
    let day = i8::try_from(value).ok()?;
    if let (true, Some((month @ 1..=12, 1..=2))) = (is_sign(tokens, 1, '.'), number(tokens, 2)) {
        let month = i8::try_from(month).ok();
        let year =
            number(tokens, 4).filter(|_| is_sign(tokens, 3, '.')).and_then(|(year, figures)| match figures {
                4 => i16::try_from(year).ok(),
                // «12.12. 14:00» names an hour.
                2 if clock(&tokens[4..], Before::default()).is_none() => i16::try_from(year + 2000).ok(),
                _ => None,
            });
        let length = if year.is_some() { 5 } else { 3 };
        return Some((Part { day, month, year }, length + year_word(tokens, length)));
    }
    // «10-го», «14-е»
    let ordinal = is_sign(tokens, 1, '-') && matches!(word(tokens, 2), "го" | "е" | "ое");
    let next = if ordinal { 3 } else { 1 };
    let Some(month) = month_meant(word(tokens, next)) else {
        return Some((Part { day, ..Part::default() }, next));
    };
    let at = next + if is_sign(tokens, next + 1, '.') { 2 } else { 1 };
    let year = number(tokens, at).filter(|(year, figures)| (2000..2100).contains(year) && *figures == 4);
    let year = year.and_then(|(year, _)| i16::try_from(year).ok());
    let length = if year.is_some() { at + 1 } else { next + 1 };
    Some((Part { day, month: Some(month), year }, length + year_word(tokens, length)))
}

/// Whether «г.», «года» stands at a place: a count of tokens.
fn year_word(tokens: &[Item], at: usize) -> usize {
    usize::from(matches!(word(tokens, at), "г" | "гг" | "год" | "года"))
}

/// Numbers, words and signs of a text.
pub(super) fn tokens(text: &str) -> Vec<Item> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        let length = rest.find(|c| !is(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at(length);
        rest = after;
        match first {
            c if c.is_ascii_digit() => out.push(Item::Number(token.parse().unwrap_or(i32::MAX), token.len())),
            c if c.is_alphabetic() => out.push(Item::Word(token.to_lowercase())),
            '–' | '—' | '-' | '−' => out.push(Item::Sign('-')),
            '(' | ')' | '[' | ']' | '«' | '»' | '"' | '“' | '”' | '„' => {}
            c if c.is_whitespace() || c.is_control() || crate::office::is_invisible(c) => {}
            c => out.push(Item::Sign(c)),
        }
    }
    out
}
