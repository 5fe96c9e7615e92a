//! The colours of a picture → those that every screen takes for granted, sRGB.
//!
//! Phones of today write a wider space into the file and say so by a profile. Without the profile, which is not
//! published, faces would look pale, so the colours are counted over. A profile that cannot be read, or is one of other
//! inks than the pixels have, is left out: browsers would do the same.

use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::pixels::Pixels;

/// Counts the colours over.
pub(super) fn to_srgb(pixels: Pixels, profile: Option<&[u8]>) -> Pixels {
    match profile.and_then(|profile| counted_over(&pixels, profile)) {
        Some(bytes) => Pixels { bytes, ..pixels },
        None => pixels,
    }
}

fn counted_over(pixels: &Pixels, profile: &[u8]) -> Option<Vec<u8>> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let layout = if pixels.covers { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()).ok()?;
    let mut bytes = vec![0; pixels.bytes.len()];
    transform.transform(&pixels.bytes, &mut bytes).ok()?;
    Some(bytes)
}
