//! The pipeline: load → model → check → render → index → emit. A stage is a function from value to value.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use kabinet_search::PageDocument;

use crate::artifact::Artifact;
use crate::diagnostic::Diagnostic;
use crate::emit::{Publication, PublishError, Published};
use crate::index;
use crate::options::Options;
use crate::progress::{Progress, Stage};
use crate::project::{self, Prepared, Project, publishing, sound, target};
use crate::release;
use crate::render::{self, Drawing};
use crate::schema::KIND;
use crate::source::Sources;

/// What a run came to.
#[derive(Debug)]
#[must_use]
pub(crate) struct Outcome {
    /// The texts that messages point into.
    pub(crate) sources: Arc<Sources>,
    /// All messages.
    pub(crate) messages: Vec<Diagnostic>,
    /// How many pages are published.
    pub(crate) pages: usize,
    /// What was published, if anything was.
    pub(crate) published: Option<Result<Published, PublishError>>,
    /// Where it was published.
    pub(crate) target: PathBuf,
    /// The next day on which the output would change by itself.
    pub(crate) next_change: Option<Date>,
}

/// What search would be given of a site.
#[derive(Debug)]
pub(crate) struct Searched {
    pub(crate) sources: Arc<Sources>,
    pub(crate) messages: Vec<Diagnostic>,
    /// The pages; none when the site has errors.
    pub(crate) pages: Option<Vec<PageDocument>>,
    /// The facets of the search page that documents bear.
    pub(crate) facets: Vec<String>,
}

/// Builds a site and publishes it, unless it has errors.
///
/// # Errors
/// When the site's folder cannot be read.
pub(crate) fn build(options: &Options, progress: &Progress) -> anyhow::Result<Outcome> {
    // Locked before anything is read: what is published later was read later. What there is to say of the content is
    // said even when this is refused.
    let publication = Publication::begin(&target(options), &publishing(options));
    let (prepared, artifacts, mut outcome) = make(options, progress)?;
    if let Some(artifacts) = artifacts {
        progress.begin(Stage::Emit);
        let (pages, next_change) = (outcome.pages, outcome.next_change);
        let publish =
            |publication| release::publish(publication, artifacts, options, &prepared, (pages, next_change));
        outcome.published = Some(publication.and_then(publish));
    }
    Ok(outcome)
}

/// Does all but the publishing.
///
/// # Errors
/// When the site's folder cannot be read.
pub(crate) fn check(options: &Options, progress: &Progress) -> anyhow::Result<Outcome> {
    make(options, progress).map(|(_, _, outcome)| outcome)
}

/// Gathers what search would be given, without publishing anything.
///
/// # Errors
/// When the site's folder cannot be read.
pub(crate) fn searched(options: &Options, progress: &Progress) -> anyhow::Result<Searched> {
    let Prepared { site, kit, messages, .. } = Project::once(options).prepare(progress)?;
    let pages = sound(&messages).then(|| {
        progress.begin(Stage::Index);
        index::documents(&site, &render::words(&kit))
    });
    let facets = site.schema.facets().into_iter().filter(|id| *id != KIND).map(str::to_owned).collect();
    Ok(Searched { sources: Arc::clone(&site.sources), messages, pages, facets })
}

/// Makes a site in memory. Without artifacts when it has errors.
fn make(
    options: &Options,
    progress: &Progress,
) -> anyhow::Result<(Prepared, Option<Vec<Artifact>>, Outcome)> {
    let mut prepared = Project::once(options).prepare(progress)?;
    let (mut artifacts, mut next_change) = (None, None);
    let mut messages = std::mem::take(&mut prepared.messages);
    if sound(&messages) {
        progress.begin(Stage::Render);
        let pages = || {
            let rendered = Drawing::new(&prepared.site, &prepared.kit, &prepared.lists).all();
            // The index is made at the same time; what remains of it is what a person now waits for.
            progress.begin(Stage::Index);
            rendered
        };
        let words = render::words(&prepared.kit);
        let (rendered, indexed) = rayon::join(pages, || index::index(&prepared.site, &words, &|| false));
        messages.extend(rendered.messages);
        next_change = rendered.next_change;
        let jobs = project::jobs(&prepared.site);
        let done = |done| progress.count(Stage::Derive, done, jobs.len());
        let (derived, faults) = prepared.workshop.all(&jobs, &done);
        messages.extend(faults);
        let (archives, faults) = project::archives(&prepared, &rendered.notes, &derived);
        messages.extend(faults);
        let mut all = rendered.artifacts;
        all.extend(derived);
        all.extend(archives);
        all.extend(indexed?.into_iter().flatten());
        all.extend(render::worker(prepared.kit.theme(), &prepared.purges.token()));
        artifacts = sound(&messages).then_some(all);
    }
    let outcome = Outcome {
        sources: Arc::clone(&prepared.site.sources),
        messages,
        pages: prepared.site.published().count(),
        published: None,
        target: target(options),
        next_change,
    };
    Ok((prepared, artifacts, outcome))
}
