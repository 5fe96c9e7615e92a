//! One picture → those that are published of it.

use super::decode::{Decoded, decode};
use super::fault::Fault;
use super::head::{HEAVIEST, Head};
use super::pixels::Pixels;
use super::{colour, encode};
use crate::picture::{Encoding, Operation};

/// The files of pictures are smaller, in bytes.
pub(crate) const SOURCE_LIMIT: u64 = 128 * 1024 * 1024;

/// How much memory it takes to make anything of a picture, in bytes.
pub(crate) fn weight(bytes: &[u8]) -> u64 {
    Head::of(bytes).map_or(0, |head| head.weight()).min(HEAVIEST) + bytes.len() as u64
}

/// Whether bytes could be what an operation makes: the format and the size that were asked for.
pub(crate) fn is_made_by(bytes: &[u8], operation: &Operation) -> bool {
    let encoding = match bytes {
        [0xFF, 0xD8, ..] => Encoding::Jpeg,
        [0x89, b'P', ..] => Encoding::Png,
        [b'R', b'I', b'F', b'F', ..] => Encoding::Webp,
        _ => return false,
    };
    let size = Head::of(bytes).map(|head| (head.width, head.height));
    encoding == operation.encoding && size == Some((operation.width, operation.height))
}

/// Makes pictures of a picture, in the order of the operations. What each comes to depends on nothing but the bytes and
/// its operation.
///
/// # Errors
/// When nothing can be made of it.
pub(crate) fn make(bytes: &[u8], operations: &[Operation]) -> Result<Vec<Vec<u8>>, Fault> {
    let decoded = decode(bytes)?;
    let mut between: Option<((u32, u32), Pixels)> = None;
    let mut made = Vec::with_capacity(operations.len());
    for operation in operations {
        let pixels = match between.take() {
            Some((size, pixels)) if size == operation.through => pixels,
            _ => standing(&decoded, operation.through)?,
        };
        made.push(one(&pixels, operation, decoded.is_drawing)?);
        between = Some((operation.through, pixels));
    }
    Ok(made)
}

/// The picture in a size, as its camera was held and in the colours of screens.
fn standing(decoded: &Decoded, (width, height): (u32, u32)) -> Result<Pixels, Fault> {
    let pixels = &decoded.pixels;
    // It is scaled first: turning and counting over then have less to do.
    let (width, height) = if decoded.turn >= 5 { (height, width) } else { (width, height) };
    let scaled = match (pixels.width, pixels.height) == (width, height) {
        true => pixels.clone(),
        false => pixels.scaled(width, height)?,
    };
    Ok(colour::to_srgb(scaled.turned(decoded.turn), decoded.profile.as_deref()))
}

fn one(pixels: &Pixels, operation: &Operation, is_drawing: bool) -> Result<Vec<u8>, Fault> {
    let (width, height) = (operation.width, operation.height);
    if (pixels.width, pixels.height) == (width, height) {
        return encode::encode(pixels, operation, is_drawing);
    }
    encode::encode(&pixels.scaled(width, height)?, operation, is_drawing)
}
