//! Whether `content/addresses.lock` is there and tells the truth: addresses are promises, and the lock keeps them.

use std::path::Path;

use super::places::{REPORT, target};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk::{self, Links};
use crate::emit;
use crate::model::Built;
use crate::options::Options;

/// The lock is older than the addresses.
pub(crate) const ADDRESSES_STALE: RuleId = RuleId("addresses-stale");
/// There is no lock although the site was published before.
pub(crate) const LOCK_LOST: RuleId = RuleId("addresses-lock-lost");
/// There is no lock yet, and this build may not write one.
pub(crate) const NOT_KEPT: RuleId = RuleId("addresses-not-kept");

/// The path from the root of the site.
pub(crate) const PATH: &str = "content/addresses.lock";
/// Reports of builds are shorter, in bytes.
const LONGEST_REPORT: u64 = 64 * 1024 * 1024;

/// Says what there is to say of the lock; under `--locked` its absence of news is demanded.
pub(super) fn check(built: &Built, options: &Options, messages: &mut Vec<Diagnostic>) {
    match &built.lock_before {
        Some(_) if options.locked && built.lock.is_news() => {
            messages.push(Diagnostic::error(ADDRESSES_STALE).in_file(PATH).help("help"));
        }
        // Another build never leaves it empty: its lines are gone, and with them the addresses.
        Some(before) if before.trim().is_empty() => messages.extend(missing(built, options)),
        Some(_) => {}
        // What lies in its place is refused, and that is said.
        None if messages.iter().any(|said| said.path.as_deref() == Some(PATH)) => {}
        None => messages.extend(missing(built, options)),
    }
}

/// What is said where there is no lock. What a purge takes cannot be brought back, so it waits for the lock too.
fn missing(built: &Built, options: &Options) -> Option<Diagnostic> {
    let lost = built.purges.is_some() || was_kept(options);
    let said = match (lost, options.locked || options.purge) {
        (true, true) => Diagnostic::error(LOCK_LOST).help("help"),
        (true, false) => Diagnostic::warning(LOCK_LOST).help("help-made"),
        (false, _) if options.locked => Diagnostic::warning(NOT_KEPT).help("help"),
        (false, _) => return None,
    };
    Some(said.in_file(PATH))
}

/// Whether an earlier build published the site here and kept its addresses. A report that says that it did not, since
/// it might not write, is believed; a published site without a report is not.
fn was_kept(options: &Options) -> bool {
    let kept = report(&options.root).and_then(|report| report.get("addresses_kept")?.as_bool());
    kept != Some(false) && emit::holds_site(&target(options))
}

/// What the last build wrote about itself; nothing when it is not a plain file of ours.
fn report(root: &Path) -> Option<serde_json::Value> {
    let bytes = disk::read(&root.join(REPORT), LONGEST_REPORT, Links::Refused).ok()?;
    serde_json::from_slice(&bytes).ok()
}
