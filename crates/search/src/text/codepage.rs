//! Texts with a byte for each letter: windows-1251, and an escape for all that it lacks.
//!
//! Russian in UTF-8 takes two bytes a letter, of which gzip cannot take back all, and twice the time. The byte 0x98,
//! which windows-1251 leaves out, announces one character in UTF-8.

/// Announces a character in UTF-8.
const ESCAPE: u8 = 0x98;

/// The characters of the bytes from 0x80 to 0xBF.
const UPPER: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”',
    '•', '–', '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{a0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§',
    'Ё', '©', 'Є', '«', '¬', '\u{ad}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»',
    'ј', 'Ѕ', 'ѕ', 'ї',
];

/// Returns what the bytes say; `None` when an escape leads to no character.
pub(crate) fn read(bytes: &[u8]) -> Option<String> {
    let mut text = Vec::new();
    push(bytes, &mut text)?;
    String::from_utf8(text).ok()
}

/// Appends in UTF-8 what the bytes say: texts are most of what a question reads, so it is done byte by byte. Whoever
/// makes a text of it finds out whether an escape led to no character.
pub(crate) fn push(bytes: &[u8], text: &mut Vec<u8>) -> Option<()> {
    let mut at = text.len();
    // No letter of the page takes more bytes than three, and no escape more than it has.
    text.resize(at + bytes.len() * 3, 0);
    let mut put = |byte: u8| -> Option<()> {
        *text.get_mut(at)? = byte;
        at += 1;
        Some(())
    };
    let mut bytes = bytes.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            0..0x80 => put(byte)?,
            // А–п and р–я are two stretches of their second bytes.
            0xC0..0xF0 => (put(0xD0)?, put(byte - 0x30)?).1,
            0xF0.. => (put(0xD1)?, put(byte - 0x70)?).1,
            ESCAPE => {
                let first = bytes.next()?;
                put(first)?;
                let more = match first {
                    0xF0.. => 3,
                    0xE0.. => 2,
                    0xC0.. => 1,
                    _ => 0,
                };
                for _ in 0..more {
                    put(bytes.next()?)?;
                }
            }
            _ => {
                let mut letter = [0; 4];
                for byte in UPPER[usize::from(byte & 0x3F)].encode_utf8(&mut letter).bytes() {
                    put(byte)?;
                }
            }
        }
    }
    text.truncate(at);
    Some(())
}

/// Writes a text.
#[cfg(feature = "build")]
pub(crate) fn write(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0'..='\u{7f}' => bytes.push(c as u8),
            'А'..='я' => bytes.push((u32::from(c) - u32::from('А')) as u8 + 0xC0),
            c => match UPPER.iter().position(|&upper| upper == c && c != '\u{98}') {
                Some(place) => bytes.push(0x80 + place as u8),
                None => {
                    bytes.push(ESCAPE);
                    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
            },
        }
    }
    bytes
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{read, write};

    #[test]
    fn every_character_comes_back() {
        let all: String = ('\0'..='\u{24ff}').chain(['文', '🙂', '\u{10ffff}']).collect();
        assert_eq!(read(&write(&all)), Some(all));
        assert_eq!(write("Ёж — № 5"), [0xA8, 0xE6, 0x20, 0x97, 0x20, 0xB9, 0x20, 0x35]);
    }

    #[test]
    fn what_leads_to_no_character_is_told() {
        for bytes in [&[0x98][..], &[0x98, 0xD0], &[0x98, 0xFF, 1, 2, 3], &[0x98, 0x80]] {
            assert_eq!(read(bytes), None);
        }
    }
}
