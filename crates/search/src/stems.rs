//! From a form to its stems: the exceptions that the bundle carries, and Snowball for the rest.

use frostem::{Algorithm, Stemmer};
use fst::Map;
use tantivy::directory::OwnedBytes;

/// Stems a folded form by rule; numbers, marks and Latin words stay as they are.
pub(crate) fn snowball(form: &str) -> String {
    if form.chars().all(|c| matches!(c, 'а'..='я' | '-')) {
        Stemmer::new(Algorithm::Russian).stem(form).into_owned()
    } else {
        form.to_owned()
    }
}

/// Knows the stems of every form of every word of the site.
pub(crate) struct Stems {
    exceptions: Map<OwnedBytes>,
    targets: Vec<String>,
}

impl Stems {
    pub(crate) fn new(exceptions: OwnedBytes, targets: Vec<String>) -> Result<Self, fst::Error> {
        Ok(Self { exceptions: Map::new(exceptions)?, targets })
    }

    /// Returns the stems under which the site's words of this form are indexed.
    pub(crate) fn of(&self, form: &str) -> Vec<String> {
        match self.exception(form) {
            Some(targets) => targets.split(' ').map(str::to_owned).collect(),
            None => vec![snowball(form)],
        }
    }

    /// Returns the entry of the exceptions, if the form has one.
    pub(crate) fn exception(&self, form: &str) -> Option<&str> {
        let number = usize::try_from(self.exceptions.get(form)?).ok()?;
        self.targets.get(number).map(String::as_str)
    }

    /// Gives the exceptions to searches by automaton.
    pub(crate) fn exceptions(&self) -> &Map<OwnedBytes> {
        &self.exceptions
    }
}
