//! From tantivy's lists to the stream of lists, its chunk files and the dictionary's blocks.
//!
//! In tantivy's files the lists of a word lie in as many places as it has forms and zones. Here they lie side by side,
//! so that one small file has all that a query needs of a rare word, and only what it needs of a common one.

use super::pairs::Pairs;
use super::runs::RunTable;
use super::words::{Word, words};
use crate::bundle::{Core, INDEX_DIR, Packed, Shards, Span, TAG, WORDS_DIR, pack_all, push};
use crate::bytes::push_number;
use crate::dictionary::{Entry, Form, List, write_forms, write_stems};
use crate::norms::{code, length};
use crate::schema::{HEADING, KEYS, RELATED, TEXT, TITLE, field};
use crate::text::Surface;
use anyhow::Result;
use std::collections::BTreeMap;
use std::ops::Range;
use tantivy::{Index, SegmentReader};

/// Bytes of a chunk: a word with more has chunks of its own.
const CHUNK: usize = 8 << 10;
/// Longer lists are cut.
const LONGEST: usize = 48 << 10;
/// So many stems are at hand once the core is: those of most pages.
const COMMON: usize = 30_000;
/// Bytes of a file of words before packing, about.
const SHARD: usize = 20 << 10;

/// Cuts the index into files; fills the core's tables.
pub(super) fn pack(
    index: &Index,
    (table, pairs): (&RunTable, &Pairs<'_>),
    surfaces: &BTreeMap<&str, Surface>,
    core: &mut Core,
    blobs: &mut Vec<u8>,
) -> Result<Vec<Packed>> {
    let segments = index.searchable_segments()?;
    let Some(segment) = segments.first() else { anyhow::bail!("the index must have one segment") };
    let reader = SegmentReader::open(segment)?;
    let (mut stems, forms) = words(&reader, table, pairs)?;
    stems.sort_by(|a, b| b.pages().cmp(&a.pages()).then_with(|| a.text.cmp(b.text)));
    let mut rare = stems.split_off(COMMON.min(stems.len()));
    stems.sort_by(|a, b| a.text.cmp(b.text));
    rare.sort_by(|a, b| a.text.cmp(b.text));

    let mut stream = Stream::default();
    let common: Vec<Entry> = stems.iter().map(|word| stream.word(word)).collect();
    core.common = push(&write_stems(stems.iter().map(|word| word.text).zip(&common)), blobs);
    let placed: Vec<Entry> = rare.iter().map(|word| stream.word(word)).collect();
    let mut packed = Vec::new();
    let files = pack_stems(&rare, &placed)?;
    core.stems = shards(&files, rare.iter().map(|word| word.text), blobs);
    packed.extend(files.1);
    let files = pack_forms(&forms, surfaces)?;
    core.forms = shards(&files, forms.iter().map(|(form, _)| *form), blobs);
    packed.extend(files.1);
    let chunks = stream.finish();
    core.lists.starts = push_starts(chunks.iter().map(Vec::len), blobs);
    let chunks = pack_all(INDEX_DIR, &chunks, |chunk| Ok([&[TAG], chunk.as_slice()].concat()))?;
    core.lists.names = push_names(&chunks, blobs);
    packed.extend(chunks);
    core.norms = norms(&reader, blobs)?;
    Ok(packed)
}

/// The lists of all words one after another, in chunks.
#[derive(Default)]
struct Stream {
    chunks: Vec<Vec<u8>>,
    current: Vec<u8>,
    at: usize,
}

impl Stream {
    /// Appends the lists of a word; returns their places.
    fn word(&mut self, word: &Word<'_>) -> Entry {
        let of_zone =
            |(_, list): &(usize, crate::postings::Written)| list.postings.len() + list.positions.len();
        let len = word.zones.iter().map(of_zone).sum::<usize>() + word.forms.len();
        let long = len > CHUNK;
        if self.current.len() + len > CHUNK {
            self.cut();
        }
        let mut lists: Vec<List> = Vec::with_capacity(word.zones.len());
        for (zone, list) in &word.zones {
            let postings = self.push(&list.postings);
            lists.push(List { zone: *zone, pages: list.pages, postings, positions: 0..0 });
        }
        self.cut_if(long);
        for (place, (zone, list)) in lists.iter_mut().zip(&word.zones) {
            // Nearness in titles alone must not cost the long positions of texts.
            self.cut_if(long && *zone == TEXT);
            place.positions = self.push(&list.positions);
        }
        self.cut_if(long);
        let forms = self.push(&word.forms);
        self.cut_if(long);
        Entry { lists, forms }
    }

    fn push(&mut self, bytes: &[u8]) -> Range<usize> {
        let start = self.at;
        self.current.extend_from_slice(bytes);
        self.at += bytes.len();
        start..self.at
    }

    fn cut_if(&mut self, long: bool) {
        if long {
            self.cut();
        }
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

/// Files of sorted words, and the numbers of their first words.
type Files = (Vec<usize>, Vec<Packed>);

fn pack_stems(words: &[Word<'_>], entries: &[Entry]) -> Result<Files> {
    let pieces = pieces(words.iter().map(|word| word.text.len() / 2 + 2 + word.zones.len() * 4));
    let files = pack_all(WORDS_DIR, &pieces, |piece| {
        let words = words[piece.clone()].iter().map(|word| word.text).zip(&entries[piece.clone()]);
        Ok([&[TAG], write_stems(words).as_slice()].concat())
    })?;
    Ok((pieces.into_iter().map(|piece| piece.start).collect(), files))
}

fn pack_forms(forms: &[(&str, Form)], surfaces: &BTreeMap<&str, Surface>) -> Result<Files> {
    let pieces = pieces(forms.iter().map(|(form, _)| form.len() / 2 + 6));
    let surface = |form: &str| surfaces.get(form).copied().unwrap_or_default();
    let files = pack_all(WORDS_DIR, &pieces, |piece| {
        Ok([&[TAG], write_forms(forms[piece.clone()].iter().copied(), surface).as_slice()].concat())
    })?;
    Ok((pieces.into_iter().map(|piece| piece.start).collect(), files))
}

/// Cuts sorted words of these sizes into files.
fn pieces(sizes: impl ExactSizeIterator<Item = usize>) -> Vec<Range<usize>> {
    let (count, mut pieces, mut start, mut size) = (sizes.len(), Vec::new(), 0, 0);
    for (index, more) in sizes.enumerate() {
        size += more;
        if size >= SHARD || index + 1 == count {
            pieces.push(start..index + 1);
            (start, size) = (index + 1, 0);
        }
    }
    pieces
}

fn shards<'w>(files: &Files, words: impl Iterator<Item = &'w str>, blobs: &mut Vec<u8>) -> Shards {
    let words: Vec<&str> = words.collect();
    let firsts = files.0.iter().map(|&first| words[first].to_owned()).collect();
    Shards { firsts, names: push_names(&files.1, blobs) }
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
        let whole = |page| lengths.iter().map(|zone| length(zone.fieldnorm_id(page))).sum();
        let bytes: Vec<u8> = (0..reader.max_doc()).map(|page| code(whole(page))).collect();
        let tokens = |zone| Ok(reader.inverted_index(field(zone))?.total_num_tokens());
        let tokens = zones.map(tokens).sum::<Result<u64>>()?;
        norms.push((push(&bytes, blobs), tokens as f32 / reader.max_doc().max(1) as f32));
    }
    Ok(norms)
}
