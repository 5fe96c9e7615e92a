//! Editions: what follows from the fields of documents alone is the same in all sites of one edition.

use std::sync::Arc;

/// The edition of a site. Two sites of one edition differ in the texts of their pages at most: everything that is
/// declared, every name, address and value of a field, and the pages themselves are the same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edition(Arc<()>);

impl Eq for Edition {}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}
