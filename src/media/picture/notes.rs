//! What is noted in a picture beside it: how the camera was held, and where.

use std::io::{BufRead, BufReader, Read as _, Seek};
use std::path::Path;

use exif::{Exif, In, Reader, Tag, Value};

use super::super::sniff::Format;
use crate::disk::{self, Links};

/// Where the other description of a picture, XMP, stands when it is there.
const HEAD: u64 = 256 * 1024;

/// What matters of the notes in a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Notes {
    /// Whether the block of the camera tells where the picture was taken.
    position: bool,
    /// How it must be turned to stand as its camera was held, by the numbers of EXIF; 1 for not at all.
    pub(super) turn: u8,
}

impl Default for Notes {
    fn default() -> Self {
        Self { position: false, turn: 1 }
    }
}

impl Notes {
    /// Reads the block that cameras write, of a file of such a format.
    pub(super) fn read(path: &Path, format: Format) -> Self {
        let file = is_noted(format).then(|| disk::open(path, Links::Refused).ok()).flatten();
        file.map_or_else(Self::default, |file| Self::of(&mut BufReader::new(file)))
    }

    /// Reads the block that cameras write.
    pub(super) fn of(picture: &mut (impl BufRead + Seek)) -> Self {
        let read = Reader::new().continue_on_error(true).read_from_container(picture);
        let Ok(exif) = read.or_else(|error| error.distill_partial_result(|_| ())) else {
            return Self::default();
        };
        let turn = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
        let turn = turn.and_then(|turn| u8::try_from(turn).ok()).filter(|turn| (1..=8).contains(turn));
        Self { position: tells_position(&exif), turn: turn.unwrap_or(1) }
    }

    /// Whether width and height change places when it is turned.
    pub(super) fn lies(self) -> bool {
        self.turn >= 5
    }

    /// Whether anything in the file tells where it was taken.
    pub(super) fn tell_position(self, path: &Path, format: Format) -> bool {
        is_noted(format) && (self.position || in_xmp(path))
    }
}

/// Whether files of a format may hold the block of a camera.
fn is_noted(format: Format) -> bool {
    matches!(format, Format::Jpeg | Format::Png | Format::Webp | Format::Heif | Format::Tiff)
}

fn tells_position(exif: &Exif) -> bool {
    [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSDestLatitude]
        .into_iter()
        .filter_map(|tag| exif.get_field(tag, In::PRIMARY))
        .any(|field| is_known(&field.value))
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
