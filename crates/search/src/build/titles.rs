//! Titles and headings for the first keystrokes, in small files by the first letters of their words.
//!
//! `titles.pack` names the nodes: `{"format":2,"nodes":{"<prefix>":"<hash>"}}`. A node `titles/<hash>.pack` holds
//! the titles and headings in which some word begins with its prefix, best first:
//! `{"pages":[[url,title,kindLabel]],"entries":[[page],[page,anchor,heading]]}`. What happens goes on after the label
//! of its kind with its first and its last day (days since 1970-01-01), what it is and its state, both as readers call
//! them, and 1 when it was over at the build: it is found by what it is as by a word of its title, and whether it has
//! passed since is for the reader's clock to say. A reader takes the longest of the words typed, fetches the node with the longest prefix of it that exists, and
//! keeps what has all the words. Words are what stands between characters that are neither letters nor digits, folded.
//!
//! A small site is one node with the empty prefix. On a larger one a node that would pass [`LARGEST`] is split by
//! the next letter and keeps, for exactly so short a beginning, its best [`SHORTEST`]; where all words go on alike
//! for some letters, the node stands at the first of them. A single word with too many entries keeps its best.

use crate::bundle::{Packed, pack as pack_file};
use crate::document::{Occasion, PageDocument, SectionDocument, Standing};
use crate::text::fold;
use anyhow::Result;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

const FILE: &str = "titles.pack";
const FOLDER: &str = "titles";
const FORMAT: u32 = 2;
/// Packed bytes of a node, at most.
const LARGEST: usize = 40 << 10;
/// Packed bytes of a node that was split, at most.
const SHORTEST: usize = 20 << 10;
/// Nothing that people write packs better than this: so much need not be packed to know that it is too much.
const BEST_RATIO: usize = 24;
/// Beginnings below this length are mostly prepositions: what is the word itself is not preferred there.
const TELLING: usize = 3;

/// Makes the files of titles.
pub(super) fn pack(pages: &[&PageDocument]) -> Result<Vec<Packed>> {
    let titles = Titles::new(pages);
    let all: Vec<u32> = (0..titles.entries.len() as u32).collect();
    let nodes = match titles.whole(&all)? {
        Some(packed) => vec![(String::new(), packed)],
        None => titles.by_letters()?,
    };
    let names = nodes.iter().map(|(prefix, node)| (prefix.clone(), node.hash())).collect();
    let listing = pack_file(FOLDER, &serde_json::to_vec(&Listing { format: FORMAT, nodes: names })?)?;
    let mut files: Vec<Packed> = nodes.into_iter().map(|(_, node)| node).collect();
    files.push(Packed { path: FILE.to_owned(), ..listing });
    Ok(files)
}

/// The one file whose name does not change.
#[derive(Serialize)]
struct Listing {
    format: u32,
    nodes: BTreeMap<String, String>,
}

/// A title, or a heading under it.
struct Entry<'p> {
    page: &'p PageDocument,
    heading: Option<&'p SectionDocument>,
}

/// A node of the output.
#[derive(Serialize)]
struct Node<'p> {
    pages: Vec<Shown<'p>>,
    entries: Vec<Line<'p>>,
}

/// What is shown of a page.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'p> {
    Page(&'p str, &'p str, &'p str),
    Occasion(&'p str, &'p str, &'p str, i32, i32, &'p str, &'p str, u8),
}

impl<'p> Shown<'p> {
    fn of(page: &'p PageDocument) -> Self {
        let (url, title, kind) = (page.url.as_str(), page.title.as_str(), page.kind_label.as_str());
        let state = page.facets.iter().find(|(id, _)| id == "state").map_or("", |(_, label)| label.as_str());
        match &page.occasion {
            Some(Occasion { from, until, form }) => {
                let over = u8::from(page.standing == Standing::Past);
                Self::Occasion(url, title, kind, *from, *until, form, state, over)
            }
            None => Self::Page(url, title, kind),
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'p> {
    Title([u32; 1]),
    Heading(u32, &'p str, &'p str),
}

/// A packed node and the prefix that leads to it.
type Named = (String, Packed);

/// All entries, best first, and the words that lead to them.
struct Titles<'p> {
    entries: Vec<Entry<'p>>,
    /// Words in order, each with the numbers of its entries in order.
    words: Vec<(String, Vec<u32>)>,
}

impl<'p> Titles<'p> {
    fn new(pages: &[&'p PageDocument]) -> Self {
        let mut order = pages.to_vec();
        order.sort_by_key(|page| {
            (page.standing == Standing::Past, Reverse(page.links), Reverse(page.date), &page.url)
        });
        let titles = order.iter().map(|page| Entry { page, heading: None });
        let headings = order.iter().flat_map(|page| {
            headings(page).into_iter().map(|heading| Entry { page, heading: Some(heading) })
        });
        let entries: Vec<Entry<'p>> = titles.chain(headings).collect();
        let mut by_word: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (number, entry) in entries.iter().enumerate() {
            for word in words(entry.text()).chain(words(entry.form())) {
                let numbers = by_word.entry(word).or_default();
                if numbers.last() != Some(&(number as u32)) {
                    numbers.push(number as u32);
                }
            }
        }
        let mut words: Vec<_> = by_word.into_iter().collect();
        words.sort_unstable();
        Self { entries, words }
    }

    /// Makes the nodes of every first letter, on all processors; the result does not depend on their number.
    fn by_letters(&self) -> Result<Vec<Named>> {
        let letters = self.branches(0..self.words.len(), 0);
        let next = AtomicUsize::new(0);
        let made = Mutex::new(BTreeMap::new());
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some((range, depth)) = letters.get(at) else { return };
                let mut nodes = Vec::new();
                let result = self.node(range.clone(), *depth, &mut nodes).map(|()| nodes);
                made.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(at, result);
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
        std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
        let made = made.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        anyhow::ensure!(made.len() == letters.len(), "packing of titles was cut short");
        let parts: Vec<Vec<Named>> = made.into_values().collect::<Result<_>>()?;
        Ok(parts.into_iter().flatten().collect())
    }

    /// Makes the node of words that begin alike for `depth` bytes, and those below it.
    fn node(&self, range: Range<usize>, depth: usize, nodes: &mut Vec<Named>) -> Result<()> {
        let words = &self.words[range.clone()];
        let prefix = words[0].0[..depth].to_owned();
        let all = union(words);
        if let Some(packed) = self.whole(&all)? {
            nodes.push((prefix, packed));
            return Ok(());
        }
        let common = common(&words[0].0, &words[words.len() - 1].0);
        let exact = if words[0].0.len() == common { words[0].1.as_slice() } else { &[] };
        if words.len() == 1 {
            nodes.push((prefix, self.best(exact, LARGEST)?));
            return Ok(());
        }
        let chosen = if words[0].0[..common].chars().count() < TELLING { all } else { first(exact, all) };
        nodes.push((prefix, self.best(&chosen, SHORTEST)?));
        let longer = if exact.is_empty() { range } else { range.start + 1..range.end };
        let below = self.branches(longer, common);
        below.into_iter().try_for_each(|(range, depth)| self.node(range, depth, nodes))
    }

    /// Parts words that begin alike for `depth` bytes by the letter that comes next.
    fn branches(&self, range: Range<usize>, depth: usize) -> Vec<(Range<usize>, usize)> {
        let next = |at: &usize| self.words[*at].0[depth..].chars().next();
        let mut branches: Vec<(Range<usize>, usize)> = Vec::new();
        for at in range {
            let letter = next(&at);
            match branches.last_mut() {
                Some((last, _)) if next(&last.start) == letter => last.end = at + 1,
                _ => branches.push((at..at + 1, depth + letter.map_or(0, char::len_utf8))),
            }
        }
        branches
    }

    /// Packs all these entries, unless they are too many for a node.
    fn whole(&self, entries: &[u32]) -> Result<Option<Packed>> {
        let least: usize = entries.iter().map(|&number| self.entries[number as usize].text().len()).sum();
        if least > LARGEST * BEST_RATIO {
            return Ok(None);
        }
        let packed = self.packed(entries)?;
        Ok((packed.bytes.len() <= LARGEST).then_some(packed))
    }

    /// Packs as many of these entries, from the first, as a file of this size takes.
    fn best(&self, chosen: &[u32], size: usize) -> Result<Packed> {
        let mut count = chosen.len().min(size / 16);
        let mut fitting = self.packed(&[])?;
        for _ in 0..8 {
            let mut taken = chosen[..count].to_vec();
            taken.sort_unstable();
            let packed = self.packed(&taken)?;
            let near = packed.bytes.len() * 8 >= size * 7 || count == chosen.len();
            let length = packed.bytes.len().max(1);
            let fits = packed.bytes.len() <= size;
            if fits && packed.bytes.len() > fitting.bytes.len() {
                fitting = packed;
            }
            if fits && near {
                break;
            }
            count = (count * size / length * 15 / 16).min(chosen.len());
        }
        Ok(fitting)
    }

    fn packed(&self, entries: &[u32]) -> Result<Packed> {
        let mut node = Node { pages: Vec::new(), entries: Vec::with_capacity(entries.len()) };
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        for entry in entries.iter().map(|&number| &self.entries[number as usize]) {
            let next = node.pages.len() as u32;
            let number = *numbers.entry(entry.page.url.as_str()).or_insert(next);
            if number == next {
                node.pages.push(Shown::of(entry.page));
            }
            node.entries.push(match entry.heading {
                Some(section) => Line::Heading(number, &section.anchor, &section.heading),
                None => Line::Title([number]),
            });
        }
        pack_file(FOLDER, &serde_json::to_vec(&node)?)
    }
}

impl Entry<'_> {
    /// What happens, by which its title is found as well.
    fn form(&self) -> &str {
        let occasion = self.page.occasion.as_ref().filter(|_| self.heading.is_none());
        occasion.map_or("", |occasion| occasion.form.as_str())
    }

    fn text(&self) -> &str {
        self.heading.map_or(&self.page.title, |section| &section.heading)
    }
}

/// The headings of a page that say something new: the clauses of a section all bear its heading. Those of texts beside
/// it are left to the full search: files have more of them than readers of suggestions want.
fn headings(page: &PageDocument) -> Vec<&SectionDocument> {
    let mut said = HashSet::from([gist(&page.title)]);
    let named = page.sections.iter().filter(|section| !section.anchor.is_empty());
    let named = named.filter(|section| !section.anchor.starts_with('/') || !section.anchor.contains('#'));
    named
        .filter(|section| words(&section.heading).next().is_some() && said.insert(gist(&section.heading)))
        .collect()
}

/// The words without the number before them, or the number where there is nothing else.
fn gist(text: &str) -> Vec<String> {
    let mut all: Vec<String> = words(text).collect();
    let number = all.iter().take_while(|word| word.chars().all(char::is_numeric)).count();
    if number < all.len() { all.split_off(number) } else { all }
}

/// The folded words of a text.
fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// The numbers of all entries of the words, in order.
fn union(words: &[(String, Vec<u32>)]) -> Vec<u32> {
    let mut all: Vec<u32> = words.iter().flat_map(|(_, numbers)| numbers).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Puts some of the entries before the others.
fn first(preferred: &[u32], all: Vec<u32>) -> Vec<u32> {
    let others = all.into_iter().filter(|number| preferred.binary_search(number).is_err());
    preferred.iter().copied().chain(others).collect()
}

/// How many bytes of whole letters two words have in common at their beginnings.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}
