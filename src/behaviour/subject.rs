//! A document as the rules of behaviours see it.

use std::collections::BTreeSet;

use super::{Behaviours, State};
use crate::diagnostic::Diagnostic;
use crate::field::{FieldPath, PageId, Typed, Values};
use crate::source::Span;
use crate::vocabulary::Vocabulary;

/// What a behaviour has to say of a document and of what points to it. It asks for nothing else.
pub(crate) type OfOne = fn(&Subject<'_>, &[Vocabulary]) -> Option<Diagnostic>;

/// What a behaviour has to say of all documents together. It asks for those of kinds that have switched it on, and for
/// what these point to.
pub(crate) type OfAll = fn(&dyn Subjects, &[Vocabulary]) -> Vec<Diagnostic>;

/// All documents of a site.
pub(crate) trait Subjects {
    /// The document of a page.
    fn of(&self, page: PageId) -> Subject<'_>;

    /// The pages of kinds whose behaviours are wanted, in their order.
    fn those(&self, wanted: &dyn Fn(&Behaviours) -> bool) -> Vec<PageId>;
}

/// A document.
#[derive(Clone, Debug)]
pub(crate) struct Subject<'s> {
    /// Its values.
    pub(crate) values: &'s Values,
    /// What its kind has switched on.
    pub(crate) behaviours: &'s Behaviours,
    /// Its title.
    pub(crate) title: &'s str,
    /// The place to point at when it is meant as a whole.
    pub(crate) span: Span,
    /// Whether readers see it.
    pub(crate) published: bool,
    /// Its status.
    pub(crate) state: Option<&'s State>,
    /// The fields of other documents that point to it.
    pub(crate) pointed: BTreeSet<&'s str>,
}

impl<'s> Subject<'s> {
    /// What it has in a field that may play a role.
    pub(crate) fn typed(&self, path: Option<&FieldPath>) -> Option<&'s Typed> {
        path?.typed(self.values)
    }

    /// The pages that a field points to.
    pub(crate) fn pages(&self, path: Option<&FieldPath>) -> Vec<PageId> {
        let values = self.typed(path).into_iter().flat_map(|typed| typed.value.items());
        values.filter_map(|value| value.page()).collect()
    }
}
