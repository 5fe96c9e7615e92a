//! Which certificates of publication hold: what was certified beside what the site says now.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;

use super::{FileId, Page, PageId, Proof, Site, Standing};
use crate::ledger::{Entry, Ledger};
use crate::sum;

/// All certificates, in the order in which they were issued.
pub(super) fn proofs(site: &Site, ledger: &Ledger, sums: &BTreeMap<String, Vec<String>>) -> Vec<Proof> {
    if ledger.is_empty() {
        return Vec::new();
    }
    let names: BTreeMap<String, PageId> = site.published().map(|(id, _)| (site.first_name(id), id)).collect();
    let judged = ledger.entries().map(|entry| {
        let page = names.get(&entry.name).copied();
        let standing = page.map_or(Standing::Withdrawn, |id| standing(site, site.page(id), entry, sums));
        Proof { entry: entry.clone(), page, standing }
    });
    judged.collect()
}

fn standing(site: &Site, page: &Page, entry: &Entry, sums: &BTreeMap<String, Vec<String>>) -> Standing {
    let now: BTreeSet<&str> = bound(site, page).map(|id| site.file(id).source.as_str()).collect();
    let then: BTreeSet<&str> = entry.files.iter().map(|(path, _)| path.as_str()).collect();
    let holds = |(path, sum): &(String, String)| sums.get(path).is_some_and(|alike| alike.contains(sum));
    let is_same = sum::of(wording(site, page).as_bytes()) == entry.text && now == then;
    if is_same && entry.files.iter().all(holds) { Standing::Same } else { Standing::Changed }
}

/// What a certificate binds of a document's words: its title, its authors and its text as it is written, without what
/// editors do to ends of lines. It is published beside the page, so that anybody can make its sum; and it is the
/// source and not what is drawn of it, so that no other version of the program makes another one.
pub(crate) fn wording(site: &Site, page: &Page) -> String {
    let authors = site.schema.kind(page.kind).behaviours.authors().and_then(|path| path.value(&page.fields));
    let authors = authors.map_or_else(String::new, |value| value.label(site));
    let mut out = format!("{}\n{authors}\n", page.title);
    let mut is_open = true;
    for line in site.body(page).lines().map(str::trim_end) {
        // Empty lines count as one, and as none at the end.
        if line.is_empty() {
            is_open = true;
            continue;
        }
        if std::mem::take(&mut is_open) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
    }
    out.nfc().collect()
}

/// The files that a certificate of a document binds: all but pictures that are made anew, which have other bytes on
/// another machine.
fn bound<'s>(site: &'s Site, page: &'s Page) -> impl Iterator<Item = FileId> {
    let files = page.attachments.iter().map(|attached| attached.file);
    files.filter(move |id| site.file(*id).whole().is_none())
}

/// What would be certified of a document that readers see, but for the number and the day; `sum` makes the sum of a
/// file.
///
/// # Errors
/// When the sum of a file cannot be made.
pub(crate) fn certified<E>(
    site: &Site,
    id: PageId,
    sum: impl Fn(FileId) -> Result<String, E>,
) -> Result<Entry, E> {
    let page = site.page(id);
    let files = bound(site, page).map(|file| Ok((site.file(file).source.clone(), sum(file)?)));
    Ok(Entry {
        number: site.ledger.next_number(site.today.year()),
        issued: site.today,
        name: site.first_name(id),
        text: sum::of(wording(site, page).as_bytes()),
        files: files.collect::<Result<_, E>>()?,
    })
}
