//! Building the bundle: pages in, files out. Equal input gives equal bytes.
//!
//! Each distinct run of the site is folded, split and analysed once; texts become codes of run numbers
//! ([`runs`]), which the writer's tokenizers expand to stems and forms ([`tokens`]). The dictionary is asked
//! once for each distinct form ([`lexicon`]).

mod export;
mod index;
mod lexicon;
mod pack;
mod recorder;
mod runs;
mod texts;
mod titles;
mod tokens;

use crate::bundle::{CORE_DIR, Core, FORMAT, MANIFEST, Manifest, content_name, pack_core};
use crate::document::{PageDocument, SynonymGroup};
use crate::hash::sha256;
use crate::text::{fold, split};
use anyhow::Result;
pub use export::Stemmer;
use index::PageCode;
use lexicon::Lexicon;
use runs::RunTable;
use std::collections::BTreeMap;

/// Chooses how a bundle is built.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// Groups of words and phrases that mean the same.
    pub synonyms: Vec<SynonymGroup>,
    /// The day in days since 1970-01-01 from which freshness is judged.
    pub as_of: Option<i32>,
}

/// Holds the files of search as they are published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The files by their paths relative to `search/`, in order.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Builds the bundle of the pages.
///
/// # Errors
/// Fails when two pages have one address, and on faults of the index writer.
pub fn build<'p>(
    pages: impl IntoIterator<Item = &'p PageDocument>,
    options: &BuildOptions,
) -> Result<Bundle> {
    let mut pages: Vec<&PageDocument> = pages.into_iter().collect();
    pages.sort_by(|a, b| a.url.cmp(&b.url));
    if let Some(twins) = pages.windows(2).find(|pair| pair[0].url == pair[1].url) {
        anyhow::bail!("two pages have the address {}", twins[0].url);
    }
    let mut table = RunTable::new();
    let codes: Vec<PageCode> = pages.iter().map(|page| PageCode::of(page, &mut table)).collect();
    note_synonyms(&options.synonyms, &mut table);
    let lexicon = lexicon::analyse(&table.forms)?;
    let index = index::write(&pages, codes, &table, &lexicon)?;

    let mut bundle = BTreeMap::new();
    let mut blobs = Vec::new();
    let mut core = Core { synonyms: synonyms(&options.synonyms), ..Core::default() };
    core.kinds = pages.iter().map(|page| (page.kind.clone(), page.kind_label.clone())).collect();
    core.texts = texts::pack(&pages, &mut bundle)?;
    titles::pack(&pages, &mut bundle)?;
    pack_exceptions(&lexicon, &mut core, &mut blobs)?;
    pack::pack(&index, &mut core, &mut blobs, &mut bundle)?;
    finish(bundle, &core, &blobs, pages.len(), options)
}

/// Puts the core and the manifest into the bundle.
fn finish(
    mut files: BTreeMap<String, Vec<u8>>,
    core: &Core,
    blobs: &[u8],
    pages: usize,
    options: &BuildOptions,
) -> Result<Bundle> {
    let packed = pack_core(core, blobs)?;
    let manifest = Manifest {
        format: FORMAT,
        engine: format!("tantivy index format {}", tantivy::INDEX_FORMAT_VERSION),
        pages: u32::try_from(pages)?,
        as_of: options.as_of,
        core: content_name(CORE_DIR, &packed),
        sha256: sha256(&packed),
    };
    files.insert(MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest)?);
    files.insert(manifest.core, packed);
    Ok(Bundle { files })
}

/// Lets the dictionary see the words of the synonyms, so that readers may inflect them too.
fn note_synonyms(groups: &[SynonymGroup], table: &mut RunTable) {
    let mut unused = String::new();
    for member in groups.iter().flat_map(|group| &group.members) {
        table.encode(member, &mut unused);
    }
}

/// Writes the members of the groups as sequences of folded atoms.
fn synonyms(groups: &[SynonymGroup]) -> Vec<Vec<Vec<String>>> {
    let words = |member: &String| -> Vec<String> {
        let text = fold(member);
        let runs = crate::text::runs(&text);
        runs.flat_map(|run| split(&text[run.range])).filter(|p| !p.whole).map(|p| p.form).collect()
    };
    let members = |group: &SynonymGroup| group.members.iter().map(words).filter(|w| !w.is_empty()).collect();
    groups.iter().map(members).filter(|group: &Vec<Vec<String>>| group.len() > 1).collect()
}

/// Writes the exceptions as a finite map from forms to numbers of sets of stems.
fn pack_exceptions(lexicon: &Lexicon, core: &mut Core, blobs: &mut Vec<u8>) -> Result<()> {
    let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
    let mut map = fst::MapBuilder::memory();
    for (form, stems) in &lexicon.exceptions {
        let set = stems.join(" ");
        let next = core.targets.len() as u64;
        let number = *numbers.entry(set.clone()).or_insert(next);
        if number == next {
            core.targets.push(set);
        }
        map.insert(form, number)?;
    }
    let bytes = map.into_inner()?;
    core.exceptions = (blobs.len(), blobs.len() + bytes.len());
    blobs.extend_from_slice(&bytes);
    Ok(())
}
