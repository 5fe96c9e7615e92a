//! What may not be put in place of the site's own outputs, now and when it has grown.
//!
//! A worker or a search file of somebody else would be run or believed by every reader's browser, and a purge would
//! not reach it. Nor may a document lie where the next page of a list will: it would be an error tomorrow.

use super::{Owner, RoutePlan, System};
use crate::artifact::OutPath;

/// The folder in which everything is the search's.
pub(crate) const SEARCH_DATA: &str = "search";

/// Folders that are the program's alone.
const FOLDERS: [(&str, Owner); 2] =
    [(SEARCH_DATA, Owner::System(System::Search)), (".kabinet", Owner::Program)];

/// Whether an output is data of search, which nobody visits.
pub(crate) fn is_search_data(path: &str) -> bool {
    let below = path.strip_prefix(SEARCH_DATA).is_some_and(|rest| rest.starts_with('/'));
    below && !path.ends_with("/index.html")
}

impl RoutePlan {
    /// Who owns the place at which a new output would lie: the file itself, a file where its folder would be, what
    /// lies where it would be a folder's name, or what the site keeps for itself.
    pub(crate) fn owner_of(&self, path: &OutPath, is_made: bool) -> Option<Owner> {
        let path = path.as_str().to_lowercase();
        let at = |path: &str| self.layers().into_iter().find_map(|layer| layer.at(path));
        let above = || path.match_indices('/').map(|(at, _)| &path[..at]);
        let file = above().chain([path.as_str()]).find_map(at);
        let folder = format!("{path}/");
        let below = || self.layers().into_iter().find_map(|layer| layer.below(&folder));
        let owner = file.or_else(below).map(|route| route.owner);
        if is_made || owner.is_some_and(Owner::is_made) {
            return owner;
        }
        self.kept(&path).or(owner)
    }

    /// Who will want a path: folders of the program, further pages, letters, parts of the map.
    fn kept(&self, path: &str) -> Option<Owner> {
        match path {
            // A theme may have none yet.
            "sw.js" => return Some(Owner::Worker),
            part if is_part_of_map(part) => return Some(Owner::Sitemap(1)),
            _ => {}
        }
        let above = || path.match_indices('/').map(|(at, _)| &path[..at]);
        let own = above().chain([path]).find_map(|folder| FOLDERS.iter().find(|(own, _)| *own == folder));
        if let Some((_, owner)) = own {
            return Some(*owner);
        }
        path.ends_with("/index.html").then(|| above().find_map(|folder| self.grows_into(folder))).flatten()
    }

    /// Whose further pages lie in a folder.
    fn grows_into(&self, folder: &str) -> Option<Owner> {
        if folder == "map" {
            return Some(Owner::System(System::Map));
        }
        let list = folder.strip_suffix("page").filter(|list| list.is_empty() || list.ends_with('/'))?;
        let owner = self.made.at(&format!("{list}index.html"))?.owner;
        matches!(owner, Owner::List(..) | Owner::Year(..) | Owner::Term(..)).then_some(owner)
    }
}

/// The parts into which the map for search engines of a very large site is cut: `sitemap-2.xml`.
fn is_part_of_map(path: &str) -> bool {
    let number = path.strip_prefix("sitemap-").and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
