//! What was published, for cron and scripts.

use jiff::civil::Date;
use serde_json::json;

use crate::emit::Published;
use crate::model::routes;

/// The text of the report. `kept` tells whether the addresses of the site are kept in its lock.
pub(crate) fn report(published: &Published, pages: usize, next_change: Option<Date>, kept: bool) -> String {
    let addresses = |paths: &[String]| paths.iter().filter_map(|path| address(path)).collect::<Vec<_>>();
    let report = json!({
        "pages": pages,
        "files": published.files,
        "bytes": published.bytes,
        "added": addresses(&published.added),
        "changed": addresses(&published.changed),
        "removed": addresses(&published.removed),
        "next_change": next_change.map(|day| day.to_string()),
        "addresses_kept": kept,
    });
    format!("{report:#}\n")
}

/// The address under which readers see an output file; none for the data of search, which nobody visits.
fn address(path: &str) -> Option<String> {
    let page = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    (!routes::is_search_data(path)).then(|| format!("/{}", page.unwrap_or(path)))
}
