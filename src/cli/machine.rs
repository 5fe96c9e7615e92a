//! What the program learns from the machine: environment, terminal, clock. Read here and nowhere else.

use crate::i18n::Lang;
use jiff::Zoned;
use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::PathBuf;

/// The surroundings of one run.
#[derive(Clone, Debug)]
pub struct Machine {
    /// The locale of messages, as POSIX finds it: `ru_RU.UTF-8`.
    pub locale: String,
    /// Whether this is a build server.
    pub ci: bool,
    /// Whether messages may be coloured.
    pub color: bool,
    /// Whether messages go to a terminal, so that progress can be drawn.
    pub terminal: bool,
    /// Whether a person answers at a keyboard.
    pub keyboard: bool,
    /// The width of the terminal.
    pub width: usize,
    /// The current folder.
    pub folder: PathBuf,
    /// The time, in the machine's own time zone.
    pub now: Zoned,
}

impl Machine {
    /// Looks around.
    #[must_use]
    pub fn here() -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self {
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default(),
            ci: variable("CI").is_some_and(|value| value != "false" && value != "0"),
            color: anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never,
            terminal: terminal && variable("TERM").is_none_or(|term| term != "dumb"),
            keyboard: std::io::stdin().is_terminal(),
            width: width(),
            folder: std::env::current_dir().unwrap_or_default(),
            now: Zoned::now(),
        }
    }

    /// The language: as asked for, otherwise as the machine's locale says, otherwise Russian.
    ///
    /// Looked up before the arguments are parsed, since mistakes in them are told in this language too.
    pub(super) fn lang(&self, words: &[OsString]) -> Lang {
        let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
        let mut asked = None;
        while let Some(word) = words.next() {
            let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
            asked = value.and_then(|name| name.parse().ok()).or(asked);
        }
        let english = self.locale.starts_with("en");
        asked.unwrap_or(if english { Lang::En } else { Lang::Ru })
    }
}

/// A variable that is set and not empty.
fn variable(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    let value = std::env::var(name);
    value.ok().filter(|value| !value.is_empty())
}

/// The terminal's width within reason; logs get the usual one.
fn width() -> usize {
    let size = terminal_size::terminal_size_of(std::io::stderr());
    size.map_or(140, |(width, _)| usize::from(width.0).clamp(60, 200))
}
