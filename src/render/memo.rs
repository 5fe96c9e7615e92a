//! Answers that were shown before: the same question on thousands of pages is answered once.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use tera::Value;

use crate::ask::Question;

/// What templates were shown, by question.
#[derive(Debug, Default)]
pub(super) struct Memo(RwLock<HashMap<Question, Value>>);

impl Memo {
    /// What a question was answered, worked out if it was not asked before.
    pub(super) fn answer(&self, question: Question, work: impl FnOnce(&Question) -> Value) -> Value {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&question) {
            return known.clone();
        }
        // Two threads may work out the same answer: cheaper than letting all wait.
        let answer = work(&question);
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(question, answer.clone());
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::VocabularyIndex;

    #[test]
    fn a_question_is_worked_out_once() {
        let memo = Memo::default();
        let question = || Question::Terms(VocabularyIndex(0));
        assert_eq!(memo.answer(question(), |_| 1.into()), 1.into());
        assert_eq!(memo.answer(question(), |_| 2.into()), 1.into());
    }
}
