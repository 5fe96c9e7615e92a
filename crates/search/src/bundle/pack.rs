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

/// The effort of packing: on 100 MB of Russian text level 6 takes half as long again for 8 % less.
#[cfg(feature = "build")]
const LEVEL: u32 = 4;
/// The effort for what is read before the first answer.
#[cfg(feature = "build")]
const BEST: u32 = 9;

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

/// Packs bytes without a time, so that equal input gives equal output, and names them by what they are unpacked.
#[cfg(feature = "build")]
pub(crate) fn pack(folder: &str, bytes: &[u8]) -> anyhow::Result<Packed> {
    use std::io::Write;
    let level = if folder == super::names::CORE_DIR { BEST } else { LEVEL };
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    encoder.write_all(bytes)?;
    let mut name = [0; NAME];
    name.copy_from_slice(&Sha256::digest(bytes)[..NAME]);
    Ok(Packed { path: format!("{folder}/{}.pack", hex(&name)), name, bytes: encoder.finish()? })
}

/// Packs many pieces on all processors; the result does not depend on their number.
#[cfg(feature = "build")]
pub(crate) fn pack_all<P: Sync>(
    folder: &str,
    pieces: &[P],
    write: impl Fn(&P) -> anyhow::Result<Vec<u8>> + Sync,
) -> anyhow::Result<Vec<Packed>> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = pieces.len().div_ceil(threads).max(1);
    let write = &write;
    let parts: Vec<anyhow::Result<Vec<Packed>>> = std::thread::scope(|scope| {
        let work = |part: &[P]| part.iter().map(|piece| pack(folder, &write(piece)?)).collect();
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
