//! The signs of RTF: groups, control words with their numbers, letters of a code page.

/// One sign.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\par`, `\u1055`
    Word(&'a str, Option<i32>),
    /// `\'e0`, or a plain byte.
    Letter(u8),
    /// `\~`, `\-`, `\*`
    Sign(u8),
}

/// The signs of some bytes.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Begins.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at)?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Sign(first));
            }
            let digits = self.bytes.get(self.at..self.at + 2)?;
            self.at += 2;
            let code =
                std::str::from_utf8(digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
            return Some(Token::Letter(code.unwrap_or(b'?')));
        }
        let word = self.taken(u8::is_ascii_alphabetic);
        let number = self.number();
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        Some(Token::Word(std::str::from_utf8(word).unwrap_or_default(), number))
    }

    fn number(&mut self) -> Option<i32> {
        let start = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        let digits = self.taken(u8::is_ascii_digit);
        if digits.is_empty() {
            self.at = start;
            return None;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).ok()?.parse().ok()
    }

    fn taken(&mut self, fits: fn(&u8) -> bool) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| !fits(byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // Line ends of the file are no signs of the text.
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Letter(byte)),
            };
        }
    }
}

/// A letter of the code page of Russian Windows.
pub(super) fn cyrillic(byte: u8) -> char {
    const UPPER: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї";
    match byte {
        0..=0x7f => char::from(byte),
        0xc0..=0xff => char::from_u32(u32::from(byte) - 0xc0 + 0x410).unwrap_or('?'),
        _ => UPPER.chars().nth(usize::from(byte - 0x80)).unwrap_or('?'),
    }
}
