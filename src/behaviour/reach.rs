//! How somebody or some organization is reached: the fields that say so.

use crate::field::FieldPath;

/// The fields that say how somebody is reached.
#[derive(Debug)]
pub(crate) struct Reach {
    /// The telephone.
    pub(crate) phone: Option<FieldPath>,
    /// The mail address.
    pub(crate) email: Option<FieldPath>,
    /// The postal address.
    pub(crate) address: Option<FieldPath>,
    /// The site of its own, by which the centre itself is known among organizations.
    pub(crate) site: Option<FieldPath>,
    /// The post that somebody holds.
    pub(crate) post: Option<FieldPath>,
    /// Whether somebody works at the centre.
    pub(crate) staff: Option<FieldPath>,
}
