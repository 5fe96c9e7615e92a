//! Equal mistakes as one message with a count: which messages of a run are told, and how many more stand behind each.
//!
//! Messages are alike when a rule says the same sentence, wherever; they are of one kind when a rule asks the same of one
//! file, whatever names it has for what it found. 60,000 loose footnotes of one text are of one kind, each with a name.

use super::{Diagnostic, Look, RuleId, Severity};
use crate::i18n::{self, Arg};
use crate::source::Sources;
use std::collections::BTreeMap;

/// What is told of a message.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Told {
    /// Whether it is told at all.
    pub(super) shown: bool,
    /// How many that say the same are not told, after the last of those that are.
    pub(super) alike: usize,
    /// How many of its kind are not told besides, after the last of those that are.
    pub(super) kind: usize,
}

/// How many are told at most.
pub(super) struct Limits {
    /// Of those that say the same.
    pub(super) alike: usize,
    /// Of one kind.
    pub(super) kind: usize,
    /// Of all.
    pub(super) all: usize,
}

/// By what messages are of one kind: rule, weight, the ways to mend it, file.
type Kind<'a> = (RuleId, Severity, &'a [&'static str], Option<&'a str>);

/// Counts of the messages that say the same, or are of one kind.
#[derive(Default)]
struct Count {
    shown: usize,
    last: usize,
    hidden: usize,
}

impl Count {
    fn show(&mut self, at: usize) {
        self.shown += 1;
        self.last = at;
    }
}

/// So many messages of one rule are listed of one file: nobody mends the thousand and first by itself.
const LISTED: Limits = Limits { alike: usize::MAX, kind: super::MOST_TOLD, all: usize::MAX };

/// The messages that are listed one by one, in the given order, and how many more of its kind stand behind each.
pub(crate) fn listed<'a>(diagnostics: &'a [Diagnostic], sources: &Sources) -> Vec<(&'a Diagnostic, usize)> {
    // Nobody asks here what says the same: each is by itself.
    let words: Vec<usize> = (0..diagnostics.len()).collect();
    let told = settle(diagnostics, &words, sources, &LISTED);
    let listed = diagnostics.iter().zip(told).filter(|(_, told)| told.shown);
    listed.map(|(one, told)| (one, told.kind)).collect()
}

/// Says how many more of the kind of a message are not listed.
pub(crate) fn unlisted(one: &Diagnostic, more: usize, sources: &Sources, look: &Look) -> Option<String> {
    (more > 0).then(|| counted("more-unlisted", one, more, sources, look))
}

/// A count of messages of one kind in words.
pub(super) fn counted(key: &str, one: &Diagnostic, more: usize, sources: &Sources, look: &Look) -> String {
    let file = look.prefix.clone() + one.file(sources).unwrap_or_default();
    i18n::text(look.lang, key, &[("count", more.into()), ("file", Arg::from(file))])
}

/// Settles what is told of each message; `words` are what each says.
pub(super) fn settle<W: Ord>(
    diagnostics: &[Diagnostic],
    words: &[W],
    sources: &Sources,
    limits: &Limits,
) -> Vec<Told> {
    let mut told = vec![Told::default(); diagnostics.len()];
    let mut alike: BTreeMap<&W, Count> = BTreeMap::new();
    let mut kinds: BTreeMap<Kind<'_>, Count> = BTreeMap::new();
    let mut all = 0;
    for (at, (one, words)) in diagnostics.iter().zip(words).enumerate() {
        let same = alike.entry(words).or_default();
        let kind = kinds.entry((one.rule, one.severity, &one.help, one.file(sources))).or_default();
        if same.shown == limits.alike {
            same.hidden += 1;
        } else if kind.shown == limits.kind && one.file(sources).is_some() {
            kind.hidden += 1;
        } else if all < limits.all {
            all += 1;
            told[at].shown = true;
            same.show(at);
            kind.show(at);
        }
    }
    for count in alike.values().filter(|count| count.hidden > 0) {
        told[count.last].alike = count.hidden;
    }
    for count in kinds.values().filter(|count| count.hidden > 0) {
        told[count.last].kind = count.hidden;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Limits, RuleId, settle};
    use crate::source::Sources;

    #[test]
    fn what_is_not_told_is_counted_once() {
        let mut sources = Sources::default();
        let (a, b) = (sources.add("content/a.md", "text"), sources.add("content/b.md", "text"));
        let of = |source: crate::source::SourceId| Diagnostic::warning(RuleId("r")).at(source.span(0, 1));
        let all: Vec<Diagnostic> = [a, a, a, a, a, b, b].map(of).into();
        let limits = Limits { alike: 2, kind: 3, all: 9 };
        let told = |words: &[u8]| -> Vec<String> {
            let told = settle(&all, words, &sources, &limits).into_iter();
            told.map(|t| if t.shown { format!("{}+{}", t.alike, t.kind) } else { String::new() }).collect()
        };
        // Each says something else: three of the first file are told, and two stand behind the third.
        assert_eq!(told(&[1, 2, 3, 4, 5, 6, 7]), ["0+0", "0+0", "0+2", "", "", "0+0", "0+0"]);
        // All say the same: two are told, whatever the file.
        assert_eq!(told(&[1; 7]), ["0+0", "5+0", "", "", "", "", ""]);
        // Nothing is counted as both.
        assert_eq!(told(&[1, 1, 1, 2, 3, 3, 3]), ["0+0", "1+0", "", "0+1", "", "0+0", "0+0"]);
        let few = Limits { all: 1, ..limits };
        assert_eq!(
            settle(&all, &[1, 2, 3, 4, 5, 6, 7], &sources, &few).iter().filter(|t| t.shown).count(),
            1
        );
    }
}
