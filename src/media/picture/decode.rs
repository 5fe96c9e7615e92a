//! Bytes of anybody → pixels.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{DynamicImage, ImageDecoder, ImageResult, Limits};

use super::fault::Fault;
use super::head::{HEAVIEST, Head};
use super::notes::Notes;
use super::pixels::Pixels;

/// A picture as its file holds it.
pub(super) struct Decoded {
    /// As they are stored: not turned, in the colours of the file.
    pub(super) pixels: Pixels,
    /// How it is to be turned, by the numbers of EXIF.
    pub(super) turn: u8,
    /// What its colours mean, if that is said.
    pub(super) profile: Option<Vec<u8>>,
    /// Whether it has sharp edges or transparent places.
    pub(super) is_drawing: bool,
}

/// Decodes a picture.
///
/// # Errors
/// When it is none, is cut off, or is larger than pictures are.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    let head = Head::of(bytes).ok_or(Fault::Damaged)?;
    if head.weight() > HEAVIEST {
        return Err(Fault::TooLarge);
    }
    let reader = Cursor::new(bytes);
    let (pixels, profile) = match bytes {
        [0xFF, 0xD8, ..] if !ends(bytes) => return Err(Fault::Damaged),
        [0xFF, 0xD8, ..] => read(JpegDecoder::new(reader)),
        [0x89, ..] => read(PngDecoder::with_limits(reader, limits())),
        _ => read(WebPDecoder::new(reader)),
    }?;
    let turn = Notes::of(&mut Cursor::new(bytes)).turn;
    Ok(Decoded { pixels, turn, profile, is_drawing: head.is_drawing })
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(HEAVIEST);
    limits
}

fn read<D: ImageDecoder>(decoder: ImageResult<D>) -> Result<(Pixels, Option<Vec<u8>>), Fault> {
    let mut decoder = decoder.map_err(|_| Fault::Damaged)?;
    if decoder.total_bytes() > HEAVIEST {
        return Err(Fault::TooLarge);
    }
    // Limits that a decoder does not know are no reason to go without the others.
    let _ = decoder.set_limits(limits());
    let profile = decoder.icc_profile().ok().flatten();
    let image = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Damaged)?;
    Ok((Pixels::of(image), profile))
}

/// Whether a JPEG has its end. Decoders fill what is missing with grey, and nobody would be told.
fn ends(bytes: &[u8]) -> bool {
    let mut at = 2;
    // Over the segments before the first pixels: small pictures in them have ends of their own.
    while let Some(&[0xFF, marker, high, low]) = bytes.get(at..at + 4) {
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if marker == 0xDA {
            return bytes.get(at..).is_some_and(|pixels| pixels.windows(2).any(|two| two == [0xFF, 0xD9]));
        }
    }
    false
}
