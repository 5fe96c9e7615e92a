//! What the sentences of an announcement tell: when, where, for whom, until when to write and where to.
//!
//! All of it is concluded, so all of it is said to be a guess.

use jiff::civil::Date;

use super::filled::Filled;
use super::line::Line;
use super::plan::{self, Around, Value};
use super::target::{Offer, Sort, Target};
use super::terms;
use crate::dates;

/// Words of sentences about applying.
pub(super) const APPLYING: [&str; 10] = [
    "заявк",
    "заявок",
    "регистр",
    "записать",
    "запись на",
    "запись по",
    "запись до",
    "запись:",
    "анкет",
    "форму",
];
/// Words of sentences about taking part from afar.
const CONNECTING: [&str; 8] =
    ["подключ", "трансляц", "ссылк", "онлайн", "войти", "вход ", "комнат", "видеовстреч"];
/// Words of sentences that announce.
const HAPPENING: [&str; 6] = ["приглаша", "состоит", "состоят", "пройд", "проводит", "проводят"];
/// Words of sentences about who is meant.
const INVITING: [&str; 5] = ["приглаша", "для ", "участник", "категори", "адресован"];

/// Reads the sentences. What a line names by a label stays as it is.
///
/// `moved`: the day is known, since the text is about a move to it.
pub(crate) fn read(lines: &[Line], target: &Target, around: &Around, moved: bool, filled: &mut Vec<Filled>) {
    let around = around.of_letter(lines.iter().map(|line| line.text.as_str()));
    for line in lines {
        for sentence in sentences(&line.text) {
            let folded = sentence.to_lowercase();
            let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
            let mut add = |name: String, value: Value| {
                let days = target.period.iter().any(|(start, end)| name == *start || name == *end);
                if moved && days {
                    return;
                }
                if filled.iter().all(|one| one.name != name && !name.starts_with(&format!("{}.", one.name))) {
                    filled.push(Filled { name, value, span: line.span.clone(), guessed: true });
                }
            };
            links(&sentence, target, &mut add);
            if has(&APPLYING) {
                let closes = applying(&sentence, target, &around, &mut add);
                let first =
                    plan::first_day(&sentence, &around).map(|period| period.end.unwrap_or(period.start));
                // «Приглашаем 25 января на семинар, регистрация до 22 января» tells both.
                if !has(&HAPPENING) || first == closes {
                    continue;
                }
            }
            happening(&sentence, target, &around, &mut add);
            if has(&INVITING) {
                invited(&sentence, target, &mut add);
            }
        }
    }
    hour_apart(lines, target, &around, filled);
}

/// «Начало в 9:30», «Время: с 13:30 до 15:00» of a sentence of its own belong to the day of another one.
fn hour_apart(lines: &[Line], target: &Target, around: &Around, filled: &mut Vec<Filled>) {
    let Some((start, end)) = &target.period else { return };
    let Some(at) = filled.iter().position(|one| one.guessed && one.name == *start) else { return };
    let Value::Plain(day) = &filled[at].value else { return };
    if day.contains(':') {
        return;
    }
    let said = lines.iter().flat_map(|line| sentences(&line.text)).find_map(|sentence| {
        let folded = sentence.to_lowercase();
        let label = folded.starts_with("время").then(|| sentence.split_once([':', '—', '–'])).flatten();
        let hours = label.map_or(sentence.as_str(), |(_, hours)| hours);
        let told = label.is_some() || folded.contains("начал");
        let (hour, minute) = plan::first_hour(hours).filter(|_| told)?;
        let whole = label.and_then(|_| plan::first_day(&format!("{day} {}", hours.trim()), around));
        Some((format!("{day} {hour:02}:{minute:02}"), whole))
    });
    let Some((moment, whole)) = said else { return };
    let moments = whole.map(|period| plan::moments(&period));
    let span = filled[at].span.clone();
    let (first, last) = moments.unwrap_or((Value::Plain(moment), None));
    filled[at].value = first;
    if let Some(value) = last.filter(|_| filled.iter().all(|one| one.name != *end)) {
        filled.push(Filled { name: end.clone(), value, span, guessed: true });
    }
}

/// Where to register and where to connect: the addresses of a sentence, by the words before each.
fn links(sentence: &str, target: &Target, add: &mut dyn FnMut(String, Value)) {
    let mut before = 0;
    for (at, _) in sentence.match_indices("http") {
        let rest = &sentence[at..];
        if at < before || !(rest.starts_with("http://") || rest.starts_with("https://")) {
            continue;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '«' | '»'))
            .unwrap_or(rest.len());
        let link = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?', ']']);
        let words = sentence[before..at].to_lowercase();
        before = at + end;
        let has = |stems: &[&str]| stems.iter().any(|stem| words.contains(stem));
        let name = if has(&APPLYING) {
            register(target).and_then(|(offer, inner)| {
                let name = inner("ссылка")?;
                Some(format!("{}.{name}", offer.name))
            })
        } else if has(&CONNECTING) {
            let connects = |offer: &&Offer| offer.words.iter().any(|word| word.contains("подключени"));
            target.offers.iter().find(connects).map(|offer| offer.name.clone())
        } else {
            None
        };
        if let Some(name) = name {
            add(name, Value::Words(link.to_owned()));
        }
    }
}

/// Sentences of a line; a dot after a short word or a number ends none.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let words: Vec<&str> = text.split(' ').collect();
    for (at, word) in words.iter().enumerate() {
        let last = out.last_mut().expect("there is always one");
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
        let bare = word.trim_end_matches(['.', '!', '?', ')', '»']);
        let ends = word.ends_with(['!', '?'])
            || (word.contains('.') && word.ends_with(['.', ')', '»']) && bare.chars().count() > 3);
        let next = words.get(at + 1).is_some_and(|next| {
            let day = || dates::month_meant(words.get(at + 2).copied().unwrap_or_default()).is_some();
            let figures = next.starts_with(|c: char| c.is_ascii_digit());
            next.starts_with(char::is_uppercase) || (figures && (day() || next.matches('.').count() > 1))
        });
        if ends && next {
            out.push(String::new());
        }
    }
    out
}

/// The day, the hour and the place of a sentence.
fn happening(sentence: &str, target: &Target, around: &Around, add: &mut dyn FnMut(String, Value)) {
    let Some((start, end)) = &target.period else { return };
    let Some(period) = plan::first_day(sentence, around) else { return };
    let (first, last) = plan::moments(&period);
    add(start.clone(), first);
    if let Some(last) = last {
        add(end.clone(), last);
    }
    let place = target.offers.iter().find(|offer| offer.words.iter().any(|word| word == "место"));
    let Some(offer) = place else { return };
    let Sort::Group(inner) = &offer.sort else { return };
    let Some((name, address)) = place_of(sentence) else { return };
    add(format!("{}.{inner}", offer.name), Value::Words(name));
    let inner = offer.inside.iter().find(|(_, words)| words.iter().any(|word| word == "адрес"));
    if let (Some(address), Some((inner, _))) = (address, inner) {
        add(format!("{}.{inner}", offer.name), Value::Words(address));
    }
}

/// Nouns of places after «в» and «на», with their nominatives.
const PLACES: [(&str, &str); 16] = [
    ("актовом зале", "актовый зал"),
    ("конференц-зале", "конференц-зал"),
    ("читальном зале", "читальный зал"),
    ("кабинете", "кабинет"),
    ("библиотеке", "библиотека"),
    ("школе", "школа"),
    ("гимназии", "гимназия"),
    ("лицее", "лицей"),
    ("детском саду", "детский сад"),
    ("центре", "центр"),
    ("доме", "дом"),
    ("базе школы", "школа"),
    ("базе гимназии", "гимназия"),
    ("базе лицея", "лицей"),
    ("базе детского сада", "детский сад"),
    ("базе", ""),
];

/// «в актовом зале школы № 1 (ул. Примерная, 5) состоится» → the place in the nominative, and the address.
fn place_of(sentence: &str) -> Option<(String, Option<String>)> {
    let (noun, nominative, at) = PLACES.iter().find_map(|(noun, nominative)| {
        let found = ["в ", "на ", "во ", "В ", "На "].iter().find_map(|before| {
            let whole = format!("{before}{noun}");
            let at = sentence.find(&whole)?;
            let free = at == 0 || sentence[..at].ends_with(' ');
            let ends = !sentence[at + whole.len()..].starts_with(char::is_alphabetic);
            (free && ends).then_some(at + before.len())
        });
        found.map(|at| (*noun, *nominative, at))
    })?;
    let rest = &sentence[at + noun.len()..];
    const VERBS: [&str; 8] =
        ["состоит", "пройд", "проводит", "проход", "начн", "будет", "по адресу", "прошло"];
    let folded = rest.to_lowercase();
    let verb = VERBS
        .iter()
        .filter_map(|verb| folded.find(&format!(" {verb}")))
        .min()
        .filter(|_| folded.len() == rest.len());
    let ends = [verb, rest.find('('), rest.find(['.', ';']).filter(|at| rest[at + 1..].starts_with([' ']))];
    let end = ends.into_iter().flatten().min().unwrap_or(rest.len());
    let name = format!("{nominative}{}", &rest[..end]);
    let name = name.trim().trim_end_matches([',', '.', ';', ':']).to_owned();
    let inside =
        rest.split_once('(').and_then(|(_, inside)| inside.split_once(')')).map(|(inside, _)| inside.trim());
    let street = |text: &&str| {
        ["ул.", "улица", "пр.", "просп", "пер.", "г.", "с.", "п.", "пл."]
            .iter()
            .any(|word| text.to_lowercase().starts_with(word))
    };
    let fits = (2..=120).contains(&name.chars().count());
    fits.then(|| (name, inside.filter(street).map(str::to_owned)))
}

/// For whom it is.
fn invited(sentence: &str, target: &Target, add: &mut dyn FnMut(String, Value)) {
    let offer = target.offers.iter().find(|offer| offer.words.iter().any(|word| word == "для кого"));
    let Some((offer, Sort::Term(terms))) = offer.map(|offer| (offer, &offer.sort)) else { return };
    if terms::excepts(sentence) {
        return;
    }
    let found: Vec<String> = terms::all(sentence, terms).into_iter().map(|one| one.label).collect();
    if !found.is_empty() {
        add(offer.name.clone(), if offer.list { Value::List(found) } else { Value::Words(found[0].clone()) });
    }
}

/// The group of fields about applying, and the names of its fields by the words for them.
fn register(target: &Target) -> Option<(&Offer, impl Fn(&str) -> Option<String>)> {
    let offer = target
        .offers
        .iter()
        .find(|offer| offer.inside.iter().any(|(_, words)| words.contains(&"запись до".to_owned())))?;
    let inner = |word: &str| {
        let is = |(_, words): &&(String, Vec<String>)| words.iter().any(|known| known.starts_with(word));
        offer.inside.iter().find(is).map(|(name, _)| name.clone())
    };
    Some((offer, inner))
}

/// Until when and where to apply. Returns the last day.
fn applying(
    sentence: &str,
    target: &Target,
    around: &Around,
    add: &mut dyn FnMut(String, Value),
) -> Option<Date> {
    let (offer, inner) = register(target)?;
    let period = plan::last_day(sentence, around);
    if let (Some(name), Some(period)) = (inner("запись до"), period) {
        add(format!("{}.{name}", offer.name), plan::moments(&period).0);
    }
    let mail = sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')));
    if let (Some(name), Some(mail)) = (inner("почта"), mail) {
        add(format!("{}.{name}", offer.name), Value::Words(mail.to_owned()));
    }
    period.map(|period| period.start)
}
