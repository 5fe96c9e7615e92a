//! Signs that nobody sees or that no page may hold: what is debris of copying, and what a sign is called.
//!
//! Debris comes with texts from messengers, word processors and PDF: marks of direction that turn the order of
//! letters round, spaces without width, control characters. XML 1.0 (section 2.2) cannot hold most of the latter,
//! so that one of them in a title would break a feed.

/// A text without debris, and the signs that were taken out, each once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Cleaned {
    /// What is left.
    pub(crate) text: String,
    /// Where the first sign stood, in bytes of the text as it was.
    pub(crate) first: usize,
    /// The signs, in their order.
    pub(crate) signs: Vec<char>,
    /// How many of them there were.
    pub(crate) count: usize,
}

/// Whether a sign is debris wherever it stands: invisible and without use in the languages of a portal.
pub(crate) fn is_debris(c: char) -> bool {
    let code = u32::from(c);
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let nowhere = code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code);
    control || nowhere || is_direction(c) || is_widthless(c)
}

/// Marks that change the order in which letters are drawn.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_widthless(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Debris that parts words: what stood in its place was the end of a line.
fn parts_words(c: char) -> bool {
    matches!(c, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a joiner does its work between two signs: it makes one picture of several, or a ligature.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let joined = |c: char| {
        !(c.is_whitespace() || c < '\u{300}' || matches!(c, '\u{400}'..='\u{52f}' | '\u{2000}'..='\u{206f}'))
    };
    before.is_some_and(joined) && after.is_some_and(joined)
}

/// The text without debris; `None` when there is none.
pub(crate) fn cleaned(text: &str) -> Option<Cleaned> {
    // Most texts need no second look.
    if !text.contains(|c: char| is_debris(c) || matches!(c, '\u{200c}' | '\u{200d}')) {
        return None;
    }
    let mut kept = String::with_capacity(text.len());
    let (mut first, mut count, mut signs, mut before) = (None, 0, Vec::new(), None);
    for (at, c) in text.char_indices() {
        let after = || text[at + c.len_utf8()..].chars().next();
        if is_debris(c) || (matches!(c, '\u{200c}' | '\u{200d}') && !joins(before, after())) {
            first.get_or_insert(at);
            count += 1;
            if !signs.contains(&c) {
                signs.push(c);
            }
            kept.extend(parts_words(c).then_some(' '));
            continue;
        }
        kept.push(c);
        before = Some(c);
    }
    Some(Cleaned { text: kept, first: first?, signs, count })
}

/// What a sign is called where it cannot be shown: `U+202E`; a visible one stands for itself.
pub(crate) fn named(c: char) -> String {
    if is_debris(c) || c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}') {
        format!("U+{:04X}", u32::from(c))
    } else {
        c.to_string()
    }
}

/// A text as it may stand in a message: what cannot be seen is called by its number, and what is too long is cut.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 120;
    let shown: String = text
        .chars()
        .take(MOST)
        .map(|c| if is_debris(c) { format!("‹{}›", named(c)) } else { c.to_string() })
        .collect();
    if text.chars().nth(MOST).is_some() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> String {
        cleaned(text).map_or_else(|| text.to_owned(), |cleaned| cleaned.text)
    }

    #[test]
    fn debris_goes_and_letters_stay() {
        for sound in
            ["План № 5 — «итоги»", "пло\u{ad}щадка", "а\tб\nв", "👩\u{200d}🏫 и ☀\u{fe0f}", "ё й", ""]
        {
            assert_eq!(cleaned(sound), None, "{sound:?}");
        }
        assert_eq!(clean("\u{feff}План\u{200b} ра\u{200d}боты"), "План работы");
        assert_eq!(clean("Итоги\u{b}года\u{2028}центра"), "Итоги года центра");
        assert_eq!(clean("gpj.\u{202e}отчёт\u{202c}\u{1}\u{ffff}"), "gpj.отчёт");
    }

    #[test]
    fn what_was_taken_is_named_once_and_placed() {
        let cleaned = cleaned("а\u{200b}б\u{202e}в\u{200b}").expect("debris");
        assert_eq!((cleaned.first, cleaned.count), (2, 3));
        assert_eq!(cleaned.signs.iter().copied().map(named).collect::<Vec<_>>(), ["U+200B", "U+202E"]);
        assert_eq!(shown("а\u{202e}б"), "а‹U+202E›б");
        assert_eq!(shown(&"я".repeat(500)).chars().count(), 121);
    }
}
