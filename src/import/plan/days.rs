//! The days of a plan as people write them: «12.11», «12 ноября, 14.00», «10–14 ноября», «12» under «НОЯБРЬ».

use jiff::civil::Date;

use crate::dates::month_meant;

/// What is known of days from the lines around.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Around {
    /// The first year of the school year.
    pub(crate) school_year: Option<i16>,
    /// The year.
    pub(crate) year: Option<i16>,
    /// The month that a heading names.
    pub(crate) month: Option<i8>,
    /// The first year of the school year in which the import is made: the guess of last resort.
    pub(crate) now: i16,
}

/// When something is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Period {
    /// Its first day.
    pub(crate) start: Date,
    /// Its hour.
    pub(crate) time: Option<(i8, i8)>,
    /// Its last day, when it has several.
    pub(crate) end: Option<Date>,
    /// When it ends on its day.
    pub(crate) until: Option<(i8, i8)>,
    /// Nothing told the year.
    pub(crate) year_guessed: bool,
}

/// A day of which not all is written.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
}

#[derive(Clone, Debug, Eq, PartialEq)]
enum Token {
    Number(i32, usize),
    Word(String),
    Sign(char),
}

impl Around {
    /// Takes what a line tells of the days under it.
    pub(crate) fn take(&mut self, line: &str) {
        let tokens = tokens(line);
        for window in tokens.windows(3) {
            let [Token::Number(first, 4), Token::Sign('-' | '/'), Token::Number(second, 4)] = window else {
                continue;
            };
            if *second == first + 1 {
                self.school_year = i16::try_from(*first).ok();
            }
        }
        let year = tokens.iter().find_map(|token| match token {
            Token::Number(year @ 2000..=2099, 4) => i16::try_from(*year).ok(),
            _ => None,
        });
        let words: Vec<&str> = tokens
            .iter()
            .filter_map(|token| if let Token::Word(word) = token { Some(word.as_str()) } else { None })
            .collect();
        let month = words.iter().find_map(|word| month_meant(word));
        let names_day = tokens.windows(2).any(|pair| {
            matches!(pair, [Token::Number(1..=31, 1..=2), Token::Word(word)] if month_meant(word).is_some())
        });
        if month.is_some() && !names_day && words.len() <= 12 {
            self.month = month;
        }
        self.year = year.or(self.year);
    }

    /// The year of a month, and whether it is only a guess.
    fn year_of(&self, month: i8) -> (i16, bool) {
        let of_school = |first: i16| if month >= 8 { first } else { first + 1 };
        match (self.school_year, self.year) {
            (Some(first), _) => (of_school(first), false),
            (None, Some(year)) => (year, false),
            (None, None) => (of_school(self.now), true),
        }
    }
}

/// Reads a cell of days; `None` when it names no day, or more than one event can be on.
pub(crate) fn read(text: &str, around: &Around) -> Option<Period> {
    let (rest, mut times) = take_times(text, ':');
    let tokens = tokens(&rest);
    let (parts, between, used) = parts(&tokens);
    if times.is_empty() && !parts.is_empty() {
        // «14.00» is an hour where the day stands beside it.
        let after: String = tokens[used..].iter().map(Token::written).collect();
        times = take_times(&after, '.').1;
    }
    let deadline = tokens.first().is_some_and(
        |token| matches!(token, Token::Word(word) if matches!(word.as_str(), "до" | "по" | "после")),
    );
    if deadline || parts.len() > 2 || (parts.len() == 2 && !between) {
        return None;
    }
    let last = *parts.last()?;
    let month = last.month.or(around.month)?;
    let (year, year_guessed) = match last.year {
        Some(year) => (year, false),
        None => around.year_of(month),
    };
    let end = Date::new(year, month, last.day).ok()?;
    let first = parts[0];
    let start = if parts.len() == 2 {
        let first_month = first.month.unwrap_or(month);
        let first_year = first.year.unwrap_or(if first_month > month { year - 1 } else { year });
        Date::new(first_year, first_month, first.day).ok().filter(|start| *start <= end)?
    } else {
        end
    };
    let (time, until) = (times.first().copied(), times.get(1).copied());
    Some(Period { start, time, end: (start != end).then_some(end), until, year_guessed })
}

/// The first day that a sentence names with its month, with the hour that it names.
pub(crate) fn first_day(sentence: &str, around: &Around) -> Option<Period> {
    let (rest, times) = take_times(sentence, ':');
    let tokens = tokens(&rest);
    let whole = |at: usize| part(&tokens[at..]).filter(|(part, _)| part.month.is_some());
    let range = |at: usize| {
        let (Token::Number(..), Some(Token::Sign('-'))) = (&tokens[at], tokens.get(at + 1)) else {
            return None;
        };
        let (last, _) = tokens.get(at + 2).and_then(|_| whole(at + 2))?;
        Some((part(&tokens[at..])?.0, last))
    };
    let (first, last) =
        (0..tokens.len()).find_map(|at| range(at).or_else(|| whole(at).map(|(day, _)| (day, day))))?;
    let month = last.month?;
    let (year, year_guessed) = last.year.map_or_else(|| around.year_of(month), |year| (year, false));
    let start = Date::new(first.year.unwrap_or(year), first.month.unwrap_or(month), first.day).ok()?;
    let end = Date::new(year, month, last.day).ok().filter(|end| *end > start);
    Some(Period { start, time: times.first().copied(), end, until: times.get(1).copied(), year_guessed })
}

/// The days in some tokens, whether two of them are a stretch, and how many tokens they took.
fn parts(tokens: &[Token]) -> (Vec<Part>, bool, usize) {
    let mut parts: Vec<Part> = Vec::new();
    let (mut between, mut used, mut at) = (false, 0, 0);
    while at < tokens.len() {
        let Some((part, length)) = part(&tokens[at..]) else {
            let joins = matches!(&tokens[at], Token::Sign('-'))
                || matches!(&tokens[at], Token::Word(word) if word == "по");
            between |= joins && parts.len() == 1;
            at += 1;
            continue;
        };
        parts.push(part);
        at += length;
        used = at;
    }
    (parts, between, used)
}

/// A day at the beginning of some tokens, and how many of them it takes.
fn part(tokens: &[Token]) -> Option<(Part, usize)> {
    let &Token::Number(day @ 1..=31, 1..=2) = tokens.first()? else { return None };
    let day = i8::try_from(day).ok()?;
    let number = |at: usize| {
        if let Some(Token::Number(value, digits)) = tokens.get(at) { Some((*value, *digits)) } else { None }
    };
    let dot = |at: usize| tokens.get(at) == Some(&Token::Sign('.'));
    if let (true, Some((month @ 1..=12, 1..=2))) = (dot(1), number(2)) {
        let month = i8::try_from(month).ok();
        let year = number(4).filter(|_| dot(3)).and_then(|(year, digits)| match digits {
            4 => i16::try_from(year).ok(),
            2 => i16::try_from(year + 2000).ok(),
            _ => None,
        });
        return Some((Part { day, month, year }, if year.is_some() { 5 } else { 3 }));
    }
    if let Some(month) =
        tokens.get(1).and_then(|token| if let Token::Word(word) = token { month_meant(word) } else { None })
    {
        let year = number(2).filter(|(year, _)| (2000..2100).contains(year));
        let part =
            Part { day, month: Some(month), year: year.and_then(|(year, _)| i16::try_from(year).ok()) };
        return Some((part, if year.is_some() { 3 } else { 2 }));
    }
    // A number alone is a day only where nothing else could make it one: alone, or before a dash and a day.
    let alone = tokens.len() == 1 || matches!(tokens.get(1), Some(Token::Sign('-' | ',' | ';')));
    alone.then_some((Part { day, ..Part::default() }, 1))
}

/// Takes the hours out of a text: `14:00`, or `14.00` where the sign is a dot.
fn take_times(text: &str, sign: char) -> (String, Vec<(i8, i8)>) {
    let mut rest = String::with_capacity(text.len());
    let mut times = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let tail = &text[at..];
        let free = !text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.');
        match time(tail, sign).filter(|_| free) {
            Some((time, length)) => {
                times.push(time);
                at += length;
            }
            None => {
                let next = tail.chars().next().map_or(1, char::len_utf8);
                rest.push_str(&tail[..next]);
                at += next;
            }
        }
    }
    (rest, times)
}

fn time(text: &str, sign: char) -> Option<((i8, i8), usize)> {
    let (hours, rest) = text.split_once(sign)?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let whole = (1..=2).contains(&hours.len()) && hours.bytes().all(|b| b.is_ascii_digit()) && digits == 2;
    let (hour, minute) = (hours.parse().ok()?, rest.get(..2)?.parse().ok()?);
    (whole && (0..24).contains(&hour) && (0..60).contains(&minute))
        .then_some(((hour, minute), hours.len() + 1 + 2))
}

impl Token {
    fn written(&self) -> String {
        match self {
            Self::Number(value, digits) => format!("{value:0digits$}", digits = *digits),
            Self::Word(word) => format!(" {word} "),
            Self::Sign(sign) => sign.to_string(),
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
        let length = rest.find(|c| !is(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at(length);
        rest = after;
        match first {
            c if c.is_ascii_digit() && token.len() <= 6 => {
                out.extend(token.parse().ok().map(|value| Token::Number(value, token.len())))
            }
            c if c.is_alphabetic() => out.push(Token::Word(token.to_lowercase())),
            '–' | '—' | '-' | '−' => out.push(Token::Sign('-')),
            '.' | '/' | ',' | ';' => out.push(Token::Sign(first)),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, around: &Around) -> String {
        let Some(period) = read(text, around) else { return "—".to_owned() };
        let clock = |time: Option<(i8, i8)>| {
            time.map(|(hour, minute)| format!(" {hour:02}:{minute:02}")).unwrap_or_default()
        };
        let end = period.end.map(|end| format!(" … {end}")).unwrap_or_default();
        let guess = if period.year_guessed { " ?" } else { "" };
        format!("{}{}{}{end}{guess}", period.start, clock(period.time), clock(period.until))
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let mut november = Around { now: 2025, ..Around::default() };
        november.take("План работы на ноябрь 2026 года");
        let cases = [
            ("12.11.2026 14:00", "2026-11-12 14:00"),
            ("12.11.2026, 14.00", "2026-11-12 14:00"),
            ("12.11.26", "2026-11-12"),
            ("12 ноября в 14:00–16:00", "2026-11-12 14:00 16:00"),
            ("12.11", "2026-11-12"),
            ("12", "2026-11-12"),
            ("10-14 ноября", "2026-11-10 … 2026-11-14"),
            ("10–14.11.2026", "2026-11-10 … 2026-11-14"),
            ("с 1 октября по 20 декабря 2026 г.", "2026-10-01 … 2026-12-20"),
            ("28.12.2026 – 10.01.2027", "2026-12-28 … 2027-01-10"),
            ("12, 19 ноября", "—"),
            ("до 15 ноября", "—"),
            ("в течение месяца", "—"),
            ("31.02.2026", "—"),
            ("", "—"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text, &november), expected, "{text}");
        }
        let mut year = Around { now: 2025, ..Around::default() };
        year.take("на 2026/2027 учебный год");
        assert_eq!(
            (shown("5 февраля", &year), shown("5 сентября", &year)),
            ("2027-02-05".into(), "2026-09-05".into())
        );
        assert_eq!(shown("5 сентября", &Around { now: 2025, ..Around::default() }), "2025-09-05 ?");
        year.take("ФЕВРАЛЬ");
        assert_eq!(shown("7", &year), "2027-02-07");
    }
}
