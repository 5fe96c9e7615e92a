//! Words for people: translation files by language, looked up by key.
//!
//! Every text that a person reads stands in `src/i18n/<lang>/<topic>.ftl` (Fluent), Russian first, English
//! second. A key is a message, or `message.attribute`. All files are compiled in; a bundle is made once per
//! language and read by all threads. Nothing here knows what the words are for.

mod args;
mod bundle;
mod lang;
mod program;
mod system;
#[cfg(test)]
mod tests;
mod texts;

pub use args::Arg;
pub(crate) use bundle::messages_with;
pub use lang::{Lang, UnknownLang};
#[cfg(test)]
pub(crate) use program::COMMANDS;
pub use program::called;
pub use system::{failure, io_cause, io_error};
pub(crate) use texts::{outline, whole_text};
pub use texts::{text, try_text};
