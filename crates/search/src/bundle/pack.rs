//! Files that are named by their content: packing, unpacking, proving, and tables of their names.

use crate::bytes::{Bytes, Reader};
use crate::error::SearchError;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// Bytes of a file's name; two files of one site never meet by chance.
const NAME: usize = 6;
/// No honest file of a bundle unpacks to more.
#[cfg(feature = "unpack")]
const MAX_UNPACKED: u64 = 1 << 30;

/// Unpacks a gzip-packed file; hosts that have unpacked it on the way are met kindly.
#[cfg(feature = "unpack")]
pub(super) fn unpack(bytes: Vec<u8>) -> Result<Vec<u8>, SearchError> {
    use std::io::Read;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .take(MAX_UNPACKED)
        .read_to_end(&mut unpacked)
        .map_err(|error| SearchError::Damaged(error.to_string()))?;
    Ok(unpacked)
}

/// Takes a file as the host has unpacked it.
#[cfg(not(feature = "unpack"))]
pub(super) fn unpack(bytes: Vec<u8>) -> Result<Vec<u8>, SearchError> {
    Ok(bytes)
}

/// Proves that unpacked bytes are what the file's name promises: what passes can be trusted further on.
pub(super) fn prove(path: &str, bytes: &[u8]) -> Result<(), SearchError> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name).trim_end_matches(".pack");
    if name.len() == 2 * NAME && name == content_hash(bytes) {
        return Ok(());
    }
    Err(SearchError::Damaged(format!("{path} does not hold what its name promises")))
}

fn content_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..NAME])
}

/// Returns the SHA-256 of the bytes in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(if digit < 10 { b'0' + digit } else { b'a' - 10 + digit })).collect()
}

/// Where chunk files begin in what they are cut from, and how they are named.
#[derive(Debug)]
pub(crate) struct Tables {
    starts: Vec<usize>,
    names: Bytes,
}

impl Tables {
    /// Reads the differences of successive starts and the names.
    pub(super) fn read(starts: &[u8], names: Bytes) -> Result<Self, SearchError> {
        let damaged = || SearchError::Damaged("a table of files has holes".to_owned());
        let mut reader = Reader::new(starts);
        let (mut at, mut all) = (0_usize, Vec::with_capacity(names.len() / NAME));
        while reader.left() > 0 {
            at = reader.size().and_then(|more| at.checked_add(more)).ok_or_else(damaged)?;
            all.push(at);
        }
        // The last start is the end of the last chunk.
        if !names.len().is_multiple_of(NAME) || all.len() != names.len() / NAME + 1 {
            return Err(damaged());
        }
        Ok(Self { starts: all, names })
    }

    /// Returns the place behind the last chunk.
    pub(crate) fn end(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// Returns the numbers of the chunks that hold the places.
    pub(crate) fn holding(&self, places: &Range<usize>) -> Range<usize> {
        let first = self.starts.partition_point(|&start| start <= places.start).saturating_sub(1);
        let last = self.starts.partition_point(|&start| start < places.end);
        first..last.max(first).min(self.starts.len().saturating_sub(1))
    }

    /// Returns where a chunk begins.
    pub(crate) fn start(&self, number: usize) -> usize {
        self.starts.get(number).copied().unwrap_or_else(|| self.end())
    }

    /// Names the file of a chunk.
    pub(crate) fn file(&self, folder: &str, number: usize) -> String {
        let name = self.names.get(number * NAME..(number + 1) * NAME).unwrap_or_default();
        format!("{folder}/{}.pack", hex(name))
    }
}

/// A packed file with its name.
#[cfg(feature = "build")]
#[derive(Debug, Clone)]
pub(crate) struct Packed {
    pub(crate) path: String,
    pub(crate) name: [u8; NAME],
    pub(crate) bytes: Vec<u8>,
}

#[cfg(feature = "build")]
impl Packed {
    /// Returns what was packed.
    pub(crate) fn unpacked(&self) -> anyhow::Result<Vec<u8>> {
        Ok(unpack(self.bytes.clone())?)
    }

    /// Returns the part of the file's name that changes with its content.
    pub(crate) fn hash(&self) -> String {
        hex(&self.name)
    }
}

/// Packs files of one folder without a time, so that equal input gives equal output.
#[cfg(feature = "build")]
struct Packer {
    folder: &'static str,
    compressor: libdeflater::Compressor,
}

#[cfg(feature = "build")]
impl Packer {
    fn new(folder: &'static str) -> anyhow::Result<Self> {
        let effort = libdeflater::CompressionLvl::new(effort(folder));
        let effort = effort.map_err(|_| anyhow::anyhow!("there is no such effort of packing"))?;
        Ok(Self { folder, compressor: libdeflater::Compressor::new(effort) })
    }

    /// Packs a file and names it by what it is unpacked.
    fn pack(&mut self, bytes: &[u8]) -> anyhow::Result<Packed> {
        let mut packed = vec![0; self.compressor.gzip_compress_bound(bytes.len())];
        let length = self.compressor.gzip_compress(bytes, &mut packed)?;
        packed.truncate(length);
        packed.shrink_to_fit();
        let mut name = [0; NAME];
        name.copy_from_slice(&Sha256::digest(bytes)[..NAME]);
        Ok(Packed { path: format!("{}/{}.pack", self.folder, hex(&name)), name, bytes: packed })
    }
}

/// The effort of packing the files of a folder, from 1 to 12.
///
/// What is read before the first answer is small and is packed as well as can be, at a hundred times the work for a
/// byte; the texts and lists of 10,000 pages take a second at 8; at 6 the titles, which repeat most, take as long as
/// all texts (`docs/benchmarks.md`).
#[cfg(feature = "build")]
fn effort(folder: &str) -> i32 {
    use super::names::{CORE_DIR, INDEX_DIR, TEXT_DIR, WORDS_DIR};
    match folder {
        CORE_DIR | WORDS_DIR => 12,
        TEXT_DIR | INDEX_DIR => 8,
        _ => 5,
    }
}

/// Packs one file.
#[cfg(feature = "build")]
pub(crate) fn pack(folder: &'static str, bytes: &[u8]) -> anyhow::Result<Packed> {
    Packer::new(folder)?.pack(bytes)
}

/// Packs many pieces on all processors; the result does not depend on their number.
#[cfg(feature = "build")]
pub(crate) fn pack_all<P: Sync>(
    folder: &'static str,
    pieces: &[P],
    write: impl Fn(&P) -> anyhow::Result<Vec<u8>> + Sync,
) -> anyhow::Result<Vec<Packed>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = pieces.len().div_ceil(threads).max(1);
    let write = &write;
    let work = move |part: &[P]| {
        let mut packer = Packer::new(folder)?;
        part.iter().map(|piece| packer.pack(&write(piece)?)).collect()
    };
    let parts: Vec<anyhow::Result<Vec<Packed>>> = std::thread::scope(|scope| {
        let handles: Vec<_> = pieces.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        let broken = |_| Err(anyhow::anyhow!("packing was cut short"));
        handles.into_iter().map(|handle| handle.join().unwrap_or_else(broken)).collect()
    });
    Ok(parts.into_iter().collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten().collect())
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::Tables;
    use crate::bytes::Bytes;

    #[test]
    fn chunks_are_found_by_place() {
        let tables = Tables::read(&[0, 10, 5, 20], Bytes::new(vec![0; 18])).unwrap();
        assert_eq!(tables.holding(&(0..10)), 0..1);
        assert_eq!(tables.holding(&(9..11)), 0..2);
        assert_eq!(tables.holding(&(15..35)), 2..3);
        assert_eq!(tables.holding(&(0..35)), 0..3);
        assert_eq!(tables.holding(&(30..99)), 2..3);
        assert!(Tables::read(&[0, 10], Bytes::new(vec![0; 12])).is_err());
    }
}
