//! The level of a document, concluded from words that tell it; where none does, none is named.

use super::notes::Notes;
use super::requisites::{Read, Requisites};

/// Stems that tell a level, at the beginning of a word.
const TOLD: [(&str, &[&str]); 4] = [
    ("федеральный", &["федеральн", "всероссийск"]),
    ("муниципальный", &["район", "муниципальн", "городск", "окружн", "межрайон"]),
    (
        "региональный",
        &[
            "региональн",
            "областн",
            "краевой",
            "краевого",
            "краевом",
            "республиканск",
            "области",
            "края",
            "республики",
        ],
    ),
    ("локальный", SCHOOL),
];

/// Words of one organisation.
const SCHOOL: &[&str] =
    &["школ", "гимнази", "лице", "детск", "сош", "оош", "мбдоу", "доу", "общеобразовательн"];

/// Concludes the level: signed by a director it is the act of one organisation, else of what its words tell.
pub(crate) fn conclude(out: &mut Requisites, notes: &mut Notes) {
    let Some(title) = &out.title else { return };
    let post = out.approved.as_ref().and_then(|approved| approved.post.as_ref());
    let issuer = out.issuer.as_ref().map(|issuer| issuer.value.as_str()).unwrap_or_default();
    let director = post.is_some_and(|post| post.value.to_lowercase().contains("директор"));
    let told = if director || tells(issuer, SCHOOL) {
        Some("локальный")
    } else {
        of_words(issuer).or_else(|| of_words(&title.value))
    };
    if let Some(value) = told {
        notes.unsure("level", value, &title.span);
        out.level = Some(Read { value: value.to_owned(), span: title.span.clone() });
    }
}

fn of_words(text: &str) -> Option<&'static str> {
    TOLD.iter().find(|(_, stems)| tells(text, stems)).map(|(level, _)| *level)
}

fn tells(text: &str, stems: &[&str]) -> bool {
    let folded = text.to_lowercase();
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| stems.iter().any(|stem| word.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_tell_a_level_conclude_it() {
        let cases = [
            ("Положение о районном методическом кабинете", Some("муниципальный")),
            ("Положение о школьном музее", Some("локальный")),
            ("Порядок проведения областного конкурса", Some("региональный")),
            ("Положение о смотре", None),
            ("Положение о краеведческом кружке", None),
        ];
        for (title, level) in cases {
            assert_eq!(of_words(title), level, "{title}");
        }
    }
}
