//! What the person asked for, after the command line, the environment and the clock were read (in `cli`).

pub use crate::diagnostic::Format;

use crate::i18n::Lang;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::PathBuf;

/// Where the preview is when nothing else was asked for.
pub const DEFAULT_PORT: u16 = 4000;

/// A search server that a site's documents can be exported to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SearchServer {
    /// Quickwit.
    Quickwit,
    /// OpenSearch or Elasticsearch.
    Opensearch,
}

impl SearchServer {
    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quickwit => "quickwit",
            Self::Opensearch => "opensearch",
        }
    }
}

/// What a build is asked to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Options {
    /// The site's folder: the one that holds `content/`.
    pub root: PathBuf,
    /// The output folder, when it was given; otherwise the site's configuration or `public` decides.
    pub out: Option<PathBuf>,
    /// The day for which the site is built, in the machine's own time zone unless it was given.
    pub today: Date,
    /// The instant of the run, for the day in the centre's time zone; `None` when the day was given.
    pub now: Option<Timestamp>,
    /// How messages are written.
    pub format: Format,
    /// The language of messages.
    pub lang: Lang,
    /// Whether a stale `content/addresses.lock` is an error instead of being brought up to date.
    pub locked: bool,
    /// Whether nothing that was published before may be left.
    pub purge: bool,
    /// Whether messages may be coloured.
    pub color: bool,
    /// Whether progress may be drawn on the terminal.
    pub progress: bool,
}

impl Options {
    /// The day for which the site is built, in the centre's time zone unless the day was given.
    #[must_use]
    pub fn today_in(&self, zone: &TimeZone) -> Date {
        self.now.map_or(self.today, |now| now.to_zoned(zone.clone()).date())
    }

    /// The options of a plain build of a folder on a given day, as tests and benchmarks want them.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>, today: Date) -> Self {
        Self {
            root: root.into(),
            out: None,
            today,
            now: None,
            format: Format::default(),
            lang: Lang::default(),
            locked: false,
            purge: false,
            color: false,
            progress: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_is_the_centres_unless_given() {
        let given = Options::new(".", date(2026, 8, 31));
        let zone = TimeZone::get("Asia/Novokuznetsk").expect("a zone");
        assert_eq!(given.today_in(&zone), date(2026, 8, 31));
        let now = "2026-08-31T20:00:00Z".parse().expect("a time");
        let asked = Options { now: Some(now), ..given };
        assert_eq!(asked.today_in(&zone), date(2026, 9, 1));
    }
}
