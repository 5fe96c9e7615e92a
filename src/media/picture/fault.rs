//! Why nothing can be made of a picture.

use crate::diagnostic::{Diagnostic, RuleId};

pub(crate) const PICTURE_DAMAGED: RuleId = RuleId("picture-damaged");
pub(crate) const PICTURE_TOO_LARGE: RuleId = RuleId("picture-too-large");

/// Why nothing can be made of a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// It ends before its end, or what stands in it makes no picture.
    Damaged,
    /// It is larger than pictures are, or would be when it is unpacked.
    TooLarge,
    /// It cannot be read, or it is another one than when it was looked at.
    Gone,
}

impl Fault {
    /// What is said of it.
    pub(crate) fn message(self) -> Diagnostic {
        match self {
            Self::Damaged => Diagnostic::error(PICTURE_DAMAGED).help("help"),
            Self::TooLarge => Diagnostic::error(PICTURE_TOO_LARGE).help("help"),
            Self::Gone => Diagnostic::error(PICTURE_DAMAGED).help("help-gone"),
        }
    }
}
