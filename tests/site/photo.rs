//! Sample pictures for the tests, made of coloured fields: nobody's photos. And what is read of published ones.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

/// The words by which a camera is found again wherever it is named.
pub(crate) const CAMERA: &str = "KameraPrimer9000";

pub(crate) const RED: [u8; 3] = [220, 30, 30];
pub(crate) const GREEN: [u8; 3] = [30, 180, 60];
pub(crate) const BLUE: [u8; 3] = [40, 60, 200];
pub(crate) const WHITE: [u8; 3] = [240, 240, 240];

/// Four fields: red and green above, blue and white below.
pub(crate) fn fields(width: u32, height: u32) -> DynamicImage {
    let colour = |x: u32, y: u32| match (x < width / 2, y < height / 2) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => WHITE,
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| Rgb(colour(x, y))))
}

/// A red disk with nothing around it.
pub(crate) fn disk(side: u32) -> DynamicImage {
    let middle = side / 2;
    let inside =
        |x: u32, y: u32| x.abs_diff(middle).pow(2) + y.abs_diff(middle).pow(2) < (side * 2 / 5).pow(2);
    let pixel = |x, y| if inside(x, y) { Rgba([220, 30, 30, 255]) } else { Rgba([0, 0, 0, 0]) };
    DynamicImage::ImageRgba8(RgbaImage::from_fn(side, side, pixel))
}

/// A JPEG without notes.
pub(crate) fn jpeg(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(image).unwrap();
    bytes
}

/// A picture of another format.
pub(crate) fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG as a phone writes it: how it was held, by which camera and where it was taken.
pub(crate) fn from_phone(image: &DynamicImage, turn: u8) -> Vec<u8> {
    let notes = notes(turn);
    let exif = segment(0xE1, &[b"Exif\0\0".as_slice(), &notes].concat());
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"55,45.3N\" c=\"{CAMERA}\"/>");
    let jpeg = jpeg(image);
    let tail = format!("trailer of {CAMERA}");
    [
        &jpeg[..2],
        &exif,
        &segment(0xE1, xmp.as_bytes()),
        &segment(0xFE, CAMERA.as_bytes()),
        &jpeg[2..],
        tail.as_bytes(),
    ]
    .concat()
}

/// A JPEG whose colours are those of a profile.
pub(crate) fn with_profile(image: &DynamicImage, profile: &[u8]) -> Vec<u8> {
    let jpeg = jpeg(image);
    let icc = segment(0xE2, &[b"ICC_PROFILE\0\x01\x01".as_slice(), profile].concat());
    [&jpeg[..2], &icc, &jpeg[2..]].concat()
}

/// A PNG with a chunk before its pixels.
pub(crate) fn with_chunk(png: &[u8], name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    // Behind the mark and the first chunk, whose length is always the same.
    let (head, rest) = png.split_at(8 + 25);
    let sum = crc(&[name.as_slice(), data].concat());
    [head, &u32::try_from(data.len()).unwrap().to_be_bytes(), name, data, &sum.to_be_bytes(), rest].concat()
}

/// The block of a camera: its name, how it was held, a latitude.
pub(crate) fn notes(turn: u8) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let name = format!("{CAMERA}\0");
    // Behind the head and three entries stands the name, behind it the list of the position and its numbers.
    let name_at = 8 + 2 + 3 * 12 + 4;
    let position_at = u32::try_from(name_at + name.len()).unwrap();
    let numbers_at = position_at + 2 + 12 + 4;
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(entry(
        0x0110,
        2,
        u32::try_from(name.len()).unwrap(),
        u32::try_from(name_at).unwrap().to_be_bytes(),
    ));
    tiff.extend(entry(0x0112, 3, 1, [0, turn, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, position_at.to_be_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(name.as_bytes());
    tiff.extend([0, 1]);
    tiff.extend(entry(0x0002, 5, 3, numbers_at.to_be_bytes()));
    tiff.extend([0; 4]);
    for part in [55_u32, 45, 21] {
        tiff.extend([part.to_be_bytes(), 1_u32.to_be_bytes()].concat());
    }
    tiff
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], length.as_slice(), data].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8)
            .fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (0_u32.wrapping_sub(sum & 1))))
    };
    !bytes.iter().fold(!0, step)
}

/// A published picture, decoded by another decoder than browsers use only in that nothing turns it.
pub(crate) fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

/// The colours in the middle of the four quarters of a picture: above from left to right, then below.
pub(crate) fn quarters(image: &DynamicImage) -> [[u8; 3]; 4] {
    let image = image.to_rgb8();
    let (width, height) = image.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| image.get_pixel(width * x / 4, height * y / 4).0)
}

/// Whether a colour is another but for what encoding loses.
pub(crate) fn is_like(found: [u8; 3], wanted: [u8; 3]) -> bool {
    found.iter().zip(wanted).all(|(found, wanted)| found.abs_diff(wanted) < 16)
}
