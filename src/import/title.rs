//! The title of a document as a person reads it, its type, its level, and an id proposed from it.

use super::Notes;
use super::layout::closed_up;
use super::lines::Line;
use super::requisites::{Read, Requisites};
use super::rules;

/// Fills title, type and level from the title's lines.
pub(crate) fn read(lines: &[Line], out: &mut Requisites, notes: &mut Notes) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let span = first.span.start..last.span.end;
    let whole = lines.iter().map(|line| closed_up(&line.text)).collect::<Vec<_>>().join(" ");
    let title = sentence_case(&whole);
    if title.shouted {
        notes.warn(rules::TITLE_CAPITALS, &span, &[("title", &title.text)]);
    }
    let kind = whole.split(' ').next().unwrap_or_default().to_lowercase();
    out.doc_type = Some(Read { value: kind, span: span.clone() });
    lengthen_issuer(&title.text, out);
    if let Some(issuer) = &out.issuer {
        notes.unsure("issuer", &issuer.value, &issuer.span);
    }
    check_letterhead(&title.text, out, notes);
    out.title = Some(Read { value: title.text, span });
}

/// Concludes the level: signed by a director it is the act of one organisation, else of a district.
pub(crate) fn conclude_level(out: &mut Requisites, notes: &mut Notes) {
    let Some(title) = &out.title else { return };
    let director = out.approved.as_ref().and_then(|approved| approved.post.as_ref());
    let local = director.is_some_and(|post| post.value.to_lowercase().contains("директор"));
    let value = if local { "локальный" } else { "муниципальный" };
    notes.unsure("level", value, &title.span);
    out.level = Some(Read { value: value.to_owned(), span: title.span.clone() });
}

/// The title's lines as one.
pub(crate) fn one_line(lines: &[Line]) -> String {
    let mut out = String::new();
    for line in lines.iter().filter(|line| !line.text.is_empty()) {
        if !out.is_empty() && !out.ends_with('-') {
            out.push(' ');
        }
        out.push_str(&line.text);
    }
    out
}

struct Title {
    text: String,
    /// All of it was in capitals, so that names among the words can no longer be told.
    shouted: bool,
}

/// «ПОЛОЖЕНИЕ о центре» → «Положение о центре». Other words stay as they are unless all were capitals.
fn sentence_case(text: &str) -> Title {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let long = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let capitals = |word: &str| word.chars().all(|c| !c.is_lowercase());
    let words: Vec<&str> = rest.split(' ').filter(|word| long(word)).collect();
    let shouted =
        words.len() > 1 && words.iter().filter(|word| capitals(word)).count() * 10 > words.len() * 7;
    let rest = if shouted { rest.to_lowercase() } else { rest.to_owned() };
    let text = format!("{} {rest}", capitalised(first)).trim().to_owned();
    Title { text, shouted }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    first + &chars.as_str().to_lowercase()
}

/// No body has a longer name. In words.
const LONGEST_ISSUER: usize = 40;

/// «Отдел образования» of the header is named in full in the title: «Отдела образования администрации …».
fn lengthen_issuer(title: &str, out: &mut Requisites) {
    let Some(issuer) = &mut out.issuer else { return };
    let stem = |word: &str| word.trim_end_matches(['а', 'я', 'ь', 'е']).to_lowercase();
    let short: Vec<&str> = issuer.value.split(' ').collect();
    if short.len() > LONGEST_ISSUER {
        return;
    }
    let words: Vec<&str> = title.split(' ').collect();
    let same = |window: &[&str]| window.iter().zip(&short).all(|(a, b)| stem(a) == stem(b));
    let Some(at) = words.windows(short.len()).position(same) else { return };
    let more = &words[at + short.len()..];
    if short.len() > 1 && !more.is_empty() && more.len() <= 8 {
        issuer.value = format!("{} {}", issuer.value, more.join(" "));
    }
}

/// A school's letterhead over the regulation of a district's unit.
fn check_letterhead(title: &str, out: &Requisites, notes: &mut Notes) {
    let Some(issuer) = &out.issuer else { return };
    let folded = issuer.value.to_lowercase();
    let school = ["школа", "общеобразовательн", "гимнази", "лице", "детск", "сош"];
    let about = title.to_lowercase();
    let district = ["район", "отдел", "управлени"].iter().any(|word| about.contains(word));
    if district && school.iter().any(|word| folded.contains(word)) {
        notes.warn(rules::LETTERHEAD, &issuer.span, &[("letterhead", &issuer.value), ("title", title)]);
    }
}

/// An id made of the title's words: `polozhenie-metodicheskom-kabinete`.
pub(crate) fn propose_id(title: &str) -> String {
    let small = ["о", "об", "обо", "и", "в", "на", "для", "по", "при", "к", "с", "как"];
    let mut out = String::new();
    for word in title.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
        let latin: String = word.chars().map(transliterated).collect();
        if latin.is_empty() || small.contains(&word) {
            continue;
        }
        if out.len() + latin.len() > 60 && !out.is_empty() {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&latin);
    }
    out
}

fn transliterated(c: char) -> &'static str {
    const LATIN: [&str; 32] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u",
        "f", "kh", "c", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    match c {
        'ё' => "e",
        'а'..='я' => LATIN[(c as usize) - ('а' as usize)],
        _ => ASCII.find(c).map_or("", |at| &ASCII[at..=at]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_into_sentence_case_and_capitals_are_told() {
        let plain = sentence_case("ПОЛОЖЕНИЕ о Методической службе ГБУ «ИМЦ»");
        assert_eq!(
            (plain.text.as_str(), plain.shouted),
            ("Положение о Методической службе ГБУ «ИМЦ»", false)
        );
        let loud = sentence_case("ПОЛОЖЕНИЕ О МЕТОДИЧЕСКОМ КАБИНЕТЕ");
        assert_eq!((loud.text.as_str(), loud.shouted), ("Положение о методическом кабинете", true));
    }

    #[test]
    fn ids_are_latin_and_short() {
        assert_eq!(
            propose_id("Положение о районном методическом кабинете"),
            "polozhenie-rayonnom-metodicheskom-kabinete"
        );
        assert_eq!(propose_id("Съезд № 5 «Щука»"), "sezd-5-shchuka");
        assert!(propose_id(&"слово ".repeat(40)).len() <= 60);
    }
}
