//! What the sentences of an announcement tell: when, where, for whom, until when to write and where to.
//!
//! All of it is concluded, so all of it is said to be a guess.

use super::filled::Filled;
use super::line::Line;
use super::plan::{self, Around, Value};
use super::target::{Sort, Target};
use super::terms;

/// Words of sentences about applying.
const APPLYING: [&str; 4] = ["заявк", "регистрац", "записать", "запись"];
/// Words of sentences about who is meant.
const INVITING: [&str; 5] = ["приглаша", "для ", "участник", "категори", "адресован"];

/// Reads the sentences. What a line names by a label stays as it is.
pub(crate) fn read(lines: &[Line], target: &Target, around: &Around, filled: &mut Vec<Filled>) {
    let mut around = *around;
    lines.iter().take(5).for_each(|line| around.take(&line.text));
    around.month = None;
    for line in lines {
        for sentence in sentences(&line.text) {
            let folded = sentence.to_lowercase();
            let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
            let mut add = |name: String, value: Value| {
                if filled.iter().all(|one| one.name != name && !name.starts_with(&format!("{}.", one.name))) {
                    filled.push(Filled { name, value, span: line.span.clone(), guessed: true });
                }
            };
            if has(&APPLYING) {
                applying(&sentence, target, &around, &mut add);
                continue;
            }
            happening(&sentence, target, &around, &mut add);
            if has(&INVITING) {
                invited(&sentence, target, &mut add);
            }
        }
    }
}

/// Sentences of a line; a dot after a short word or a number ends none.
fn sentences(text: &str) -> Vec<String> {
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
        let next = words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
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
    let found: Vec<String> = terms::all(sentence, terms).into_iter().map(|one| one.label).collect();
    if !found.is_empty() {
        add(offer.name.clone(), if offer.list { Value::List(found) } else { Value::Words(found[0].clone()) });
    }
}

/// Until when and where to apply.
fn applying(sentence: &str, target: &Target, around: &Around, add: &mut dyn FnMut(String, Value)) {
    let Some(offer) = target
        .offers
        .iter()
        .find(|offer| offer.inside.iter().any(|(_, words)| words.contains(&"запись до".to_owned())))
    else {
        return;
    };
    let inner = |word: &str| {
        offer
            .inside
            .iter()
            .find(|(_, words)| words.iter().any(|known| known.starts_with(word)))
            .map(|(name, _)| name.clone())
    };
    let until = sentence.to_lowercase();
    let until = until.split_once("до ").map(|(_, rest)| rest.to_owned());
    if let (Some(name), Some(period)) =
        (inner("запись до"), until.and_then(|rest| plan::first_day(&rest, around)))
    {
        add(format!("{}.{name}", offer.name), plan::moments(&period).0);
    }
    let mail = sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '<' | '>'))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')));
    if let (Some(name), Some(mail)) = (inner("почта"), mail) {
        add(format!("{}.{name}", offer.name), Value::Words(mail.to_owned()));
    }
}
