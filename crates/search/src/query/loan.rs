//! Foreign words by their sound: `флексбокс` is `flexbox`, `лейбл` is `label`.
//!
//! Russian letters and what they may stand for in a Latin spelling; the two words are walked side by side. A word that
//! can be read so may still be a slip, and a word of an address may only spell the word that was meant: `аттестацыя` is
//! no wish for `attestaciya`.

/// Russian letters with their Latin spellings, the likely ones first: each later one costs one more.
const SOUNDS: &[(&str, &[&str])] = &[
    ("дж", &["j", "g", "dj", "dg", "ge"]),
    ("кс", &["x", "ks", "cs", "cks", "xc"]),
    ("ей", &["a", "ay", "ai", "ei", "ey", "ej"]),
    ("эй", &["a", "ay", "ai", "ei", "ey"]),
    ("ай", &["i", "y", "ai", "ay", "ie", "igh"]),
    ("оу", &["o", "ow", "ou", "oa"]),
    ("ау", &["ow", "ou", "au"]),
    ("ью", &["u", "ew", "iew"]),
    ("нг", &["ng"]),
    ("а", &["a", "u", "o", "e"]),
    ("б", &["b", "bb"]),
    ("в", &["v", "w"]),
    ("г", &["g", "gg", "h"]),
    ("д", &["d", "dd"]),
    ("е", &["e", "ea", "ee", "a", "ie"]),
    ("ж", &["zh", "j", "g"]),
    ("з", &["z", "s"]),
    ("и", &["i", "y", "ee", "e", "ea", "ie"]),
    ("й", &["y", "i", "j"]),
    ("к", &["k", "c", "ck", "q", "ch", "cc"]),
    ("л", &["l", "ll"]),
    ("м", &["m", "mm"]),
    ("н", &["n", "nn"]),
    ("о", &["o", "a", "au", "aw", "ou"]),
    ("п", &["p", "pp"]),
    ("р", &["r", "rr", "wr"]),
    ("с", &["s", "c", "ss", "sc"]),
    ("т", &["t", "tt", "th"]),
    ("у", &["u", "oo", "w", "o", "ou"]),
    ("ф", &["f", "ph", "ff"]),
    ("х", &["h", "kh", "ch"]),
    ("ц", &["c", "ts", "z", "tz"]),
    ("ч", &["ch", "t", "tch"]),
    ("ш", &["sh", "sch", "ch", "s"]),
    ("щ", &["sch", "shch", "shh"]),
    ("ъ", &[""]),
    ("ы", &["y", "i"]),
    ("ь", &["", "'"]),
    ("э", &["e", "a", "ae"]),
    ("ю", &["u", "yu", "ew"]),
    ("я", &["ya", "ia", "ja", "a"]),
];
/// Letters of Latin words that are written and not said, at their ends or before `l` and `r` there.
const SILENT: &[&str] = &["e", "es", "s"];
/// From so many letters a word tells enough.
const TELLING: usize = 4;
/// A reading that costs more than half of this a letter is none.
const DEAREST: u32 = 6;

/// Returns the first letters that the Latin spelling of a Russian word may have.
pub(super) fn beginnings(word: &str) -> Vec<char> {
    let first =
        SOUNDS.iter().filter(|(sound, _)| word.starts_with(sound)).flat_map(|(_, spellings)| *spellings);
    let mut letters: Vec<char> = first.filter_map(|spelling| spelling.chars().next()).collect();
    letters.sort_unstable();
    letters.dedup();
    letters
}

/// Tells whether a word can be asked for by its sound.
pub(super) fn is_telling(word: &str) -> bool {
    word.chars().count() >= TELLING && word.chars().all(|c| matches!(c, 'а'..='я'))
}

/// Returns what it costs to read the Latin word as the Russian one; `None` when it cannot be read so.
pub(super) fn cost(russian: &str, latin: &str) -> Option<u32> {
    let most = russian.chars().count() as u32 * DEAREST / 10 + 1;
    walk(russian, latin, most)
}

fn walk(russian: &str, latin: &str, left: u32) -> Option<u32> {
    if russian.is_empty() {
        let silent = latin.is_empty() || SILENT.contains(&latin);
        return silent.then_some(0);
    }
    let mut best = None;
    let mut take = |rest: &str, other: &str, cost: u32| {
        if cost <= left
            && let Some(more) = walk(rest, other, left - cost)
        {
            best = Some(best.map_or(cost + more, |best: u32| best.min(cost + more)));
        }
    };
    for (sound, spellings) in SOUNDS {
        let Some(rest) = russian.strip_prefix(sound) else { continue };
        for (cost, spelling) in spellings.iter().enumerate() {
            if let Some(other) = latin.strip_prefix(spelling) {
                take(rest, other, cost as u32);
            }
        }
    }
    // The last syllable of `label`, `filter` is not heard whole.
    if russian.chars().count() == 1
        && let Some(other) = latin.strip_prefix(['e', 'a', 'o'])
    {
        take(russian, other, 1);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::{beginnings, cost};

    #[test]
    fn foreign_words_are_read_by_their_sound() {
        for (russian, latin) in [
            ("флексбокс", "flexbox"),
            ("лейбл", "label"),
            ("ариа", "aria"),
            ("клик", "click"),
            ("грид", "grid"),
            ("скрипт", "script"),
            ("джаваскрипт", "javascript"),
            ("питон", "python"),
            ("фрейм", "frame"),
            ("хук", "hook"),
            ("футер", "footer"),
            ("хедер", "header"),
            ("промис", "promise"),
            ("коллбэк", "callback"),
            ("селектор", "selector"),
            ("гитхаб", "github"),
            ("скретч", "scratch"),
            ("ворд", "word"),
            ("эксель", "excel"),
            ("мудл", "moodle"),
            ("зум", "zoom"),
        ] {
            assert!(cost(russian, latin).is_some(), "{russian} {latin}");
            assert!(beginnings(russian).contains(&latin.chars().next().unwrap()), "{russian}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for (russian, latin) in
            [("план", "planet"), ("клик", "clock"), ("школа", "skill"), ("отчет", "other")]
        {
            assert_eq!(cost(russian, latin), None, "{russian} {latin}");
        }
    }
}
