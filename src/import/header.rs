//! Reads the header block: «Принято», «Утверждаю», «Приложение к приказу», the letterhead.

use std::ops::Range;

use super::acts;
use super::dates;
use super::line::Line;
use super::notes::Notes;
use super::numbers::{self, Number};
use super::persons;
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
    /// «ПРИКАЗ», «Постановление от … № …».
    Act,
    /// «от 01.09.2026 № 45».
    Dateline,
    Letterhead,
}

/// The header's lines in groups, as they are shown.
pub(crate) fn groups(lines: &[Line], usual_gap: u32) -> Vec<&[Line]> {
    let mut starts = Vec::new();
    // Whether the group is a mark: «приказ № 7 от …» in it is no act of its own.
    let mut marked = false;
    for (i, line) in lines.iter().enumerate() {
        let after_table = i > 0 && lines[i - 1].table().is_some();
        let apart = i == 0 || line.gap > usual_gap || line.table().is_some() || after_table;
        let mark = is_mark(&line.text);
        let shouted = acts::is_capitals(line.text.split(' ').next().unwrap_or_default());
        let act = acts::is_act(&line.text) && (shouted || !marked);
        if apart || mark || act {
            starts.push(i);
        }
        marked = mark || (marked && !apart);
    }
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
            Mark::Act | Mark::Dateline => own(group, out, notes),
            Mark::Letterhead => letterhead(group, out, notes),
        }
    }
}

/// Whether a mark of adoption, approval or the like begins here.
pub(crate) fn is_mark(text: &str) -> bool {
    !matches!(mark_of(text), None | Some(Mark::Act | Mark::Dateline))
}

fn mark_of(text: &str) -> Option<Mark> {
    let folded = acts::closed_up(text).to_lowercase();
    let marks = [
        ("принят", Mark::Adopted),
        ("рассмотрено и принято", Mark::Adopted),
        ("обсуждено и принято", Mark::Adopted),
        ("утвержд", Mark::Approved),
        ("утв.", Mark::Approved),
        ("введено в действие", Mark::Approved),
        ("введен в действие", Mark::Approved),
        ("приложени", Mark::Annex),
        ("согласован", Mark::Agreed),
        ("рассмотрен", Mark::Agreed),
        ("одобрен", Mark::Agreed),
    ];
    let mark = marks.into_iter().find(|(word, _)| folded.starts_with(word)).map(|(_, mark)| mark);
    let act = || acts::is_act(text).then_some(Mark::Act);
    mark.or_else(act).or_else(|| acts::is_dateline(text).then_some(Mark::Dateline))
}

/// An act's own head: its type, number and date.
fn own(group: &[Line], out: &mut Requisites, notes: &mut Notes) {
    for line in group {
        if acts::is_act(&line.text) {
            let word = acts::document_word(&line.text);
            out.doc_type = out.doc_type.take().or(word.map(|word| read_at(word, line)));
        } else if !acts::is_dateline(&line.text) {
            letterhead(std::slice::from_ref(line), out, notes);
            continue;
        }
        match numbers::of_act(&line.text) {
            Number::Printed(value) => out.number = out.number.take().or(Some(read_at(value, line))),
            Number::Blank => notes.warn(rules::FIELD_BLANK, &line.span, &[("text", &line.text)]),
            Number::Absent => {}
        }
    }
    out.date = out.date.take().or(date(group, notes));
    let protocol = out.doc_type.as_ref().is_some_and(|kind| kind.value == "протокол");
    if let Some(adopted) = out.adopted.as_mut().filter(|_| protocol) {
        adopted.date = adopted.date.take().or(out.date.clone());
        adopted.protocol = adopted.protocol.take().or(out.number.clone());
    }
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
            match numbers::first(&line.text) {
                Number::Blank => notes.warn(rules::FIELD_BLANK, &line.span, &[("text", &line.text)]),
                number => out.protocol = number.filled().map(|value| read_at(value, line)),
            }
        }
        if out.body.is_none() && ["совет", "собрани"].iter().any(|body| folded.contains(body)) {
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
        ("педсовет", "Педагогический совет"),
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
    for (i, line) in group.iter().enumerate() {
        let signature = persons::signature(&line.text);
        out.person = out.person.or(signature.person.map(|person| read_at(person, line)));
        if let Some(act) = act(&line.text).filter(|_| out.act.is_none()) {
            out.act = Some(read_at(act.to_owned(), line));
            act_number(&group[i..], &mut out, notes);
            let (post, name) = persons::of_act(&after_act(&group[i..]));
            out.post = out.post.or(post.map(|post| read_at(post, line)));
            take_issuer(nominative(&name), line, requisites);
        } else if let Some(post) = signature.post {
            out.post = Some(read_at(post, line));
            take_issuer(signature.organization, line, requisites);
        }
    }
    out
}

/// The number stands in the line of the act or in one after it; best beside the date.
fn act_number(lines: &[Line], out: &mut Approved, notes: &mut Notes) {
    let mut found: Vec<(&Line, Number)> =
        lines.iter().map(|line| (line, numbers::of_act(&line.text))).collect();
    found.sort_by_key(|(line, _)| dates::find(&line.text).is_none());
    match found.into_iter().find(|(_, number)| !matches!(number, Number::Absent)) {
        Some((line, Number::Printed(value))) => out.number = Some(read_at(value, line)),
        Some((line, _)) => {
            out.number_blank = true;
            notes.warn(rules::FIELD_BLANK, &line.span, &[("text", &line.text)]);
        }
        None => notes.warn(rules::ACT_WITHOUT_NUMBER, &lines[0].span, &[("text", &lines[0].text)]),
    }
}

fn take_issuer(name: String, line: &Line, requisites: &mut Requisites) {
    if name.split(' ').count() > 1 && requisites.issuer.is_none() {
        requisites.issuer = Some(read_at(name, line));
    }
}

fn annex(group: &[Line], requisites: &mut Requisites, notes: &mut Notes) -> AnnexTo {
    let mut out = AnnexTo { date: date(group, notes), ..AnnexTo::default() };
    let own = group[0].text.split(" к ").next().unwrap_or_default();
    out.annex = annex_number(own).map(|value| read_at(value, &group[0]));
    for (i, line) in group.iter().enumerate() {
        let rest = if i == 0 { &line.text[own.len()..] } else { &line.text };
        if out.number.is_none() {
            out.number = numbers::of_act(rest).filled().map(|value| read_at(value, line));
        }
        if let Some(act) = act(rest).filter(|_| out.act.is_none()) {
            out.act = Some(read_at(act.to_owned(), line));
            take_issuer(nominative(&persons::of_act(&after_act(&group[i..])).1), line, requisites);
        }
    }
    out
}

/// «Приложение № 1», «Приложение 1».
fn annex_number(text: &str) -> Option<String> {
    let bare = text.split_whitespace().nth(1).filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    numbers::first(text).filled().or_else(|| bare.map(|word| word.trim_end_matches('.').to_owned()))
}

/// The words after «к приказу», «приказом», up to the number or the date.
fn after_act(lines: &[Line]) -> String {
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let is_act = |word: &str| {
        ["приказ", "распоряжени", "постановлени", "решени"]
            .iter()
            .any(|act| word.to_lowercase().starts_with(act))
    };
    let Some(at) = text.split(' ').position(is_act) else { return String::new() };
    let rest: Vec<&str> = text.split(' ').skip(at + 1).collect();
    let rest = rest.join(" ");
    let end = [
        numbers::start_of_act(&rest),
        rest.find(" от "),
        rest.strip_prefix("от ").map(|_| 0),
        rest.find('_'),
    ];
    let end = end.into_iter().flatten().chain(dates::find(&rest).map(|found| found.range.start)).min();
    let name = rest[..end.unwrap_or(rest.len())].trim().trim_end_matches(" от").trim();
    let paired = |open: &str, close: &str| name.matches(open).count() == name.matches(close).count();
    let name = if paired("«", "»") { name } else { name.trim_matches(['«', '»']) };
    name.trim_end_matches([',', ';', ':', '.']).to_owned()
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
    let titled = acts::opens_title(&text) || acts::document_word(&text).is_some();
    if requisites.issuer.is_none() && !titled && WORDS.iter().any(|word| folded.contains(word)) {
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
    let Some((line, found)) =
        group.iter().find_map(|line| dates::find(&line.text).map(|found| (line, found)))
    else {
        let blank = group.iter().find(|line| is_blank_date(&line.text));
        if let Some(line) = blank.filter(|line| !matches!(numbers::of_act(&line.text), Number::Blank)) {
            notes.warn(rules::FIELD_BLANK, &line.span, &[("text", &line.text)]);
        }
        return None;
    };
    if found.short_year {
        notes.warn(rules::YEAR_SHORT, &line.span, &[("value", &found.date.to_string())]);
    }
    Some(read_at(found.date, line))
}

/// «__» ______ 20__ г.
fn is_blank_date(text: &str) -> bool {
    let quoted = ["«_", "\"_", "“_", "20_", "от _"];
    quoted.iter().any(|blank| text.contains(blank))
}

fn act(text: &str) -> Option<&'static str> {
    let folded = text.to_lowercase();
    let acts = ["приказ", "распоряжени", "постановлени", "решени", "протокол", "(протокол"];
    let names = ["приказ", "распоряжение", "постановление", "решение", "протокол", "протокол"];
    let word = |act: &str| folded.split_whitespace().any(|word| word.starts_with(act));
    acts.iter().position(|act| word(act)).map(|i| names[i])
}

fn read_at<T>(value: T, line: &Line) -> Read<T> {
    Read { value, span: span_of(line) }
}

fn span_of(line: &Line) -> Range<usize> {
    line.span.clone()
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    #[test]
    fn annexes_have_numbers_of_their_own() {
        assert_eq!(annex_number("Приложение 2").as_deref(), Some("2"));
        assert_eq!(annex_number("Приложение").as_deref(), None);
    }

    #[test]
    fn bodies_and_offices_are_named_in_the_nominative() {
        assert_eq!(body_name("на Педагогическом Совете"), "Педагогический совет");
        let office = |text: &str| nominative(&persons::of_act(&after_act(&split(text))).1);
        assert_eq!(office("к приказу Отдела образования"), "Отдел образования");
        assert_eq!(office("к приказу Отдела образования от 26.11.2020 №133"), "Отдел образования");
        assert_eq!(
            office("приказом управления образования\nадминистрации района\nот 12.03.2024 № 45-од"),
            "Управление образования администрации района"
        );
        assert_eq!(office("Приказ № _____ от 20.11.2019"), "");
    }
}
