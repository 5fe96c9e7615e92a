//! Messages as values: what is wrong, where, and how to mend it.
//!
//! A [`Diagnostic`] holds no finished sentence. It names a [`RuleId`] and arguments; the words come from the
//! translation files (`src/i18n/<lang>/*.ftl`) when the message is drawn at the edge. For a rule `r` the
//! message `r` holds the headline, its attributes hold the rest: `.label` (under the excerpt), `.help`
//! (how to mend it), `.explain` (the text of `kabinet explain r`), and further ones chosen by
//! [`Diagnostic::label_key`] and [`Diagnostic::help`].

mod excerpt;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod sarif;
pub(crate) mod suggest;
#[cfg(test)]
mod tests;
mod view;
mod words;

pub use crate::i18n::Arg;
pub use explain::{explain, list as list_rules, rules};

use crate::i18n::{self, Lang};
use crate::source::{Position, Sources, Span};

/// How messages are written.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Format {
    /// For a person at a terminal.
    #[default]
    Human,
    /// One JSON array, for programs.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
}

/// How messages look.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Look {
    /// The language of the words.
    pub lang: Lang,
    /// Whether to colour them.
    pub color: bool,
    /// The width of the terminal in columns; longer lines of an excerpt are cut around the marked place.
    pub width: usize,
    /// What to put before every path, so that it is right seen from the current folder: `` or `portal/`.
    pub prefix: String,
}

/// What became of the site, for the closing line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fate {
    /// Nothing is said about publishing: it was published, or that was not asked for.
    Silent,
    /// Errors kept the site from being published.
    NotPublished,
}

/// Messages ready to print, and how the run ends.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Report {
    /// For the standard output: the machine formats.
    pub out: String,
    /// For the standard error: messages for a person with their closing line.
    pub err: String,
    /// The exit code: 0, or 1 when there are errors.
    pub code: u8,
}

/// The stable name of a rule, in kebab case: `schedule-ends-before-start`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RuleId(pub &'static str);

/// How much a message weighs.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published, but worth mending.
    Warning,
    /// For information: "will be published on 30 December".
    Note,
}

/// A marked place and, optionally, the translation attribute with the words beside it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// The attribute of the rule's message (`label` by default); `None` marks without words.
    pub key: Option<&'static str>,
}

/// One message.
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use]
pub struct Diagnostic {
    /// Which rule speaks.
    pub rule: RuleId,
    /// Its weight.
    pub severity: Severity,
    /// The main place first; empty when only a path, or nothing, can be named.
    pub labels: Vec<Label>,
    /// The file, where there is no span (a missing file, an unreadable one). Relative to the site's root.
    pub path: Option<String>,
    /// Named arguments of the texts.
    pub args: Vec<(&'static str, Arg)>,
    /// Attributes of the rule's message that say how to mend it, in order.
    pub help: Vec<&'static str>,
}

impl Severity {
    /// The name in machine formats: `error`, `warning`, `note`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Diagnostic {
    /// An error of a rule, without a place yet.
    pub fn error(rule: RuleId) -> Self {
        Self::new(rule, Severity::Error)
    }

    /// A warning of a rule, without a place yet.
    pub fn warning(rule: RuleId) -> Self {
        Self::new(rule, Severity::Warning)
    }

    /// A note of a rule, without a place yet.
    pub fn note(rule: RuleId) -> Self {
        Self::new(rule, Severity::Note)
    }

    fn new(rule: RuleId, severity: Severity) -> Self {
        Self { rule, severity, labels: Vec::new(), path: None, args: Vec::new(), help: Vec::new() }
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn headline(&self, lang: Lang) -> String {
        words::headline(self, lang)
    }

    /// The ways to mend it.
    #[must_use]
    pub fn ways(&self, lang: Lang) -> Vec<String> {
        words::help(self, lang)
    }

    /// Marks a place with the rule's attribute `label`.
    pub fn at(self, span: Span) -> Self {
        self.label_key(span, "label")
    }

    /// Marks a place with a chosen attribute of the rule's message.
    pub fn label_key(mut self, span: Span, key: &'static str) -> Self {
        self.labels.push(Label { span, key: Some(key) });
        self
    }

    /// Names a file where no span can be given.
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Adds an argument of text.
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// Adds an argument that is a number.
    pub fn number(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.args.push((name, Arg::Number(value.try_into().unwrap_or(i64::MAX))));
        self
    }

    /// Adds what the system said as an argument.
    pub fn cause(mut self, name: &'static str, error: &std::io::Error) -> Self {
        self.args.push((name, i18n::io_cause(error)));
        self
    }

    /// Adds a way to mend it: an attribute of the rule's message, `help` for the usual one.
    pub fn help(mut self, key: &'static str) -> Self {
        self.help.push(key);
        self
    }
}

impl Diagnostic {
    /// The file and the place of the first character, as far as they are known.
    #[must_use]
    pub fn place<'a>(&'a self, sources: &'a Sources) -> (Option<&'a str>, Option<Position>) {
        match self.labels.first() {
            Some(label) => {
                let source = sources.get(label.span.source);
                (Some(source.path()), Some(source.position(label.span.start)))
            }
            None => (self.path.as_deref(), None),
        }
    }
}

impl Look {
    /// Plain text of the usual width, for logs and tests.
    #[must_use]
    pub fn plain(lang: Lang) -> Self {
        Self { lang, color: false, width: 140, prefix: String::new() }
    }
}

/// Sorts messages by weight, file, place and rule, and drops those said twice.
#[must_use]
pub fn sorted(mut diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    // In one file the bytes are in the order of lines and columns, which would have to be counted.
    fn key<'a>(
        one: &'a Diagnostic,
        sources: &'a Sources,
    ) -> (Severity, Option<&'a str>, Option<u32>, RuleId) {
        let first = one.labels.first().map(|label| label.span);
        let path = first.map_or(one.path.as_deref(), |span| Some(sources.get(span.source).path()));
        (one.severity, path, first.map(|span| span.start), one.rule)
    }
    diagnostics.sort_by(|a, b| key(a, sources).cmp(&key(b, sources)).then_with(|| a.args.cmp(&b.args)));
    diagnostics.dedup();
    diagnostics
}

/// Whether any message is an error.
#[must_use]
pub fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|one| one.severity == Severity::Error)
}

/// The messages drawn for a person, each with its excerpt.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], sources: &Sources, look: &Look) -> String {
    human::render(diagnostics, sources, look)
}

/// The messages in a format; the human one without its closing line.
#[must_use]
pub fn render(format: Format, diagnostics: &[Diagnostic], sources: &Sources, look: &Look) -> String {
    let views = || view::views(diagnostics, sources, look);
    match format {
        Format::Human => human(diagnostics, sources, look),
        Format::Json => json::render(&views()),
        Format::Github => github::render(&views()),
        Format::Gitlab => gitlab::render(&views()),
        Format::Sarif => sarif::render(&views(), look.lang),
    }
}

/// The closing line: «Найдено: 3 ошибки, 2 предупреждения. Сайт не опубликован, прежний сайт на месте.»
#[must_use]
pub fn summary(diagnostics: &[Diagnostic], fate: Fate, lang: Lang) -> String {
    let counts = words::counts(diagnostics, lang);
    match fate {
        Fate::Silent => counts,
        Fate::NotPublished => format!("{counts} {}", i18n::text(lang, "summary-not-published", &[])),
    }
}

/// Everything a run has to say: messages sorted and in a format, the closing line, the exit code.
///
/// `publishing` tells whether the run was to publish, so that the closing line can say that it did not.
#[must_use]
pub fn report(
    diagnostics: Vec<Diagnostic>,
    sources: &Sources,
    format: Format,
    look: &Look,
    publishing: bool,
) -> Report {
    let diagnostics = sorted(diagnostics, sources);
    let failed = has_errors(&diagnostics);
    let drawn = render(format, &diagnostics, sources, look);
    let code = u8::from(failed);
    if format != Format::Human {
        return Report { out: drawn, err: String::new(), code };
    }
    let fate = if failed && publishing { Fate::NotPublished } else { Fate::Silent };
    let mut err = drawn + &summary(&diagnostics, fate, look.lang) + "\n";
    let worst =
        diagnostics.iter().min_by_key(|one| one.severity).filter(|one| one.severity != Severity::Note);
    if let Some(worst) = worst {
        err += &i18n::text(look.lang, "summary-explain", &[("rule", worst.rule.0.into())]);
        err.push('\n');
    }
    Report { out: String::new(), err, code }
}
