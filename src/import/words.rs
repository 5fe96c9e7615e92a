//! The words of a text, and the law that an import neither loses, adds nor reorders one.
//!
//! A word is a run of letters and digits: `4.1Информационно` is `4` and `1Информационно`, and a space put between
//! number and word would break the law. Signs belong to no word, since Markdown writes some of its own.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::lines;
use crate::office::{is_invisible, is_object};

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<String> {
    let shown: String = text.chars().filter(|&c| !is_invisible(c) && !is_object(c)).collect();
    let words = shown.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words of a source: without Word's field codes and without letters that are bullets.
pub(crate) fn source_words(text: &str) -> Vec<String> {
    let lines: Vec<String> = lines::split(text).into_iter().map(|line| line.text).collect();
    words(&lines.join("\n"))
}

/// The words that a document prints: without field codes that somebody's converter left in it as text.
pub(crate) fn printed_words(text: &str) -> Vec<String> {
    words(&lines::take_field_codes(text).0)
}

/// The words of imported Markdown: without comments, in which field codes are kept.
pub(crate) fn markdown_words(body: &str) -> Vec<String> {
    let mut shown = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find("<!--") {
        shown.push_str(&rest[..at]);
        shown.push(' ');
        rest = rest[at..].split_once("-->").map_or("", |(_, after)| after);
    }
    shown.push_str(rest);
    words(&shown)
}

/// The words at the first place where two lists differ, of each some. What was `reordered` on purpose (columns that
/// stood side by side) must hold the same words in whatever order.
pub(crate) fn difference(
    mut source: Vec<String>,
    mut result: Vec<String>,
    reordered: bool,
) -> Option<(String, String)> {
    if reordered {
        source.sort();
        result.sort();
    }
    if source == result {
        return None;
    }
    let at = source.iter().zip(&result).position(|(a, b)| a != b).unwrap_or(source.len().min(result.len()));
    let around = |words: &[String]| words[at.min(words.len())..(at + 4).min(words.len())].join(" ");
    Some((around(&source), around(&result)))
}

/// The words that a reader of Markdown sees: without tags, addresses and marks of notes.
pub(crate) fn shown_words(markdown: &str) -> Vec<String> {
    let mut shown = String::with_capacity(markdown.len());
    let mut in_image = false;
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            // What a picture shows is said for those who do not see it, and is not printed.
            Event::Start(Tag::Image { .. }) => in_image = true,
            Event::End(TagEnd::Image) => in_image = false,
            _ if in_image => {}
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                shown.push_str(&text);
            }
            // What stands raised or lowered belongs to its word.
            Event::InlineHtml(tag) if tag.contains("su") => {}
            Event::Start(
                Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript,
            )
            | Event::End(
                TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript,
            )
            | Event::FootnoteReference(_) => {}
            // Blocks begin apart from what stands before them, a list within an item for one; a field code ends with its
            // line.
            _ => shown.push('\n'),
        }
    }
    printed_words(&shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("4.1Информационно-метод\u{ad}ический №273"),
            ["4", "1Информационно", "методический", "273"]
        );
        assert_eq!(shown_words("- пункт **дв**а\n  - вложенный"), ["пункт", "два", "вложенный"]);
        assert_eq!(markdown_words("а <!-- [bookmark: _GoBack] --> б"), ["а", "б"]);
        assert_eq!(source_words("o пункт [bookmark: x]\n"), ["пункт"]);
    }
}
