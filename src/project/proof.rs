//! Issuing a certificate of publication: which document is meant, and what the lock says with the certificate in it.

use anyhow::Context as _;

use super::prepared::Prepared;
use crate::ledger::Entry;
use crate::load::of_published;
use crate::model::proofs::certified;
use crate::model::{PageId, Site, Standing};

/// A certificate that is ready to be written down.
pub(crate) struct Certificate {
    /// What it certifies.
    pub(crate) entry: Entry,
    /// The title of the document.
    pub(crate) title: String,
    /// Its address without the base path.
    pub(crate) address: String,
    /// What `content/proofs.lock` says with it; nothing when the last certificate of the document says the same.
    pub(crate) lock: Option<String>,
}

/// Why no certificate can be issued.
pub(crate) enum Refusal {
    /// No document is meant.
    Unknown,
    /// The file has several, by these names.
    Several(Vec<String>),
    /// Documents of this kind have none; these have.
    Kind(String, Vec<String>),
    /// Readers do not see it.
    Hidden,
}

/// Makes the certificate of the document that a path from the site's root, or a name, means.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn certificate(
    prepared: &Prepared,
    written: &str,
) -> anyhow::Result<Result<Certificate, Refusal>> {
    let site = &*prepared.site;
    let id = match meant(site, written) {
        Ok(id) => id,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let page = site.page(id);
    let last = site.proofs.iter().rev().find(|proof| proof.page == Some(id));
    let known = last.filter(|proof| proof.standing == Standing::Same).map(|proof| proof.entry.clone());
    let lock = known.is_none();
    let sums = |file| {
        let file = site.file(file);
        of_published(&file.disk, file.nameless).with_context(|| file.source.clone())
    };
    let entry = known.map_or_else(|| certified(site, id, sums), Ok)?;
    Ok(Ok(Certificate {
        lock: lock.then(|| site.ledger.with(&entry)),
        title: page.title.clone(),
        address: page.url.clone(),
        entry,
    }))
}

/// The document of a file, or of a name, if certificates are issued of it.
fn meant(site: &Site, written: &str) -> Result<PageId, Refusal> {
    let found: Vec<PageId> = site.names.all_of_path(written).collect();
    let id = match found.as_slice() {
        [] => site.named(written).ok_or(Refusal::Unknown)?,
        [only] => *only,
        several => {
            return Err(Refusal::Several(several.iter().map(|id| site.page(*id).name.clone()).collect()));
        }
    };
    let page = site.page(id);
    let kind = site.schema.kind(page.kind);
    if !kind.behaviours.are_certified() {
        let others = site.schema.kinds.iter().filter(|kind| kind.behaviours.are_certified());
        return Err(Refusal::Kind(kind.label.clone(), others.map(|kind| kind.label.clone()).collect()));
    }
    if page.is_published() { Ok(id) } else { Err(Refusal::Hidden) }
}
