//! Numbers as word processors print them: `3`, `iii`, `в`, `c`.

/// How the numbers of a level are written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) enum Numerals {
    /// `3`
    #[default]
    Decimal,
    /// `03`
    DecimalZero,
    /// `III`
    RomanUpper,
    /// `iii`
    RomanLower,
    /// `C`
    LatinUpper,
    /// `c`
    LatinLower,
    /// `В`
    RussianUpper,
    /// `в`
    RussianLower,
    /// `3-й`
    Ordinal,
    /// A sign in place of the number.
    Bullet,
    /// Nothing.
    None,
}

/// The letters that Russian lists count by: without ё, й, ъ, ь.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщыэюя";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
/// No list is so long; a number beyond is written in digits.
const LONGEST: u32 = 3999;

impl Numerals {
    /// The name in Word's files.
    pub(crate) fn of_word(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "upperRoman" => Self::RomanUpper,
            "lowerRoman" => Self::RomanLower,
            "upperLetter" => Self::LatinUpper,
            "lowerLetter" => Self::LatinLower,
            "russianUpper" => Self::RussianUpper,
            "russianLower" => Self::RussianLower,
            "ordinal" => Self::Ordinal,
            "bullet" => Self::Bullet,
            "none" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// A number as printed.
    pub(crate) fn print(self, number: u32) -> String {
        match self {
            Self::Bullet | Self::None => String::new(),
            Self::DecimalZero => format!("{number:02}"),
            Self::Ordinal => format!("{number}-й"),
            Self::Decimal => number.to_string(),
            _ if number == 0 || number > LONGEST => number.to_string(),
            Self::RomanUpper => roman(number),
            Self::RomanLower => roman(number).to_lowercase(),
            Self::LatinUpper => letters(number, LATIN).to_uppercase(),
            Self::LatinLower => letters(number, LATIN),
            Self::RussianUpper => letters(number, RUSSIAN).to_uppercase(),
            Self::RussianLower => letters(number, RUSSIAN),
        }
    }
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in PARTS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

/// `я` is followed by `аа`, `бб`.
fn letters(number: u32, alphabet: &str) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let index = number as usize - 1;
    let letter = letters[index % letters.len()];
    std::iter::repeat_n(letter, index / letters.len() + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_every_way() {
        let ways = [
            (Numerals::Decimal, "14"),
            (Numerals::DecimalZero, "14"),
            (Numerals::RomanUpper, "XIV"),
            (Numerals::RomanLower, "xiv"),
            (Numerals::LatinUpper, "N"),
            (Numerals::LatinLower, "n"),
            (Numerals::RussianUpper, "О"),
            (Numerals::RussianLower, "о"),
            (Numerals::Bullet, ""),
        ];
        for (way, printed) in ways {
            assert_eq!(way.print(14), printed, "{way:?}");
        }
        assert_eq!(Numerals::RussianLower.print(10), "к", "й counts nothing");
        assert_eq!(
            (Numerals::RussianLower.print(30), Numerals::LatinLower.print(27)),
            ("аа".into(), "aa".into())
        );
        assert_eq!(Numerals::RomanUpper.print(0), "0");
    }
}
