//! Building the bundle: pages in, files out. Equal input gives equal bytes.
//!
//! Each distinct run of the site is folded, split and analysed once; texts become codes of run numbers
//! ([`runs`]), which the writer's tokenizer expands to stems with their forms ([`tokens`]). The dictionary is asked
//! once for each distinct form ([`lexicon`]). tantivy's lists are read once ([`words`]) and written anew ([`lists`]).

mod export;
mod index;
#[cfg(test)]
mod law;
mod lexicon;
mod lists;
mod pairs;
mod runs;
mod stop;
mod texts;
mod titles;
mod tokens;
mod words;

use crate::bundle::{
    CORE_DIR, Chunks, Core, FORMAT, LEMMAS_DIR, MANIFEST, Manifest, Packed, TAG, pack, pack_all, push,
    sha256, write_core,
};
use crate::columns::{self, Row};
use crate::document::{PageDocument, SynonymGroup};
use anyhow::Result;
pub use export::Stemmer;
use index::PageCode;
use lexicon::Lexicon;
use pairs::Pairs;
use runs::RunTable;
use std::collections::{BTreeMap, BTreeSet};
use stop::{GoOn, Stopped};

/// Chooses how a bundle is built.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// Groups of words and phrases that mean the same.
    pub synonyms: Vec<SynonymGroup>,
    /// The day in days since 1970-01-01 from which freshness is judged.
    pub as_of: Option<i32>,
    /// A site whose words, lists and texts pack into so many bytes opens in one step: they all lie in the core.
    ///
    /// In one stream they pack a tenth smaller, and to fetch that takes a slow line about as long as three rounds and
    /// what a question reads otherwise; whoever comes to the field first, and every later question, wait no more.
    pub small: usize,
}

impl Default for BuildOptions {
    fn default() -> Self {
        Self { synonyms: Vec::new(), as_of: None, small: 176 << 10 }
    }
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
    whole(pages.into_iter().collect(), options, &|| Ok(()))
}

impl BuildOptions {
    /// Builds the bundle of the pages; nothing when `stop` said amid the work that nobody waits for it any more.
    ///
    /// # Errors
    /// As [`build`].
    pub fn build_unless<'p>(
        &self,
        pages: impl IntoIterator<Item = &'p PageDocument>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Bundle>> {
        let go_on = || if stop() { Err(Stopped.into()) } else { Ok(()) };
        match whole(pages.into_iter().collect(), self, &go_on) {
            Err(error) if error.is::<Stopped>() => Ok(None),
            made => made.map(Some),
        }
    }
}

fn whole(mut pages: Vec<&PageDocument>, options: &BuildOptions, go_on: GoOn<'_>) -> Result<Bundle> {
    pages.sort_by(|a, b| a.url.cmp(&b.url));
    if let Some(twins) = pages.windows(2).find(|pair| pair[0].url == pair[1].url) {
        anyhow::bail!("two pages have the address {}", twins[0].url);
    }
    let mut table = RunTable::new();
    let code = |page: &&PageDocument| go_on().map(|()| PageCode::of(page, &mut table));
    let codes: Vec<PageCode> = pages.iter().map(code).collect::<Result<_>>()?;
    note_synonyms(&options.synonyms, &mut table);
    let lexicon = lexicon::analyse(&table.forms)?;
    go_on()?;
    let pairs = Pairs::new(&table, &lexicon);
    let index = index::write(codes, (&table, &pairs), go_on)?;
    go_on()?;

    let (mut core, mut blobs) = (Core::default(), Vec::new());
    let groups = |near: bool| options.synonyms.iter().filter(move |group| group.near == near);
    core.synonyms = groups(false).map(|group| group.members.clone()).collect();
    core.near = groups(true).map(|group| group.members.clone()).collect();
    core.kinds = pages.iter().map(|page| (page.kind.clone(), page.kind_label.clone())).collect();
    let mut files =
        lists::pack(&index, (&table, &pairs), &lexicon.written(&table.forms), &mut core, &mut blobs)?;
    go_on()?;
    pack_lemmas(&mut core, &mut blobs, &mut files)?;
    pack_texts(&pages, &mut core, &mut blobs, &mut files)?;
    go_on()?;
    pack_columns(&pages, &mut core, &mut blobs);
    pack_exceptions(&lexicon, &mut core, &mut blobs);
    take_in(&mut files, options.small, &mut core, &mut blobs)?;
    files.extend(titles::pack(&pages)?);
    finish(files, &core, &blobs, pages.len(), options)
}

/// Takes the files of a small site into the core.
fn take_in(files: &mut Vec<Packed>, small: usize, core: &mut Core, blobs: &mut Vec<u8>) -> Result<()> {
    let asked = |file: &Packed| !file.path.starts_with(LEMMAS_DIR);
    if files.iter().filter(|file| asked(file)).map(|file| file.bytes.len()).sum::<usize>() > small {
        return Ok(());
    }
    for file in files.extract_if(.., |file| asked(file)) {
        let bytes = file.unpacked()?;
        core.within.push((file.path, push(&bytes, blobs)));
    }
    Ok(())
}

/// Puts the core and the manifest into the bundle.
fn finish(
    mut packed: Vec<Packed>,
    core: &Core,
    blobs: &[u8],
    pages: usize,
    options: &BuildOptions,
) -> Result<Bundle> {
    let core = write_core(core, blobs)?;
    let hash = sha256(&core);
    let core = pack(CORE_DIR, &core)?;
    let manifest = Manifest {
        format: FORMAT,
        pages: u32::try_from(pages)?,
        as_of: options.as_of,
        core: core.path.clone(),
        sha256: hash,
    };
    packed.push(core);
    let mut files = BTreeMap::from([(MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest)?)]);
    for file in packed {
        let twin = files.get(&file.path).is_some_and(|bytes| *bytes != file.bytes);
        anyhow::ensure!(!twin, "two different files would be named {}", file.path);
        files.insert(file.path, file.bytes);
    }
    Ok(Bundle { files })
}

/// Publishes the filter of the words of the language; it is the same on every site.
fn pack_lemmas(core: &mut Core, blobs: &mut Vec<u8>, files: &mut Vec<Packed>) -> Result<()> {
    let shards: Vec<&[u8]> = crate::lemmas::shards().collect();
    let shards = pack_all(LEMMAS_DIR, &shards, |shard| Ok([&[TAG], *shard].concat()))?;
    core.lemmas = lists::push_names(&shards, blobs);
    files.extend(shards);
    Ok(())
}

fn pack_texts(
    pages: &[&PageDocument],
    core: &mut Core,
    blobs: &mut Vec<u8>,
    files: &mut Vec<Packed>,
) -> Result<()> {
    let (firsts, shards) = texts::pack(pages)?;
    let ends = firsts.iter().skip(1).copied().chain((!firsts.is_empty()).then_some(pages.len()));
    let lengths = firsts.iter().zip(ends).map(|(first, end)| end - first);
    core.texts =
        Chunks { starts: lists::push_starts(lengths, blobs), names: lists::push_names(&shards, blobs) };
    files.extend(shards);
    Ok(())
}

/// Numbers the facets' values and writes the columns.
fn pack_columns(pages: &[&PageDocument], core: &mut Core, blobs: &mut Vec<u8>) {
    let of = |page: &PageDocument| {
        let kind = ("kind".to_owned(), page.kind.clone());
        std::iter::once(kind).chain(page.facets.iter().cloned()).collect::<BTreeSet<_>>()
    };
    let labels: BTreeSet<(String, String)> = pages.iter().flat_map(|page| of(page)).collect();
    let labels: Vec<(String, String)> = labels.into_iter().collect();
    let number = |label: &(String, String)| labels.binary_search(label).map_or(0, |number| number as u32);
    let row = |page: &&PageDocument| Row {
        standing: page.standing.code(),
        links: page.links,
        date: page.date,
        occasion: page.occasion.as_ref().map(|occasion| (occasion.from, occasion.until)),
        facets: of(page).iter().map(number).collect(),
    };
    core.columns = push(&columns::write(&pages.iter().map(row).collect::<Vec<_>>()), blobs);
    core.labels = labels;
}

/// Lets the dictionary see the words of the synonyms, so that readers may inflect them too.
fn note_synonyms(groups: &[SynonymGroup], table: &mut RunTable) {
    let mut unused = String::new();
    for member in groups.iter().flat_map(|group| &group.members) {
        table.encode(member, &mut unused);
    }
}

/// Writes the exceptions: forms with the numbers of sets of stems.
fn pack_exceptions(lexicon: &Lexicon, core: &mut Core, blobs: &mut Vec<u8>) {
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut exceptions = Vec::with_capacity(lexicon.exceptions.len());
    for (form, stems) in &lexicon.exceptions {
        let set = stems.join(" ");
        let next = core.targets.len() as u32;
        let number = *numbers.entry(set.clone()).or_insert(next);
        if number == next {
            core.targets.push(set);
        }
        exceptions.push((form.as_str(), number));
    }
    core.exceptions = push(&crate::stems::write(&exceptions), blobs);
}
