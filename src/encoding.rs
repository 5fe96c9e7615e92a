//! From the bytes of a text file to its text, whatever program saved it.
//!
//! Methodists' files come from Notepad, Word's "plain text" and old archives: UTF-8 with and without a mark,
//! UTF-16, Windows-1251, sometimes a code page of DOS, Unix or an old Macintosh. [`decode`] recognises them and says what
//! it saw.

use encoding_rs::{IBM866, ISO_8859_5, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

/// How a file was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Encoding {
    /// UTF-8, the usual one.
    Utf8,
    /// UTF-16, the low byte first ("Unicode" of Notepad).
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// The Cyrillic code page of Windows.
    Windows1251,
    /// The Cyrillic code page of old Unix systems.
    Koi8R,
    /// The Cyrillic code page of DOS.
    Ibm866,
    /// The Cyrillic code page of old Macintoshes.
    MacCyrillic,
    /// The Cyrillic code page of the standard, which few programs ever wrote.
    Iso8859Cyrillic,
}

/// A text with what was learnt about its file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Decoded {
    /// The text, without a byte order mark.
    pub(crate) text: String,
    /// The encoding that was recognised.
    pub(crate) encoding: Encoding,
    /// Whether the file began with a byte order mark.
    pub(crate) had_bom: bool,
    /// Whether some bytes could not be read and stand as `�` in the text.
    pub(crate) lossy: bool,
}

impl Encoding {
    /// The name of the encoding as editors show it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1251 => "Windows-1251",
            Self::Koi8R => "KOI8-R",
            Self::Ibm866 => "CP866",
            Self::MacCyrillic => "Mac Cyrillic",
            Self::Iso8859Cyrillic => "ISO-8859-5",
        }
    }

    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1251 => WINDOWS_1251,
            Self::Koi8R => KOI8_R,
            Self::Ibm866 => IBM866,
            Self::MacCyrillic => X_MAC_CYRILLIC,
            Self::Iso8859Cyrillic => ISO_8859_5,
        }
    }

    /// Whether a text in it is told from others by its letters alone, and no program of today saves one so by itself: it
    /// is a guess, and what was meant should be asked of who saved it. Notepad's own encodings are no guess.
    #[must_use]
    pub(crate) fn is_guess(self) -> bool {
        matches!(self, Self::Koi8R | Self::Ibm866 | Self::MacCyrillic | Self::Iso8859Cyrillic)
    }
}

/// Why a text that people wrote is none that can be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Flaw {
    /// Zero bytes stand in it, the first one here.
    Zero(usize),
    /// Its UTF-8 was read as Western European once, from here on.
    Misread(usize),
}

impl Decoded {
    /// Whether this is a text at all. A picture, an archive or noise has signs that nobody types: a zero, or more than
    /// one control character among thirty.
    #[must_use]
    pub(crate) fn is_text(&self) -> bool {
        // The end of a file in DOS is no noise.
        let text = self.text.trim_end_matches('\u{1a}');
        let untyped = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
        let noise = text.chars().filter(untyped).count();
        !text.contains('\0') && (noise < 3 || noise * 30 <= text.chars().count())
    }

    /// What spoilt a text that is none any more, where people wrote one: few zeros among letters, or letters each of which
    /// became one of Western Europe and a control character.
    #[must_use]
    pub(crate) fn flaw(&self) -> Option<Flaw> {
        let sound = |text: &str| Self { text: text.to_owned(), ..self.clone() }.is_text();
        if let Some(zero) = self.text.find('\0') {
            let zeros = self.text.matches('\0').count();
            // A picture or an archive has as many zeros as it has of other signs, and other noise besides.
            let few = zeros * 10 <= self.text.chars().count() && !self.lossy;
            return (few && sound(&self.text.replace('\0', ""))).then_some(Flaw::Zero(zero));
        }
        let control = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
        let first = self.text.find(['Ð', 'Ñ'])?;
        let without: String = self.text.chars().filter(|c| !control(*c)).collect();
        let pairs = without.matches(['Ð', 'Ñ']).count();
        (pairs > 2 && sound(&without)).then_some(Flaw::Misread(first))
    }
}

/// Recognises the encoding of a file and decodes it. Never fails: what cannot be read becomes `�`.
#[must_use]
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = recognise(bytes);
    let (text, had_errors) = encoding.codec().decode_without_bom_handling(&bytes[mark..]);
    Decoded { text: lines(text.into_owned()), encoding, had_bom: mark > 0, lossy: had_errors }
}

/// A text whose lines end as everywhere: without a second mark of the byte order, and where old Macintoshes ended
/// lines with a carriage return alone, with a line feed.
fn lines(text: String) -> String {
    let text = match text.trim_start_matches('\u{feff}') {
        rest if rest.len() < text.len() => rest.to_owned(),
        _ => text,
    };
    if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n") } else { text }
}

/// The encoding and the length of the byte order mark.
fn recognise(bytes: &[u8]) -> (Encoding, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Encoding::Utf8, 3),
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
        _ => (utf16_without_mark(bytes).unwrap_or_else(|| eight_bit(bytes)), 0),
    }
}

/// In UTF-16 the high byte of nearly every letter is 0 (Latin) or 4 (Cyrillic).
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let pairs = bytes.len() / 2;
    let high = |offset: usize| bytes.iter().skip(offset).step_by(2).filter(|&&b| b == 0 || b == 4).count();
    let mostly = |n: usize| n * 10 >= pairs * 9;
    match (mostly(high(0)), mostly(high(1))) {
        (false, true) => Some(Encoding::Utf16Le),
        (true, false) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn eight_bit(bytes: &[u8]) -> Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return Encoding::Utf8;
    }
    let score = |encoding: Encoding| russian_likeness(&encoding.codec().decode_without_bom_handling(bytes).0);
    // Where the letters tell nothing, it is what most programs wrote.
    let candidates = [
        Encoding::Iso8859Cyrillic,
        Encoding::MacCyrillic,
        Encoding::Ibm866,
        Encoding::Koi8R,
        Encoding::Windows1251,
    ];
    let scored = candidates.map(|encoding| (score(encoding), encoding));
    let best = scored.into_iter().max_by_key(|(score, _)| *score);
    let (likeness, legacy) = best.unwrap_or((0, Encoding::Windows1251));
    let utf8 = UTF_8.decode_without_bom_handling(bytes).0;
    if russian_likeness(&utf8) > likeness { Encoding::Utf8 } else { legacy }
}

/// Counts the commonest small letters of Russian; a wrong code page turns them into capitals behind small letters, or
/// into letters and signs that no Russian text has.
fn russian_likeness(text: &str) -> i64 {
    let weight = |c: char| match c {
        'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' | 'к' | 'м' | 'д' | 'п' => 3,
        'а'..='я' | 'ё' => 1,
        '\u{fffd}' | '\u{80}'..='\u{9f}' => -5,
        '░'..='▟' | '─'..='╿' => -3,
        // Serbian and Macedonian letters, and signs of mathematics and money.
        'Ђ' | 'ђ' | 'Ѓ' | 'ѓ' | 'Ѕ' | 'ѕ' | 'Ј' | 'ј' | 'Љ' | 'љ' | 'Њ' | 'њ' | 'Ћ' | 'ћ' | 'Ќ' | 'ќ'
        | 'Џ' | 'џ' | '‡' | '†' | '‰' | '¬' | '¤' | '∞' | '≤' | '≥' | '√' | 'ƒ' | '≈' | '∆' | '¶' => {
            -3
        }
        _ => 0,
    };
    let mut before = ' ';
    let weights = text.chars().map(|c| {
        let turned = before.is_lowercase() && c.is_uppercase();
        before = c;
        weight(c) - if turned { 4 } else { 0 }
    });
    weights.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "ПОЛОЖЕНИЕ о методическом кабинете. Действует с 01.09.2026";

    fn utf16(big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        TEXT.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_is_recognised_and_read_without_loss() {
        let cyrillic = |codec: &'static encoding_rs::Encoding| codec.encode(TEXT).0.into_owned();
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, false),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8, true),
            ([vec![0xff, 0xfe], utf16(false)].concat(), Encoding::Utf16Le, true),
            ([vec![0xfe, 0xff], utf16(true)].concat(), Encoding::Utf16Be, true),
            (utf16(false), Encoding::Utf16Le, false),
            (utf16(true), Encoding::Utf16Be, false),
            (cyrillic(WINDOWS_1251), Encoding::Windows1251, false),
            (cyrillic(KOI8_R), Encoding::Koi8R, false),
            (cyrillic(IBM866), Encoding::Ibm866, false),
            (cyrillic(X_MAC_CYRILLIC), Encoding::MacCyrillic, false),
            (cyrillic(ISO_8859_5), Encoding::Iso8859Cyrillic, false),
        ];
        for (bytes, encoding, had_bom) in cases {
            let expected = Decoded { text: TEXT.to_owned(), encoding, had_bom, lossy: false };
            assert_eq!(decode(&bytes), expected, "{}", encoding.name());
        }
    }

    #[test]
    fn one_broken_byte_does_not_turn_a_long_utf8_text_into_another_code_page() {
        let bytes = [TEXT.as_bytes(), b"\xd0 ", TEXT.as_bytes()].concat();
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert!(decoded.lossy && decoded.text.contains('\u{fffd}'));
    }

    #[test]
    fn noise_is_no_text() {
        let is_text = |bytes: &[u8]| decode(bytes).is_text();
        assert!(is_text(TEXT.as_bytes()) && is_text(b"") && is_text(&utf16(true)));
        assert!(is_text("Строка\u{b}из Word. Её конец.\u{1a}".as_bytes()));
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as u8
        };
        for length in [64, 200, 5000] {
            let noise: Vec<u8> = (0..length).map(|_| random()).collect();
            assert!(!is_text(&noise), "{length}");
            let without_zeros: Vec<u8> = (0..length).map(|_| random().max(1)).collect();
            assert!(!is_text(&without_zeros), "{length}");
        }
        assert!(!is_text(b"\x01\x02\x03") && !is_text(b"a\0b"));
    }

    #[test]
    fn what_spoilt_a_text_is_known() {
        let flaw = |bytes: &[u8]| decode(bytes).flaw();
        assert_eq!(flaw("Слова и\0 слова".as_bytes()), Some(Flaw::Zero(13)));
        let twice: String = TEXT.bytes().map(char::from).collect();
        assert_eq!(flaw(twice.as_bytes()), Some(Flaw::Misread(0)));
        assert_eq!(flaw(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"), None);
        assert_eq!((flaw(b"\x01\x02\x03"), flaw(TEXT.as_bytes())), (None, None));
    }

    #[test]
    fn an_empty_file_is_empty_utf8() {
        assert_eq!(decode(b"").encoding, Encoding::Utf8);
    }
}
