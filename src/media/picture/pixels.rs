//! Pixels in memory: scaled, turned, on paper.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, RgbImage, RgbaImage};

use super::fault::Fault;

/// A decoded picture: eight bits for each of red, green, blue, and where it is transparent somewhere, for that.
#[derive(Clone, Debug)]
pub(super) struct Pixels {
    /// In pixels.
    pub(super) width: u32,
    /// In pixels.
    pub(super) height: u32,
    /// Whether each pixel has a fourth byte: how much of what is behind it is covered.
    pub(super) covers: bool,
    /// Line by line.
    pub(super) bytes: Vec<u8>,
}

impl Pixels {
    /// Takes over what was decoded.
    pub(super) fn of(image: DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let covers = image.color().has_alpha();
        let bytes = if covers { image.into_rgba8().into_raw() } else { image.into_rgb8().into_raw() };
        Self { width, height, covers, bytes }
    }

    /// Scales to a size.
    ///
    /// # Errors
    /// When there are no pixels.
    pub(super) fn scaled(&self, width: u32, height: u32) -> Result<Self, Fault> {
        let kind = if self.covers { PixelType::U8x4 } else { PixelType::U8x3 };
        let from = ImageRef::new(self.width, self.height, &self.bytes, kind).map_err(|_| Fault::Damaged)?;
        let mut to = Image::new(width, height, kind);
        let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
        Resizer::new().resize(&from, &mut to, &options).map_err(|_| Fault::Damaged)?;
        Ok(Self { width, height, covers: self.covers, bytes: to.into_vec() })
    }

    /// Turns by one of the numbers of EXIF.
    pub(super) fn turned(self, turn: u8) -> Self {
        let Some(orientation) = Orientation::from_exif(turn).filter(|one| *one != Orientation::NoTransforms)
        else {
            return self;
        };
        let (width, height) = (self.width, self.height);
        let image = if self.covers {
            RgbaImage::from_raw(width, height, self.bytes).map(DynamicImage::ImageRgba8)
        } else {
            RgbImage::from_raw(width, height, self.bytes).map(DynamicImage::ImageRgb8)
        };
        let mut image = image.unwrap_or_default();
        image.apply_orientation(orientation);
        Self::of(image)
    }

    /// Lays it on white paper, for formats that know nothing behind a picture.
    pub(super) fn on_paper(&self) -> Self {
        if !self.covers {
            return self.clone();
        }
        let over = |colour: u8, cover: u8| {
            let (colour, cover) = (u32::from(colour), u32::from(cover));
            u8::try_from((colour * cover + 255 * (255 - cover) + 127) / 255).unwrap_or(u8::MAX)
        };
        let pixels = self.bytes.chunks_exact(4);
        let bytes = pixels.flat_map(|one| [0, 1, 2].map(|at| over(one[at], one[3]))).collect();
        Self { covers: false, bytes, ..*self }
    }
}
