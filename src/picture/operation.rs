//! Operations: what is made of a picture, said so that equal words mean equal bytes.

/// The longest side in pixels: WebP ends at 16,383, and nobody shows others so large.
pub(super) const LONGEST_SIDE: u32 = 16_000;

/// A format in which pictures are made.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) enum Encoding {
    /// For browsers since 2020.
    Webp,
    /// For all others, and for people.
    Jpeg,
    /// The same for what has sharp edges or is transparent.
    Png,
}

/// Making of one picture another: turned, without notes, in sRGB, scaled, encoded.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Operation {
    /// The width in pixels.
    pub(crate) width: u32,
    /// The height in pixels.
    pub(crate) height: u32,
    /// The format.
    pub(crate) encoding: Encoding,
    /// The size to which it is scaled before it is scaled to this one: one for all that pages show, so that a large
    /// picture is gone through once. It is said here, since the bytes depend on it.
    pub(crate) through: (u32, u32),
    /// Whether nothing may be lost that a reader could see, whatever it weighs: a scanned document must stay readable.
    pub(crate) careful: bool,
}

impl Encoding {
    /// The format that files of an ending are in.
    pub(super) fn of(ending: &str) -> Option<Self> {
        match ending {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::Webp),
            _ => None,
        }
    }

    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

impl Operation {
    /// What the name of a picture shown by pages has behind the name of its source: `-800.webp`.
    pub(crate) fn suffix(&self) -> String {
        format!("-{}.{}", self.width, self.encoding.ending())
    }

    /// The operation in words, for the names of kept files. Other words for what is made in another way than before:
    /// the number grows with every change of how pictures are made.
    pub(crate) fn words(&self) -> String {
        let Self { width, height, encoding, through, careful } = self;
        let manner = if *careful { "whole" } else { "shown" };
        format!("kabinet picture 1: {through:?} {width}x{height} {} {manner}", encoding.ending())
    }
}
