//! Signs of symbol fonts as the characters that they look like.

/// The character for a code of a symbol font. A sign that is not known here stays as it is.
pub(crate) fn seen(font: &str, code: u32) -> char {
    let own = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let font = font.to_lowercase();
    let found = if font.starts_with("wingdings 2") {
        find(&WINGDINGS_2, own)
    } else if font.starts_with("wingdings") {
        find(&WINGDINGS, own)
    } else if font == "symbol" {
        find(&SYMBOL, own)
    } else {
        None
    };
    found.or_else(|| char::from_u32(code)).unwrap_or('\u{fffd}')
}

/// A bullet as the sign that it looks like: codes of symbol fonts and Courier's `o` are dots.
pub(crate) fn bullet(text: &str) -> String {
    let plain =
        |c: char| if ('\u{f000}'..='\u{f0ff}').contains(&c) || matches!(c, 'o' | '§') { '•' } else { c };
    text.chars().map(plain).collect()
}

fn find(table: &[(u32, char)], code: u32) -> Option<char> {
    table.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign)
}

const WINGDINGS: [(u32, char); 20] = [
    (0x22, '✂'),
    (0x28, '☎'),
    (0x2a, '✉'),
    (0x46, '☞'),
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '□'),
    (0x71, '❑'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x9f, '•'),
    (0xa7, '▪'),
    (0xa8, '☐'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xf0, '⇨'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfd, '☒'),
    (0xfe, '☑'),
];

const WINGDINGS_2: [(u32, char); 6] =
    [(0x4f, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x97, '●'), (0xa3, '☐')];

const SYMBOL: [(u32, char); 40] = [
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x66, 'φ'),
    (0x67, 'γ'),
    (0x68, 'η'),
    (0x6a, 'ϕ'),
    (0x6c, 'λ'),
    (0x6d, 'μ'),
    (0x6e, 'ν'),
    (0x70, 'π'),
    (0x71, 'θ'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0x74, 'τ'),
    (0x77, 'ω'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0x46, 'Φ'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xce, '∈'),
    (0xd6, '√'),
    (0xde, '⇒'),
    (0xe5, '∑'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_symbol_fonts_are_seen() {
        assert_eq!(seen("Wingdings", 0xf0fc), '✓');
        assert_eq!(seen("Symbol", 0xf0ae), '→');
        assert_eq!(seen("Arial", 0x2116), '№');
        assert_eq!(bullet("\u{f0b7}"), "•");
        assert_eq!(bullet("–"), "–");
    }
}
