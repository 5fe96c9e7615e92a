//! Shards of page texts, for snippets and for the choice of the best sections.

use crate::bundle::{PageText, TEXT_DIR, TextShard, content_name, gzip};
use crate::document::PageDocument;
use anyhow::Result;
use std::collections::BTreeMap;

/// Bytes of a shard before packing, reached or passed by its last page.
const SHARD: usize = 48 << 10;

/// Packs the texts of successive pages into shards and adds them to the bundle.
pub(super) fn pack(
    pages: &[&PageDocument],
    bundle: &mut BTreeMap<String, Vec<u8>>,
) -> Result<Vec<TextShard>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let groups = group(pages);
    let chunk = groups.len().div_ceil(threads).max(1);
    let parts: Vec<Result<Vec<Shard>>> = std::thread::scope(|scope| {
        let pack_all = |groups: &[(u32, &[&PageDocument])]| groups.iter().map(pack_one).collect();
        let handles: Vec<_> = groups.chunks(chunk).map(|part| scope.spawn(move || pack_all(part))).collect();
        let broken = |_| Err(anyhow::anyhow!("packing of texts was cut short"));
        handles.into_iter().map(|handle| handle.join().unwrap_or_else(broken)).collect()
    });
    let mut shards = Vec::new();
    for shard in parts.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten() {
        bundle.insert(shard.0.file.clone(), shard.1);
        shards.push(shard.0);
    }
    Ok(shards)
}

type Shard = (TextShard, Vec<u8>);

fn pack_one(&(first, pages): &(u32, &[&PageDocument])) -> Result<Shard> {
    let texts: Vec<PageText> = pages.iter().map(|page| text(page)).collect();
    let packed = gzip(&serde_json::to_vec(&texts)?)?;
    Ok((TextShard { first, file: content_name(TEXT_DIR, &packed) }, packed))
}

/// Cuts the pages into groups of about the size of a shard.
fn group<'p, 'q>(pages: &'q [&'p PageDocument]) -> Vec<(u32, &'q [&'p PageDocument])> {
    let mut groups = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (i, page) in pages.iter().enumerate() {
        size += page.sections.iter().map(|section| section.text.len() + section.heading.len()).sum::<usize>();
        if size >= SHARD || i + 1 == pages.len() {
            groups.push((start as u32, &pages[start..=i]));
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
        sections: page.sections.iter().map(section).collect(),
    }
}
