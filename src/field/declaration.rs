//! How kinds declare fields of a type.

use super::{FieldType, Fields};
use crate::vocabulary::VocabularyIndex;

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
