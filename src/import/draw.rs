//! The report of an import as text for the terminal.
//!
//! All words come through [`Say`], so that this module knows neither a language nor how translations are kept.

use std::path::Path;

use crate::diagnostic::{Arg, Diagnostic, RuleId};
use crate::source::Sources;

use super::changes::Change;
use super::place::Outcome;
use super::report::{Entry, Label, entries, notes};
use super::rules;
use super::run::Report;

/// Translates: a key of the translation files (`rule` or `rule.help`) and its arguments.
pub(crate) type Say<'a> = dyn Fn(&str, &[(&'static str, Arg)]) -> String + 'a;

/// Draws the report: what was done, what was read, what is absent, what to look at.
#[must_use]
pub(crate) fn draw(report: &Report, say: &Say<'_>) -> String {
    let mut page = Page { out: String::new(), say, sources: &report.sources, paragraphs: report.paragraphs };
    let sources = report.sources.iter().map(|(_, source)| source.path());
    // A file that could not be read is named as well: several may be imported at once.
    let refused = report.messages.iter().filter_map(|message| message.path.as_deref());
    if let Some(file) = sources.chain(refused).next() {
        page.line(&say("import-report-source", &[("file", text(file))]));
    }
    for message in &report.messages {
        page.message(message);
    }
    page.out.push_str(&outcome(&report.outcome, report.target.as_deref(), say));
    if let Some(imported) = &report.imported {
        let mut rows = imported.entries.clone().unwrap_or_else(|| entries(&imported.requisites));
        rows.extend(notes(&imported.notes));
        page.entries(&rows);
    }
    page.out
}

/// What was done, and what is different now.
pub(crate) fn outcome(outcome: &Outcome, path: Option<&Path>, say: &Say<'_>) -> String {
    let (key, changes) = match outcome {
        Outcome::Written => ("written", &[][..]),
        Outcome::Unchanged => ("unchanged", &[][..]),
        Outcome::KeptEdited => ("kept-edited", &[][..]),
        Outcome::Updated(changes) => ("updated", changes.as_slice()),
        Outcome::Refused(changes) => ("refused", changes.as_slice()),
        Outcome::Failed => ("failed", &[][..]),
    };
    let path = path.map(|path| path.display().to_string()).unwrap_or_default();
    let mut out = say(&format!("import-outcome-{key}"), &[("path", Arg::Text(path))]);
    out.push('\n');
    if !changes.is_empty() {
        out.push_str(&format!("\n{}\n", say("import-changes", &[])));
    }
    for change in changes {
        let (key, piece) = match change {
            Change::Added(piece) => ("import-change-added", piece),
            Change::Changed(piece) => ("import-change-changed", piece),
            Change::Removed(piece) => ("import-change-removed", piece),
        };
        out.push_str(&format!("  {}\n", say(key, &[("piece", text(piece))])));
    }
    out
}

fn text(value: &str) -> Arg {
    Arg::Text(value.to_owned())
}

struct Page<'a> {
    out: String,
    say: &'a Say<'a>,
    sources: &'a Sources,
    /// Lines of the source are paragraphs of a word processor.
    paragraphs: bool,
}

impl Page<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.line("");
        self.line(heading);
    }

    fn entries(&mut self, entries: &[Entry]) {
        self.recognised(entries);
        self.absent(entries);
        let doubts: Vec<&Diagnostic> = entries.iter().filter_map(Entry::unsure).collect();
        let count = i64::try_from(doubts.len()).unwrap_or(i64::MAX);
        let heading = if doubts.is_empty() { "import-no-doubts" } else { "import-unsure" };
        self.notes(heading, &[("count", Arg::Number(count))], &doubts);
        let told: Vec<&Diagnostic> = entries.iter().filter_map(Entry::told).collect();
        const DROPPED: [RuleId; 4] =
            [rules::HIDDEN, rules::PAGE_NUMBER, rules::INVISIBLE, rules::LEFT_MARGIN];
        let is_dropped = |note: &&&Diagnostic| DROPPED.contains(&note.rule);
        let (dropped, done): (Vec<&Diagnostic>, Vec<&Diagnostic>) = told.iter().partition(is_dropped);
        for (heading, list) in [("import-told", done), ("import-dropped", dropped)] {
            if !list.is_empty() {
                self.notes(heading, &[], &list);
            }
        }
    }

    fn recognised(&mut self, entries: &[Entry]) {
        let rows: Vec<[String; 3]> = entries.iter().filter_map(|entry| self.row(entry)).collect();
        if rows.is_empty() {
            return;
        }
        self.heading(&(self.say)("import-recognised", &[]));
        let first = if self.paragraphs { "paragraph" } else { "line" };
        let names = [first, "field", "value"].map(|name| (self.say)(&format!("import-column-{name}"), &[]));
        let width =
            |i: usize| rows.iter().chain([&names]).map(|row| row[i].chars().count()).max().unwrap_or(0);
        let (first, second) = (width(0), width(1));
        for [line, field, value] in std::iter::once(&names).chain(&rows) {
            self.line(&format!("  {line:>first$}  {field:<second$}  {value}"));
        }
    }

    fn row(&self, entry: &Entry) -> Option<[String; 3]> {
        let Entry::Recognised { field, value, span } = entry else { return None };
        let (_, source) = self.sources.iter().next()?;
        let line = source.position(u32::try_from(span.start).unwrap_or(u32::MAX)).line;
        Some([line.to_string(), self.name(field), value.clone()])
    }

    fn name(&self, label: &Label) -> String {
        match label {
            Label::Key(field) => self.label(field),
            Label::Words(words) => words.clone(),
        }
    }

    /// The name of a field: `adopted.protocol` → «Принято: № протокола».
    fn label(&self, field: &str) -> String {
        (self.say)(&format!("import-field-{}", field.replace(['.', '_'], "-")), &[])
    }

    fn absent(&mut self, entries: &[Entry]) {
        let absent = entries.iter().filter_map(|entry| match entry {
            Entry::Absent { field } => Some(self.name(field)),
            _ => None,
        });
        let absent: Vec<String> = absent.collect();
        if !absent.is_empty() {
            self.heading(&(self.say)("import-absent", &[]));
        }
        for field in absent {
            self.line(&format!("  {field}"));
        }
    }

    fn notes(&mut self, heading: &str, args: &[(&'static str, Arg)], notes: &[&Diagnostic]) {
        self.heading(&(self.say)(heading, args));
        for note in notes {
            self.message(note);
        }
    }

    fn message(&mut self, note: &Diagnostic) {
        let args = self.with_labels(&note.args);
        // What is said of the whole source stands at its start, over nothing.
        let placed = note.labels.first().filter(|label| label.span.end > 0);
        let place = placed.map(|label| {
            let line = self.sources.get(label.span.source).position(label.span.start).line;
            let key = if self.paragraphs { "import-paragraph" } else { "import-line" };
            (self.say)(key, &[("line", Arg::Number(i64::from(line)))])
        });
        let place = place.map(|place| format!("{place}: ")).unwrap_or_default();
        self.line(&format!("  {place}{}", (self.say)(note.rule.0, &args)));
        for help in &note.help {
            self.line(&format!("      → {}", (self.say)(&format!("{}.{help}", note.rule.0), &args)));
        }
    }

    /// Fields are named as the person knows them.
    fn with_labels(&self, args: &[(&'static str, Arg)]) -> Vec<(&'static str, Arg)> {
        let named = |(name, arg): &(&'static str, Arg)| match arg {
            Arg::Text(field) if *name == "field" => (*name, Arg::Text(self.label(field))),
            _ => (*name, arg.clone()),
        };
        args.iter().map(named).collect()
    }
}
