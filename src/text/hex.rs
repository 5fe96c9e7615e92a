//! Bytes as hexadecimal digits: how hashes stand in names, in files and in messages.

/// Writes bytes, two digits each, in small letters.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// Reads what [`hex`] has written, of so many bytes; large letters are none of its own.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    if text.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{hex, unhex};

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is() {
        assert_eq!(hex(&[0x00, 0x1f, 0xa0, 0xff]), "001fa0ff");
        assert_eq!(unhex("001fa0ff"), Some([0x00, 0x1f, 0xa0, 0xff]));
        for none in ["001fa0f", "001fa0ff0", "001FA0FF", "+01fa0ff", "0я1fa0f", ""] {
            assert_eq!(unhex::<4>(none), None, "{none}");
        }
    }
}
