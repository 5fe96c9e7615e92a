//! Letters about what was announced before: it is moved to another day, or called off.
//!
//! What is clear becomes the fields for it. What is not makes the page a draft: a day that was called off is no day.

use std::ops::Range;

use super::announcement::{APPLYING, sentences};
use super::filled::Filled;
use super::line::Line;
use super::plan::{self, Around, Move, Value};
use super::target::{Offer, Sort, Target};
use crate::text::key;

/// How a text says that something is called off.
const CALLED_OFF: [&str; 7] =
    ["отменяется", "отменяются", "отменён", "отменен", "отменена", "отменено", "отменены"];
/// How one begins that does take place.
const HAPPENING: [&str; 5] = ["состоит", "состоят", "пройд", "приглаша", "ждём"];
/// The words of the list of states, and the field of the day of before.
const MOVED: &str = "перенесено";
const CANCELLED: &str = "отменено";
const DAY_BEFORE: &str = "прежняя дата";

/// A change that a text tells.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// The sentence.
    pub(crate) sentence: String,
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Whether the card tells all of it.
    pub(crate) clear: bool,
    /// Whether there is a new day.
    pub(crate) moved: bool,
}

/// Finds the change that a text tells and fills what is clear of it. No label and no later sentence tells better.
pub(crate) fn read(
    lines: &[Line],
    target: &Target,
    around: &Around,
    filled: &mut Vec<Filled>,
) -> Option<Change> {
    let around = around.of_letter(lines.iter().map(|line| line.text.as_str()));
    let all: Vec<(String, Range<usize>)> = lines
        .iter()
        .flat_map(|line| sentences(&line.text).into_iter().map(|sentence| (sentence, line.span.clone())))
        .collect();
    let moves: Vec<(&str, &Range<usize>, Move)> = all
        .iter()
        .filter_map(|(sentence, span)| Some((sentence.as_str(), span, plan::moved(sentence, &around)?)))
        // The day until which one may apply is not the day of what one applies for.
        .map(|(sentence, span, one)| (sentence, span, if applies(sentence) { Move::default() } else { one }))
        .collect();
    let off: Vec<(&str, &Range<usize>)> = all
        .iter()
        .filter(|(sentence, _)| is_called_off(sentence))
        .map(|(sentence, span)| (sentence.as_str(), span))
        .collect();
    let (sentence, span) =
        moves.first().map(|(sentence, span, _)| (*sentence, *span)).or(off.first().copied())?;
    let mut change = Change { sentence: sentence.to_owned(), span: span.clone(), clear: false, moved: false };
    let mut add = |name: &str, value: Value| {
        // What a line names by its label stays.
        if filled.iter().all(|one| one.name != name) {
            filled.push(Filled { name: name.to_owned(), value, span: span.clone(), guessed: true });
        }
    };
    match (moves.as_slice(), off.as_slice()) {
        ([(.., one)], []) => {
            let (Some((start, end)), Some(to)) = (&target.period, one.to) else { return Some(change) };
            let (first, last) = plan::moments(&to);
            add(start, first);
            if let Some(last) = last {
                add(end, last);
            }
            let before = target.offers.iter().find(|offer| offer.words.iter().any(|word| word == DAY_BEFORE));
            if let (Some(offer), Some(from)) = (before, one.from) {
                add(&offer.name, plan::moments(&from).0);
            }
            change.moved = true;
            change.clear = state(target, MOVED).map(|(name, value)| add(name, value)).is_some();
        }
        ([], [(sentence, _)]) if !applies(sentence) && !all.iter().any(|(sentence, _)| happens(sentence)) => {
            change.clear = state(target, CANCELLED).map(|(name, value)| add(name, value)).is_some();
        }
        _ => {}
    }
    Some(change)
}

/// The field of states and the word of its list.
fn state<'t>(target: &'t Target, word: &str) -> Option<(&'t str, Value)> {
    let label = |offer: &'t Offer| match &offer.sort {
        Sort::Term(terms) => terms.get(&key(word)).map(|label| (offer.name.as_str(), label.clone())),
        _ => None,
    };
    let (name, label) = target.offers.iter().find_map(label)?;
    Some((name, Value::Words(label)))
}

fn is_called_off(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| CALLED_OFF.contains(word) && (at == 0 || words[at - 1] != "не"))
}

fn applies(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    APPLYING.iter().any(|stem| folded.contains(stem))
}

fn happens(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    HAPPENING.iter().any(|stem| folded.contains(stem))
        && !["не состоит", "не пройд", "не состоят"].iter().any(|denied| folded.contains(denied))
}
