//! Answers that were given before: the same question on thousands of pages is answered once.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use tera::{Kwargs, TeraResult, Value};

/// Answers by question.
#[derive(Debug, Default)]
pub(super) struct Memo(RwLock<BTreeMap<String, Value>>);

impl Memo {
    /// The answer to a question, worked out if it was not asked before.
    pub(super) fn answer(
        &self,
        question: String,
        work: impl FnOnce() -> TeraResult<Value>,
    ) -> TeraResult<Value> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&question) {
            return Ok(known.clone());
        }
        // Two threads may work out the same answer: cheaper than letting all wait.
        let answer = work()?;
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(question, answer.clone());
        Ok(answer)
    }
}

/// The words of a question: the function and its arguments.
pub(super) fn question(function: &str, kwargs: &Kwargs) -> String {
    let mut args: Vec<String> = kwargs.iter().map(|(name, value)| format!("{name}={value:?}")).collect();
    args.sort_unstable();
    format!("{function}({})", args.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_worked_out_once_and_its_failures_are_not_kept() {
        let memo = Memo::default();
        let failed = memo.answer("q".into(), || Err(tera::Error::message("no")));
        assert!(failed.is_err());
        assert_eq!(memo.answer("q".into(), || Ok(1.into())).unwrap(), 1.into());
        assert_eq!(memo.answer("q".into(), || Ok(2.into())).unwrap(), 1.into());
    }
}
