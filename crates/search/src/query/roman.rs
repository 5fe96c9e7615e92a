//! Numbers of sections as documents print them: «раздел III» is section 3.

use super::parse::Chunk;
use super::words::is_clause_word;
use crate::text::fold;

/// Greater numbers no section has.
const GREATEST: u32 = 50;

/// Writes Roman numbers beside a word such as «раздел» in figures, the word first.
pub(super) fn read(chunks: &mut [Chunk]) {
    for at in 1..chunks.len() {
        if let (true, Some(number)) = (announces(&chunks[at - 1]), number(&chunks[at])) {
            chunks[at].text = number.to_string();
        } else if let (Some(number), true) = (number(&chunks[at - 1]), announces(&chunks[at])) {
            chunks[at - 1].text = number.to_string();
            chunks.swap(at - 1, at);
        }
    }
}

fn is_plain(chunk: &Chunk) -> bool {
    !(chunk.phrase || chunk.exact || chunk.minus)
}

fn announces(chunk: &Chunk) -> bool {
    is_plain(chunk) && is_clause_word(&fold(chunk.text.trim_end_matches('.')))
}

/// The value of a Roman number; the letters that look like its own are taken for them.
fn number(chunk: &Chunk) -> Option<u32> {
    let value = |c: char| match c.to_ascii_uppercase() {
        'I' | 'І' => Some(1),
        'V' => Some(5),
        'X' | 'Х' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let written = chunk.text.trim_end_matches(['.', ',']);
    let values = written.chars().map(value).collect::<Option<Vec<u32>>>().filter(|_| is_plain(chunk))?;
    // A smaller sign before a greater one is taken off: `IV`.
    let less = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
    let sum =
        |taken: bool| (0..values.len()).filter(|at| less(*at) == taken).map(|at| values[at]).sum::<u32>();
    sum(false).checked_sub(sum(true)).filter(|number| (1..=GREATEST).contains(number))
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::read;

    fn shown(query: &str) -> String {
        let mut chunks = parse(query);
        read(&mut chunks);
        chunks.into_iter().map(|chunk| chunk.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn roman_numbers_of_sections_are_read() {
        for (query, meant) in [
            ("раздел III", "раздел 3"),
            ("раздел iv.", "раздел 4"),
            ("IX раздел положения", "раздел 9 положения"),
            ("глава XIV", "глава 14"),
            ("Раздел Х", "Раздел 10"),
            ("п. VI устава", "п. 6 устава"),
        ] {
            assert_eq!(shown(query), meant, "{query}");
        }
        for other in ["III место", "раздел мм", "\"раздел III\"", "раздел -III", "iv", "раздел I2"]
        {
            assert_eq!(shown(other), shown(other), "{other}");
            assert!(!shown(other).contains(['3', '4']), "{other}");
        }
    }
}
