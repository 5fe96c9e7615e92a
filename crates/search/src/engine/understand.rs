//! From a request to its plan: which words are looked up, and whether the language has those that would be corrected.

use super::Engine;
use super::reads::Reads;
use crate::error::SearchError;
use crate::outcome::Request;
use crate::query::{Plan, Planner, Tongue, Vocabulary};

/// The facet of pages with files.
const FILE: &str = "file";

impl Engine {
    fn plan(&self, request: &Request, vocabulary: &Vocabulary<'_>) -> Plan {
        let planner = Planner {
            vocabulary,
            synonyms: &self.synonyms,
            columns: &self.columns,
            has_files: self.file().is_some(),
            today: request.today,
            literal: request.literal,
        };
        planner.plan(&request.text)
    }

    /// The number of the value that pages with a file have.
    pub(super) fn file(&self) -> Option<u32> {
        self.labels.iter().position(|(id, _)| id == FILE).map(|number| number as u32)
    }

    /// Plans the request; before a word is corrected, the language is asked whether it has it.
    ///
    /// Where its shards must be fetched first, the lists of both plans, that with the corrections and that without,
    /// are asked for in the same round.
    pub(super) fn understood(&self, request: &Request) -> Result<(Vocabulary<'_>, Plan), SearchError> {
        let mut vocabulary = self.vocabulary(request)?;
        let plan = self.plan(request, &vocabulary);
        let noted = vocabulary.tongue.noted();
        if noted.is_empty() {
            return Ok((vocabulary, plan));
        }
        let told = Tongue::told(&noted, &self.lemmas, &self.store);
        match told {
            Ok(told) => {
                vocabulary.tongue = told;
                let plan = self.plan(request, &vocabulary);
                Ok((vocabulary, plan))
            }
            Err(error) => {
                vocabulary.tongue = Tongue::Everything;
                for plan in [plan, self.plan(request, &vocabulary)] {
                    let reads = Reads::of(&plan, &vocabulary, self.lists.tables(), self.budget);
                    reads.chunks().for_each(|number| self.lists.touch(number));
                }
                Err(error)
            }
        }
    }

    /// Opens the words that the request may look into.
    ///
    /// When some must be fetched first, the lists of the words that are certain are asked for in the same round.
    fn vocabulary(&self, request: &Request) -> Result<Vocabulary<'_>, SearchError> {
        let glance = self.lexis.glance();
        let plan = self.plan(request, &glance);
        let early =
            plan.corrected.is_none().then(|| Reads::of(&plan, &glance, self.lists.tables(), self.budget));
        glance.opened(&self.store).inspect_err(|_| {
            early.iter().flat_map(Reads::chunks).for_each(|number| self.lists.touch(number));
        })
    }
}
