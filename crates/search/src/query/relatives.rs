//! Words of one family, which meet at a lower weight: `консультация`, `консультирование`, `консультант`.
//!
//! The reader's half has no dictionary of word formation. It has the stems of the site, and a list of the suffixes
//! that stand for each other in one place of Russian words: what is left of a stem without one of them, with another,
//! is a relative if the site has it. Only stems at hand are looked up, so that a relative costs no file.

/// Suffixes, as they are left in stems, that go with the same beginning, and how long that must be.
const FAMILIES: &[(usize, &[&str])] = &[
    (4, &["ац", "ирован", "ир", "ирова", "ант", "ацион", "ативн", "атор", "аторск", "ован", "ова"]),
    (4, &["ан", "ател", "ательн", "ательск", "ыва", "ыван", "ова", "ован"]),
    (4, &["ен", "ител", "ительн", "ительск"]),
    (4, &["ник", "ничеств", "ническ", "нича"]),
    (5, &["ик", "ическ", "ист"]),
    (6, &["", "ическ"]),
    (4, &["ировк", "ирова", "ирован", "ер", "ир"]),
    (5, &["к", "чик", "очн", "ок"]),
    (5, &["", "ск", "овск", "евск", "инск"]),
    (5, &["ств", "ственн"]),
];

/// Returns the stems that would be relatives of this one.
pub(super) fn of(stem: &str) -> Vec<String> {
    let mut relatives = Vec::new();
    for (least, suffixes) in FAMILIES {
        for suffix in *suffixes {
            let Some(beginning) = stem.strip_suffix(suffix) else { continue };
            if beginning.chars().count() < *least {
                continue;
            }
            for other in suffixes.iter().filter(|other| *other != suffix) {
                let relative = format!("{beginning}{other}");
                if !relatives.contains(&relative) {
                    relatives.push(relative);
                }
            }
        }
    }
    relatives
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::stems::snowball;

    fn related(a: &str, b: &str) -> bool {
        of(&snowball(a)).contains(&snowball(b)) && of(&snowball(b)).contains(&snowball(a))
    }

    #[test]
    fn words_of_one_family_lead_to_each_other() {
        for (a, b) in [
            ("консультация", "консультирование"),
            ("консультация", "консультант"),
            ("консультант", "консультировать"),
            ("организация", "организатор"),
            ("воспитание", "воспитатель"),
            ("преподавание", "преподаватель"),
            ("наставник", "наставничество"),
            ("диагностика", "диагностический"),
            ("стереоскопия", "стереоскопический"),
            ("стажировка", "стажёр"),
            ("проверка", "проверочный"),
            ("организовать", "организационный"),
        ] {
            let fold = |word: &str| word.replace('ё', "е");
            assert!(related(&fold(a), &fold(b)), "{a} ({}) and {b} ({})", snowball(a), snowball(&fold(b)));
        }
    }

    #[test]
    fn what_only_begins_alike_is_not_related() {
        for (a, b) in [
            ("грамота", "грамотность"),
            ("площадь", "площадка"),
            ("отчёт", "ответ"),
            ("план", "планета"),
            ("образ", "образование"),
            ("среда", "средство"),
        ] {
            assert!(!of(&snowball(a)).contains(&snowball(b)), "{a} and {b}");
        }
    }
}
