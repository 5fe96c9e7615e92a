//! From tantivy's files to the stream of lists, its chunk files and the dictionary's blocks.
//!
//! In tantivy's files the lists of a word lie in sixteen places, eight fields with postings and positions each. Here they
//! lie side by side, so that one small file has all that a query needs of a rare word, and only what it needs of a
//! common one.

use super::shell::push;
use crate::bundle::{Core, HEAD, INDEX_DIR, Packed, Shards, Span, TAG, WORDS_DIR, pack_all};
use crate::bytes::push_number;
use crate::dictionary::{FORMS, List, ZONES, write};
use crate::schema::{HEADING, KEYS, RELATED, TEXT, TITLE, field};
use crate::text::Surface;
use anyhow::Result;
use std::collections::BTreeMap;
use std::ops::Range;
use tantivy::directory::{CompositeFile, OwnedBytes};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::index::SegmentComponent;
use tantivy::{Index, SegmentReader};

/// Bytes of a chunk before packing: a word with more has chunks of its own.
const CHUNK: usize = 8 << 10;
/// Longer lists are cut.
const LONGEST: usize = 48 << 10;
/// So many stems are at hand once the core is: those of most pages.
const COMMON: usize = 30_000;
/// Bytes of a file of words before packing.
const SHARD: usize = 20 << 10;

/// A word with its lists as bytes.
struct Word {
    text: String,
    /// Zone, pages, postings, positions.
    lists: Vec<(usize, u32, OwnedBytes, OwnedBytes)>,
}

impl Word {
    fn pages(&self) -> u32 {
        self.lists.iter().map(|list| list.1).max().unwrap_or(0)
    }
}

/// Cuts the index into files; fills the core's tables.
pub(super) fn pack(
    index: &Index,
    surfaces: &BTreeMap<&str, Surface>,
    core: &mut Core,
    blobs: &mut Vec<u8>,
) -> Result<Vec<Packed>> {
    let segments = index.searchable_segments()?;
    let Some(segment) = segments.first() else { anyhow::bail!("the index must have one segment") };
    let reader = SegmentReader::open(segment)?;
    let files = Files {
        postings: CompositeFile::open(&segment.open_read(SegmentComponent::Postings)?)?,
        positions: CompositeFile::open(&segment.open_read(SegmentComponent::Positions)?)?,
    };
    let mut stems = files.words(&reader, 0..FORMS)?;
    stems.sort_by(|a, b| b.pages().cmp(&a.pages()).then_with(|| a.text.cmp(&b.text)));
    let mut rare = stems.split_off(COMMON.min(stems.len()));
    stems.sort_by(|a, b| a.text.cmp(&b.text));
    rare.sort_by(|a, b| a.text.cmp(&b.text));
    let forms = files.words(&reader, FORMS..ZONES)?;

    let mut stream = Stream::default();
    let common = stream.place(&stems);
    core.common = push(&write(entries(&stems, &common), 0, |_| Surface::default()), blobs);
    let mut packed = Vec::new();
    let none = BTreeMap::new();
    for (words, surfaces, shards) in [(&rare, &none, &mut core.stems), (&forms, surfaces, &mut core.forms)] {
        let lists = stream.place(words);
        let (files, firsts) = shard(words, &lists, surfaces)?;
        *shards = Shards { firsts, names: push_names(&files, blobs) };
        packed.extend(files);
    }
    let chunks = stream.finish();
    core.lists.starts = push_starts(chunks.iter().map(Vec::len), blobs);
    let chunks = pack_all(INDEX_DIR, &chunks, |chunk| Ok([&[TAG], chunk.as_slice()].concat()))?;
    core.lists.names = push_names(&chunks, blobs);
    packed.extend(chunks);
    core.norms = norms(&reader, blobs)?;
    Ok(packed)
}

/// tantivy's files of all fields.
struct Files {
    postings: CompositeFile,
    positions: CompositeFile,
}

impl Files {
    /// Reads the words of the zones in order.
    fn words(&self, reader: &SegmentReader, zones: Range<usize>) -> Result<Vec<Word>> {
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for zone in zones {
            let body = |file: &CompositeFile| -> Result<OwnedBytes> {
                Ok(file
                    .open_read(field(zone))
                    .map(|slice| slice.read_bytes())
                    .transpose()?
                    .unwrap_or_else(OwnedBytes::empty))
            };
            let (postings, positions) = (body(&self.postings)?, body(&self.positions)?);
            let inverted = reader.inverted_index(field(zone))?;
            let mut terms = inverted.terms().stream()?;
            while terms.advance() {
                let text = std::str::from_utf8(terms.key())?;
                let info = terms.value();
                let (start, end) = (info.postings_range.start + HEAD, info.postings_range.end + HEAD);
                let list = (
                    zone,
                    info.doc_freq,
                    postings.slice(start..end),
                    positions.slice(info.positions_range.clone()),
                );
                match words.get_mut(text) {
                    Some(word) => word.lists.push(list),
                    None => {
                        drop(words.insert(text.to_owned(), Word { text: text.to_owned(), lists: vec![list] }))
                    }
                }
            }
        }
        Ok(words.into_values().collect())
    }
}

/// The lists of all words one after another, in chunks.
#[derive(Default)]
struct Stream {
    chunks: Vec<Vec<u8>>,
    current: Vec<u8>,
    at: usize,
}

impl Stream {
    /// Appends the lists of the words; returns their places.
    fn place(&mut self, words: &[Word]) -> Vec<Vec<List>> {
        words.iter().map(|word| self.word(word)).collect()
    }

    fn word(&mut self, word: &Word) -> Vec<List> {
        let len: usize = word.lists.iter().map(|list| list.2.len() + list.3.len()).sum();
        if self.current.len() + len > CHUNK {
            self.cut();
        }
        let mut lists: Vec<List> = Vec::with_capacity(word.lists.len());
        for (zone, pages, postings, _) in &word.lists {
            lists.push(List { zone: *zone, pages: *pages, postings: self.push(postings), positions: 0..0 });
        }
        if len > CHUNK {
            self.cut();
        }
        for (list, (zone, _, _, positions)) in lists.iter_mut().zip(&word.lists) {
            if len > CHUNK && *zone == TEXT {
                // Nearness in titles alone must not cost the long positions of texts.
                self.cut();
            }
            list.positions = self.push(positions);
        }
        if len > CHUNK {
            self.cut();
        }
        lists
    }

    fn push(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.at;
        self.current.extend_from_slice(bytes);
        self.at += bytes.len();
        start..self.at
    }

    fn cut(&mut self) {
        let current = std::mem::take(&mut self.current);
        self.chunks.extend(current.chunks(LONGEST).map(<[u8]>::to_vec));
    }

    fn finish(mut self) -> Vec<Vec<u8>> {
        self.cut();
        self.chunks
    }
}

fn entries<'w>(
    words: &'w [Word],
    lists: &'w [Vec<List>],
) -> impl Iterator<Item = (&'w str, &'w [List])> + Clone {
    words.iter().zip(lists).map(|(word, lists)| (word.text.as_str(), lists.as_slice()))
}

/// Cuts sorted words into files; returns the files and their first words.
fn shard(
    words: &[Word],
    lists: &[Vec<List>],
    surfaces: &BTreeMap<&str, Surface>,
) -> Result<(Vec<Packed>, Vec<String>)> {
    let (mut pieces, mut start, mut size) = (Vec::new(), 0, 0);
    for (index, word) in words.iter().enumerate() {
        size += word.text.len() / 2 + 2 + word.lists.len() * 4;
        if size >= SHARD || index + 1 == words.len() {
            pieces.push(start..index + 1);
            (start, size) = (index + 1, 0);
        }
    }
    let firsts = pieces.iter().map(|piece| words[piece.start].text.clone()).collect();
    let block = |piece: &Range<usize>| {
        let base = lists[piece.start].first().map_or(0, |list| list.postings.start);
        let surface = |word: &str| surfaces.get(word).copied().unwrap_or_default();
        let words = write(entries(&words[piece.clone()], &lists[piece.clone()]), base, surface);
        Ok([&[TAG], words.as_slice()].concat())
    };
    Ok((pack_all(WORDS_DIR, &pieces, block)?, firsts))
}

/// Appends the places where pieces of these lengths begin, and where the last ends.
pub(super) fn push_starts(lengths: impl Iterator<Item = usize>, blobs: &mut Vec<u8>) -> Span {
    let mut starts = Vec::new();
    std::iter::once(0).chain(lengths).for_each(|length| push_number(length as u64, &mut starts));
    push(&starts, blobs)
}

/// Appends the names of files.
pub(super) fn push_names(files: &[Packed], blobs: &mut Vec<u8>) -> Span {
    push(&files.iter().flat_map(|file| file.name).collect::<Vec<u8>>(), blobs)
}

/// Appends the lengths of the zones of all pages; returns where they are and their means.
///
/// Text, fields and related titles are one length: a page whose text is short because its fields say it all says its
/// words no louder than another.
fn norms(reader: &SegmentReader, blobs: &mut Vec<u8>) -> Result<Vec<(Span, f32)>> {
    let mut norms = Vec::new();
    for zones in [TITLE..=TITLE, HEADING..=HEADING, KEYS..=KEYS, TEXT..=RELATED] {
        let of = |zone| reader.get_fieldnorms_reader(field(zone));
        let lengths = zones.clone().map(of).collect::<Result<Vec<_>, _>>()?;
        let length = |page| lengths.iter().map(|zone| zone.fieldnorm(page)).sum();
        let bytes: Vec<u8> =
            (0..reader.max_doc()).map(|page| FieldNormReader::fieldnorm_to_id(length(page))).collect();
        let tokens = |zone| Ok(reader.inverted_index(field(zone))?.total_num_tokens());
        let tokens = zones.map(tokens).sum::<Result<u64>>()?;
        norms.push((push(&bytes, blobs), tokens as f32 / reader.max_doc().max(1) as f32));
    }
    Ok(norms)
}
