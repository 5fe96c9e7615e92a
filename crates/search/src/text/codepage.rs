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

/// Appends what the bytes say; `None` when an escape leads to no character.
pub(crate) fn read(mut bytes: &[u8], text: &mut String) -> Option<()> {
    while let Some((&byte, rest)) = bytes.split_first() {
        bytes = rest;
        match byte {
            0..0x80 => text.push(char::from(byte)),
            0xC0.. => text.extend(char::from_u32(u32::from(byte) - 0xC0 + u32::from('А'))),
            ESCAPE => {
                let len = match rest.first()? {
                    0xF0.. => 4,
                    0xE0.. => 3,
                    0xC0.. => 2,
                    _ => 1,
                };
                let (character, rest) = rest.split_at_checked(len)?;
                text.push_str(std::str::from_utf8(character).ok()?);
                bytes = rest;
            }
            _ => text.push(UPPER[usize::from(byte & 0x3F)]),
        }
    }
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
        let mut back = String::new();
        assert_eq!(read(&write(&all), &mut back), Some(()));
        assert_eq!(back, all);
        assert_eq!(write("Ёж — № 5"), [0xA8, 0xE6, 0x20, 0x97, 0x20, 0xB9, 0x20, 0x35]);
    }

    #[test]
    fn what_leads_to_no_character_is_told() {
        for bytes in [&[0x98][..], &[0x98, 0xD0], &[0x98, 0xFF, 1, 2, 3], &[0x98, 0x80]] {
            assert_eq!(read(bytes, &mut String::new()), None);
        }
    }
}
