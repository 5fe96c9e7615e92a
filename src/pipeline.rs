//! The pipeline: load → model → check → render → index → emit. A stage is a function from value to value.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use kabinet_search::PageDocument;
use serde_json::json;

use crate::artifact::Artifact;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::emit::{self, Publication, PublishError, PublishOptions, Published, Record, Release};
use crate::model::{Built, Site};
use crate::options::Options;
use crate::progress::{Progress, Stage};
use crate::purge::{self, PURGE_NOT_KEPT, Purges};
pub(crate) use crate::render::Written;
use crate::schema::KIND;
use crate::source::Sources;
use crate::theme::Theme;
use crate::{check, index, load, model, render};

mod kept;

/// What the last build published, relative to the site's root.
const REPORT: &str = ".kabinet/report.json";

/// The output folder where none is named.
const PUBLIC: &str = "public";

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

/// A site made in memory.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) sources: Arc<Sources>,
    pub(crate) messages: Vec<Diagnostic>,
    pub(crate) artifacts: Option<Vec<Artifact>>,
    pub(crate) config: Config,
    pub(crate) pages: usize,
    pub(crate) next_change: Option<Date>,
    site: Arc<Site>,
    theme: Theme,
    lock: Option<String>,
    /// Whether there was a lock before this build.
    locked_before: bool,
    purges: Purges,
}

impl Made {
    /// All pages: where each is written, where it lies, and whether readers see it.
    pub(crate) fn written(&self) -> Vec<Written> {
        render::written(&self.site)
    }

    /// The pages that readers do not see, for the preview of a site without errors.
    pub(crate) fn hidden(&self) -> Vec<Artifact> {
        self.artifacts.as_ref().map_or_else(Vec::new, |made| render::hidden(&self.site, &self.theme, made))
    }
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
    let target = target(options);
    // Locked before anything is read: what is published later was read later. What there is to say of the content is
    // said even when this is refused.
    let publication = Publication::begin(&target, &publishing(options));
    let mut made = make(options, progress)?;
    let mut published = None;
    if let Some(artifacts) = made.artifacts.take() {
        progress.begin(Stage::Emit);
        published = Some(publication.and_then(|publication| publish(publication, artifacts, options, &made)));
    }
    Ok(Outcome {
        sources: made.sources,
        messages: made.messages,
        pages: made.pages,
        published,
        target,
        next_change: made.next_change,
    })
}

/// Publishes what was made, and writes down what became of the addresses.
fn publish(
    publication: Publication,
    artifacts: Vec<Artifact>,
    options: &Options,
    made: &Made,
) -> Result<Published, PublishError> {
    if options.purge && !options.locked {
        // Before the publication: if that is cut short, the next one purges.
        emit::record(&options.root.join(purge::PATH), made.purges.text().as_bytes())?;
    }
    let lock = made.lock.as_ref().filter(|_| !options.locked);
    let record =
        |lock: &String| Record { path: options.root.join(kept::PATH), bytes: lock.clone().into_bytes() };
    let mut published = publication.publish(Release {
        artifacts,
        marks: made.purges.marks(),
        forget: options.purge,
        records: lock.map(record).into_iter().collect(),
    })?;
    let reported = emit::record(&options.root.join(REPORT), report(made, &published, options).as_bytes());
    published.unfinished = published.unfinished.or(reported.err());
    Ok(published)
}

/// What was published, for cron and scripts.
fn report(made: &Made, published: &Published, options: &Options) -> String {
    let addresses = |paths: &[String]| paths.iter().filter_map(|path| address(path)).collect::<Vec<_>>();
    let report = json!({
        "pages": made.pages,
        "files": published.files,
        "bytes": published.bytes,
        "added": addresses(&published.added),
        "changed": addresses(&published.changed),
        "removed": addresses(&published.removed),
        "next_change": made.next_change.map(|day| day.to_string()),
        "addresses_kept": made.locked_before || !options.locked,
    });
    format!("{report:#}\n")
}

/// The address under which readers see an output file; none for the data of search, which nobody visits.
fn address(path: &str) -> Option<String> {
    let page = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    (!model::routes::is_search_data(path)).then(|| format!("/{}", page.unwrap_or(path)))
}

/// Does all but the publishing.
///
/// # Errors
/// When the site's folder cannot be read.
pub(crate) fn check(options: &Options, progress: &Progress) -> anyhow::Result<Outcome> {
    let made = make(options, progress)?;
    let target = target(options);
    Ok(Outcome {
        sources: made.sources,
        messages: made.messages,
        pages: made.pages,
        published: None,
        target,
        next_change: made.next_change,
    })
}

/// How the site is published: never among what it is made from.
#[must_use]
pub(crate) fn publishing(options: &Options) -> PublishOptions {
    PublishOptions {
        fallback_store: Some(options.root.join(".kabinet")),
        sources: ["content", "themes"].map(|folder| options.root.join(folder)).to_vec(),
        ..PublishOptions::default()
    }
}

/// Where the site is published.
#[must_use]
pub(crate) fn target(options: &Options) -> PathBuf {
    options.out.clone().unwrap_or_else(|| options.root.join(PUBLIC))
}

/// Makes a site in memory. Without artifacts when it has errors.
pub(crate) fn make(options: &Options, progress: &Progress) -> anyhow::Result<Made> {
    let (built, mut messages) = prepare(options, progress)?;
    let lock = kept::lock(&built, options, &mut messages);
    let purges = purges(&built, options, &mut messages);
    let mut artifacts = None;
    let mut next_change = None;
    if sound(&messages) {
        progress.begin(Stage::Render);
        let pages = || {
            let rendered = render::render(&built.site, &built.theme);
            // The index is made at the same time; what remains of it is what a person now waits for.
            progress.begin(Stage::Index);
            rendered
        };
        let words = render::words(&built.theme, &built.site);
        let (rendered, indexed) = rayon::join(pages, || index::index(&built.site, &words));
        messages.extend(rendered.messages);
        next_change = rendered.next_change;
        let mut all = rendered.artifacts;
        all.extend(indexed?);
        all.extend(render::worker(&built.theme, &purges.token()));
        artifacts = sound(&messages).then_some(all);
    }
    let pages = built.site.published().count();
    Ok(Made {
        sources: built.site.sources.clone(),
        messages,
        artifacts,
        config: built.site.config.clone(),
        pages,
        next_change,
        site: built.site,
        theme: built.theme,
        lock,
        locked_before: built.lock_before.is_some(),
        purges,
    })
}

/// Does all that is done before pages are drawn.
fn prepare(options: &Options, progress: &Progress) -> anyhow::Result<(Built, Vec<Diagnostic>)> {
    progress.begin(Stage::Load);
    let (loaded, mut messages) = load::load(&options.root)?;
    let today = today(options, &loaded.config);
    progress.begin(Stage::Model);
    let (built, more) = model::build(loaded, today);
    messages.extend(more);
    progress.begin(Stage::Check);
    messages.extend(check::check(&built.site));
    Ok((built, messages))
}

/// Gathers what search would be given, without publishing anything.
///
/// # Errors
/// When the site's folder cannot be read.
pub(crate) fn searched(options: &Options, progress: &Progress) -> anyhow::Result<Searched> {
    let (built, mut messages) = prepare(options, progress)?;
    let _news = kept::lock(&built, options, &mut messages);
    let pages = sound(&messages).then(|| {
        progress.begin(Stage::Index);
        index::documents(&built.site, &render::words(&built.theme, &built.site))
    });
    let facets = built.site.schema.facets().into_iter().filter(|id| *id != KIND).map(str::to_owned).collect();
    Ok(Searched { sources: built.site.sources.clone(), messages, pages, facets })
}

/// The purges of the site, with one more when it was asked for and may be written down.
fn purges(built: &Built, options: &Options, messages: &mut Vec<Diagnostic>) -> Purges {
    let known = Purges::read(built.purges.as_ref(), messages);
    match (options.purge, options.locked) {
        (false, _) => known,
        (true, false) => known.and_now(built.site.today, &built.lock),
        (true, true) => {
            messages.push(Diagnostic::warning(PURGE_NOT_KEPT).in_file(purge::PATH).help("help"));
            known
        }
    }
}

/// The day of the build: as given, else the day it is now at the centre.
fn today(options: &Options, config: &Config) -> Date {
    let zone = jiff::tz::TimeZone::get(&config.time_zone);
    zone.map_or(options.today, |zone| options.today_in(&zone))
}

fn sound(messages: &[Diagnostic]) -> bool {
    messages.iter().all(|message| message.severity != Severity::Error)
}
