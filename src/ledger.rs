//! `content/proofs.lock`: the certificates of publication that the centre has issued.
//!
//! A line is a number, the day, the first name of the document, the sum of its wording, the sums of its files with
//! their paths, and a mark. The mark is made of the line and of the mark before it, so a line that was changed, moved or
//! taken out is found: an issued sum is never replaced, a new edition gets a line of its own. The file names no person.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, MOST_TOLD, RuleId};
use crate::source::{SourceId, Span};
use crate::sum;

/// A line of the file is none of ours.
pub(crate) const PROOFS_LOCK_INVALID: RuleId = RuleId("proofs-lock-invalid");
/// A line is another than it was when it was issued.
pub(crate) const PROOFS_LOCK_ALTERED: RuleId = RuleId("proofs-lock-altered");

/// The path from the root of the site.
pub(crate) const PATH: &str = "content/proofs.lock";
const HEADING: &str = "# Выданные справки о размещении (kabinet prove). Строки только добавляются; этот файл ведёт программа, храните его\n\
     # вместе с содержимым.\n";

/// What was certified of a document on a day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Entry {
    /// Its number in the register: `2026-001`.
    pub(crate) number: String,
    /// The day.
    pub(crate) issued: Date,
    /// The first name of the document, which it keeps: `material/urok`.
    pub(crate) name: String,
    /// The sum of its wording.
    pub(crate) text: String,
    /// Its files by their paths from the root of the site, and their sums.
    pub(crate) files: Vec<(String, String)>,
}

/// All of them, in the order in which they were issued.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: Vec<Entry>,
    /// The text of the file as it is.
    text: Option<Arc<str>>,
    /// The mark of the last line.
    mark: String,
    /// What is wrong with the file.
    pub(crate) messages: Vec<Diagnostic>,
}

impl Ledger {
    /// Reads the file; an absent one knows of no certificate.
    pub(crate) fn read(file: Option<&(SourceId, Arc<str>)>) -> Self {
        let Some((source, text)) = file else { return Self::default() };
        let mut ledger = Self { text: Some(Arc::clone(text)), ..Self::default() };
        let mut position = 0;
        for line in text.split_inclusive('\n') {
            let (start, written) = (position, line.trim_end_matches(['\r', '\n']));
            position += line.len();
            if !written.is_empty() && !written.starts_with('#') {
                ledger.take(written, source.span(start, start + written.len()));
            }
        }
        ledger
    }

    fn take(&mut self, line: &str, span: Span) {
        if self.messages.len() >= MOST_TOLD {
            return;
        }
        let parts = line.rsplit_once('\t').and_then(|(body, mark)| Some((parse(body)?, body, mark)));
        let Some((entry, body, mark)) = parts else {
            self.messages.push(Diagnostic::error(PROOFS_LOCK_INVALID).at(span).help("help"));
            return;
        };
        // What stands below an altered line is compared with the mark that it bears: one mistake, one message.
        if marked(&self.mark, body) != mark {
            let altered = Diagnostic::error(PROOFS_LOCK_ALTERED).at(span).arg("number", &entry.number);
            self.messages.push(altered.help("help").help("help-merge"));
        }
        mark.clone_into(&mut self.mark);
        self.entries.push(entry);
    }

    /// The certificates.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Whether none was issued yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether another one says the same.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.text == other.text
    }

    /// The next number of a year.
    pub(crate) fn next_number(&self, year: i16) -> String {
        let nth = |number: &str| {
            let (own, nth) = number.split_once('-')?;
            (own == year.to_string()).then(|| nth.parse::<u32>().ok()).flatten()
        };
        let last = self.entries.iter().filter_map(|entry| nth(&entry.number)).max().unwrap_or(0);
        format!("{year}-{:03}", last + 1)
    }

    /// The text of the file with one certificate more. What was there stays, byte for byte.
    pub(crate) fn with(&self, entry: &Entry) -> String {
        let before = self.text.as_deref().unwrap_or(HEADING);
        let end = if before.ends_with('\n') || before.is_empty() { "" } else { "\n" };
        let body = written(entry);
        format!("{before}{end}{body}\t{}\n", marked(&self.mark, &body))
    }
}

/// The mark of a line that follows another one.
fn marked(before: &str, body: &str) -> String {
    sum::of(format!("{before}\n{body}").as_bytes())[..16].to_owned()
}

fn written(entry: &Entry) -> String {
    let head =
        [&entry.number, &entry.issued.to_string(), &entry.name, &entry.text].map(String::as_str).join("\t");
    entry.files.iter().fold(head, |line, (path, sum)| format!("{line}\t{sum} {path}"))
}

fn parse(body: &str) -> Option<Entry> {
    let mut parts = body.split('\t');
    let [number, issued, name, text] = [(); 4].map(|()| parts.next());
    let (number, text) = (number.filter(|number| is_number(number))?, text.filter(|text| sum::is_one(text))?);
    let file = |part: &str| {
        let (sum, path) = part.split_once(' ')?;
        sum::is_one(sum).then(|| (path.to_owned(), sum.to_owned()))
    };
    Some(Entry {
        number: number.to_owned(),
        issued: issued?.parse().ok()?,
        name: name.filter(|name| name.contains('/'))?.to_owned(),
        text: text.to_owned(),
        files: parts.map(file).collect::<Option<_>>()?,
    })
}

/// A year and a place in it: numbers become parts of addresses.
fn is_number(text: &str) -> bool {
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, nth)| figures(year) && figures(nth))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::source::Sources;

    fn read(text: &str) -> Ledger {
        let mut sources = Sources::default();
        let id = sources.add(PATH, text);
        Ledger::read(Some(&(id, text.into())))
    }

    fn entry(number: &str) -> Entry {
        Entry {
            number: number.to_owned(),
            issued: date(2026, 11, 30),
            name: "material/urok".to_owned(),
            text: sum::of(number.as_bytes()),
            files: vec![("content/materials/план урока.docx".to_owned(), sum::of(b"file"))],
        }
    }

    /// A file of three certificates.
    fn three() -> String {
        ["2026-001", "2026-002", "2027-001"].iter().fold(String::new(), |text, number| {
            let ledger = if text.is_empty() { Ledger::default() } else { read(&text) };
            ledger.with(&entry(number))
        })
    }

    #[test]
    fn what_is_written_is_read_and_numbers_go_on_in_their_year() {
        let ledger = read(&three());
        assert!(ledger.messages.is_empty(), "{:?}", ledger.messages);
        let entries: Vec<Entry> = ledger.entries().cloned().collect();
        assert_eq!(entries, ["2026-001", "2026-002", "2027-001"].map(entry));
        let next = [2026, 2027, 2028].map(|year| ledger.next_number(year));
        assert_eq!(next, ["2026-003", "2027-002", "2028-001"]);
    }

    #[test]
    fn a_certificate_more_leaves_what_was_there() {
        for before in [three(), three().replace('\n', "\r\n"), three().trim_end().to_owned()] {
            let after = read(&before).with(&entry("2027-002"));
            assert!(after.starts_with(&before), "{after}");
            assert!(read(&after).messages.is_empty(), "{after}");
        }
    }

    #[test]
    fn a_line_that_was_changed_moved_or_taken_out_is_told_once() {
        let text = three();
        let lines: Vec<&str> = text.lines().collect();
        let first = lines.iter().position(|line| line.starts_with("2026-001")).unwrap();
        let of = |lines: &[&str]| read(&lines.join("\n")).messages.len();
        assert_eq!(of(&lines), 0);
        let sum = sum::of(b"2026-001");
        let replaced = text.replace(&sum, &sum::of(b"another text"));
        assert_eq!(read(&replaced).messages.len(), 1);
        let mut out = lines.clone();
        out.remove(first);
        assert_eq!(of(&out), 1);
        let mut moved = lines.clone();
        moved.swap(first, first + 1);
        assert!(of(&moved) >= 1);
        let dated = text.replacen("2026-11-30", "2026-11-29", 1);
        assert_eq!(read(&dated).messages.len(), 1);
    }

    #[test]
    fn what_is_no_line_of_ours_is_told_and_known_to_nobody() {
        for line in [
            "<<<<<<< HEAD",
            "2026-001",
            "2026-001\t2026-11-30\tmaterial/a\tabc\t0123456789abcdef",
            "a\tb\tc\td\te",
        ] {
            let ledger = read(line);
            assert_eq!((ledger.entries().count(), ledger.messages.len()), (0, 1), "{line}");
        }
    }
}
