//! Shards of page texts, for snippets and for the choice of the best sections.

use crate::bundle::{Packed, PageText, TEXT_DIR, pack_all};
use crate::document::PageDocument;
use anyhow::Result;

/// Bytes of a shard before packing, reached or passed by its last page: a query reads some twenty shards for the sake
/// of one page each.
const SHARD: usize = 12 << 10;

/// Packs the texts of successive pages into shards; returns the numbers of their first pages and the files.
pub(super) fn pack(pages: &[&PageDocument]) -> Result<(Vec<usize>, Vec<Packed>)> {
    let groups = group(pages);
    let write = |group: &(usize, &[&PageDocument])| {
        Ok(PageText::write_all(&group.1.iter().map(|page| text(page)).collect::<Vec<_>>()))
    };
    let packed = pack_all(TEXT_DIR, &groups, write)?;
    Ok((groups.into_iter().map(|group| group.0).collect(), packed))
}

/// Cuts the pages into groups of about the size of a shard.
fn group<'p, 'q>(pages: &'q [&'p PageDocument]) -> Vec<(usize, &'q [&'p PageDocument])> {
    let mut groups = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (i, page) in pages.iter().enumerate() {
        size += page.sections.iter().map(|section| section.text.len() + section.heading.len()).sum::<usize>();
        if size >= SHARD || i + 1 == pages.len() {
            groups.push((start, &pages[start..=i]));
            (start, size) = (i + 1, 0);
        }
    }
    groups
}

fn text(page: &PageDocument) -> PageText {
    let section = |s: &crate::SectionDocument| (s.anchor.clone(), s.heading.clone(), s.text.clone());
    PageText {
        url: page.url.clone(),
        title: page.title.clone(),
        kind: page.kind.clone(),
        date: page.date,
        standing: page.standing,
        state: page.facets.iter().find(|(id, _)| id == "state").map(|(_, label)| label.clone()),
        form: page.occasion.as_ref().map_or_else(String::new, |occasion| occasion.form.clone()),
        fields: page.fields.clone(),
        sections: page.sections.iter().map(section).collect(),
    }
}
