//! Finding the days in a query.

use super::reader::{Reader, month_of};
use super::span::Days;
use crate::query::parse::Chunk;
use crate::query::words::is_clause_word;
use crate::text::fold;

/// Finds the days in a query; without a today only those that need none.
pub(in crate::query) fn find(chunks: &[Chunk], today: Option<i32>) -> Vec<Days> {
    let words: Vec<String> = chunks.iter().map(bare).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let reader = Reader { words: &words[at..], today };
        // What cannot be the day of a month makes no month of the word after it.
        let counted = at > 0 && words[at - 1].parse::<u32>().is_ok() && month_of(&words[at], false).is_some();
        let announced = counted || (at > 0 && is_clause_word(&words[at - 1]));
        match reader.read().filter(|_| !announced) {
            Some(mut days) => {
                days.chunks = at..at + days.chunks.end;
                at = days.chunks.end;
                found.push(days);
            }
            None => at += 1,
        }
    }
    found
}

/// The folded word of a chunk; nothing where the grammar of queries says more than a word.
fn bare(chunk: &Chunk) -> String {
    if chunk.phrase || chunk.exact || chunk.minus || chunk.text.starts_with('№') {
        return String::new();
    }
    fold(chunk.text.trim_matches(|c: char| !c.is_alphanumeric())).replace(['–', '‑', '−'], "-")
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::calendar::Date;
    use crate::query::parse::parse;

    /// A Saturday.
    const TODAY: Date = Date { year: 2026, month: 11, day: 21 };

    fn shown(query: &str) -> String {
        let day = |days: i32| {
            let date = Date::of(days);
            format!("{:02}.{:02}.{}", date.day, date.month, date.year)
        };
        let found = find(&parse(query), TODAY.days());
        let span = |days: &super::Days| match days.span {
            Some((from, until)) if from == until => day(from),
            Some((from, until)) => format!("{}-{}", day(from), day(until)),
            None => days.texts[0].0.join(" "),
        };
        found.iter().map(|days| format!("{:?} {}", days.chunks, span(days))).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn single_days() {
        for (query, days) in [
            ("4.12", "0..1 04.12.2026"),
            ("03.12", "0..1 03.12.2026"),
            ("09.12.26", "0..1 09.12.2026"),
            ("9.12.2026 г.", "0..2 09.12.2026"),
            ("2026-12-09", "0..1 09.12.2026"),
            ("9 декабря", "0..2 09.12.2026"),
            ("9 дек", "0..2 09.12.2026"),
            ("9-го декабря", "0..2 09.12.2026"),
            ("семинар 9 декабря 2027 года", "1..5 09.12.2027"),
            ("15 февраля", "0..2 15.02.2027"),
            ("1 сентября", "0..2 01.09.2026"),
            ("сегодня", "0..1 21.11.2026"),
            ("семинар завтра", "1..2 22.11.2026"),
            ("на послезавтра", "0..2 23.11.2026"),
            ("вчера", "0..1 20.11.2026"),
            ("в пятницу", "0..2 27.11.2026"),
            ("во вторник", "0..2 24.11.2026"),
            ("в субботу", "0..2 21.11.2026"),
            ("через 3 дня", "0..3 24.11.2026"),
            ("через неделю", "0..2 28.11.2026"),
        ] {
            assert_eq!(shown(query), days, "{query}");
        }
    }

    #[test]
    fn stretches_of_days() {
        for (query, days) in [
            ("на этой неделе", "0..3 16.11.2026-22.11.2026"),
            ("на следующей неделе", "0..3 23.11.2026-29.11.2026"),
            ("прошлая неделя", "0..2 09.11.2026-15.11.2026"),
            ("в выходные", "0..2 21.11.2026-22.11.2026"),
            ("в декабре", "0..2 01.12.2026-31.12.2026"),
            ("конкурсы декабрь 2027", "1..3 01.12.2027-31.12.2027"),
            ("в марте", "0..2 01.03.2027-31.03.2027"),
            ("в октябре", "0..2 01.10.2026-31.10.2026"),
            ("в этом месяце", "0..3 01.11.2026-30.11.2026"),
            ("в следующем году", "0..3 01.01.2027-31.12.2027"),
            ("весной", "0..1 01.03.2027-31.05.2027"),
            ("зимой", "0..1 01.12.2026-28.02.2027"),
            ("5-7 декабря", "0..2 05.12.2026-07.12.2026"),
            ("с 5 по 7 декабря", "0..5 05.12.2026-07.12.2026"),
            ("12/13 декабря", "0..2 12.12.2026-13.12.2026"),
            ("ближайшие семинары", "0..1 21.11.2026-21.12.2026"),
            ("когда следующий семинар", "1..2 21.11.2026-20.01.2027"),
            ("предстоящие конкурсы", "0..1 21.11.2026-20.01.2027"),
            ("26/27", "0..1 2026/2027"),
            ("план 26-27 учебный год", "1..4 2026/2027"),
            ("в этом учебном году", "0..4 2026/2027"),
        ] {
            assert_eq!(shown(query), days, "{query}");
        }
    }

    #[test]
    fn what_is_no_day() {
        for query in [
            "п. 4.12",
            "3.2.5",
            "пункт 4.12",
            "=завтра",
            "№ 4.12",
            "майские",
            "августовское",
            "32 декабря",
            "30.02",
            "образовательная среда",
            "26-27",
            "неделя науки",
            "5 классов",
            "год наставника",
            "2026",
            "-завтра",
            "мартовский",
            "следующий",
            "математика",
            "1.5.2",
        ] {
            assert_eq!(shown(query), "", "{query}");
        }
        assert!(find(&parse("завтра в декабре 4.12"), None).is_empty());
        assert_eq!(find(&parse("9 декабря 2026"), None).len(), 1);
    }
}
