//! What is made of a file of the site before it is published.

use crate::picture::Operation;

/// What is made of a file of the site before it is published.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Making {
    /// A picture.
    Picture(Operation),
    /// The same document without the people whom it names where no reader looks.
    Nameless,
}
