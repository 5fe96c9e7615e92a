//! The width and height of pictures, so that pages do not jump while they load.

use std::path::Path;

use super::names::Name;
use super::sniff::Format;
use super::types;
use crate::disk;

/// How much is read: pictures from phones begin with large notes of the camera.
const HEAD: u64 = 256 * 1024;

/// The width and height of a picture, from the first bytes of its file. `None` for what is not known, or is no picture
/// by its name.
pub(crate) fn size(path: &str, disk: &Path) -> Option<(u32, u32)> {
    let pictures = [Format::Jpeg, Format::Png, Format::Gif, Format::Webp];
    let picture = types::formats(&Name::of(path).ending).iter().any(|format| pictures.contains(format));
    picture.then(|| measure(&disk::head(disk, HEAD).ok()?)).flatten()
}

fn measure(head: &[u8]) -> Option<(u32, u32)> {
    match head {
        [0x89, b'P', b'N', b'G', ..] => Some((big32(head, 16)?, big32(head, 20)?)),
        [b'G', b'I', b'F', ..] => Some((little16(head, 6)?, little16(head, 8)?)),
        [0xFF, 0xD8, ..] => jpeg(head),
        [b'R', b'I', b'F', b'F', ..] if head.get(8..12) == Some(b"WEBP") => webp(head),
        _ => None,
    }
}

/// Walks from segment to segment to the one that begins the frame.
fn jpeg(head: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let (&[0xFF, marker], length) = (head.get(at..at + 2)?, big16(head, at + 2)?) else { return None };
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Some((big16(head, at + 7)?, big16(head, at + 5)?));
        }
        at += 2 + usize::try_from(length).ok()?;
    }
}

fn webp(head: &[u8]) -> Option<(u32, u32)> {
    let little24 = |at| Some(little16(head, at)? | u32::from(*head.get(at + 2)?) << 16);
    match head.get(12..16)? {
        b"VP8X" => Some((little24(24)? + 1, little24(27)? + 1)),
        b"VP8 " => Some((little16(head, 26)? & 0x3FFF, little16(head, 28)? & 0x3FFF)),
        b"VP8L" => {
            let bits = little16(head, 21)? | little16(head, 23)? << 16;
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        _ => None,
    }
}

fn big32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn big16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}

fn little16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::measure;

    #[test]
    fn pictures_are_measured_by_their_first_bytes() {
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 2, 128, 0, 0, 1, 224]].concat();
        assert_eq!(measure(&png), Some((640, 480)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 1, 224, 2, 128];
        assert_eq!(measure(&jpeg), Some((640, 480)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(measure(webp), Some((640, 480)));
        assert_eq!(measure(b"<svg/>"), None);
        assert_eq!(measure(&jpeg[..6]), None);
    }
}
