//! `kabinet export search`: the documents of search for a server, and the configuration of its index.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::said::{Said, TROUBLE};
use crate::diagnostic::{self, Fate, Format, Look};
use crate::emit;
use crate::export;
use crate::i18n::{self, Arg};
use crate::options::{Options, SearchServer};
use crate::pipeline;
use crate::progress::Progress;
use crate::project;
use crate::source::Sources;

/// Where the files lie when no folder was named, in the site's folder.
const FOLDER: &str = "search-export";

/// Writes both files, unless the content has errors.
pub(super) fn search(
    options: &Options,
    to: SearchServer,
    folder: Option<&Path>,
    look: &Look,
) -> anyhow::Result<Said> {
    let folder = folder.map_or_else(|| options.root.join(FOLDER), Path::to_path_buf);
    if let Err(error) = emit::keep_apart(&folder, &project::publishing(options).sources) {
        let told = diagnostic::report(
            vec![error.diagnostic()],
            &Sources::default(),
            Format::Human,
            look,
            Fate::Silent,
        );
        return Ok(Said { out: String::new(), err: told.err, code: TROUBLE });
    }
    let progress = Progress::new(options.progress, options.lang);
    let searched = pipeline::searched(options, &progress);
    progress.finish();
    let searched = searched?;
    let told = diagnostic::report(searched.messages, &searched.sources, Format::Human, look, Fate::Silent);
    let mut said = Said { out: String::new(), err: told.err, code: told.code };
    if let Some(pages) = searched.pages {
        let (name, configuration) = export::configuration(to, &searched.facets);
        let named = || folder.display().to_string();
        emit::write_atomic(&folder.join(name), configuration.as_bytes()).with_context(named)?;
        let mut count = 0;
        emit::write_through(&folder.join(export::DOCUMENTS), |out| {
            count = export::documents(&pages, to, out)?;
            Ok(())
        })
        .with_context(named)?;
        said.err.push_str(&done(options, &folder, name, count));
    }
    Ok(said)
}

/// Where the files lie, and where it is told what to do with them.
fn done(options: &Options, folder: &Path, configuration: &str, count: usize) -> String {
    let shown = |path: PathBuf| std::path::absolute(&path).unwrap_or(path).display().to_string();
    let args = [
        ("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))),
        ("documents", Arg::from(shown(folder.join(export::DOCUMENTS)))),
        ("configuration", Arg::from(shown(folder.join(configuration)))),
    ];
    i18n::text(options.lang, "done-export", &args) + "\n"
}
