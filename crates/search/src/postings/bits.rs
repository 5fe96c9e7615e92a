//! Groups of small numbers in few bits: Rice codes.
//!
//! A number is written as its high part in ones, a zero after them, and so many low bits as the group's first byte
//! says; the lowest bit of a byte comes first. A group of nothing but zeros has no bits at all.

/// The first byte of a group that is all zeros.
const ZEROS: u8 = 0xFF;
/// No number has more low bits.
const MOST: u8 = 31;
/// No group has more numbers: a damaged one must not take all memory.
const LONGEST: usize = 1 << 24;

/// Appends so many numbers from the beginning of the bytes; returns how many bytes they took.
pub(super) fn read(bytes: &[u8], count: usize, numbers: &mut Vec<u32>) -> Option<usize> {
    if count == 0 {
        return Some(0);
    }
    let (&low, bits) = bytes.split_first()?;
    if low == ZEROS && count <= LONGEST {
        numbers.resize(numbers.len() + count, 0);
        return Some(1);
    }
    // Each number takes a bit at least.
    if low > MOST || count > bits.len() * 8 {
        return None;
    }
    numbers.reserve(count);
    let (mut at, low) = (0, usize::from(low));
    for _ in 0..count {
        let (mut high, mut ahead) = (0, window(bits, at));
        while ahead.trailing_ones() as usize >= WINDOW {
            (high, at) = (high + WINDOW, at + WINDOW);
            if at > bits.len() * 8 {
                return None;
            }
            ahead = window(bits, at);
        }
        let ones = ahead.trailing_ones() as usize;
        (high, at) = (high + ones, at + ones + 1);
        // What is left of the window is mostly enough for the low bits.
        let ahead = if ones + 1 + low <= WINDOW { ahead >> (ones + 1) } else { window(bits, at) };
        at += low;
        numbers.push(u32::try_from((high as u64) << low | (ahead & ((1 << low) - 1))).ok()?);
    }
    (at <= bits.len() * 8).then(|| 1 + at.div_ceil(8))
}

/// Bits that a window has at least.
const WINDOW: usize = 56;

/// Returns the bits from this one on; beyond the end are zeros.
fn window(bits: &[u8], at: usize) -> u64 {
    let rest = bits.get(at / 8..).unwrap_or_default();
    let word = match rest.first_chunk::<8>() {
        Some(word) => u64::from_le_bytes(*word),
        None => rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    word >> (at % 8)
}

/// Appends a group of numbers.
#[cfg(feature = "build")]
pub(super) fn write(numbers: &[u32], out: &mut Vec<u8>) {
    if numbers.is_empty() {
        return;
    }
    let sum: u64 = numbers.iter().map(|&number| u64::from(number)).sum();
    if sum == 0 {
        out.push(ZEROS);
        return;
    }
    let bits =
        |low: u8| numbers.iter().map(|&number| u64::from(number >> low) + 1 + u64::from(low)).sum::<u64>();
    let mean = (sum / numbers.len() as u64).max(1).ilog2() as u8;
    let low = (mean.saturating_sub(1)..=(mean + 1).min(MOST)).min_by_key(|&low| bits(low)).unwrap_or(mean);
    out.push(low);
    let (mut word, mut filled) = (0_u64, 0);
    let mut push = |bits: u64, count: u32, out: &mut Vec<u8>| {
        word |= bits << filled;
        filled += count;
        while filled >= 8 {
            out.push(word as u8);
            (word, filled) = (word >> 8, filled - 8);
        }
    };
    for &number in numbers {
        let mut high = number >> low;
        while high >= 32 {
            push(u64::from(u32::MAX), 32, out);
            high -= 32;
        }
        push((1 << high) - 1, high + 1, out);
        push(u64::from(number) & ((1 << low) - 1), u32::from(low), out);
    }
    if filled > 0 {
        out.push(word as u8);
    }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::{read, write};
    use proptest::prelude::*;

    fn comes_back(numbers: &[u32]) {
        let mut bytes = Vec::new();
        write(numbers, &mut bytes);
        let written = bytes.len();
        bytes.extend([0xA5; 3]);
        let mut back = Vec::new();
        assert_eq!(read(&bytes, numbers.len(), &mut back), Some(written), "{numbers:?}");
        assert_eq!(back, numbers);
        back.clear();
        if written > 1 {
            assert_eq!(read(&bytes[..written - 1], numbers.len(), &mut back), None, "{numbers:?}");
        }
    }

    #[test]
    fn numbers_come_back() {
        comes_back(&[]);
        comes_back(&[0, 0, 0]);
        comes_back(&[0]);
        comes_back(&[1]);
        comes_back(&[u32::MAX, 0, 7, u32::MAX]);
        comes_back(&[0, 0, 0, 900, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        comes_back(&(0..300).map(|i| i * i % 1_000).collect::<Vec<_>>());
    }

    #[test]
    fn more_than_there_is_cannot_be_read() {
        assert_eq!(read(&[], 1, &mut Vec::new()), None);
        assert_eq!(read(&[3, 0xFF], 1, &mut Vec::new()), None);
        assert_eq!(read(&[40, 0], 1, &mut Vec::new()), None);
        assert_eq!(read(&[0xFF], 1 << 30, &mut Vec::new()), None);
    }

    proptest! {
        #[test]
        fn any_numbers_come_back(numbers in prop::collection::vec(0..5_000_u32, 0..300), large in any::<u32>()) {
            comes_back(&numbers);
            comes_back(&[numbers.as_slice(), &[large >> 8]].concat());
        }
    }
}
