//! One opened site: settings in, plain values out. The terminal opens it for one build; the preview keeps it open, and
//! with it everything that was read, so that a change costs what changed.
//!
//! [`Project::prepare`] loads, resolves and checks; what comes of it can be drawn whole (`crate::pipeline`) or page by
//! page ([`View`]). Must not know: the terminal, the browser, how files are published.

mod archives;
mod bundle;
mod kept;
mod opened;
mod pictures;
mod places;
mod prepared;
mod proof;
mod purge;
mod report;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use archives::archives;
pub(crate) use kept::PATH as ADDRESSES;
pub(crate) use opened::Project;
pub(crate) use pictures::jobs;
pub(crate) use places::{REPORT, publishing, target};
pub(crate) use prepared::{Prepared, sound};
pub(crate) use proof::{Certificate, Refusal, certificate};
pub(crate) use purge::PATH as PURGES;
pub(crate) use report::report;
pub(crate) use view::{Seen, View};
