//! How kinds declare fields of a type.

use super::{FieldType, Fields};
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::vocabulary::VocabularyIndex;

const DECLARATION_UNKNOWN: RuleId = RuleId("declaration-unknown");

/// What a kind says of a field, as far as types ask for it.
pub(crate) trait Declaration {
    /// The vocabulary that is named; one that is not there is reported.
    fn vocabulary(&mut self) -> Option<VocabularyIndex>;
    /// The kinds that are named; those that are not there are reported.
    fn kinds(&mut self) -> Vec<String>;
    /// Whether words are accepted where no document is.
    fn or_text(&mut self) -> bool;
    /// The fields inside.
    fn fields(&mut self) -> Fields;
}

/// A type by its name in kinds, and how it is made of what a kind says.
pub(crate) type TypeEntry = (&'static str, fn(&mut dyn Declaration) -> Option<FieldType>);

/// A message about a name in a declaration that there is not, with the nearest that there is.
pub(crate) fn unknown_name(span: Span, name: &str, what: &'static str, known: &[&str]) -> Diagnostic {
    let problem = Diagnostic::error(DECLARATION_UNKNOWN).at(span).arg("name", name).arg("what", what);
    match nearest(name, known.iter().copied()).first() {
        Some(similar) => problem.arg("similar", *similar).help("help-similar"),
        None if known.is_empty() => problem.help("help-none"),
        None => problem.arg("known", known.join(", ")).help("help"),
    }
}
