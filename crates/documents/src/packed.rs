//! What lies in an archive that is no document: names and sizes, as its directory tells them. Nothing is unpacked, so
//! it does not matter to what it would unpack.

use crate::package::Package;
use crate::refusal::Refusal;

/// A file in an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Packed {
    /// Its name with its folders, as it is written: old programs say nowhere in which letters.
    pub name: Vec<u8>,
    /// How large it claims to be, in bytes.
    pub size: u64,
}

/// The files of an archive in its order, no folders.
///
/// # Errors
/// When it is damaged or past a limit.
pub fn packed(bytes: &[u8]) -> Result<Vec<Packed>, Refusal> {
    let mut archive = Package::open(bytes)?.into_archive();
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|error| Refusal::damaged("archive", error))?;
        // A folder.
        if !file.name_raw().ends_with(b"/") {
            found.push(Packed { name: file.name_raw().to_vec(), size: file.size() });
        }
    }
    Ok(found)
}
