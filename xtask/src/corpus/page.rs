//! What each page is about: made for all pages first, so that pages can link to each other.

use super::chain::Chain;
use super::random::Random;
use super::words::{self, LEVELS, MONTHS, SUBJECTS, SYLLABLES, Subject, TAGS};

/// What a page is; the name is the folder in the neutral corpus.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Sort {
    Material,
    Event,
    Regulation,
    Association,
}

impl Sort {
    /// Half of the pages are materials, as in a real bank.
    fn draw(random: &mut Random) -> Self {
        match random.below(100) {
            0..50 => Self::Material,
            50..80 => Self::Event,
            80..95 => Self::Regulation,
            _ => Self::Association,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Material => "material",
            Self::Event => "event",
            Self::Regulation => "regulation",
            Self::Association => "association",
        }
    }

    /// The folder in a portal.
    pub(super) const fn folder(self) -> &'static str {
        match self {
            Self::Material => "materials",
            Self::Event => "events",
            Self::Regulation => "regulations",
            Self::Association => "associations",
        }
    }
}

/// A day. No day after the 28th, so that every month has it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Day {
    pub(super) year: usize,
    pub(super) month: usize,
    pub(super) day: usize,
}

impl Day {
    pub(super) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    fn in_words(self) -> String {
        format!("{} {}", self.day, MONTHS[self.month - 1])
    }

    /// The school year that the day lies in: `2026/2027`.
    pub(super) fn school_year(self) -> String {
        let first = if self.month >= 9 { self.year } else { self.year - 1 };
        format!("{first}/{}", first + 1)
    }
}

/// A page before its text.
pub(super) struct Page {
    pub(super) index: usize,
    pub(super) sort: Sort,
    pub(super) subject: &'static Subject,
    /// In words, and as abbreviated.
    pub(super) level: &'static (&'static str, &'static str),
    pub(super) tags: Vec<&'static str>,
    pub(super) date: Day,
    pub(super) title: String,
    /// The name of the file and the last part of the address.
    pub(super) slug: String,
}

impl Page {
    pub(super) fn new(index: usize, seed: u64, chain: &Chain) -> Self {
        let mut random = Random::keyed(seed, "page", index);
        let sort = Sort::draw(&mut random);
        let subject = random.pick(&SUBJECTS);
        let date = Day {
            year: random.between(2013, 2026),
            month: random.between(1, 11),
            day: random.between(1, 28),
        };
        let level = random.pick(&LEVELS);
        let tags = random.several(&TAGS, 3).into_iter().copied().collect();
        let about = chain.sentence(&mut random, 4, 8).replace([',', ':'], "");
        let title = format!("{}: {about}", heading(sort, subject, date, &mut random));
        let slug = format!("{}-{index:06}", slug(&title));
        Self { index, sort, subject, level, tags, date, title, slug }
    }

    /// A word that stands on this page only; it declines like «магазин».
    pub(super) fn marker(&self) -> String {
        let (mut rest, mut word) = (self.index * 7919 + 524_287, String::new());
        while rest > 0 {
            word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
            rest /= SYLLABLES.len();
        }
        word + "трин"
    }
}

/// The beginning of a title.
fn heading(sort: Sort, subject: &Subject, date: Day, random: &mut Random) -> String {
    let (by, of, place) = (subject.by, subject.of, place(random));
    let class = random.between(1, 11);
    let choices = match sort {
        Sort::Regulation => [
            "Положение".to_owned(),
            "Порядок и регламент".to_owned(),
            format!("Приказ № {}", random.between(10, 999)),
            format!("Положение о конкурсе по {by}"),
        ],
        Sort::Material => [
            format!("Урок по {by} в {class} классе"),
            format!("Опыт учителей {of}"),
            format!("Технологическая карта по {by}"),
            "Методические рекомендации".to_owned(),
        ],
        Sort::Event => [
            format!("Семинар для учителей {of}"),
            format!("Вебинар {}", date.in_words()),
            format!("Муниципальный конкурс по {by}"),
            "Мастер-класс".to_owned(),
        ],
        Sort::Association => [
            format!("Методическое объединение учителей {of}, {place}"),
            format!("Сообщество учителей {of}, {place}"),
            format!("Творческая группа по {by}, {place}"),
            format!("Школа молодого учителя {of}, {place}"),
        ],
    };
    random.pick(&choices).clone()
}

/// An invented settlement.
pub(super) fn place(random: &mut Random) -> String {
    let beginning = random.often_first(&words::PLACE_BEGINNINGS);
    format!("{beginning}{}", random.often_first(&words::PLACE_ENDS))
}

/// The title in Latin letters, cut where addresses become too long.
fn slug(title: &str) -> String {
    let latin: String = title
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { words::latin(c).to_owned() })
        .collect();
    let words: Vec<&str> = latin.split('-').filter(|word| !word.is_empty()).collect();
    let joined = words.join("-");
    joined[..joined.len().min(48)].trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Day, slug};

    #[test]
    fn slugs_are_latin_and_short() {
        assert_eq!(slug("Приказ № 12: об учёбе"), "prikaz-12-ob-uchebe");
        assert!(slug(&"щука ".repeat(40)).len() <= 48);
    }

    #[test]
    fn the_school_year_begins_in_september() {
        let day = |month| Day { year: 2026, month, day: 1 }.school_year();
        assert_eq!((day(8), day(9)), ("2025/2026".to_owned(), "2026/2027".to_owned()));
    }
}
