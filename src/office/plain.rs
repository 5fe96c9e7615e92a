//! Plain texts as Markdown that shows just them.
//!
//! Only those signs are escaped that Markdown would take for its own; whether it would is asked of the parser.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A text at the start of a block; its further lines stay lines.
pub(crate) fn at_start(text: &str) -> String {
    let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    lines.fold(line_at_start(first), |whole, line| format!("{whole}\\\n{}", line_at_start(line)))
}

fn line_at_start(text: &str) -> String {
    let safe = inline(text);
    if reads_as(&safe, text) { safe } else { guarded(&safe, text) }
}

/// Takes the block meaning from the first sign: `5\.`, `\#`, `\-`.
fn guarded(safe: &str, text: &str) -> String {
    let digits = safe.len() - safe.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = safe.split_at(digits);
    let candidate = format!("{number}\\{rest}");
    if reads_as(&candidate, text) { candidate } else { escaped(text) }
}

/// A text inside a block: as it is, with few escapes, or with all, whatever first reads back the same.
pub(crate) fn inline(text: &str) -> String {
    if let Some((line, rest)) = text.split_once('\n') {
        return format!("{}\\\n{}", inline(line), inline(rest));
    }
    let few: String = text
        .chars()
        .flat_map(|c| [matches!(c, '\\' | '`' | '*' | '<' | '[' | '{' | '$' | '~').then_some('\\'), Some(c)])
        .flatten()
        .collect();
    // A word before the text, so that only the inside of the block is judged.
    let probe = |candidate: &str| reads_as(&format!("а {candidate}"), &format!("а {text}"));
    if probe(&few) { few } else { escaped(text) }
}

fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| [c.is_ascii_punctuation().then_some('\\'), Some(c)]).flatten().collect()
}

/// Whether Markdown is one paragraph that shows just this text.
fn reads_as(markdown: &str, text: &str) -> bool {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut events = Parser::new_ext(markdown, options);
    if !matches!(events.next(), Some(Event::Start(Tag::Paragraph))) {
        return false;
    }
    let mut shown = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(part) => shown.push_str(&part),
            Event::End(TagEnd::Paragraph) => break,
            _ => return false,
        }
    }
    shown == text && events.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markdown_survive_as_text() {
        let cases = [
            ("Приказ № _____ от 20.11.2019", "Приказ № _____ от 20.11.2019"),
            ("_____ А. М. Бугаев", "_____ А. М. Бугаев"),
            ("5. Настоящее Положение", "5\\. Настоящее Положение"),
            ("# не заголовок", "\\# не заголовок"),
            ("1.1. пункт", "1.1. пункт"),
            ("a < b, [1] *", "a \\< b, \\[1] \\*"),
            ("_____", "\\_____"),
            ("- тире", "\\- тире"),
        ];
        for (text, expected) in cases {
            assert_eq!(at_start(text), expected);
        }
    }

    #[test]
    fn any_text_reads_back_the_same() {
        for text in [
            "a_b_c __d__",
            "***",
            "---",
            "| a | b |",
            "&amp; &#35;",
            "http://x.ru/_a_",
            "2) два",
            "> a",
            "=== ",
            ": a",
        ] {
            let text = text.trim();
            assert!(reads_as(&at_start(text), text), "{text} → {}", at_start(text));
        }
    }
}
