//! The title of a page that is no official paper.

use std::ops::Range;

use super::field_names::Terms;
use super::line::Line;
use super::target::{Sort, Target};
use super::{terms, title, words};
use crate::dates;
use crate::text::key;

/// No title is longer. In characters.
const LONGEST_TITLE: usize = 200;

/// With what a letter begins.
const GREETINGS: [&str; 5] = ["уважаем", "дорогие", "добрый день", "доброе утро", "здравствуйте"];
/// What is called out to those who are meant.
const CALLS: [&str; 6] = ["коллеги", "друзья", "педагоги", "учителя", "внимание", "всем привет"];

/// Headings that say what sort of paper it is, and not what it is about.
const SORTS: [&str; 8] = [
    "информационное письмо",
    "объявление",
    "приглашение",
    "анонс",
    "информация",
    "уведомление",
    "вниманию педагогов",
    "пресс-релиз",
];

/// The title of a page and where it stands.
pub(super) struct Title {
    pub(super) text: String,
    /// The number of the line.
    pub(super) line: usize,
    pub(super) span: Range<usize>,
    /// The line is the title and nothing else, so that the text need not say it again.
    pub(super) whole: bool,
    pub(super) guessed: bool,
}

impl Title {
    /// The title of a text: its heading, its first line where that is no sentence, else what a sentence announces.
    pub(super) fn of(lines: &[Line], target: &Target) -> Option<Self> {
        let sort = |line: &Line| SORTS.contains(&key(line.text.trim_end_matches(['.', '!', ':'])).as_str());
        let opens = |line: &Line| !line.text.is_empty() && !greets(line) && !sort(line) && !line.contents;
        let first = lines.iter().position(opens)?;
        let headed = |line: &Line| line.heading().is_some() && !sort(line);
        let heading = lines.iter().position(headed).filter(|at| *at <= first + 3);
        let line = &lines[heading.unwrap_or(first)];
        let length = line.text.chars().count();
        let short = (3..=LONGEST_TITLE).contains(&length) && !line.text.ends_with([':', ',']);
        let tells = ["состоит", "пройд", "приглаша", "просим"].iter().any(|verb| line.text.contains(verb));
        let long = length > 60;
        let stops = line.text.ends_with(['.', '!', '?']);
        let sentence = (stops && (long || tells)) || (tells && long) || line.text.contains("://");
        if short && (heading.is_some() || !sentence) {
            let text = title::readable(line.text.trim_end_matches('.'));
            let line_at = heading.unwrap_or(first);
            let alone = lines[..line_at].iter().all(|line| line.text.is_empty());
            let whole =
                alone && words::words(&text.to_lowercase()) == words::words(&line.text.to_lowercase());
            return Some(Self {
                text,
                line: line_at,
                span: line.span.clone(),
                whole,
                guessed: heading.is_none(),
            });
        }
        let (offer, _) = target.main_term()?;
        lines.iter().enumerate().take(20).find_map(|(at, line)| {
            let Sort::Term(terms) = &offer.sort else { return None };
            let text = named(&line.text, terms).or_else(|| announced(&line.text, terms))?;
            Some(Self { text, line: at, span: line.span.clone(), whole: false, guessed: true })
        })
    }
}

/// Whether a line only greets those whom a letter is for.
pub(super) fn greets(line: &Line) -> bool {
    let folded = line.text.to_lowercase();
    let called = line.text.ends_with('!') && folded.split(' ').count() <= 3;
    GREETINGS.iter().any(|word| folded.starts_with(word))
        || (called && CALLS.iter().any(|word| folded.starts_with(word)))
}

/// «семинар-практикум «Оценивание»» in a sentence: the word of the list and the name in quotation marks after it.
fn named(text: &str, terms: &Terms) -> Option<String> {
    let open = text.find('«')?;
    let close = open + text[open..].find('»')?;
    let before = text[..open].trim_end();
    // The longest ending of what stands before the name that is a term.
    let starts =
        before.char_indices().filter(|&(at, _)| at == 0 || before[..at].ends_with(' ')).map(|(at, _)| at);
    let (start, found) = starts.into_iter().find_map(|at| {
        let found = terms::first(&before[at..], terms)?;
        let count =
            before[at..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
        (found.at == 0 && found.words == count).then_some((at, found))
    })?;
    // «В работе круглого стола «…»»: a title stands in the nominative.
    let typed = key(&before[start..]);
    let spelt = terms.iter().any(|(spelling, label)| *label == found.label && *spelling == typed);
    let words = if spelt { &before[start..] } else { &found.label };
    let whole = capitalised(&format!("{words} {}", &text[open..close + '»'.len_utf8()]));
    (whole.chars().count() <= LONGEST_TITLE).then_some(whole)
}

/// «… состоится семинар для учителей математики»: what is announced, up to its day, its hour, its place.
fn announced(text: &str, terms: &Terms) -> Option<String> {
    let folded = text.to_lowercase();
    let verb = VERBS.iter().filter_map(|verb| Some(folded.find(verb)? + verb.len())).min()?;
    let rest = text.get(verb..)?;
    let found = terms::first(rest, terms).filter(|found| found.at == 0)?;
    // In another case than the one of titles it would have to be declined: «проводит конференцию».
    let rest_folded = key(rest);
    if !terms.iter().any(|(spelling, label)| *label == found.label && rest_folded.starts_with(spelling)) {
        return None;
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let end = (found.words..words.len()).find(|&at| begins_circumstance(&words[at..])).unwrap_or(words.len());
    let mut title: Vec<&str> = Vec::new();
    for (at, word) in words[..end].iter().enumerate() {
        title.push(word);
        let next = words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
        if word.ends_with([';', '!', '?']) || (word.ends_with('.') && next) {
            break;
        }
    }
    let title = capitalised(title.join(" ").trim_end_matches(['.', ',', ';', ':', '!', '?']));
    (title.chars().count() <= LONGEST_TITLE).then_some(title)
}

/// Verbs before what is announced.
const VERBS: [&str; 9] = [
    "состоится ",
    "состоятся ",
    "пройдёт ",
    "пройдет ",
    "пройдут ",
    "проводится ",
    "проводятся ",
    "проводит ",
    "организует ",
];

/// Nouns of places as they begin after «в» and «на».
const PLACES: [&str; 15] = [
    "кабинет",
    "актов",
    "конференц",
    "читальн",
    "зал",
    "библиотек",
    "школ",
    "гимнази",
    "лице",
    "баз",
    "центр",
    "дистанционн",
    "онлайн",
    "очн",
    "МБОУ",
];

/// Whether words begin to say when or where: «в 14.00», «15 декабря», «на базе школы», «по адресу», «(каб. 205)».
fn begins_circumstance(words: &[&str]) -> bool {
    let next = words.get(1).copied().unwrap_or_default();
    let after = words.get(2).copied().unwrap_or_default();
    let in_figures = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let hour = |word: &str| in_figures(word) && word.trim_end_matches(['.', ',']).contains(['.', ':', '-']);
    let month = |word: &str| dates::month_meant(word.trim_end_matches(['.', ','])).is_some();
    match words[0] {
        "в" | "на" | "во" | "с" | "со" => {
            hour(next)
                || (in_figures(next) && (after.starts_with("час") || month(after)))
                || (!matches!(words[0], "с" | "со") && PLACES.iter().any(|place| next.starts_with(place)))
        }
        "по" => next == "адресу",
        word => word.starts_with('(') || hour(word) || (in_figures(word) && month(next)),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    first + letters.as_str()
}
