//! Symbolic links in `content/`: a link may stand for a file that may be published itself, and for nothing else.

use std::fs;
use std::path::Path;

use super::stamp::Stamp;
use super::tree::{Found, Tree};
use crate::diagnostic::{Diagnostic, RuleId};

pub(crate) const LINK_LEAVES_SITE: RuleId = RuleId("link-leaves-site");
pub(crate) const LINK_NOT_FOLLOWED: RuleId = RuleId("link-not-followed");
pub(crate) const LINK_TO_UNPUBLISHED: RuleId = RuleId("link-to-unpublished");

/// Puts targets in the place of links, and says which links lead where they must not. These keep their names
/// and are never opened.
pub(super) fn resolve(
    links: Vec<Found>,
    content: &Path,
    tree: &Tree,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Found> {
    if links.is_empty() {
        return links;
    }
    let Ok(home) = fs::canonicalize(content) else { return Vec::new() };
    let publishable = tree.publishable();
    let mut resolved = Vec::with_capacity(links.len());
    for link in links {
        // The table of files knows them by where the walk met them.
        let real = fs::canonicalize(&link.disk);
        let inside =
            real.as_ref().ok().and_then(|real| real.strip_prefix(&home).ok()).map(|path| content.join(path));
        let rule = match (real, inside) {
            (Err(_), _) => LINK_NOT_FOLLOWED,
            (Ok(_), None) => LINK_LEAVES_SITE,
            (Ok(real), Some(_)) if real.is_dir() => LINK_NOT_FOLLOWED,
            (Ok(_), Some(target)) if publishable.contains(target.as_path()) => {
                let stamp = target.metadata().map(|data| Stamp::of(&data)).unwrap_or_default();
                resolved.push(Found { disk: target, stamp, ..link });
                continue;
            }
            (Ok(_), Some(_)) => LINK_TO_UNPUBLISHED,
        };
        problems.push(Diagnostic::error(rule).in_file(&link.path).help("help"));
        resolved.extend(unopened(link));
    }
    resolved
}

/// What stays of a refused link: its name, if it could have been an attachment.
fn unopened(link: Found) -> Option<Found> {
    let text =
        [".md", ".yaml", ".yml", ".lock"].iter().any(|ending| link.path.to_lowercase().ends_with(ending));
    (!text).then(|| Found { disk: std::path::PathBuf::new(), refused: true, ..link })
}
