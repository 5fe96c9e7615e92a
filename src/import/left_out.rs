//! What of a word processor's document is not in the text, told one by one: a person may have to decide about it.

use kabinet_documents::Reason;

use super::notes::Notes;
use super::reading::Reading;
use super::rules;
use crate::diagnostic::RuleId;

/// So many of one sort are told with their words; the rest is a number.
const TOLD: usize = 20;
/// So many characters of each.
const LONGEST: usize = 160;

/// Tells how printed pages were read: what is a paragraph, and what comes after what, may be a guess.
fn printed(reading: &Reading, notes: &mut Notes) {
    let Some(drawn) = &reading.drawn else { return };
    let order = if drawn.structured { "told" } else { "guessed" };
    let lost = if drawn.unread == 0 { "none" } else { "some" };
    let (pages, unread) = (drawn.pages.to_string(), drawn.unread.to_string());
    notes.warn(
        rules::PDF,
        &(0..0),
        &[("order", order), ("pages", &pages), ("unread", &unread), ("lost", lost)],
    );
    if !drawn.silent.is_empty() {
        let silent: Vec<String> = drawn.silent.iter().take(TOLD).map(ToString::to_string).collect();
        notes.warn(rules::PDF_PAGES, &(0..0), &[("pages", &silent.join(", "))]);
    }
}

/// Tells what was left out, what was inserted, and what became of pictures.
pub(crate) fn tell(reading: &Reading, notes: &mut Notes) {
    let start = 0..0;
    for reason in [
        Reason::Deleted,
        Reason::Moved,
        Reason::Inserted,
        Reason::Comment,
        Reason::Hidden,
        Reason::Object,
        Reason::Spoken,
        Reason::Margin,
    ] {
        let mine: Vec<&str> = reading
            .left_out
            .iter()
            .filter(|left| left.reason == reason)
            .map(|left| left.text.trim_matches([' ', '¶']))
            .filter(|text| !text.is_empty())
            .collect();
        for text in mine.iter().take(TOLD) {
            let args = [("text", shortened(text))];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            if matches!(reason, Reason::Margin | Reason::Spoken) {
                notes.tell(rule(reason), &start, &args);
            } else {
                notes.warn(rule(reason), &start, &args);
            }
        }
        if mine.len() > TOLD {
            notes.count(rules::LEFT_MORE, &start, &[("count", mine.len() - TOLD)]);
        }
    }
    printed(reading, notes);
    if reading.is_unresolved() {
        notes.warn(rules::DRAFT, &start, &[]);
    }
    if reading.reordered {
        notes.tell(rules::COLUMNS_READ, &start, &[]);
    }
    for kept in &reading.pictures {
        match &kept.file {
            Some(file) if kept.described => notes.tell(rules::PICTURE_KEPT, &start, &[("file", file)]),
            Some(file) => notes.warn(rules::PICTURE_UNDESCRIBED, &start, &[("file", file)]),
            None => notes.warn(rules::PICTURE_UNSHOWN, &start, &[("file", &kept.name)]),
        }
    }
}

fn rule(reason: Reason) -> RuleId {
    match reason {
        Reason::Deleted => rules::LEFT_DELETED,
        Reason::Moved => rules::LEFT_MOVED,
        Reason::Inserted => rules::INSERTED,
        Reason::Comment => rules::LEFT_COMMENT,
        Reason::Hidden => rules::LEFT_HIDDEN,
        Reason::Margin => rules::LEFT_MARGIN,
        Reason::Object => rules::LEFT_OBJECT,
        Reason::Spoken => rules::LEFT_SPOKEN,
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    match whole.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", &whole[..at]),
        None => whole,
    }
}
