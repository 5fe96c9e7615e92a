//! What a formatted text in a field holds.

use crate::markup::{Frame, Link};

/// What a formatted text in a field holds.
#[derive(Debug)]
pub(crate) struct FieldText {
    /// Its links and images.
    pub(crate) links: Vec<Link>,
    /// Frames of other sites in it.
    pub(crate) frames: Vec<Frame>,
}
