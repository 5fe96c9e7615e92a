//! `content/purge.lock`: the days on which all that was published before was to be forgotten.
//!
//! A line is a day and a fingerprint of the content of that day. The lines together give the token that service
//! workers compare: another token, and they drop what they have kept. The file is committed with the content, so
//! that every clone builds the same token, and a merge that keeps the lines of both sides gives a new one.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, MOST_TOLD, RuleId};
use crate::model::Built;
use crate::options::Options;
use crate::source::SourceId;
use crate::text::{hex, unhex};

/// A line of the file is none of ours.
pub(crate) const PURGE_LOCK_INVALID: RuleId = RuleId("purge-lock-invalid");
/// A purge was asked for where the content may not be changed.
pub(crate) const PURGE_NOT_KEPT: RuleId = RuleId("purge-not-kept");

/// The path from the root of the site.
pub(crate) const PATH: &str = "content/purge.lock";
const HEADING: &str = "# Когда с сайта убирали всё прежнее (kabinet build --purge). Этот файл ведёт программа; храните его вместе с \
     содержимым.\n";

/// All purges of a site.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Purges(BTreeSet<String>);

impl Purges {
    /// Reads the file; an absent one knows of no purge.
    pub(crate) fn read(file: Option<&(SourceId, Arc<str>)>, problems: &mut Vec<Diagnostic>) -> Self {
        let Some((source, text)) = file else { return Self::default() };
        let mut purges = BTreeSet::new();
        let (mut position, mut told) = (0, 0);
        for line in text.split_inclusive('\n') {
            let (start, written) = (position, line.trim_end());
            position += line.len();
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            if is_ours(written) {
                purges.insert(written.to_owned());
            } else if told < MOST_TOLD {
                told += 1;
                let place = source.span(start, start + written.len());
                problems.push(Diagnostic::error(PURGE_LOCK_INVALID).at(place).help("help"));
            }
        }
        Self(purges)
    }

    /// The same with one purge more. `content` stands for what is published now.
    pub(crate) fn and_now(&self, today: Date, content: &str) -> Self {
        let mark = short(&format!("{}{content}", self.text()));
        let mut purges = self.0.clone();
        purges.insert(format!("{today} {mark}"));
        Self(purges)
    }

    /// What service workers compare; empty when nothing was ever purged.
    pub(crate) fn token(&self) -> String {
        if self.0.is_empty() { String::new() } else { short(&self.text()) }
    }

    /// The lines: what was published without one of them is kept no more.
    pub(crate) fn marks(&self) -> BTreeSet<String> {
        self.0.clone()
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        let lines = self.0.iter().map(|line| format!("{line}\n"));
        std::iter::once(HEADING.to_owned()).chain(lines).collect()
    }
}

/// The purges of the site, with one more when it was asked for and may be written down.
pub(super) fn purges(built: &Built, options: &Options, messages: &mut Vec<Diagnostic>) -> Purges {
    let known = Purges::read(built.purges.as_ref(), messages);
    match (options.purge, options.locked) {
        (false, _) => known,
        (true, false) => known.and_now(built.site.today, &built.lock.text(&built.site.pages)),
        (true, true) => {
            messages.push(Diagnostic::warning(PURGE_NOT_KEPT).in_file(PATH).help("help"));
            known
        }
    }
}

/// Conflict marks of git, for one, are not.
fn is_ours(line: &str) -> bool {
    let Some((day, mark)) = line.split_once(' ') else { return false };
    day.parse::<Date>().is_ok() && unhex::<8>(mark).is_some()
}

fn short(text: &str) -> String {
    hex(&Sha256::digest(text)[..8])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use jiff::civil::date;

    fn read(text: &str) -> (Purges, usize) {
        let mut sources = Sources::default();
        let id = sources.add(PATH, text);
        let mut problems = Vec::new();
        (Purges::read(Some(&(id, text.into())), &mut problems), problems.len())
    }

    #[test]
    fn every_purge_changes_the_token_and_is_read_back() {
        let none = Purges::default();
        let one = none.and_now(date(2026, 11, 21), "page");
        let two = one.and_now(date(2026, 11, 21), "page");
        assert_eq!(none.token(), "");
        assert_ne!(one.token(), two.token());
        assert_eq!(read(&two.text()), (two.clone(), 0));
        assert_eq!(two.token().len(), 16);
    }

    #[test]
    fn lines_of_both_sides_of_a_merge_count_in_any_order() {
        let (a, b) = ("2026-11-21 0123456789abcdef", "2026-11-22 fedcba9876543210");
        assert_eq!(read(&format!("{a}\n{b}\n")).0.token(), read(&format!("{b}\r\n\n{a}")).0.token());
        assert_ne!(read(a).0.token(), read(&format!("{a}\n{b}")).0.token());
    }

    #[test]
    fn what_is_no_line_of_ours_is_told_and_never_reaches_a_script() {
        for line in
            ["<<<<<<< HEAD", "2026-11-21", "2026-11-21 \";alert(1)//aaaaa", "21.11.2026 0123456789abcdef"]
        {
            assert_eq!(read(line), (Purges::default(), 1), "{line}");
        }
    }
}
