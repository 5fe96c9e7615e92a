//! An archive for readers: files under names of their own, side by side.
//!
//! The same files make the same bytes: there is no clock in it, and nothing is packed, so no packer's version shows.
//! What an office program writes is packed already.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Puts files into one archive, in their order.
///
/// # Errors
/// When two of them have one name, or there is more than such an archive holds.
pub fn archive<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> std::io::Result<Vec<u8>> {
    written(files).map_err(std::io::Error::other)
}

fn written<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        // The same wherever it is made. Programs of Linux read Russian names in archives of Unix alone.
        let options =
            options.system(System::Unix).unix_permissions(0o644).last_modified_time(DateTime::default());
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_put_in_comes_out_under_its_name() {
        let files = [("Рабочий лист.docx", &b"one"[..]), ("b.csv", b""), ("Ещё один (2).docx", b"two")];
        let made = archive(files).unwrap();
        assert_eq!(made, archive(files).unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(&made)).unwrap();
        for (at, (name, bytes)) in files.into_iter().enumerate() {
            let mut file = read.by_index(at).unwrap();
            let mut found = Vec::new();
            file.read_to_end(&mut found).unwrap();
            assert_eq!((&*file.name().unwrap(), &*found), (name, bytes));
        }
        assert!(archive([("a", &b""[..]), ("a", b"")]).is_err());
    }
}
