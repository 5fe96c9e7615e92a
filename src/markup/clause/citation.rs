//! How a clause is cited in running text. Words are read by hand: the forms are few, and what follows a
//! number decides whether it is a clause of this text or of some law.

use std::ops::Range;

use super::super::translit;
use super::number;

/// A citation found in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Citation {
    /// Its place.
    pub(crate) range: Range<usize>,
    /// Its words.
    pub(crate) shown: String,
    /// The anchors that it may mean, the best first.
    pub(crate) wishes: Vec<String>,
    /// It says «настоящего» or «данного».
    pub(crate) own: bool,
}

/// Beginnings of words that make a number one of another document.
const OTHERS: [&str; 26] = [
    "закон",
    "кодекс",
    "стать",
    "част",
    "приказ",
    "постановлен",
    "распоряжен",
    "письм",
    "устав",
    "порядк",
    "правил",
    "инструкц",
    "требован",
    "приложен",
    "конституц",
    "договор",
    "соглашен",
    "стандарт",
    "фгос",
    "программы",
    "плана",
    "протокол",
    "рекомендац",
    "регламент",
    "перечн",
    "концепц",
];

/// Whole words of the same meaning.
const OTHER_WORDS: [&str; 5] = ["ст", "ч", "указа", "фз", "фкз"];

/// Finds the citations of a text.
pub(crate) fn find(text: &str) -> Vec<Citation> {
    let mut out: Vec<Citation> = Vec::new();
    if !["ункт", "п.", "П.", "аздел"].iter().any(|word| text.contains(word)) {
        return out;
    }
    let (mut after_word, mut done) = (false, 0);
    for (at, c) in text.char_indices() {
        if at >= done && !after_word && matches!(c, 'п' | 'П' | 'р' | 'Р') {
            let found = cite(text, at);
            done = found.last().map_or(done, |last| last.range.end);
            out.extend(found);
        }
        after_word = c.is_alphanumeric();
    }
    out
}

/// The anchors that a fragment of a link may mean when it cites as texts do: `III`, «п. 2.1», «раздел III».
pub(crate) fn wishes(fragment: &str) -> Vec<String> {
    if let Some((section, _)) =
        number::cited_section(fragment).filter(|(_, length)| *length == fragment.len())
    {
        return vec![format!("s-{section}")];
    }
    let cited = find(fragment).into_iter().find(|cited| cited.range == (0..fragment.len()));
    cited.map_or_else(Vec::new, |cited| cited.wishes)
}

/// The citations that begin at a word, if it is a word that cites.
fn cite(text: &str, start: usize) -> Vec<Citation> {
    let word = word_at(&text[start..]);
    let lower = word.to_lowercase();
    if lower.starts_with("подпункт") {
        return letter_citation(text, start, start + word.len()).into_iter().collect();
    }
    if lower.starts_with("раздел") && lower.chars().count() <= "разделами".chars().count() {
        return section_citation(text, start, start + word.len()).into_iter().collect();
    }
    let Some(at) = clause_word(text, start) else { return Vec::new() };
    clause_citations(text, start, at)
}

/// The end of «пункт…», «п.», «пп.» or «п.п.» with the spaces behind it, at the start of a citation.
fn clause_word(text: &str, start: usize) -> Option<usize> {
    let word = word_at(&text[start..]);
    let mut at = start + word.len();
    match word.to_lowercase().as_str() {
        "пункт" | "пункта" | "пункту" | "пунктом" | "пункте" | "пункты" | "пунктов" | "пунктам"
        | "пунктами" | "пунктах" => {
            let end = skip_space(text, at);
            return (end > at).then_some(end);
        }
        "п" | "пп" if text[at..].starts_with('.') => at += 1,
        _ => return None,
    }
    if text[at..].starts_with("п.") {
        at += "п.".len();
    }
    Some(skip_space(text, at))
}

/// «пунктами 2.1, 2.2 и 2.4»: each number is a citation, the word belongs to the first.
fn clause_citations(text: &str, start: usize, at: usize) -> Vec<Citation> {
    let mut found: Vec<(Range<usize>, String, usize)> = Vec::new();
    let (mut begin, mut at) = (start, at);
    while let Some((number, end)) = number_at(text, at) {
        let depth = number.matches('.').count() + 1;
        if !found.is_empty() && depth == 1 {
            break;
        }
        found.push((begin..end, number, depth));
        let Some(next) = skip_joint(text, end) else { break };
        (begin, at) = (next, next);
    }
    let Some(end) = found.last().map(|(range, ..)| range.end) else { return Vec::new() };
    let Some(own) = own_document(&text[end..]) else { return Vec::new() };
    let citation = |(range, number, depth): (Range<usize>, String, usize)| {
        let mut wishes = vec![format!("p-{number}")];
        // «пункт 5 настоящего Положения» may be a section that is itself one clause.
        wishes.extend((depth == 1 && own).then(|| format!("s-{number}")));
        Citation { shown: text[range.clone()].to_owned(), range, wishes, own }
    };
    found.into_iter().map(citation).collect()
}

/// «подпункт «а» пункта 2.3»
fn letter_citation(text: &str, start: usize, at: usize) -> Option<Citation> {
    let at = skip_space(text, at);
    let quoted = text[at..].trim_start_matches(['«', '"', '„', '“']);
    let letter = quoted.chars().next().filter(|c| c.is_lowercase())?;
    let rest = quoted[letter.len_utf8()..].trim_start_matches(['»', '"', '“', '”', ')']);
    let at = skip_space(text, text.len() - rest.len());
    let (number, end) = number_at(text, clause_word(text, at)?)?;
    let own = own_document(&text[end..])?;
    let latin = translit::cyrillic(letter).map_or_else(|| letter.to_string(), str::to_owned);
    let wishes = vec![format!("p-{number}-{latin}"), format!("p-{number}")];
    Some(Citation { range: start..end, shown: text[start..end].to_owned(), wishes, own })
}

/// «раздел 3», «разделом III»
fn section_citation(text: &str, start: usize, at: usize) -> Option<Citation> {
    let body = skip_space(text, at);
    let (value, length) = number::cited_section(&text[body..])?;
    let end = body + length;
    let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric());
    let own = own_document(&text[end..])?;
    let wishes = vec![format!("s-{value}")];
    (body > at && whole).then(|| Citation {
        range: start..end,
        shown: text[start..end].to_owned(),
        wishes,
        own,
    })
}

/// Beginnings of words for a part of a document: «пункт 1 настоящего раздела» is no section of the whole.
const PARTS: [&str; 4] = ["раздел", "глав", "стать", "част"];

/// `None` when the words behind a citation name another document; else whether they name this one as a whole.
fn own_document(after: &str) -> Option<bool> {
    const WINDOW: usize = 4;
    let mut rest = after;
    for _ in 0..WINDOW {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '«' | '"'));
        let word = word_at(rest);
        let lower = word.to_lowercase();
        if lower.starts_with("настоящ") || lower.starts_with("данно") || lower.is_empty() {
            let next = word_at(rest[word.len()..].trim_start()).to_lowercase();
            return Some(!lower.is_empty() && !PARTS.iter().any(|part| next.starts_with(part)));
        }
        rest = &rest[word.len()..];
        if OTHERS.iter().any(|other| lower.starts_with(other)) || OTHER_WORDS.contains(&lower.as_str()) {
            return None;
        }
        if lower.starts_with("положени") {
            let next = word_at(rest.trim_start()).to_lowercase();
            return (!matches!(next.as_str(), "о" | "об" | "обо")).then_some(false);
        }
    }
    Some(false)
}

fn number_at(text: &str, at: usize) -> Option<(String, usize)> {
    let (parts, length) = number::components(&text[at..])?;
    let end = at + length;
    let whole = !text[end..].starts_with(|c: char| c.is_alphanumeric());
    whole.then(|| (number::Number(parts).to_string(), end))
}

/// Past a comma, a dash or «и» between two numbers.
fn skip_joint(text: &str, at: usize) -> Option<usize> {
    let start = skip_space(text, at);
    let joint =
        [",", "или", "и", "–", "—", "-"].into_iter().find(|joint| text[start..].starts_with(joint))?;
    let end = skip_space(text, start + joint.len());
    text[end..].starts_with(|c: char| c.is_ascii_digit()).then_some(end)
}

fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start().len()
}

fn word_at(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|c| (&text[c.range.clone()], c.wishes[0].clone())).collect()
    }

    #[test]
    fn the_usual_forms_are_understood() {
        assert_eq!(found("указанных в п.2.1."), [("п.2.1", "p-2.1".to_owned())]);
        assert_eq!(
            found("Пунктом 4.1 и п. 3.2.5;"),
            [("Пунктом 4.1", "p-4.1".to_owned()), ("п. 3.2.5", "p-3.2.5".to_owned())]
        );
        assert_eq!(found("пункт 3.2.5 настоящего Положения"), [("пункт 3.2.5", "p-3.2.5".to_owned())]);
        assert_eq!(
            found("подпункт «а» пункта 2.3 Положения"),
            [("подпункт «а» пункта 2.3", "p-2.3-a".to_owned())]
        );
        assert_eq!(
            found("пп. 2.1, 2.2 и 2.4"),
            [("пп. 2.1", "p-2.1".to_owned()), ("2.2", "p-2.2".to_owned()), ("2.4", "p-2.4".to_owned())]
        );
        assert_eq!(
            found("раздел 3 и раздела III"),
            [("раздел 3", "s-3".to_owned()), ("раздела III", "s-3".to_owned())]
        );
    }

    #[test]
    fn clauses_of_other_documents_are_left_alone() {
        for text in [
            "пункт 5 Федерального закона",
            "пункта 2.1 статьи 47",
            "п. 2.1 приказа",
            "п. 4.1 Положения об отделе",
            "п. 3.2 действующего Порядка",
            "подпункта «а» пункта 2.3 части 1",
            "разделу развития",
            "стоп. 5.1",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn this_document_is_recognised() {
        assert!(find("пункт 5 настоящего Положения")[0].own);
        assert!(!find("пункт 5.1")[0].own);
        assert!(!find("пункт 5 настоящего раздела")[0].own, "of the section, which is another number");
    }
}
