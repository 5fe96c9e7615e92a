//! The files that are published as they are: where each lies, and whether anything published names it.

use std::sync::Arc;

use super::links::{self, Naming};
use super::names::Directory;
use super::{FileId, Pages, Site, SiteFile, address};
use crate::address::unportable;
use crate::artifact::OutPath;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::load::{Found, Loaded};
use crate::office::Authors;

pub(crate) const FILE_NAME_UNSAFE: RuleId = RuleId("file-name-unsafe");

/// Places the files, and says which of their names can be no part of an address.
pub(super) fn files(
    loaded: &Loaded,
    names: &Directory,
    pages: &Pages,
) -> (Arc<Vec<SiteFile>>, Vec<Diagnostic>) {
    let beside = loaded.files.iter().map(|found| (found, address::of_file(found, names, pages)));
    let statics = loaded.statics.iter().map(|found| {
        (found, OutPath::new(found.path.strip_prefix("content/static/").unwrap_or(&found.path)))
    });
    let (mut files, mut problems) = (Vec::with_capacity(beside.len() + statics.len()), Vec::new());
    for (found, path) in beside.chain(statics) {
        let path = path.filter(|path| path.as_str().split('/').all(|part| unportable(part).is_none()));
        let path = path.or_else(|| {
            problems.push(Diagnostic::error(FILE_NAME_UNSAFE).in_file(&found.path).help("help"));
            OutPath::new("files/unnamed")
        });
        // Every id of the file table must have its file, so a bad name is published nowhere but kept here.
        files.extend(path.map(|path| file(found, path, loaded.declared.config.keep_authors)));
    }
    (Arc::new(files), problems)
}

fn file(found: &Found, path: OutPath, keep_authors: bool) -> SiteFile {
    SiteFile {
        source: found.path.clone(),
        disk: found.disk.clone(),
        path,
        stamp: found.stamp,
        picture: found.picture,
        paper: found.paper.clone(),
        nameless: found.authors == Authors::Told && !keep_authors,
        signs: found.signs.clone(),
        used: false,
        read: false,
        shown: false,
        said: found.said.clone(),
    }
}

/// Marks the files that published pages name, to be taken along or to be shown, those of `content/static/`, and those of which it is told already why
/// they are not published.
pub(super) fn mark_used(site: &mut Site, loaded: &Loaded) {
    let named = links::used(site);
    let beside = loaded.files.iter().map(|found| found.refused);
    let anyway = beside.chain(loaded.statics.iter().map(|_| true));
    for (at, (file, anyway)) in Arc::make_mut(&mut site.files).iter_mut().zip(anyway).enumerate() {
        let is_named = |naming| named.contains(&(FileId(at), naming));
        file.read = is_named(Naming::Read) && file.paper.is_some();
        file.shown = is_named(Naming::Show) && file.is_remade();
        file.used = anyway || is_named(Naming::Take) || is_named(Naming::Show) && !file.shown;
    }
}
