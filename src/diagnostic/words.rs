//! The words of a message, taken from the translation files.

use super::{Diagnostic, RuleId, Severity};
use crate::i18n::{self, Arg, Lang};

/// The sentence that says what is wrong.
pub(crate) fn headline(diagnostic: &Diagnostic, lang: Lang) -> String {
    flow(&i18n::text(lang, diagnostic.rule.0, &diagnostic.args))
}

/// The words beside a marked place; a rule need not have them.
pub(super) fn label(diagnostic: &Diagnostic, key: &str, lang: Lang) -> Option<String> {
    let key = format!("{}.{key}", diagnostic.rule.0);
    i18n::try_text(lang, &key, &diagnostic.args).map(|text| flow(&text))
}

/// The ways to mend it: those the message chose, otherwise the rule's own.
pub(crate) fn help(diagnostic: &Diagnostic, lang: Lang) -> Vec<String> {
    let rule = diagnostic.rule.0;
    if diagnostic.help.is_empty() {
        // A rule's own help may name values that this message does not have: then it is left out.
        let own = i18n::whole_text(lang, &format!("{rule}.help"), &diagnostic.args);
        return own.map(|text| flow(&text)).into_iter().collect();
    }
    let chosen = |key: &&str| flow(&i18n::text(lang, &format!("{rule}.{key}"), &diagnostic.args));
    diagnostic.help.iter().map(chosen).collect()
}

/// The headline, the help and the explanation of a rule, whatever the values of one message.
pub(super) struct Entry {
    pub(super) headline: String,
    pub(super) help: Option<String>,
    pub(super) explanation: Option<String>,
}

/// What can be said of a rule without a message of it.
pub(super) fn entry(rule: RuleId, lang: Lang) -> Entry {
    let text = |key: &str| i18n::outline(lang, key).map(|text| flow(&text));
    Entry {
        headline: text(rule.0).unwrap_or_else(|| rule.0.to_owned()),
        help: text(&format!("{}.help", rule.0)),
        explanation: text(&format!("{}.explain", rule.0)),
    }
}

/// «ошибка», «предупреждение», «замечание».
pub(super) fn severity(severity: Severity, lang: Lang) -> String {
    let key = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    i18n::text(lang, key, &[])
}

/// The closing line: how many messages of each weight.
pub(super) fn counts(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let weights = [
        (Severity::Error, "summary-errors"),
        (Severity::Warning, "summary-warnings"),
        (Severity::Note, "summary-notes"),
    ];
    let parts: Vec<String> = weights
        .into_iter()
        .map(|(weight, key)| (diagnostics.iter().filter(|one| one.severity == weight).count(), key))
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| i18n::text(lang, key, &[("count", count.into())]))
        .collect();
    if parts.is_empty() {
        return i18n::text(lang, "summary-clean", &[]);
    }
    i18n::text(lang, "summary-found", &[("list", Arg::from(parts.join(", ")))])
}

/// Undoes the line breaks of a translation file: lines flow together, an empty line parts paragraphs, and
/// lines that are indented (an example to copy) stay as they are.
pub(crate) fn flow(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut previous = "";
    for (i, line) in text.lines().enumerate() {
        let line = line.trim_end();
        let joins = !line.is_empty()
            && !previous.is_empty()
            && !line.starts_with([' ', '\t'])
            && !previous.starts_with([' ', '\t']);
        if i > 0 {
            out.push(if joins { ' ' } else { '\n' });
        }
        out.push_str(line);
        previous = line;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::flow;

    #[test]
    fn lines_flow_together_but_examples_and_paragraphs_stay() {
        let text = "Первая строка\nи её конец.\n\nПример:\n    дата: 2026-11-21\n    место: зал\nКонец.";
        let expected = "Первая строка и её конец.\n\nПример:\n    дата: 2026-11-21\n    место: зал\nКонец.";
        assert_eq!(flow(text), expected);
    }
}
