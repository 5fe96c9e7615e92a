//! The laws of making pictures: whatever is sent, nothing panics, and equal words give equal bytes.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;
use crate::picture::{Operation, Picture, Settings, Treatment};

/// A small picture with colours, edges and, where the format knows them, transparent places.
fn sample(format: ImageFormat) -> Vec<u8> {
    let pixel =
        |x: u32, y: u32| Rgba([(x * 5) as u8, (y * 7) as u8, (x * y) as u8, if x > 30 { 90 } else { 255 }]);
    let image = DynamicImage::ImageRgba8(RgbaImage::from_fn(48, 36, pixel));
    let image = if format == ImageFormat::Jpeg { image.to_rgb8().into() } else { image };
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const FORMATS: [ImageFormat; 3] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];

fn operations(treatment: Treatment) -> Vec<Operation> {
    let picture = Picture { width: 48, height: 36, treatment };
    let settings = Settings { widths: vec![10, 20, 30], fallback: 20, ..Settings::default() };
    picture.shown(&settings).into_iter().chain(picture.whole("jpg")).chain(picture.whole("png")).collect()
}

#[test]
fn each_picture_is_what_its_operation_says_and_needs_no_other() {
    for format in FORMATS {
        let bytes = sample(format);
        for treatment in [Treatment::Photo, Treatment::Drawing] {
            let operations = operations(treatment);
            let all = make(&bytes, &operations).unwrap();
            for (made, operation) in all.iter().zip(&operations) {
                assert!(is_made_by(made, operation), "{format:?} {operation:?}");
                let alone = make(&bytes, std::slice::from_ref(operation)).unwrap();
                assert_eq!(&alone[0], made, "{format:?} {operation:?}");
            }
            let first = &all[0];
            assert!(!is_made_by(first, &operations[1]) && !is_made_by(&first[..20], &operations[0]));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_sent_nothing_panics(
        format in 0..3_usize,
        hits in prop::collection::vec((0..4000_usize, any::<u8>()), 0..12),
        cut in prop::option::of(0..4000_usize),
    ) {
        let mut bytes = sample(FORMATS[format]);
        for (at, value) in hits {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut);
        }
        // Sizes that were hit may be large; they are bounded before anything is made.
        prop_assume!(weight(&bytes) < 40_000_000);
        if let Ok(made) = make(&bytes, &operations(Treatment::Photo)) {
            let operations = operations(Treatment::Photo);
            prop_assert!(made.iter().zip(&operations).all(|(made, operation)| is_made_by(made, operation)));
        }
    }
}

#[test]
fn what_would_not_fit_into_memory_is_not_begun() {
    let mut bomb = sample(ImageFormat::Png);
    bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    assert_eq!(make(&bomb, &operations(Treatment::Photo)).unwrap_err(), Fault::TooLarge);
    let jpeg = sample(ImageFormat::Jpeg);
    assert_eq!(make(&jpeg[..jpeg.len() - 2], &[]).unwrap_err(), Fault::Damaged, "its end is missing");
}
