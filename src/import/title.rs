//! The title of a document as a person reads it, its type, its level, and an id proposed from it.

use super::acts::{self, closed_up, is_capitals};
use super::dates;
use super::line::Line;
use super::notes::Notes;
use super::numbers;
use super::requisites::{Adopted, Read, Requisites};
use super::rules;

/// Fills title and type from the title's lines.
pub(crate) fn read(lines: &[Line], out: &mut Requisites, notes: &mut Notes) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let span = first.span.start..last.span.end;
    let whole = lines.iter().map(|line| closed_up(&line.text)).collect::<Vec<_>>().join(" ");
    let title = sentence_case(&whole);
    if title.shouted {
        notes.warn(rules::TITLE_CAPITALS, &span, &[("title", &title.text)]);
    }
    let title = whole_act(&whole, lines, out, notes).unwrap_or(title);
    if let Some(word) = acts::document_word(&whole) {
        let value = if word == "рекомендации" {
            "методические рекомендации".to_owned()
        } else {
            word
        };
        out.doc_type = Some(Read { value, span: span.clone() });
    }
    if out.doc_type.as_ref().is_some_and(|kind| kind.value == "протокол") {
        protocol(lines, out, notes);
    }
    lengthen_issuer(&title.text, out);
    if let Some(issuer) = &out.issuer {
        notes.unsure("issuer", &issuer.value, &issuer.span);
    }
    check_letterhead(&title.text, out, notes);
    out.title = Some(Read { value: title.text, span });
}

/// An act that is named in one line tells its office, its number and its date there; its subject is its title.
fn whole_act(whole: &str, lines: &[Line], out: &mut Requisites, notes: &mut Notes) -> Option<Title> {
    let act = acts::whole_act(whole)?;
    let span = lines[0].span.clone();
    let number = numbers::of_act(act.dateline).filled();
    out.number = number.map(|value| Read { value, span: span.clone() });
    dated(act.dateline, &lines[0], out, notes);
    if !act.office.is_empty() {
        out.issuer = Some(Read { value: act.office.to_owned(), span });
    }
    Some(Title { text: act.subject.to_owned(), shouted: false })
}

/// Takes the date that a line of the title tells.
fn dated(text: &str, line: &Line, out: &mut Requisites, notes: &mut Notes) {
    let Some(found) = dates::find(text) else { return };
    if found.short_year {
        notes.warn(rules::YEAR_SHORT, &line.span, &[("value", &found.date.to_string())]);
    }
    out.date = Some(Read { value: found.date, span: line.span.clone() });
}

/// A protocol's number stands in its title, and its title names whose meeting it was.
fn protocol(lines: &[Line], out: &mut Requisites, notes: &mut Notes) {
    let number = lines.iter().find_map(|line| Some((numbers::first(&line.text).filled()?, line)));
    out.number = number.map(|(value, line)| Read { value, span: line.span.clone() });
    if let Some(line) = lines.iter().find(|line| dates::find(&line.text).is_some()) {
        dated(&line.text, line, out, notes);
    }
    let whole = one_line(lines);
    let Some((_, of)) = whole.split_once("заседания ").or_else(|| whole.split_once("ЗАСЕДАНИЯ "))
    else {
        return;
    };
    let of = without_number(of, out.number.as_ref().map(|number| number.value.as_str()));
    let body = Read {
        value: format!("Заседание {}", sentence_case(of).kept()), span: lines[0].span.clone()
    };
    notes.unsure("adopted.body", &body.value, &body.span);
    let protocol = out.number.clone();
    out.adopted = Some(Adopted { body: Some(body), protocol, date: out.date.clone() });
}

/// Whose meeting it was, without the protocol's own number and day behind it.
fn without_number<'t>(of: &'t str, number: Option<&str>) -> &'t str {
    let dated = of.match_indices(" от ").find(|(at, from)| {
        of[at + from.len()..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '«' | '"' | '“'))
    });
    let of = dated.map_or(of, |(at, _)| &of[..at]);
    let own = number.and_then(|number| of.strip_suffix(number)).map(str::trim_end);
    own.and_then(|of| of.strip_suffix('№')).map_or(of, str::trim_end)
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

/// A title as a person reads it: capitals throughout become small letters.
pub(crate) fn readable(text: &str) -> String {
    let loud = text.split(' ').next().is_some_and(|word| is_capitals(word) && word.chars().count() > 3);
    if loud { sentence_case(text).text } else { text.to_owned() }
}

struct Title {
    text: String,
    /// All of it was in capitals, so that names among the words can no longer be told.
    shouted: bool,
}

impl Title {
    /// The text as it goes on inside a sentence.
    fn kept(&self) -> String {
        let first = self.text.split(' ').next().unwrap_or_default();
        if is_capitals(first) && first.chars().count() > 1 {
            return self.text.clone();
        }
        let mut chars = self.text.chars();
        let first: String = chars.next().map(|c| c.to_lowercase().collect()).unwrap_or_default();
        first + chars.as_str()
    }
}

/// «ПОЛОЖЕНИЕ о центре» → «Положение о центре». Other words stay as they are unless they too are capitals.
fn sentence_case(text: &str) -> Title {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let long = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let words: Vec<&str> = rest.split(' ').filter(|word| long(word)).collect();
    let loud = words.iter().filter(|word| is_capitals(word)).count();
    let shouted = words.len() > 1 && loud * 10 > words.len() * 7;
    // «ПЛАН РАБОТЫ центра»: the capitals of the first line end before the first word in small letters.
    let led = rest.split(' ').take_while(|word| is_capitals(word) && !is_abbreviation(word)).count();
    let led = if is_capitals(first) { led } else { 0 };
    let mut words: Vec<String> = Vec::new();
    for (i, word) in rest.split(' ').enumerate() {
        let after_town = i > 0 && matches!(words[i - 1].as_str(), "г." | "с." | "п.");
        words.push(if shouted || i < led { lowered(word, after_town) } else { word.to_owned() });
    }
    let first =
        if is_capitals(first) && is_abbreviation(first) { first.to_owned() } else { capitalised(first) };
    let text = format!("{first} {}", words.join(" ")).trim().to_owned();
    Title { text, shouted }
}

/// A word of capitals in small letters; abbreviations stay, and names in quotation marks begin with a capital.
fn lowered(word: &str, is_name: bool) -> String {
    if is_abbreviation(word) {
        return word.to_owned();
    }
    let mut raise = is_name || word.starts_with(['«', '"', '“']);
    let small = |c: char| {
        let up = raise && c.is_alphabetic();
        raise &= !up;
        if up { c.to_string() } else { c.to_lowercase().collect() }
    };
    word.chars().map(small).collect()
}

/// Abbreviations that stay in capitals: those of the field, and what has no vowel.
fn is_abbreviation(word: &str) -> bool {
    const KNOWN: [&str; 34] = [
        "МО",
        "ГМО",
        "ОМО",
        "УМО",
        "РУМО",
        "ЦРО",
        "ИРО",
        "РИМЦ",
        "ИМЦ",
        "ИМО",
        "РМО",
        "ШМО",
        "РМК",
        "МБОУ",
        "МАОУ",
        "МКОУ",
        "ГБОУ",
        "МБДОУ",
        "МАДОУ",
        "МКДОУ",
        "ГБДОУ",
        "МБУ",
        "МКУ",
        "МАУ",
        "ГБУ",
        "ДПО",
        "СОШ",
        "ООШ",
        "НОШ",
        "ФГОС",
        "ОГЭ",
        "ЕГЭ",
        "ОВЗ",
        "ДОУ",
    ];
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = letters.contains(['А', 'Е', 'Ё', 'И', 'О', 'У', 'Ы', 'Э', 'Ю', 'Я']);
    KNOWN.contains(&letters.as_str()) || ((2..=5).contains(&letters.chars().count()) && !vowel)
}

/// A word with one capital, its first letter.
fn capitalised(word: &str) -> String {
    let start = word.find(char::is_alphabetic).unwrap_or(0);
    let (before, letters) = word.split_at(start);
    let mut chars = letters.chars();
    let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    format!("{before}{first}{}", chars.as_str().to_lowercase())
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

/// An id for a document: of its title, with its type before it when the title does not tell it; empty without one.
pub(crate) fn id(requisites: &Requisites) -> String {
    let Some(title) = &requisites.title else { return String::new() };
    let kind = requisites.doc_type.as_ref().map(|kind| kind.value.as_str()).unwrap_or_default();
    if title.value.to_lowercase().contains(kind) {
        return propose_id(&title.value);
    }
    propose_id(&format!("{kind} {}", title.value))
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
        assert_eq!(sentence_case("РМО учителей истории").kept(), "РМО учителей истории");
        assert_eq!(sentence_case("МЕТОДИЧЕСКОГО совета").kept(), "методического совета");
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
