//! The layout of the bundle: manifest and core. Numbers and texts are those of [`crate::bytes`].

#[cfg(feature = "build")]
use super::names::TAG;
use super::names::WORDS_DIR;
use super::pack::{Tables, hex};
use crate::bytes::{Bytes, Reader};
#[cfg(feature = "build")]
use crate::bytes::{push_list, push_number, push_text};
use crate::error::SearchError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The only file whose name does not change: it names the core, and the core names all the rest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) format: u32,
    pub(crate) pages: u32,
    pub(crate) as_of: Option<i32>,
    pub(crate) core: String,
    /// The SHA-256 of the unpacked core.
    pub(crate) sha256: String,
}

/// A stretch of the core's blobs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Span(pub(crate) usize, pub(crate) usize);

impl Span {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let start = reader.size()?;
        Some(Self(start, start.checked_add(reader.size()?)?))
    }

    #[cfg(feature = "build")]
    fn write(self, out: &mut Vec<u8>) {
        push_number(self.0 as u64, out);
        push_number((self.1 - self.0) as u64, out);
    }
}

/// What must be at hand before the first query.
#[derive(Debug, Clone, Default)]
pub(crate) struct Core {
    /// The chunk files of the stream of lists: where each begins, and its name.
    pub(crate) lists: Chunks,
    /// Stems, the commonest in the core, the others in files.
    pub(crate) common: Span,
    pub(crate) stems: Shards,
    /// Unstemmed forms, all in files.
    pub(crate) forms: Shards,
    pub(crate) texts: Chunks,
    /// Lengths of the zones in a code of one byte, and their mean.
    pub(crate) norms: Vec<(Span, f32)>,
    pub(crate) columns: Span,
    /// Facet ids and value labels by number.
    pub(crate) labels: Vec<(String, String)>,
    /// Groups of members as they are written.
    pub(crate) synonyms: Vec<Vec<String>>,
    /// Groups of members that are only close to each other.
    pub(crate) near: Vec<Vec<String>>,
    /// Names of the shards of the filter of the words of the language.
    pub(crate) lemmas: Span,
    /// Labels of kinds by id.
    pub(crate) kinds: BTreeMap<String, String>,
    /// Sets of stems that the exceptions point to, each joined by spaces.
    pub(crate) targets: Vec<String>,
    /// The exceptions: a finite map from forms to numbers of targets.
    pub(crate) exceptions: Span,
    /// On a small site, all files of words, lists and texts, by their paths: none of them is published by itself.
    pub(crate) within: Vec<(String, Span)>,
}

/// A table of chunk files: differences of their first places (numbers), and their names (six bytes each).
#[derive(Debug, Clone, Default)]
pub(crate) struct Chunks {
    pub(crate) starts: Span,
    pub(crate) names: Span,
}

/// Files of sorted words: the first word of each, and their names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shards {
    pub(crate) firsts: Vec<String>,
    pub(crate) names: Span,
}

impl Core {
    /// Reads the header, field after field.
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let pair = |reader: &mut Reader<'_>| Some((reader.text()?, reader.text()?));
        let chunks = |reader: &mut Reader<'_>| {
            Some(Chunks { starts: Span::read(reader)?, names: Span::read(reader)? })
        };
        let shards = |reader: &mut Reader<'_>| {
            Some(Shards { firsts: reader.list(Reader::text)?, names: Span::read(reader)? })
        };
        let norm = |reader: &mut Reader<'_>| {
            let mean = f32::from_bits(reader.short()?);
            Some((Span::read(reader)?, mean))
        };
        Some(Self {
            lists: chunks(reader)?,
            common: Span::read(reader)?,
            stems: shards(reader)?,
            forms: shards(reader)?,
            texts: chunks(reader)?,
            norms: reader.list(norm)?,
            columns: Span::read(reader)?,
            labels: reader.list(pair)?,
            synonyms: reader.list(|reader| reader.list(Reader::text))?,
            near: reader.list(|reader| reader.list(Reader::text))?,
            lemmas: Span::read(reader)?,
            kinds: reader.list(pair)?.into_iter().collect(),
            targets: reader.list(Reader::text)?,
            exceptions: Span::read(reader)?,
            within: reader.list(|reader| Some((reader.text()?, Span::read(reader)?)))?,
        })
    }

    /// Writes the header as it is read.
    #[cfg(feature = "build")]
    fn write(&self, out: &mut Vec<u8>) {
        let texts = |texts: &Vec<String>, out: &mut Vec<u8>| {
            push_list(texts, out, |text, out| push_text(text, out));
        };
        let pair = |(one, other): (&String, &String), out: &mut Vec<u8>| {
            push_text(one, out);
            push_text(other, out);
        };
        let chunks = |chunks: &Chunks, out: &mut Vec<u8>| {
            chunks.starts.write(out);
            chunks.names.write(out);
        };
        let shards = |shards: &Shards, out: &mut Vec<u8>| {
            texts(&shards.firsts, out);
            shards.names.write(out);
        };
        chunks(&self.lists, out);
        self.common.write(out);
        shards(&self.stems, out);
        shards(&self.forms, out);
        chunks(&self.texts, out);
        push_list(&self.norms, out, |(span, mean), out| {
            push_number(u64::from(mean.to_bits()), out);
            span.write(out);
        });
        self.columns.write(out);
        push_list(&self.labels, out, |(id, label), out| pair((id, label), out));
        push_list(&self.synonyms, out, texts);
        push_list(&self.near, out, texts);
        self.lemmas.write(out);
        push_list(&self.kinds, out, pair);
        texts(&self.targets, out);
        self.exceptions.write(out);
        push_list(&self.within, out, |(path, span), out| {
            push_text(path, out);
            span.write(out);
        });
    }
}

/// The large parts of the core.
#[derive(Clone)]
pub(crate) struct Blobs(Bytes);

impl Blobs {
    pub(crate) fn get(&self, span: Span) -> Result<Bytes, SearchError> {
        if span.0 > span.1 || span.1 > self.0.len() {
            return Err(SearchError::Damaged("a part of the core lies outside of it".to_owned()));
        }
        Ok(self.0.slice(span.0..span.1))
    }

    /// Reads a table of chunk files.
    pub(crate) fn tables(&self, chunks: &Chunks) -> Result<Tables, SearchError> {
        Tables::read(&self.get(chunks.starts)?, self.get(chunks.names)?)
    }

    /// Lists the files of the shards.
    pub(crate) fn files(&self, shards: &Shards) -> Result<Vec<String>, SearchError> {
        self.named(WORDS_DIR, shards.names, shards.firsts.len())
    }

    /// Lists so many files of a folder by the table of their names.
    pub(crate) fn named(&self, folder: &str, names: Span, count: usize) -> Result<Vec<String>, SearchError> {
        let names = self.get(names)?;
        if names.len() != count * 6 {
            return Err(SearchError::Damaged(format!("the table of {folder} has holes")));
        }
        Ok(names.chunks(6).map(|name| format!("{folder}/{}.pack", hex(name))).collect())
    }
}

/// Takes the core apart: its header and its blobs.
pub(crate) fn open_core(bytes: Bytes) -> Result<(Core, Blobs), SearchError> {
    let cut = || SearchError::Damaged("the core is cut short".to_owned());
    let len: [u8; 4] = bytes.get(1..5).and_then(|len| len.try_into().ok()).ok_or_else(cut)?;
    let end = (u32::from_le_bytes(len) as usize).checked_add(5).ok_or_else(cut)?;
    let header = bytes.get(5..end).ok_or_else(cut)?;
    let core = Core::read(&mut Reader::new(header)).ok_or_else(cut)?;
    Ok((core, Blobs(bytes.slice(end..bytes.len()))))
}

/// Puts the core together.
#[cfg(feature = "build")]
pub(crate) fn write_core(core: &Core, blobs: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut header = Vec::new();
    core.write(&mut header);
    let mut bytes = vec![TAG];
    bytes.extend_from_slice(&u32::try_from(header.len())?.to_le_bytes());
    bytes.extend_from_slice(&header);
    bytes.extend_from_slice(blobs);
    Ok(bytes)
}

/// Appends bytes to the blobs.
#[cfg(feature = "build")]
pub(crate) fn push(bytes: &[u8], blobs: &mut Vec<u8>) -> Span {
    let start = blobs.len();
    blobs.extend_from_slice(bytes);
    Span(start, blobs.len())
}
