//! Pixels → the bytes of a file, with nothing in it but the picture.
//!
//! Every encoder here gives the same bytes for the same pixels: what is published must not depend on what was kept.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use webp::{PixelLayout, WebPConfig};

use super::fault::Fault;
use super::pixels::Pixels;
use crate::picture::{Encoding, Operation};

/// How much of a photo is kept for pages to show, of a hundred: what a reader of a page does not miss.
const SHOWN: u8 = 78;
/// How much of one that is taken along.
const WHOLE: u8 = 92;

/// Encodes pixels as an operation says.
///
/// # Errors
/// When an encoder refuses them.
pub(super) fn encode(pixels: &Pixels, operation: &Operation, is_drawing: bool) -> Result<Vec<u8>, Fault> {
    let quality = if operation.careful { WHOLE } else { SHOWN };
    let made = match operation.encoding {
        Encoding::Jpeg => jpeg(&pixels.on_paper(), quality),
        Encoding::Png => png(pixels),
        Encoding::Webp if !is_drawing => webp(pixels, Some(quality)),
        Encoding::Webp if operation.careful => webp(pixels, None),
        // Lines and letters are smaller whole, photos saved as PNG are not.
        Encoding::Webp => match (webp(pixels, None), webp(pixels, Some(quality))) {
            (Some(whole), Some(lossy)) if lossy.len() < whole.len() => Some(lossy),
            (whole, lossy) => whole.or(lossy),
        },
    };
    made.ok_or(Fault::Damaged)
}

fn jpeg(pixels: &Pixels, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.encode(&pixels.bytes, pixels.width, pixels.height, ExtendedColorType::Rgb8).ok()?;
    Some(bytes)
}

fn png(pixels: &Pixels) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let colour = if pixels.covers { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
    encoder.write_image(&pixels.bytes, pixels.width, pixels.height, colour).ok()?;
    Some(bytes)
}

/// WebP of a quality, or without any loss.
fn webp(pixels: &Pixels, quality: Option<u8>) -> Option<Vec<u8>> {
    let mut config = WebPConfig::new().ok()?;
    config.lossless = i32::from(quality.is_none());
    config.quality = quality.map_or(40.0, f32::from);
    config.method = if quality.is_none() { 3 } else { 4 };
    let layout = if pixels.covers { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = webp::Encoder::new(&pixels.bytes, layout, pixels.width, pixels.height);
    encoder.encode_advanced(&config).ok().map(|memory| memory.to_vec())
}
