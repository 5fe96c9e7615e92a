//! Messages of a build, in words.

use serde::Serialize;

/// How much a message weighs in the preview.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The site was not built.
    Error,
    /// Worth mending.
    Warning,
    /// For information.
    Note,
}

/// A message of the build, in words.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Message {
    /// Its weight.
    pub weight: Weight,
    /// The stable name of the rule.
    pub rule: String,
    /// `content/events/seminar.md:5:7`, or empty.
    pub place: String,
    /// What is wrong, in one sentence.
    pub headline: String,
    /// The excerpt with the cause, as plain text of several lines; may be empty.
    pub details: String,
    /// The ways to mend it.
    pub help: Vec<String>,
}

impl Message {
    /// The file that the message is about; empty when it is about none.
    pub(super) fn file(&self) -> &str {
        let position = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let mut file = self.place.as_str();
        while let Some((before, _)) = file.rsplit_once(':').filter(|(_, last)| position(last)) {
            file = before;
        }
        file
    }
}
