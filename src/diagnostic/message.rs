//! One message: a rule, its weight, places and arguments.

use crate::i18n::{self, Arg};
use crate::source::{Position, Sources, Span};

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
    /// The file, as far as it is known.
    #[must_use]
    pub fn file<'a>(&'a self, sources: &'a Sources) -> Option<&'a str> {
        let first = self.labels.first();
        first.map_or(self.path.as_deref(), |label| Some(sources.get(label.span.source).path()))
    }

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
