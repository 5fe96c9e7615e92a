//! Photos for measuring: a portal of events with galleries of large JPEGs, as phones take them, of nobody.
//!
//! Few of them are drawn, since drawing takes longer than anything that is measured; each file has a note of its own, so
//! that no two are equal and none is made of what was made of another.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use super::random::Random;
use crate::files::put;

/// The sides of a photo: twelve megapixels.
const SIDES: (u32, u32) = (4000, 3000);
/// How many are drawn.
const DRAWN: usize = 8;
/// How many stand in a gallery.
const IN_GALLERY: usize = 50;
/// Half of the photos were taken with the phone on its side.
const TURNS: [u8; 2] = [1, 6];

/// `cargo xtask corpus photos COUNT FOLDER`.
pub(crate) fn command(words: &[&str]) -> Result<()> {
    let [count, folder] = words else { bail!("how to call it: cargo xtask corpus photos COUNT FOLDER") };
    let count: usize = count.parse().context("the number of photos is a number")?;
    write(count, Path::new(folder), SIDES)?;
    println!("{count} photos in {folder}");
    Ok(())
}

/// Writes a portal with so many photos.
fn write(count: usize, folder: &Path, sides: (u32, u32)) -> Result<()> {
    let drawn: Vec<Vec<u8>> = (0..DRAWN.min(count)).map(|at| drawn(at, sides)).collect::<Result<_>>()?;
    let site = "title: Фотографии\nbase_url: https://photos.example/\n";
    put(&folder.join("content/site.yaml"), site.as_bytes())?;
    for first in (0..count).step_by(IN_GALLERY) {
        let gallery = folder.join(format!("content/events/gallery-{}", first / IN_GALLERY + 1));
        let mut page =
            "---\nназвание: Встреча с фотографиями\nформа: семинар\nначало: 21.11.2026 10:00\nфотографии:\n"
                .to_owned();
        for at in first..count.min(first + IN_GALLERY) {
            page += &format!("  - {{файл: photo-{at}.jpg, описание: Пример снимка {at}}}\n");
            put(&gallery.join(format!("photo-{at}.jpg")), &noted(&drawn[at % DRAWN], at))?;
        }
        put(&gallery.join("index.md"), format!("{page}---\nПримеры.\n").as_bytes())?;
    }
    Ok(())
}

/// A photo: large soft places of colour with grain over them.
fn drawn(index: usize, (width, height): (u32, u32)) -> Result<Vec<u8>> {
    let mut random = Random::keyed(1, "photo", index);
    let soft = RgbImage::from_fn(width / 100 + 2, height / 100 + 2, |_, _| {
        Rgb([0; 3].map(|_: u8| random.below(230) as u8))
    });
    let mut image = RgbImage::new(width, height);
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        let (left, above) = (x / 100, y / 100);
        let (right, below) = (x % 100, y % 100);
        let corner = |x: u32, y: u32, at: usize| u32::from(soft.get_pixel(left + x, above + y).0[at]);
        let grain = random.below(26) as u32;
        let between = |at: usize| {
            let upper = corner(0, 0, at) * (100 - right) + corner(1, 0, at) * right;
            let lower = corner(0, 1, at) * (100 - right) + corner(1, 1, at) * right;
            ((upper * (100 - below) + lower * below) / 10_000 + grain).min(255) as u8
        };
        *pixel = Rgb([between(0), between(1), between(2)]);
    }
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 88).encode_image(&image).context("cannot encode a photo")?;
    Ok(bytes)
}

/// The photo with a block of EXIF that says how the phone was held, and a note of its own.
fn noted(photo: &[u8], index: usize) -> Vec<u8> {
    let turn = TURNS[index % TURNS.len()];
    let exif =
        [b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".as_slice(), &[turn, 0, 0, 0, 0, 0, 0]]
            .concat();
    let note = format!("photo {index}");
    [&photo[..2], &segment(0xE1, &exif), &segment(0xFE, note.as_bytes()), &photo[2..]].concat()
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&[0xFF, marker], length.as_slice(), data].concat()
}

#[cfg(test)]
mod tests {
    use super::{drawn, noted};

    #[test]
    fn photos_are_the_same_each_time_and_no_two_are_equal() {
        let photo = drawn(0, (200, 150)).unwrap();
        assert_eq!(photo, drawn(0, (200, 150)).unwrap());
        assert_ne!(noted(&photo, 0), noted(&photo, 8));
        assert!(image::load_from_memory(&noted(&photo, 3)).is_ok_and(|image| image.width() == 200));
    }
}
