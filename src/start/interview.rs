//! Asking.

/// Somebody who answers, or nobody.
pub(crate) trait Interview {
    /// Asks a question, by its key among the translations, with what stands in for its arguments. `None` when
    /// nobody is there to answer any more; an empty text when the person passed over the question.
    fn ask(&mut self, key: &str, args: &[(&str, &str)]) -> Option<String>;

    /// Says something about the last answer, by its key.
    fn say(&mut self, key: &str);
}
