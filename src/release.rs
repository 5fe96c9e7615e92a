//! Publishing a made site with its records: the list of addresses, the purges, the report.

use jiff::civil::Date;

use crate::artifact::Artifact;
use crate::derive::CACHE;
use crate::emit::{self, Publication, PublishError, Published, Record, Release};
use crate::options::Options;
use crate::project::{ADDRESSES, PURGES, Prepared, REPORT, report};

/// Publishes what was made, and writes down what became of the addresses, how many pages there are, and on which day the
/// output would change by itself.
///
/// # Errors
/// When nothing new is published, with the reason; what is left undone after a publication is told in what it returns.
pub(crate) fn publish(
    publication: Publication,
    artifacts: Vec<Artifact>,
    options: &Options,
    prepared: &Prepared,
    (pages, next_change): (usize, Option<Date>),
) -> Result<Published, PublishError> {
    let place = |path: &str| options.root.join(path);
    if options.purge && !options.locked {
        // Before the publication: if that is cut short, the next one purges.
        emit::record(&place(PURGES), prepared.purges.text().as_bytes())?;
    }
    let lock = if options.locked { None } else { prepared.lock() };
    let record = |lock: String| Record { path: place(ADDRESSES), bytes: lock.into_bytes() };
    let mut published = publication.publish(Release {
        artifacts,
        marks: prepared.purges.marks(),
        forget: options.purge,
        records: lock.map(record).into_iter().collect(),
    })?;
    // A copy of what was withdrawn must not stay here either; what else stays does no harm.
    let pruned =
        prepared.workshop.prune(options.purge).map_err(|error| PublishError::at(&place(CACHE), error));
    published.unfinished = published.unfinished.or(pruned.err().filter(|_| options.purge));
    let kept = prepared.was_locked() || !options.locked;
    let report = report(&published, pages, next_change, kept);
    let reported = emit::record(&place(REPORT), report.as_bytes());
    published.unfinished = published.unfinished.or(reported.err());
    Ok(published)
}
