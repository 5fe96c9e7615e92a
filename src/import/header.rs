//! Reads the header block: «Принято», «Утверждаю», «Приложение к приказу», the letterhead.

use std::ops::Range;

use super::Notes;
use super::dates;
use super::lines::Line;
use super::requisites::{Adopted, AnnexTo, Approved, Read, Requisites};
use super::rules;

/// What a group of header lines is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Mark {
    Adopted,
    Approved,
    Annex,
    /// «Согласовано», «Рассмотрено»: kept in the text, no field takes it.
    Agreed,
    Letterhead,
}

/// The header's lines in groups, as they are shown.
pub(crate) fn groups(lines: &[Line], usual_gap: u32) -> Vec<&[Line]> {
    let begins = |i: usize| i == 0 || lines[i].gap > usual_gap || mark_of(&lines[i].text).is_some();
    let mut starts: Vec<usize> = (0..lines.len()).filter(|&i| begins(i)).collect();
    starts.push(lines.len());
    starts.windows(2).map(|pair| &lines[pair[0]..pair[1]]).collect()
}

/// Reads the requisites of a header.
pub(crate) fn read(groups: &[&[Line]], out: &mut Requisites, notes: &mut Notes) {
    for group in groups {
        if let Some(line) = group.iter().find(|line| in_two_columns(line)) {
            notes.warn(rules::TWO_COLUMNS, &line.span, &[("text", &line.text)]);
            continue;
        }
        match mark_of(&group[0].text).unwrap_or(Mark::Letterhead) {
            Mark::Adopted => out.adopted = Some(adopted(group, notes)),
            Mark::Approved => out.approved = Some(approved(group, out, notes)),
            Mark::Annex => out.annex_to = Some(annex(group, out, notes)),
            Mark::Agreed => unread(group, notes),
            Mark::Letterhead => letterhead(group, out, notes),
        }
    }
}

fn mark_of(text: &str) -> Option<Mark> {
    let folded = text.to_lowercase();
    let marks = [
        ("принят", Mark::Adopted),
        ("утвержд", Mark::Approved),
        ("приложени", Mark::Annex),
        ("согласован", Mark::Agreed),
        ("рассмотрен", Mark::Agreed),
    ];
    marks.into_iter().find(|(word, _)| folded.starts_with(word)).map(|(_, mark)| mark)
}

/// A second mark in the middle of a line: the columns of Word's table were flattened.
fn in_two_columns(line: &Line) -> bool {
    let folded = line.text.to_lowercase();
    let marks = ["принято", "утвержда", "утвержден", "согласовано"];
    marks.iter().filter(|mark| folded.contains(*mark)).count() > 1 && line.wide_spaces + line.cells.len() > 1
}

fn adopted(group: &[Line], notes: &mut Notes) -> Adopted {
    let mut out = Adopted { date: date(group, notes), ..Adopted::default() };
    for line in group {
        let folded = line.text.to_lowercase();
        if folded.contains("протокол") {
            out.protocol = number(&line.text).filled().map(|value| read_at(value, line));
        }
        if out.body.is_none() && (folded.contains("совет") || folded.contains("собрани")) {
            out.body = Some(read_at(body_name(&line.text), line));
        }
    }
    if let Some(body) = &out.body {
        notes.unsure("adopted.body", &body.value, &body.span);
    }
    out
}

/// «на Педагогическом Совете», «Педагогическим советом» → «Педагогический совет».
fn body_name(text: &str) -> String {
    let folded = text.to_lowercase();
    let bodies = [
        ("педагогическ", "Педагогический совет"),
        ("методическ", "Методический совет"),
        ("управляющ", "Управляющий совет"),
        ("научно-методическ", "Научно-методический совет"),
        ("экспертн", "Экспертный совет"),
        ("общ", "Общее собрание"),
    ];
    let known = bodies.iter().find(|(stem, name)| {
        let noun = if name.ends_with("собрание") { "собрани" } else { "совет" };
        folded.split_whitespace().any(|word| word.starts_with(stem)) && folded.contains(noun)
    });
    known.map_or_else(|| text.trim_start_matches("на ").to_owned(), |(_, name)| (*name).to_owned())
}

fn approved(group: &[Line], requisites: &mut Requisites, notes: &mut Notes) -> Approved {
    let mut out = Approved { date: date(group, notes), ..Approved::default() };
    for line in group {
        if let Some(person) = person(&line.text) {
            out.person = Some(read_at(person, line));
        }
        if let Some(act) = act(&line.text) {
            out.act = Some(read_at(act.to_owned(), line));
            act_number(line, &mut out, notes);
        } else if let Some((post, organization)) = post(&line.text) {
            out.post = Some(read_at(post, line));
            take_issuer(organization, line, requisites);
        }
    }
    out
}

fn act_number(line: &Line, out: &mut Approved, notes: &mut Notes) {
    match number(&line.text) {
        Number::Printed(value) => out.number = Some(read_at(value, line)),
        Number::Blank => {
            out.number_blank = true;
            notes.warn(rules::FIELD_BLANK, &line.span, &[("text", &line.text), ("field", "approved.number")]);
        }
        Number::Absent => notes.warn(rules::ACT_WITHOUT_NUMBER, &line.span, &[("text", &line.text)]),
    }
}

/// The post and, from the first name in capitals or quotes on, the organisation.
fn post(text: &str) -> Option<(String, String)> {
    const POSTS: [&str; 8] =
        ["директор", "начальник", "заведующ", "глава", "руководитель", "председатель", "заместитель", "и.о."];
    let folded = text.to_lowercase();
    if !POSTS.iter().any(|post| folded.starts_with(post)) {
        return None;
    }
    let is_name = |word: &str| {
        let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        word.starts_with(['«', '"'])
            || (letters.chars().count() > 1 && letters.chars().all(char::is_uppercase))
    };
    let words: Vec<&str> = text.split(' ').collect();
    let split = words.iter().position(|word| is_name(word)).unwrap_or(words.len());
    Some((words[..split].join(" "), words[split..].join(" ")))
}

fn take_issuer(name: String, line: &Line, requisites: &mut Requisites) {
    if !name.is_empty() && requisites.issuer.is_none() {
        requisites.issuer = Some(read_at(name, line));
    }
}

fn annex(group: &[Line], requisites: &mut Requisites, notes: &mut Notes) -> AnnexTo {
    let mut out = AnnexTo { date: date(group, notes), ..AnnexTo::default() };
    out.annex = number(&group[0].text).filled().map(|value| read_at(value, &group[0]));
    for (i, line) in group.iter().enumerate() {
        if i > 0 && out.number.is_none() {
            out.number = number(&line.text).filled().map(|value| read_at(value, line));
        }
        if let Some(act) = act(&line.text) {
            out.act = Some(read_at(act.to_owned(), line));
            take_issuer(nominative(after_act(&line.text)), line, requisites);
        }
    }
    out
}

/// The words after «к приказу», up to the number or the date.
fn after_act(text: &str) -> &str {
    let folded = text.to_lowercase();
    let from = ["приказу", "распоряжению", "постановлению", "решению"]
        .iter()
        .find_map(|word| folded.find(word).map(|at| at + word.len()))
        .filter(|&at| text.is_char_boundary(at));
    let rest = from.map_or("", |at| &text[at..]);
    let end = rest.find(['№', '0', '1', '2', '3']).unwrap_or(rest.len());
    rest[..end].trim().trim_end_matches(" от").trim_matches(['«', '"'])
}

/// «Отдела образования …» → «Отдел образования …»: the first word of an office in the nominative.
fn nominative(name: &str) -> String {
    const OFFICES: [(&str, &str); 10] = [
        ("Отдела", "Отдел"),
        ("отдела", "Отдел"),
        ("Управления", "Управление"),
        ("управления", "Управление"),
        ("Комитета", "Комитет"),
        ("Департамента", "Департамент"),
        ("Министерства", "Министерство"),
        ("Администрации", "Администрация"),
        ("администрации", "Администрация"),
        ("Центра", "Центр"),
    ];
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    let first = OFFICES.iter().find(|(genitive, _)| *genitive == first).map_or(first, |(_, name)| name);
    format!("{first} {rest}").trim_end().to_owned()
}

fn letterhead(group: &[Line], requisites: &mut Requisites, notes: &mut Notes) {
    let text: Vec<&str> = group.iter().map(|line| line.text.as_str()).collect();
    let text = text.join(" ");
    const WORDS: [&str; 9] = [
        "учреждени",
        "отдел",
        "управлени",
        "комитет",
        "департамент",
        "министерств",
        "администраци",
        "центр",
        "организаци",
    ];
    let folded = text.to_lowercase();
    if requisites.issuer.is_none() && WORDS.iter().any(|word| folded.contains(word)) {
        take_issuer(text, &group[0], requisites);
    } else {
        unread(group, notes);
    }
}

fn unread(group: &[Line], notes: &mut Notes) {
    for line in group.iter().filter(|line| !line.text.is_empty()) {
        notes.warn(rules::HEADER_UNREAD, &line.span, &[("text", &line.text)]);
    }
}

fn date(group: &[Line], notes: &mut Notes) -> Option<Read<jiff::civil::Date>> {
    let (line, found) = group.iter().find_map(|line| dates::find(&line.text).map(|found| (line, found)))?;
    if found.short_year {
        notes.warn(rules::YEAR_SHORT, &line.span, &[("value", &found.date.to_string())]);
    }
    Some(read_at(found.date, line))
}

fn act(text: &str) -> Option<&'static str> {
    let folded = text.to_lowercase();
    let acts = ["приказ", "распоряжени", "постановлени", "решени"];
    let names = ["приказ", "распоряжение", "постановление", "решение"];
    let word = |act: &str| folded.split_whitespace().any(|word| word.starts_with(act));
    acts.iter().position(|act| word(act)).map(|i| names[i])
}

/// What stands after the sign №.
enum Number {
    Printed(String),
    Blank,
    Absent,
}

impl Number {
    fn filled(self) -> Option<String> {
        if let Self::Printed(value) = self { Some(value) } else { None }
    }
}

fn number(text: &str) -> Number {
    let sign = ["№", " N ", " n "].iter().find_map(|sign| text.find(sign).map(|at| at + sign.len()));
    let Some(at) = sign else { return Number::Absent };
    let rest = text[at..].trim_start();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '–' | '_' | '.');
    let value = rest.split(|c| !fits(c)).next().unwrap_or_default().trim_end_matches(['.', '-']);
    match value {
        _ if value.contains('_') && !value.contains(char::is_alphanumeric) => Number::Blank,
        "" | "от" => Number::Blank,
        _ => Number::Printed(value.to_owned()),
    }
}

/// A name with initials before or after it, as printed.
fn person(text: &str) -> Option<String> {
    let initial =
        |word: &str| word.chars().count() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase);
    let initials =
        |word: &str| word.chars().count() == 4 && word.matches('.').count() == 2 && word.ends_with('.');
    let surname = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase)
            && chars.clone().count() > 1
            && chars.all(|c| c.is_lowercase() || c == '-')
    };
    let words: Vec<&str> = text.split([' ', '\u{a0}']).filter(|word| !word.starts_with('_')).collect();
    let glued = |word: &str| {
        let at = word.char_indices().nth(4).map(|(at, _)| at);
        at.is_some_and(|at| initials(&word[..at]) && surname(&word[at..]))
    };
    let shapes: [(usize, &dyn Fn(&[&str]) -> bool); 5] = [
        (1, &|w| glued(w[0])),
        (3, &|w| initial(w[0]) && initial(w[1]) && surname(w[2])),
        (3, &|w| surname(w[0]) && initial(w[1]) && initial(w[2])),
        (2, &|w| initials(w[0]) && surname(w[1])),
        (2, &|w| surname(w[0]) && initials(w[1])),
    ];
    let found = shapes.iter().find_map(|(n, fits)| words.windows(*n).find(|window| fits(window)));
    found.map(|window| window.join(" "))
}

fn read_at<T>(value: T, line: &Line) -> Read<T> {
    Read { value, span: span_of(line) }
}

fn span_of(line: &Line) -> Range<usize> {
    line.span.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_posts_and_numbers_are_read_as_printed() {
        assert_eq!(person("_____ А. М. Бугаев").as_deref(), Some("А. М. Бугаев"));
        assert_eq!(person("А.Л. Гехтман").as_deref(), Some("А.Л. Гехтман"));
        assert_eq!(person("Директор ГБУ «ИМЦ»"), None);
        let (post, organization) = post("Директор ГБУ ДНПО ЦПКС «ИМЦ»").unwrap();
        assert_eq!((post.as_str(), organization.as_str()), ("Директор", "ГБУ ДНПО ЦПКС «ИМЦ»"));
        assert_eq!(number("№133 от 26 ноября").filled().as_deref(), Some("133"));
        assert!(matches!(number("Приказ № _____ от 20.11.2019"), Number::Blank));
        assert!(matches!(number("приказ от «30» августа"), Number::Absent));
    }

    #[test]
    fn bodies_and_offices_are_named_in_the_nominative() {
        assert_eq!(body_name("на Педагогическом Совете"), "Педагогический совет");
        assert_eq!(nominative(after_act("к приказу Отдела образования")), "Отдел образования");
        assert_eq!(after_act("к приказу Отдела образования от 26.11.2020 №133"), "Отдела образования");
    }
}
