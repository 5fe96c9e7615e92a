//! What was meant in Latin letters: `metodika`, `ploschadka`, `obrazovanie`.

/// Spellings of Russian letters, longest first; the alternatives of one spelling by likelihood.
const SPELLINGS: &[(&str, &[&str])] = &[
    ("shch", &["щ"]),
    ("sch", &["щ", "сч"]),
    ("ck", &["к"]),
    ("ph", &["ф"]),
    ("th", &["т", "тх"]),
    ("oo", &["у", "оо"]),
    ("ee", &["и", "ее"]),
    ("sh", &["ш", "щ"]),
    ("ch", &["ч"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("ts", &["ц", "тс"]),
    ("yu", &["ю"]),
    ("ju", &["ю"]),
    ("iu", &["ю", "иу"]),
    ("ya", &["я", "ья"]),
    ("ja", &["я"]),
    ("ia", &["ия", "я"]),
    ("yo", &["е", "йо"]),
    ("jo", &["е"]),
    ("ye", &["е"]),
    ("ie", &["ие", "ье"]),
    ("iya", &["ия"]),
    ("iyu", &["ию"]),
    ("iye", &["ие"]),
    ("iy", &["ий", "ый"]),
    ("yj", &["ый"]),
    ("ij", &["ий"]),
    ("yy", &["ый"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("v", &["в"]),
    ("w", &["в", "ш"]),
    ("g", &["г"]),
    ("d", &["д"]),
    ("e", &["е", "э"]),
    ("z", &["з"]),
    ("i", &["и", "й"]),
    ("j", &["й", "ж"]),
    ("k", &["к"]),
    ("l", &["л", "ль"]),
    ("m", &["м"]),
    ("n", &["н", "нь"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("t", &["т", "ть"]),
    ("u", &["у"]),
    ("f", &["ф"]),
    ("h", &["х"]),
    ("x", &["кс", "х"]),
    ("c", &["ц", "к", "с"]),
    ("q", &["к"]),
    ("y", &["ы", "й", "и", "ый", "ий"]),
    ("'", &["ь"]),
];

/// Readings beyond this number are not tried.
const MAX: usize = 96;

/// Returns the Russian readings of a folded Latin word, likeliest first; none when it is not all Latin.
pub(crate) fn readings(word: &str) -> Vec<String> {
    if word.len() < 3 || !word.chars().all(|c| c.is_ascii_lowercase() || c == '\'' || c == '-') {
        return Vec::new();
    }
    let mut readings: Vec<(u32, String)> = vec![(0, String::new())];
    let mut rest = word;
    while !rest.is_empty() {
        let (taken, letters) = spelling(rest);
        rest = &rest[taken..];
        let mut next = Vec::with_capacity(readings.len() * letters.len());
        for (cost, reading) in &readings {
            for (more, letter) in letters.iter().enumerate() {
                next.push((cost + more as u32, format!("{reading}{letter}")));
            }
        }
        next.sort();
        next.truncate(MAX);
        readings = next;
    }
    readings.into_iter().map(|(_, reading)| reading).collect()
}

fn spelling(rest: &str) -> (usize, &'static [&'static str]) {
    SPELLINGS
        .iter()
        .find(|(spelling, _)| rest.starts_with(spelling))
        .map_or((1, &["-"][..]), |(spelling, letters)| (spelling.len(), letters))
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn usual_spellings_are_read() {
        for (latin, russian) in [
            ("metodika", "методика"),
            ("ploschadka", "площадка"),
            ("ploshchadka", "площадка"),
            ("obrazovanie", "образование"),
            ("polozhenie", "положение"),
            ("uchitel", "учитель"),
            ("rayonniy", "районный"),
            ("rayonny", "районный"),
            ("attestaciya", "аттестация"),
        ] {
            assert!(readings(latin).iter().any(|r| r == russian), "{latin}: {:?}", readings(latin));
        }
        assert!(readings("ёж").is_empty());
    }
}
