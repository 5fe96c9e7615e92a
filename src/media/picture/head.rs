//! What the first bytes of a picture tell: its size, what it takes to decode it, whether it moves.

/// Decoding a picture takes less, in bytes: 125 megapixels, more than phones have that people take along.
pub(super) const HEAVIEST: u64 = 500 * 1000 * 1000;

/// A picture by its first bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Head {
    /// The width in pixels, as it is stored.
    pub(super) width: u32,
    /// The height in pixels, as it is stored.
    pub(super) height: u32,
    /// How many bytes a pixel may take while it is decoded.
    per_pixel: u64,
    /// Whether it has sharp edges or transparent places.
    pub(super) is_drawing: bool,
    /// Whether it is a film.
    pub(super) moves: bool,
}

impl Head {
    /// Reads the first bytes of a file. `None` for what is no picture, or goes on behind them.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x89, b'P', b'N', b'G', ..] => png(head),
            [b'G', b'I', b'F', ..] => Some(Self::sized(little16(head, 6)?, little16(head, 8)?)),
            [0xFF, 0xD8, ..] => jpeg(head),
            [b'R', b'I', b'F', b'F', ..] if head.get(8..12) == Some(b"WEBP") => webp(head),
            _ => None,
        }
    }

    /// How many bytes it takes to decode it.
    pub(super) fn weight(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height) * self.per_pixel
    }

    fn sized(width: u32, height: u32) -> Self {
        Self { width, height, per_pixel: 4, is_drawing: false, moves: false }
    }
}

fn png(head: &[u8]) -> Option<Head> {
    let deep = *head.get(24)? == 16;
    let size = Head::sized(big32(head, 16)?, big32(head, 20)?);
    let mut at = 8;
    // The mark of a film stands before the first pixels.
    let mut moves = false;
    while let (Some(length), Some(name)) = (big32(head, at), head.get(at + 4..at + 8)) {
        moves |= name == b"acTL";
        if name == b"IDAT" {
            break;
        }
        at = at.saturating_add(12).saturating_add(usize::try_from(length).ok()?);
    }
    Some(Head { per_pixel: if deep { 12 } else { 4 }, is_drawing: true, moves, ..size })
}

/// Walks from segment to segment to the one that begins the frame.
fn jpeg(head: &[u8]) -> Option<Head> {
    let mut at = 2;
    loop {
        let (&[0xFF, marker], length) = (head.get(at..at + 2)?, big16(head, at + 2)?) else { return None };
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            // One that comes line by line is decoded whole before its first pixel is.
            let per_pixel = if marker == 0xC2 { 10 } else { 4 };
            return Some(Head { per_pixel, ..Head::sized(big16(head, at + 7)?, big16(head, at + 5)?) });
        }
        at += 2 + usize::try_from(length).ok()?;
    }
}

fn webp(head: &[u8]) -> Option<Head> {
    let little24 = |at| Some(little16(head, at)? | u32::from(*head.get(at + 2)?) << 16);
    match head.get(12..16)? {
        b"VP8X" => {
            let (flags, size) = (*head.get(20)?, Head::sized(little24(24)? + 1, little24(27)? + 1));
            Some(Head { is_drawing: flags & 0x10 != 0, moves: flags & 0x02 != 0, ..size })
        }
        b"VP8 " => Some(Head::sized(little16(head, 26)? & 0x3FFF, little16(head, 28)? & 0x3FFF)),
        b"VP8L" => {
            let bits = little16(head, 21)? | little16(head, 23)? << 16;
            let size = Head::sized((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            Some(Head { is_drawing: true, ..size })
        }
        _ => None,
    }
}

fn big32(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn big16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}

fn little16(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn pictures_are_measured_by_their_first_bytes() {
        let size = |bytes: &[u8]| Head::of(bytes).map(|head| (head.width, head.height));
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 0, 2, 128, 0, 0, 1, 224, 8]].concat();
        assert_eq!(size(&png), Some((640, 480)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 1, 224, 2, 128];
        assert_eq!(size(&jpeg), Some((640, 480)));
        let webp = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02\0\0\0\x7f\x02\0\xdf\x01\0";
        assert_eq!(size(webp), Some((640, 480)));
        assert_eq!(Head::of(webp).map(|head| (head.moves, head.is_drawing)), Some((true, false)));
        assert_eq!(size(b"<svg/>"), None);
        assert_eq!(size(&jpeg[..6]), None);
    }

    #[test]
    fn a_film_in_png_is_told_by_its_mark() {
        let chunk = |name: &[u8; 4], data: &[u8]| {
            [&(data.len() as u32).to_be_bytes(), name.as_slice(), data, &[0; 4]].concat()
        };
        let frame = [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];
        let with = |more: &[u8]| {
            let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &chunk(b"IHDR", &frame), more].concat();
            Head::of(&png).unwrap().moves
        };
        assert!(with(&chunk(b"acTL", &[0; 8])));
        assert!(!with(&[chunk(b"IDAT", b"acTL"), chunk(b"acTL", &[0; 8])].concat()));
    }
}
