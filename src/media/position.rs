//! Whether a picture tells where it was taken.

use std::io::{BufReader, Read as _};
use std::path::Path;

use exif::{In, Reader, Tag, Value};

use super::sniff::Format;
use crate::disk::{self, Links};

/// Where the other description of a picture, XMP, stands when it is there.
const HEAD: u64 = 256 * 1024;

/// Whether the metadata of a picture hold a position.
pub(super) fn is_told(path: &Path, format: Format) -> bool {
    let picture = matches!(format, Format::Jpeg | Format::Png | Format::Webp | Format::Heif | Format::Tiff);
    picture && (in_exif(path) || in_xmp(path))
}

/// The block that cameras write.
fn in_exif(path: &Path) -> bool {
    let Ok(file) = disk::open(path, Links::Refused) else { return false };
    let read = Reader::new().continue_on_error(true).read_from_container(&mut BufReader::new(file));
    let exif = read.or_else(|error| error.distill_partial_result(|_| ()));
    exif.is_ok_and(|exif| {
        [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude]
            .into_iter()
            .filter_map(|tag| exif.get_field(tag, In::PRIMARY))
            .any(|field| is_known(&field.value))
    })
}

/// Some cameras write the field and leave it without a number.
fn is_known(value: &Value) -> bool {
    match value {
        Value::Rational(parts) => parts.iter().any(|part| part.denom != 0),
        _ => true,
    }
}

/// The block that programs write; it is a text.
fn in_xmp(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = disk::open(path, Links::Refused).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let mark = b"exif:GPSLatitude";
    read.is_ok() && head.windows(mark.len()).any(|window| window == mark)
}
