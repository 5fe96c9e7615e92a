//! A page that is no official paper: an announcement, a material, a piece of news.
//!
//! Its fields are those of its kind. «Автор: …» fills the field of that label; what is concluded from sentences is
//! said to be a guess; what nothing tells is left out, never made up.

use jiff::civil::Date;

use super::announcement;
use super::changed;
use super::filled::Filled;
use super::headline::{Title, greets};
use super::line::Line;
use super::notes::Notes;
use super::plan::{self, Around, Value};
use super::reading::Reading;
use super::report::{Entry, Label};
use super::requisites::{Read, Requisites};
use super::target::{Sort, Target};
use super::text::Imported;
use super::{assemble, dates, findings, left_out, markdown, rules, source, terms, title, words};
use crate::office::without;
use crate::schema::known;
use crate::source::SourceId;
use crate::text::key;
use crate::yaml::scalar;

/// Labels are looked for in so many lines.
const LABELLED: usize = 80;

/// Imports a source as a page of a kind. `now` is the first year of the school year of today.
pub(crate) fn import(
    reading: Reading,
    source: SourceId,
    target: &Target,
    original: &str,
    now: i16,
) -> Imported {
    let mut notes = Notes::new(source);
    let bare: Vec<Line> =
        reading.lines.iter().map(|line| Line { text: without(&line.text), ..line.clone() }).collect();
    let head = Title::of(&bare, target);
    let around = Around { now, ..Around::default() };
    let mut filled = labelled(&bare, target, &around);
    let mut unclear = false;
    if target.is_scheduled() {
        let change = changed::read(&bare, target, &around, &mut filled);
        let moved = change.as_ref().is_some_and(|change| change.moved);
        announcement::read(&bare, target, &around, moved, &mut filled);
        if let Some(change) = change.filter(|change| !change.clear) {
            unclear = true;
            notes.warn(rules::CHANGE_TOLD, &change.span, &[("text", &change.sentence)]);
        }
    }
    main_term(&bare, head.as_ref(), target, &mut filled);
    for one in filled.iter().filter(|one| one.guessed) {
        let label = target
            .offer(one.name.split('.').next().unwrap_or_default())
            .map_or("", |offer| offer.label.as_str());
        notes.unsure_of(label, &one.value.shown(), &one.span);
    }
    let dropped = head.as_ref().filter(|head| head.whole).map(|head| head.line);
    let rest: Vec<Line> = reading
        .lines
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != dropped)
        .map(|(_, line)| line.clone())
        .collect();
    let blocks = assemble::assemble(&rest, true, &mut notes);
    findings::in_lines(&bare, &mut notes);
    left_out::tell(&reading, &mut notes);
    let written = reading.objects.written(&markdown::write(&[], "", &[], &blocks));
    let written = written + &markdown::footnotes(&reading.objects, &reading.notes);
    let shown = head.as_ref().filter(|head| head.whole).map_or("", |head| head.text.as_str());
    keep_the_law(&reading, &format!("{shown}\n{written}"), &mut notes);
    if let Some(head) = head.as_ref().filter(|head| head.guessed) {
        notes.unsure("title", &head.text, &head.span);
    }
    let mut unnamed = bare.iter().filter(|line| !line.text.is_empty());
    let first = unnamed.clone().next();
    let stopgap = unnamed.find(|line| !greets(line)).or(first).map_or("", |line| line.text.as_str());
    let card =
        Card { reading: &reading, target, head: head.as_ref(), filled: &filled, original, stopgap, unclear };
    let markdown = card.write() + "\n" + &written;
    let entries = card.entries();
    let title = head.map(|head| Read { value: head.text, span: head.span });
    if title.is_none() {
        notes.warn(rules::TITLE_MISSING, &(0..0), &[("text", stopgap)]);
    }
    let id = title.as_ref().map(|title| title::propose_id(&title.value)).unwrap_or_default();
    let requisites = Requisites { title, date: begins(&filled, target), ..Requisites::default() };
    Imported {
        markdown,
        id,
        requisites,
        notes: notes.sorted(),
        pictures: reading.pictures,
        entries: Some(entries),
    }
}

/// The day on which it begins: it tells a seminar from others of its title.
fn begins(filled: &[Filled], target: &Target) -> Option<Read<Date>> {
    let (start, _) = target.period.as_ref()?;
    let start = filled.iter().find(|one| one.name == *start)?;
    let found = dates::find(&start.value.shown())?;
    Some(Read { value: found.date, span: start.span.clone() })
}

/// The fields that lines name: «Автор: учитель математики».
fn labelled(lines: &[Line], target: &Target, around: &Around) -> Vec<Filled> {
    let mut filled: Vec<Filled> = Vec::new();
    for line in lines.iter().take(LABELLED) {
        let Some((label, value)) = line.text.split_once(':') else { continue };
        let (label, value) = (key(label), value.trim().trim_end_matches([';', '.']));
        let offer =
            target.offers.iter().find(|offer| offer.words.contains(&label) && offer.name != known::TITLE);
        let Some(offer) =
            offer.filter(|offer| !value.is_empty() && filled.iter().all(|one| one.name != offer.name))
        else {
            continue;
        };
        let period = if offer.sort == Sort::Day { plan::read_day(value, around) } else { None };
        let guessed = period.is_some_and(|period| period.guessed || period.year_guessed)
            || !plan::is_whole(offer, value);
        let read = plan::value(offer, value, around);
        let mut take = |name: &str, value: Value| {
            filled.push(Filled { name: name.to_owned(), value, span: line.span.clone(), guessed });
        };
        if let Some(value) = read {
            take(&offer.name, value);
        }
        // «Дата: 10–14 декабря» tells the last day too.
        let ends = target.period.as_ref().filter(|(start, _)| *start == offer.name);
        if let (Some((_, end)), Some(last)) = (ends, period.and_then(|period| plan::moments(&period).1)) {
            take(end, last);
        }
    }
    filled
}

/// What the document is: a word of the kind's list in its title or its first lines.
fn main_term(lines: &[Line], head: Option<&Title>, target: &Target, filled: &mut Vec<Filled>) {
    let Some((offer, terms)) = target.main_term() else { return };
    if filled.iter().any(|one| one.name == offer.name) {
        return;
    }
    let title = head.map(|head| (head.text.as_str(), head.span.clone()));
    let lines = lines.iter().take(8).map(|line| (line.text.as_str(), line.span.clone()));
    let found =
        title.into_iter().chain(lines).find_map(|(text, span)| Some((terms::first(text, terms)?, span)));
    filled.extend(found.map(|(found, span)| Filled {
        name: offer.name.clone(),
        value: Value::Words(found.label),
        span,
        guessed: true,
    }));
}

/// What the front matter and the report are made of.
struct Card<'a> {
    reading: &'a Reading,
    target: &'a Target,
    head: Option<&'a Title>,
    filled: &'a [Filled],
    original: &'a str,
    /// Its title as long as nothing tells one.
    stopgap: &'a str,
    /// It tells of a change that its fields do not.
    unclear: bool,
}

impl Card<'_> {
    fn missing(&self) -> impl Iterator<Item = &super::target::Offer> {
        let has = move |name: &str| name == known::TITLE || self.filled.iter().any(|one| one.name == name);
        self.target.offers.iter().filter(move |offer| offer.required && !has(&offer.name))
    }

    fn write(&self) -> String {
        let title = self.head.map_or(self.stopgap, |head| head.text.as_str());
        let mut out = format!("---\ntitle: {}\n", scalar(title));
        let mut groups: Vec<&str> = Vec::new();
        for one in self.filled {
            match one.name.split_once('.') {
                None => out.push_str(&format!("{}: {}\n", one.name, one.value.yaml())),
                Some((group, _)) if groups.contains(&group) => {}
                Some((group, _)) => {
                    groups.push(group);
                    let mine = self.filled.iter().filter_map(|one| {
                        Some((one.name.strip_prefix(group)?.strip_prefix('.')?, &one.value))
                    });
                    let inside: Vec<String> =
                        mine.map(|(name, value)| format!("{name}: {}", value.inline())).collect();
                    out.push_str(&format!("{group}: {{{}}}\n", inside.join(", ")));
                }
            }
        }
        let unresolved = self.reading.is_unresolved();
        let offered = !unresolved && source::is_published(self.original);
        if offered && self.target.offer(known::ATTACHMENTS).is_some() {
            out.push_str(&format!("attachments: [{{file: {}, title: Исходный файл}}]\n", self.original));
        }
        if self.unclear || self.reading.is_draft() || self.missing().next().is_some() {
            out.push_str(&format!("{}: {}\n", known::STATUS, known::STATUS_DRAFT));
        }
        out + "---\n"
    }

    fn entries(&self) -> Vec<Entry> {
        let label = |name: &str| {
            let offer = self.target.offer(name.split('.').next().unwrap_or_default());
            Label::Words(offer.map_or_else(|| name.to_owned(), |offer| offer.label.clone()))
        };
        let mut out: Vec<Entry> = Vec::new();
        out.extend(self.head.map(|head| Entry::Recognised {
            field: label(known::TITLE),
            value: head.text.clone(),
            span: head.span.clone(),
        }));
        out.extend(self.filled.iter().map(|one| Entry::Recognised {
            field: label(&one.name),
            value: one.value.shown(),
            span: one.span.clone(),
        }));
        out.extend(self.missing().map(|offer| Entry::Absent { field: Label::Words(offer.label.clone()) }));
        out
    }
}

/// Compares the words; the case of a title in capitals is no difference.
fn keep_the_law(reading: &Reading, written: &str, notes: &mut Notes) {
    let small = |words: Vec<String>| words.into_iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let source = match &reading.printed {
        None => words::source_words(&reading.text),
        Some(printed) => words::printed_words(printed),
    };
    notes.differ(words::difference(small(source), small(words::shown_words(written)), reading.reordered));
}
