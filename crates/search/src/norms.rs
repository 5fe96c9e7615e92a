//! Lengths of zones in a byte: exact up to 40, then to an eighth.

/// Lengths that are written as they are; what is longer has three bits behind its first.
const EXACT: u32 = 24;

/// Returns the length that a code stands for: the least that has it.
pub(crate) fn length(code: u8) -> u32 {
    let Some(over) = u32::from(code).checked_sub(EXACT) else { return u32::from(code) };
    let (bits, shift) = (over & 7, over >> 3);
    EXACT + if shift == 0 { bits } else { (bits | 8) << (shift - 1) }
}

/// Returns the code of a length.
#[cfg(feature = "build")]
pub(crate) fn code(of: u32) -> u8 {
    let (mut low, mut high) = (0, u8::MAX);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if length(middle) <= of {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{code, length};
    use tantivy::fieldnorm::FieldNormReader;

    #[test]
    fn lengths_are_those_of_tantivy() {
        for number in 0..=u8::MAX {
            assert_eq!(length(number), FieldNormReader::id_to_fieldnorm(number), "{number}");
        }
        for of in (0..2_000).chain([50_000, 1 << 20, u32::MAX]) {
            assert_eq!(code(of), FieldNormReader::fieldnorm_to_id(of), "{of}");
        }
    }
}
