//! Russian text in Latin letters: for ids, anchors and addresses.
//!
//! The table is the readable one that people know from passports and road signs (й → y, х → kh, щ → shch),
//! not a reversible one: an address is typed and read aloud. Once published, an address depends on this
//! table, so a letter's value is never changed.

use unicode_normalization::UnicodeNormalization as _;

/// Makes a part of an address: lower-case Latin letters and digits, words joined by single hyphens.
///
/// Returns an empty text when nothing is left.
#[must_use]
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfc().flat_map(char::to_lowercase) {
        let start = out.len();
        if !push_letter(&mut out, c) {
            gap = true;
            continue;
        }
        if gap && start > 0 && out.len() > start {
            out.insert(start, '-');
        }
        gap &= out.len() == start;
    }
    out
}

/// Makes an anchor of a heading: a [`slug`] cut after a whole word, so that links stay readable.
pub(crate) fn anchor(text: &str) -> String {
    const LONGEST: usize = 64;
    let mut slug = slug(text);
    if slug.len() > LONGEST {
        let end = slug[..=LONGEST].rfind('-').unwrap_or(LONGEST);
        slug.truncate(end);
    }
    slug
}

/// Appends the letter; `false` when the character separates words. Signs that are dropped inside a word
/// (ъ, ь, marks over letters) append nothing and separate nothing.
fn push_letter(out: &mut String, c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        out.push(c);
        return true;
    }
    if let Some(latin) = cyrillic(c) {
        out.push_str(latin);
        return true;
    }
    let before = out.len();
    out.extend(c.nfkd().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    out.len() > before || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '’' | '\'')
}

/// The Latin value of a lower-case Cyrillic letter, those of the neighbour languages included.
pub(crate) fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'є' => "e",
        'ж' | 'җ' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' | 'ӏ' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_readable_latin() {
        assert_eq!(slug("Положение об ИМЦ, ред. 2026"), "polozhenie-ob-imts-red-2026");
        assert_eq!(slug("Съёмка «Щука — йод»"), "semka-shchuka-yod");
        assert_eq!(slug("  — Подъезд № 3  "), "podezd-no-3");
        assert_eq!(slug("Цэхүү café"), "tsekhuu-cafe");
        assert_eq!(slug("***"), "");
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        assert_eq!(slug("и\u{306}од е\u{308}ж"), slug("йод ёж"));
    }

    #[test]
    fn anchors_end_with_a_whole_word() {
        let long = anchor("Порядок организации и проведения муниципального этапа всероссийской олимпиады");
        assert_eq!(long, "poryadok-organizatsii-i-provedeniya-munitsipalnogo-etapa");
        assert_eq!(anchor(&"щ".repeat(40)).len(), 64);
    }
}
