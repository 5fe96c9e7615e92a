//! The corpus for measuring and for the net: Russian pages by number and seed, the same on every machine.
//!
//! Running text is a chain of words over the five real regulations of `content/regulations`, with a long tail of
//! invented places, numbers and one invented word unique to each page. Page `i` is the same for every number of
//! pages but for its links and the sentences for trying search. Two forms: `neutral`, which the adapters in
//! `benches/peers` turn into a site of each generator, and `portal`, a site of the theme `imc`.

mod body;
mod chain;
mod neutral;
mod page;
mod photos;
mod portal;
mod random;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files::put;
use crate::root::at;
use chain::Chain;
use page::{Page, Sort};
pub(crate) use photos::command as photos;
use random::Random;

/// Where the texts lie that words are learnt from.
const TEXTS: &str = "content/regulations";

/// The picture that some pages show.
const PICTURE: &str = "content/materials/tehkarta-linejnaya-funkciya/grafik.png";

/// How the corpus is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Form {
    /// For every generator, through its adapter.
    Neutral,
    /// A site of kabinet with all that its theme knows.
    Portal,
}

/// All pages before their texts.
struct Corpus {
    seed: u64,
    chain: Chain,
    pages: Vec<Page>,
    probed: Vec<usize>,
    /// Regulations and those that replaced them.
    replacing: Vec<(usize, usize)>,
    picture: Vec<u8>,
}

impl Corpus {
    fn new(count: usize, seed: u64) -> Result<Self> {
        let texts = texts()?;
        let chain = Chain::learn(texts.iter().map(String::as_str));
        if chain.len() < 100 {
            bail!("{TEXTS} holds too little text to learn from");
        }
        let pages: Vec<Page> = (0..count).map(|index| Page::new(index, seed, &chain)).collect();
        let (probed, replacing) = (probed(count, seed), replacing(&pages));
        let picture = std::fs::read(at(PICTURE)).with_context(|| format!("cannot read {PICTURE}"))?;
        Ok(Self { seed, chain, pages, probed, replacing, picture })
    }

    fn source(&self) -> body::Source<'_> {
        body::Source { seed: self.seed, chain: &self.chain, pages: &self.pages, probed: &self.probed }
    }

    fn files(&self, page: &Page, form: Form) -> Vec<(String, Vec<u8>)> {
        match form {
            Form::Portal => portal::files(self, page),
            Form::Neutral => {
                let (path, text) = neutral::file(self, page);
                vec![(path, text.into_bytes())]
            }
        }
    }
}

/// `cargo xtask corpus PAGES FOLDER [neutral|portal] [SEED]`.
pub(crate) fn command(words: &[&str]) -> Result<()> {
    let [pages, folder, rest @ ..] = words else {
        bail!("how to call it: cargo xtask corpus PAGES FOLDER [neutral|portal] [SEED]");
    };
    let form = match rest.first() {
        None | Some(&"neutral") => Form::Neutral,
        Some(&"portal") => Form::Portal,
        Some(other) => bail!("`{other}` is no form of the corpus: neutral or portal"),
    };
    let seed = rest.get(1).map_or(Ok(1), |seed| seed.parse()).context("the seed is a number")?;
    let pages: usize = pages.parse().context("the number of pages is a number")?;
    write(pages, Path::new(folder), form, seed)?;
    println!("{pages} pages in {folder}");
    Ok(())
}

/// Writes the corpus into a folder that is not there yet, or is empty.
pub(crate) fn write(pages: usize, folder: &Path, form: Form, seed: u64) -> Result<()> {
    if pages < words::PROBES.len() {
        bail!("at least {} pages: each sentence for trying search needs one", words::PROBES.len());
    }
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty", folder.display());
    }
    let corpus = Corpus::new(pages, seed)?;
    if form == Form::Portal {
        for (path, text) in portal::around(seed) {
            put(&folder.join(path), text.as_bytes())?;
        }
    }
    corpus
        .pages
        .iter()
        .flat_map(|page| corpus.files(page, form))
        .try_for_each(|(path, bytes)| put(&folder.join(path), &bytes))
}

/// Adds pages to a portal that is there; what it has already stays as it is.
pub(crate) fn enlarge(pages: usize, portal: &Path) -> Result<()> {
    const SEED: u64 = 1;
    let corpus = Corpus::new(pages, SEED)?;
    let around = portal::around(SEED).into_iter().map(|(path, text)| (path, text.into_bytes()));
    let files = around.chain(corpus.pages.iter().flat_map(|page| corpus.files(page, Form::Portal)));
    files
        .map(|(path, bytes)| (portal.join(path), bytes))
        .filter(|(path, _)| !path.exists())
        .try_for_each(|(path, bytes)| put(&path, &bytes))
}

/// Reads the regulations as they came, in the order of their names.
fn texts() -> Result<Vec<String>> {
    let entries = std::fs::read_dir(at(TEXTS)).with_context(|| format!("cannot read {TEXTS}"))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path().join("original.txt")).collect();
    paths.sort();
    let paths = paths.into_iter().filter(|path| path.is_file());
    paths
        .map(|path| std::fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .map(|text| Ok(text?))
        .collect()
}

/// Draws the pages that carry the sentences for trying search: each another one.
fn probed(count: usize, seed: u64) -> Vec<usize> {
    let mut random = Random::keyed(seed, "probes", 0);
    let mut drawn = Vec::new();
    while drawn.len() < words::PROBES.len() {
        let page = random.below(count);
        if !drawn.contains(&page) {
            drawn.push(page);
        }
    }
    drawn
}

/// Pairs regulations that follow each other and whose days do too: the later one replaces the earlier.
fn replacing(pages: &[Page]) -> Vec<(usize, usize)> {
    let regulations: Vec<&Page> = pages.iter().filter(|page| page.sort == Sort::Regulation).collect();
    let pairs = regulations.chunks_exact(8).map(|group| (group[0], group[1]));
    pairs.filter(|(old, new)| old.date < new.date).map(|(old, new)| (old.index, new.index)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Corpus, Form};

    fn all(count: usize, seed: u64, form: Form) -> Vec<(String, Vec<u8>)> {
        let corpus = Corpus::new(count, seed).unwrap();
        corpus.pages.iter().flat_map(|page| corpus.files(page, form)).collect()
    }

    #[test]
    fn the_same_number_and_seed_give_the_same_bytes() {
        for form in [Form::Neutral, Form::Portal] {
            assert_eq!(all(40, 1, form), all(40, 1, form));
            assert_ne!(all(40, 1, form), all(40, 2, form));
        }
    }

    #[test]
    fn names_and_own_words_stand_once() {
        let files = all(200, 1, Form::Neutral);
        let names: std::collections::BTreeSet<&String> = files.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 200);
        let corpus = Corpus::new(200, 1).unwrap();
        let texts: Vec<String> =
            files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        for page in corpus.pages.iter().step_by(17) {
            let marker = page.marker();
            let holders = texts.iter().filter(|text| text.contains(&marker)).count();
            assert_eq!(holders, 1, "{marker}");
        }
    }
}
