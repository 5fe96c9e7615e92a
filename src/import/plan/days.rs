//! The days of a plan as people write them: «12.11», «12 ноября, 14.00», «с 10 по 14 ноября», «12» under «НОЯБРЬ».
//!
//! A cell is a day only when all of it is understood as one; what is concluded is marked as a guess.

use jiff::civil::{Date, Weekday};

use super::around::Around;
use super::hours::{Times, clock};
use super::lex::{Item, Part, lex};
use super::nth;

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
    /// Not all of the words were understood, or they contradict each other.
    pub(crate) guessed: bool,
}

/// Days that follow each other in some pieces of a line, and where they stand.
#[derive(Clone, Debug)]
struct Stretch {
    parts: Vec<Part>,
    /// The first and the last are told, not each.
    between: bool,
    /// Only its beginning is told: «с 10 декабря».
    open: bool,
    at: usize,
    end: usize,
}

/// Words after which a day is no day of the event: it only ends or begins something.
const BOUNDS: [&str; 12] =
    ["до", "к", "ко", "по", "после", "позднее", "позже", "ранее", "раньше", "через", "за", "не"];
/// Those of them after which something is open until a day.
const UNTIL: [&str; 4] = ["до", "по", "позднее", "позже"];
/// Words with which a line tells no single day.
const UNCERTAIN: [&str; 11] = [
    "кажд",
    "перенос",
    "перенес",
    "недел",
    "декад",
    "четверт",
    "полугоди",
    "квартал",
    "кроме",
    "отмен",
    "еже",
];
/// How words of a move begin.
const MOVES: [&str; 3] = ["перенос", "перенес", "перенёс"];
/// Those of them that may be about something else.
const NOUNS: [&str; 5] = ["перенос", "переноса", "переносе", "переносу", "переносом"];
/// Words that change nothing about a day.
const HARMLESS: [&str; 14] =
    ["в", "во", "с", "со", "на", "от", "числа", "число", "г", "год", "года", "дата", "начало", "время"];

/// Reads a cell of days; `None` when it names no day, or more than one event can be on.
pub(crate) fn read(text: &str, around: &Around) -> Option<Period> {
    let lexed = lex(text);
    if let Some(period) = by_week(&lexed.items, around) {
        return Some(period);
    }
    let all = stretches(&lexed.items);
    let dated: Vec<&Stretch> = all.iter().filter(|stretch| stretch.has_month()).collect();
    let (stretch, bare) = match (dated.as_slice(), all.as_slice()) {
        ([one], _) => (*one, false),
        ([], [one]) => (one, true),
        _ => return None,
    };
    let (before, after) = (&lexed.items[..stretch.at], &lexed.items[stretch.end..]);
    if lexed.items.iter().any(is_uncertain) || bounded(&lexed.items, stretch.at) {
        return None;
    }
    let plain = |item: &Item| match item {
        Item::Time(_) | Item::Sign(',' | ';' | ':' | '-') => true,
        Item::Word(word) => HARMLESS.contains(&word.as_str()) || matches!(word.as_str(), "до" | "по"),
        _ => false,
    };
    // A number alone is a day only where nothing else could make it one.
    if (bare && !before.iter().chain(after).all(plain))
        || before.iter().any(|item| matches!(item, Item::Day(_)))
    {
        return None;
    }
    let times = Times::of(&lexed.items);
    let mut period = stretch.resolve(around)?;
    let unread = goes_on(after) || !after.iter().all(plain) || (bare && stretch.may_be_hour());
    // An end before the beginning is no end.
    let backwards = period.end.is_none() && times.until.is_some_and(|until| Some(until) <= times.from);
    (period.time, period.until) = (times.from, times.until.filter(|_| !backwards));
    period.guessed = stretch.open
        || stretch.is_doubtful(&lexed.items)
        || times.unsure
        || backwards
        || unread
        || !before.iter().all(plain)
        || !fit(&lexed.weekdays, &period, stretch);
    Some(period)
}

/// A day that is told by the week: it is concluded, so a guess.
fn by_week(items: &[Item], around: &Around) -> Option<Period> {
    let (start, year_guessed) = nth::day(items, around.month, |month| around.year_of(month))
        .filter(|_| !items.iter().any(is_uncertain))?;
    let at = items.iter().position(|item| matches!(item, Item::Nth(..)))?;
    let times = Times::of(items);
    let (time, until) = (times.from, times.until);
    (!bounded(items, at)).then_some(Period { start, time, end: None, until, year_guessed, guessed: true })
}

/// The first days of an event that a sentence names with their month, and the hours beside them.
pub(crate) fn first_day(sentence: &str, around: &Around) -> Option<Period> {
    let items = lex(sentence).items;
    let all: Vec<Stretch> = stretches(&items).into_iter().filter(Stretch::has_month).collect();
    let own = |(at, stretch): (usize, &Stretch)| {
        let is = !follows(&items, stretch.at, &BOUNDS);
        if is { Some((at, stretch.resolve(around)?)) } else { None }
    };
    let (at, period) = all.iter().enumerate().find_map(own)?;
    let from = at.checked_sub(1).map_or(0, |before| all[before].end);
    let to = all.get(at + 1).map_or(items.len(), |next| next.at);
    let after = Times::of(&items[all[at].at..to]);
    let times = if after.from.is_some() { after } else { Times::of(&items[from..all[at].at]) };
    Some(Period { time: times.from, until: times.until, guessed: true, ..period })
}

/// A move to another day: the day of before, and the new one, as far as a sentence tells them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Move {
    /// The day of before.
    pub(crate) from: Option<Period>,
    /// The new day.
    pub(crate) to: Option<Period>,
}

/// The move that a sentence tells: «назначенный на 10 декабря, переносится на 17 декабря», «переносится с 15 на 17
/// декабря», «9 декабря (перенос с 2 декабря)».
pub(crate) fn moved(sentence: &str, around: &Around) -> Option<Move> {
    let items = lex(sentence).items;
    let is_verb = |(at, item): (usize, &Item)| {
        let moves =
            |word: &str| MOVES.iter().any(|stem| word.starts_with(stem)) && !word.starts_with("переносн");
        let denied = at > 0 && items[at - 1] == Item::Word("не".to_owned());
        matches!(item, Item::Word(word) if moves(word)) && !denied
    };
    let verb = items.iter().enumerate().position(is_verb)?;
    let all = stretches(&items);
    let onto =
        |stretch: &Stretch| stretch.at > verb && stretch.has_month() && follows(&items, stretch.at, &["на"]);
    let before = |stretch: &Stretch| stretch.at < verb && stretch.has_month();
    let left = all.iter().find(|stretch| stretch.at > verb && stretch.open);
    let to = all.iter().position(onto).or_else(|| all.iter().rposition(before).filter(|_| left.is_some()));
    let Some(at) = to else {
        // «Перенос слов» is the subject of a lesson.
        let noun = matches!(&items[verb], Item::Word(word) if NOUNS.contains(&word.as_str()));
        return (!noun).then(Move::default);
    };
    let next = all.get(at + 1).map_or(items.len(), |next| next.at);
    let times = Times::of(&items[all[at].at..next]);
    let to = all[at].resolve(around);
    let to = to.map(|period| Period { time: times.from, until: times.until, guessed: true, ..period });
    let month = to.map(|period| period.start.month());
    let others: Vec<&Stretch> = all[..at].iter().chain(&all[at + 1..]).collect();
    let old = |stretch: &&&Stretch| stretch.has_month() || stretch.open;
    let from = match others.iter().filter(old).collect::<Vec<_>>().as_slice() {
        [one] => one.resolve(&Around { month, ..*around }),
        _ => None,
    };
    Some(Move { from, to })
}

/// The day until which something is open: «до 20 января», «с 10 по 20 января»; its hour only when it stands beside it.
pub(crate) fn last_day(sentence: &str, around: &Around) -> Option<Period> {
    let items = lex(sentence).items;
    let until = |stretch: &&Stretch| stretch.between || follows(&items, stretch.at, &UNTIL);
    let all = stretches(&items);
    let stretch = all.iter().filter(|stretch| stretch.has_month()).find(until)?;
    let period = stretch.resolve(around)?;
    let beside = items[stretch.end..].iter().take(2).find_map(clock);
    Some(Period {
        start: period.end.unwrap_or(period.start),
        end: None,
        time: beside,
        guessed: true,
        ..period
    })
}

/// Whether the last word before a place is one of some.
fn follows(items: &[Item], at: usize, words: &[&str]) -> bool {
    let last = items[..at].iter().rev().find(|item| !matches!(item, Item::Sign(_)));
    matches!(last, Some(Item::Word(word)) if words.contains(&word.as_str()))
}

/// Whether a cell names a bound before its day; «до» before an hour is none.
fn bounded(items: &[Item], at: usize) -> bool {
    let bound = |item: &Item| matches!(item, Item::Word(word) if BOUNDS.contains(&word.as_str()));
    let hour = |at: usize| matches!(items.get(at + 1), Some(Item::Time(_)));
    items[..at].iter().enumerate().any(|(at, item)| bound(item) && !hour(at))
}

/// Whether what follows a day says more of it than was understood: «12 декабря с 10 до 12», «12 декабря –».
fn goes_on(after: &[Item]) -> bool {
    let joins = |item: &Item| match item {
        Item::Sign(sign) => *sign == '-',
        Item::Word(word) => matches!(word.as_str(), "в" | "с" | "до"),
        _ => false,
    };
    let numbers = after.windows(2).any(|pair| joins(&pair[0]) && matches!(pair[1], Item::Day(_)));
    numbers || after.first() == Some(&Item::Sign('-'))
}

fn is_uncertain(item: &Item) -> bool {
    matches!(item, Item::Word(word) if matches!(word.as_str(), "или" | "раз" | "раза")
        || UNCERTAIN.iter().any(|stem| word.starts_with(stem)))
}

/// Whether «/13 декабря» follows a day; «/11/2026» is the rest of a date.
fn is_either(after: &[Item]) -> bool {
    matches!(after, [Item::Sign('/'), Item::Day(Part { month: Some(_), .. }), ..])
        && after.get(2) != Some(&Item::Sign('/'))
}

/// All stretches of days in some pieces.
fn stretches(items: &[Item]) -> Vec<Stretch> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < items.len() {
        match Stretch::begin(items, at) {
            Some(stretch) => {
                at = stretch.end;
                out.push(stretch);
            }
            None => at += 1,
        }
    }
    out
}

impl Stretch {
    /// The stretch that begins at a piece: «10», «10–14», «с 10 по 14», «10, 11 и 12», «28.12 10:00 – 29.12 12:00».
    fn begin(items: &[Item], at: usize) -> Option<Self> {
        let is_word = |at: usize, words: &[&str]| matches!(items.get(at), Some(Item::Word(word)) if words.contains(&word.as_str()));
        let is_time = |at: usize| usize::from(matches!(items.get(at), Some(Item::Time(_))));
        let day = |at: usize| if let Some(Item::Day(part)) = items.get(at) { Some(*part) } else { None };
        let opened = is_word(at, &["с", "со"]);
        let mut end = at + usize::from(opened);
        let mut out = Self { parts: vec![day(end)?], between: false, open: false, at, end: 0 };
        end += 1;
        loop {
            let dash = end + is_time(end);
            let between = items.get(dash) == Some(&Item::Sign('-'))
                || is_word(dash, &["по"])
                || (opened && is_word(dash, &["до"]));
            let comma = usize::from(items.get(end) == Some(&Item::Sign(',')) || is_either(&items[end..]));
            let and = usize::from(is_word(end + comma, &["и"]));
            let next = match (between, comma + and) {
                (true, _) => dash + 1 + is_time(dash + 1),
                (false, 0) => break,
                (false, joined) => end + joined,
            };
            // After a day with its month a bare number is no day.
            let last = out.parts[out.parts.len() - 1];
            let Some(part) = day(next).filter(|part| part.month.is_some() || last.month.is_none()) else {
                break;
            };
            out.between |= between;
            out.parts.push(part);
            end = next + 1;
        }
        out.end = end;
        out.open = opened && !out.between;
        Some(out)
    }

    /// «12/13 декабря» is open to doubt: two days, or one of them.
    fn is_doubtful(&self, items: &[Item]) -> bool {
        items[self.at..self.end].contains(&Item::Sign('/'))
    }

    /// «10-30» is an hour as well as days.
    fn may_be_hour(&self) -> bool {
        matches!(self.parts.as_slice(), [first, last] if first.day < 24 && last.day == 30)
    }

    fn has_month(&self) -> bool {
        self.parts.iter().any(|part| part.month.is_some())
    }

    /// Its first and its last day; `None` when a day is none or they do not follow each other.
    fn resolve(&self, around: &Around) -> Option<Period> {
        let mut month = around.month;
        let mut months: Vec<i8> = Vec::new();
        for part in self.parts.iter().rev() {
            month = part.month.or(month);
            months.push(month?);
        }
        months.reverse();
        let (first, last) = (months[0], months[months.len() - 1]);
        let turns = i16::from(first > last);
        let told = self.parts.iter().rev().find_map(|part| part.year);
        let (mut year, year_guessed) = match (self.parts[0].year, told) {
            (Some(year), _) => (year, false),
            (None, Some(year)) => (year - turns, false),
            (None, None) => around.year_of(first),
        };
        let mut days: Vec<Date> = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let turned = at > 0 && months[at] < months[at - 1];
            year = part.year.unwrap_or(year + i16::from(turned));
            days.push(Date::new(year, months[at], part.day).ok()?);
        }
        let follow = days.windows(2).all(|pair| match pair {
            [one, next] if self.between => one < next,
            [one, next] => one.tomorrow().ok() == Some(*next),
            _ => true,
        });
        if !follow || (self.between && days.len() > 2) {
            return None;
        }
        let (start, end) = (days[0], days[days.len() - 1]);
        let end = (end != start).then_some(end);
        Some(Period { start, time: None, end, until: None, year_guessed, guessed: false })
    }
}

/// Whether the days of the week that are named are those of the days.
fn fit(weekdays: &[Weekday], period: &Period, stretch: &Stretch) -> bool {
    let days = [Some(period.start), period.end];
    let fit = days.into_iter().flatten().zip(weekdays).all(|(day, named)| day.weekday() == *named);
    weekdays.is_empty() || (fit && weekdays.len() == stretch.parts.len().min(2))
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
        let guess = if period.year_guessed || period.guessed { " ?" } else { "" };
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
            ("с 10 по 14 ноября", "2026-11-10 … 2026-11-14"),
            ("с 10 по 14", "2026-11-10 … 2026-11-14"),
            ("с 10-го по 14-е ноября", "2026-11-10 … 2026-11-14"),
            ("10 и 11 ноября", "2026-11-10 … 2026-11-11"),
            ("10, 11 и 12 ноября", "2026-11-10 … 2026-11-12"),
            ("10.11.2026 и 11.11.2026", "2026-11-10 … 2026-11-11"),
            ("с 1 по 5 февраля 2027 года", "2027-02-01 … 2027-02-05"),
            ("10 декабря – 20 января", "2026-12-10 … 2027-01-20"),
            ("28.12 10:00 – 29.12 12:00", "2026-12-28 10:00 12:00 … 2026-12-29"),
            ("12 ноября 14-00", "2026-11-12 14:00"),
            ("12 ноября, 14-30", "2026-11-12 14:30"),
            ("12.11.2026 14-00 – 16-00", "2026-11-12 14:00 16:00"),
            ("12.11.2026 14-00-16-00", "2026-11-12 14:00 16:00"),
            ("12.11.2026 с 14.00 до 15.30", "2026-11-12 14:00 15:30"),
            ("12.11. 14:00", "2026-11-12 14:00"),
            ("12 ноября, 14 часов", "2026-11-12 14:00"),
            ("12.11 с 10 до 12 ч.", "2026-11-12 10:00 12:00"),
            ("12 нояб. 2026 г. в 9 ч. 30 мин.", "2026-11-12 09:30"),
            ("четверг, 12 ноября", "2026-11-12"),
            ("12 (чт)", "2026-11-12"),
            ("12-го", "2026-11-12"),
            ("12.11 в 10-00 ч.", "2026-11-12 10:00"),
            ("12.11 14-16 ч.", "2026-11-12 14:00 16:00"),
            ("12 ноября с 10 до 12", "2026-11-12 10:00 12:00"),
            ("12 ноября, 14.00–16", "2026-11-12 14:00 16:00"),
            ("12.11 в 07.12", "2026-11-12 07:12"),
            // What is concluded is said.
            ("15 января", "2027-01-15 ?"),
            ("пятница, 12 ноября", "2026-11-12 ?"),
            ("с 12 ноября", "2026-11-12 ?"),
            ("ориентировочно 12 ноября", "2026-11-12 ?"),
            ("12 ноября 10-12", "2026-11-12 ?"),
            ("12.11, 10:00, 14:00", "2026-11-12 10:00 ?"),
            ("12.11.2026, каб. 5", "2026-11-12 ?"),
            ("12 ноября после уроков", "2026-11-12 ?"),
            ("12 ноября с 10 до 12 классы", "2026-11-12 ?"),
            ("12.11 16:00–14:00", "2026-11-12 16:00 ?"),
            ("12 ноября в 9", "2026-11-12 ?"),
            ("12-", "2026-11-12 ?"),
            ("10-30", "2026-11-10 … 2026-11-30 ?"),
            ("12 ноября ежегодно", "—"),
            ("2-я среда", "2026-11-11 ?"),
            ("вторая среда ноября, 14:00", "2026-11-11 14:00 ?"),
            ("последняя пятница месяца", "2026-11-27 ?"),
            ("1-й четверг декабря 2026 года", "2026-12-03 ?"),
            ("12/13 ноября", "2026-11-12 … 2026-11-13 ?"),
            ("12/13.11.2026", "2026-11-12 … 2026-11-13 ?"),
            ("12/19 ноября", "—"),
            ("11/12/2026", "—"),
            ("каждая 2-я среда", "—"),
            ("2-я и 4-я среда", "—"),
            ("1-я и 3-я среда месяца", "—"),
            ("5-я среда", "—"),
            ("до 2-й среды", "—"),
            ("1-я неделя", "—"),
            ("3-4 неделя", "—"),
            ("12 ноября, 2 неделя", "—"),
            ("10-00", "—"),
            ("14:00", "—"),
            ("каб. 5", "—"),
            ("№ 5", "—"),
            ("2 раза в месяц", "—"),
            ("15 числа каждого месяца", "—"),
            ("не позднее 15 ноября", "—"),
            ("к 20 ноября", "—"),
            ("после 15 ноября", "—"),
            ("10.11 или 11.11", "—"),
            ("10 или 11 ноября", "—"),
            ("10-12 ноября, 14 ноября", "—"),
            ("14–10 ноября", "—"),
            ("5 ноября (перенос с 3 ноября)", "—"),
            ("12, 19 ноября", "—"),
            ("12.11 07.12", "—"),
            ("12.11.2026 19.11.2026", "—"),
            ("12.11.2026 07.12", "—"),
            ("3 7 ноября", "—"),
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
        assert_eq!(shown("с 10 по 14 декабря", &year), "2026-12-10 … 2026-12-14");
        assert_eq!(shown("28 декабря – 3 января", &year), "2026-12-28 … 2027-01-03");
        assert_eq!(shown("5 сентября", &Around { now: 2025, ..Around::default() }), "2025-09-05 ?");
        let mut approved = Around { now: 2025, ..Around::default() };
        approved.take("Утверждаю, 28 декабря 2026 г.");
        approved.take("План работы на январь");
        assert_eq!(shown("15", &approved), "2027-01-15 ?", "the date of an approval is only a hint");
        approved.take("2028 год");
        assert_eq!(shown("15", &approved), "2028-01-15");
        year.take("ФЕВРАЛЬ");
        assert_eq!(shown("7", &year), "2027-02-07");
    }
}
