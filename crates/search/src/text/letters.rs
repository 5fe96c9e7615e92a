//! Small and capital letters, and letters with their marks, of the scripts that texts here are in: Latin, Greek, Cyrillic.
//!
//! The whole tables of Unicode would be a quarter of the engine that browsers fetch. Letters of other scripts stay as
//! they are, in texts as in questions.

/// Marks, letters, and the letters with the marks.
const COMPOSED: &[(char, &str, &str)] = &[
    ('\u{300}', "aeiouünеи", "àèìòùǜǹѐѝ"),
    ('\u{301}', "aeiouyclnrszügåæøгк", "áéíóúýćĺńŕśźǘǵǻǽǿѓќ"),
    ('\u{302}', "aeioucghjswy", "âêîôûĉĝĥĵŝŵŷ"),
    ('\u{303}', "anoiu", "ãñõĩũ"),
    ('\u{304}', "aeiouüǫöõȯyиу", "āēīōūǖǭȫȭȱȳӣӯ"),
    ('\u{306}', "aegiouиужае", "ăĕğĭŏŭйўӂӑӗ"),
    ('\u{307}', "cegzao", "ċėġżȧȯ"),
    ('\u{308}', "aeiouyеіаәжзиоөэучы", "äëïöüÿёїӓӛӝӟӥӧӫӭӱӵӹ"),
    ('\u{30a}', "au", "åů"),
    ('\u{30b}', "ouу", "őűӳ"),
    ('\u{30c}', "cdelnrstzaiouügkjh", "čďěľňřšťžǎǐǒǔǚǧǩǰȟ"),
    ('\u{30f}', "aeioruѵ", "ȁȅȉȍȑȕѷ"),
    ('\u{311}', "aeioru", "ȃȇȋȏȓȗ"),
    ('\u{326}', "st", "șț"),
    ('\u{327}', "cgklnrste", "çģķļņŗşţȩ"),
    ('\u{328}', "aeiuo", "ąęįųǫ"),
];

/// Returns the one character for a letter and its mark.
pub(super) fn composed(letter: char, mark: char) -> Option<char> {
    let small = lower(letter);
    let (_, letters, whole) = COMPOSED.iter().find(|row| row.0 == mark)?;
    let place = letters.chars().position(|one| one == small)?;
    let one = whole.chars().nth(place)?;
    Some(if small == letter { one } else { upper(one) })
}

/// Returns the small letter; any other character stays as it is.
pub(crate) fn lower(c: char) -> char {
    let code = u32::from(c);
    let pairs = |even: bool| if (code % 2 == 0) == even { 1 } else { 0 };
    let more = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => 32,
        0x400..=0x40F => 80,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EE | 0x1F8..=0x21F | 0x222..=0x233 => pairs(true),
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => pairs(true),
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => pairs(false),
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E | 0x38F => 63,
        0x4C0 => 15,
        _ => 0,
    };
    char::from_u32(code + more).unwrap_or(c)
}

/// Returns the capital letter; any other character stays as it is.
pub(crate) fn upper(c: char) -> char {
    let capital =
        |less: u32| char::from_u32(u32::from(c).checked_sub(less)?).filter(|&other| lower(other) == c);
    [32, 80, 1, 37, 38, 63, 64, 15].into_iter().find_map(capital).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{COMPOSED, composed, lower, upper};
    use unicode_normalization::char::compose;

    #[test]
    fn small_letters_are_those_of_unicode() {
        // Letters of Africa and of phonetics are left out.
        let rare = |c: char| matches!(c, '\u{180}'..='\u{1cc}' | '\u{1f1}'..='\u{1f7}' | '\u{220}' | '\u{23a}'..='\u{24f}');
        for c in ('\0'..='\u{52f}')
            .filter(|&c| !rare(c) && c != 'İ' && !matches!(c, '\u{370}'..='\u{385}' | '\u{3cf}'..='\u{3ff}'))
        {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
            if lower(c) != c && c != 'Ÿ' {
                assert_eq!(upper(lower(c)), c);
            }
        }
        assert_eq!((lower('İ'), upper('1'), upper('文')), ('i', '1', '文'));
    }

    #[test]
    fn letters_with_marks_are_those_of_unicode() {
        for (mark, letters, whole) in COMPOSED {
            for (letter, one) in letters.chars().zip(whole.chars()) {
                assert_eq!(compose(letter, *mark), Some(one), "{letter}{mark}");
                assert_eq!(composed(letter, *mark), Some(one));
                assert_eq!(composed(upper(letter), *mark), Some(upper(one)));
            }
            assert_eq!(letters.chars().count(), whole.chars().count());
        }
        assert_eq!(composed('б', '\u{301}'), None);
    }
}
