//! How a command ends: its words and its exit code.

/// The exit code when the content has errors.
pub(super) const CONTENT: u8 = 1;
/// The exit code of trouble with the machine.
pub(super) const TROUBLE: u8 = 2;

/// What a command has to say.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use]
pub struct Said {
    /// The result, for the standard output.
    pub out: String,
    /// Messages for a person, for the standard error.
    pub err: String,
    /// The exit code.
    pub code: u8,
}
