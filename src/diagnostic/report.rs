//! All that a run has to say, sorted and in a format.

use super::look::Look;
use super::message::{Diagnostic, RuleId, Severity};
use super::{github, gitlab, json, sarif, view, words};
use crate::i18n::{self, Lang};
use crate::source::Sources;

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

/// What became of the site, for the closing line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Fate {
    /// Nothing is said about publishing: it was published, or that was not asked for.
    Silent,
    /// Errors kept the site from being published, and the one before is in place.
    NotPublished,
    /// Errors kept the site from being published, and there was none before.
    NothingYet,
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

/// Sorts messages by weight, file, place and rule, and drops those said twice.
#[must_use]
pub fn sorted(mut diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Diagnostic> {
    // In one file the bytes are in the order of lines and columns, which would have to be counted.
    fn key<'a>(
        one: &'a Diagnostic,
        sources: &'a Sources,
    ) -> (Severity, Option<&'a str>, Option<u32>, RuleId) {
        let first = one.labels.first().map(|label| label.span.start);
        (one.severity, one.file(sources), first, one.rule)
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
    super::human::render(diagnostics, sources, look)
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
        Fate::NothingYet => format!("{counts} {}", i18n::text(lang, "summary-nothing-yet", &[])),
    }
}

/// Everything a run has to say: messages sorted and in a format, the closing line, the exit code.
///
/// `fate` is what became of the site if there are errors, for the closing line.
#[must_use]
pub fn report(
    diagnostics: Vec<Diagnostic>,
    sources: &Sources,
    format: Format,
    look: &Look,
    fate: Fate,
) -> Report {
    let diagnostics = sorted(diagnostics, sources);
    let failed = has_errors(&diagnostics);
    let drawn = render(format, &diagnostics, sources, look);
    let code = u8::from(failed);
    if format != Format::Human {
        return Report { out: drawn, err: String::new(), code };
    }
    let fate = if failed { fate } else { Fate::Silent };
    let mut err = drawn + &summary(&diagnostics, fate, look.lang) + "\n";
    let worst =
        diagnostics.iter().min_by_key(|one| one.severity).filter(|one| one.severity != Severity::Note);
    if let Some(worst) = worst {
        err += &i18n::text(look.lang, "summary-explain", &[("rule", worst.rule.0.into())]);
        err.push('\n');
    }
    Report { out: String::new(), err, code }
}
