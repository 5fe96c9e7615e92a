//! A file that something published names would disappoint its readers: it is empty, of another type, of no known one.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::field::known;
use crate::model::{FileId, Site};
use crate::office;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let named = site.files.iter().enumerate().filter(|(_, file)| file.is_named());
    let said: Vec<(FileId, &Diagnostic)> =
        named.filter_map(|(at, file)| Some((FileId(at), file.said.as_ref()?))).collect();
    let is_unfinished = |said: &Diagnostic| said.rule == office::UNFINISHED;
    let meant = if said.iter().any(|(_, said)| is_unfinished(said)) { meant(site) } else { BTreeSet::new() };
    let is_scan = |said: &Diagnostic| said.rule == office::SCAN;
    let described =
        if said.iter().any(|(_, said)| is_scan(said)) { described(site) } else { BTreeSet::new() };
    let answered = |file: &FileId, said: &Diagnostic| {
        is_unfinished(said) && meant.contains(file) || is_scan(said) && described.contains(file)
    };
    let told = said.into_iter().filter(|(file, said)| !answered(file, said));
    told.map(|(_, said)| said.clone()).collect()
}

/// The files of which a published page says that readers are to see what is marked in them.
fn meant(site: &Site) -> BTreeSet<FileId> {
    let fields = site.published().filter_map(|(_, page)| page.field(known::WITH_MARKS));
    fields.flat_map(|typed| typed.value.items()).filter_map(|value| value.file()).collect()
}

/// The files that a published page offers which says what it is about: what is not in a scan is there.
fn described(site: &Site) -> BTreeSet<FileId> {
    let pages = site.published().filter(|(_, page)| !page.summary.trim().is_empty());
    pages.flat_map(|(_, page)| page.attachments.iter().map(|attached| attached.file)).collect()
}
