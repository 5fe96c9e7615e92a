//! Marks of Markdown that mean nothing as they stand, so that readers would see them: told with the way to write them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::meant::Meant;
use super::step::{Annotated, What};
use super::{dialect, lines};

/// Finds such marks, of each sort the first of a paragraph.
pub(super) fn find(text: &str, annotated: &Annotated<'_>) -> Vec<(Meant, Range<usize>)> {
    let (mut found, mut here): (Vec<_>, Vec<Meant>) = (Vec::new(), Vec::new());
    let mut code = false;
    for step in &annotated.steps {
        match &step.what {
            What::Event(Event::Start(Tag::CodeBlock(_))) => code = true,
            What::Event(Event::End(TagEnd::CodeBlock)) => code = false,
            What::Event(Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell)) => here.clear(),
            What::Event(Event::Start(Tag::Emphasis)) if is_product(text, &step.range) => {
                found.push((Meant::Times, step.range.clone()));
            }
            What::Event(Event::Text(words)) if !code && text.get(step.range.clone()) == Some(words) => {
                for (meant, range) in in_words(text, &step.range) {
                    if !here.contains(&meant) {
                        here.push(meant);
                        found.push((meant, range));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// The marks that begin in a stretch of the text.
fn in_words(text: &str, range: &Range<usize>) -> Vec<(Meant, Range<usize>)> {
    let words = &text[range.clone()];
    let own = |c: char| "*_#[]${".contains(c) || dialect::SIGNS.contains(&c);
    let signs = words.match_indices(own).filter_map(|(at, _)| mark(text, range.start + at));
    // A line, or an item of a list, begins here.
    let ahead = text[..range.start].trim_end_matches([' ', '-', '*', '+']);
    let begins = ahead.is_empty() || ahead.ends_with('\n');
    // The parser cuts a line at brackets: only where it begins is it read to its end.
    let line = || text[range.start..].split('\n').next().unwrap_or_default();
    let opening = begins.then(|| lines::mark(line())).flatten();
    let opening = opening.map(|(meant, end)| (meant, range.start..range.start + end));
    opening.into_iter().chain(signs).collect()
}

fn mark(text: &str, at: usize) -> Option<(Meant, Range<usize>)> {
    let (before, rest) = (&text[..at], &text[at..]);
    let end = (0..=rest.len().min(LONGEST)).rev().find(|end| rest.is_char_boundary(*end))?;
    let line = rest[..end].split('\n').next()?;
    let start = before.is_empty() || before.ends_with('\n');
    let opens = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '«'));
    if let Some(inside) = line.strip_prefix("**").or_else(|| line.strip_prefix("__")) {
        // `** Важно **` is closed, but the spaces inside keep it from being bold.
        let spaced = || inside.starts_with(' ') && inside[1..].contains(&format!(" {}", &line[..2]));
        // `Слово**«важно»**`: between a letter and a quotation bold does not begin.
        let inner = || before.ends_with(char::is_alphabetic) && inside.starts_with(['«', '"', '(', '„', '“']);
        let bold = opens && (begins_word(inside) || spaced()) || inner() && inside.contains(&line[..2]);
        return bold.then_some((Meant::Bold, at..at + 2));
    }
    if let Some(inside) = line.strip_prefix("##") {
        // A seventh sign makes words of a heading.
        let words = inside.trim_start_matches('#');
        let words = if inside.len() - words.len() > 4 { words.trim_start() } else { words };
        let heading = start && begins_word(words);
        return heading.then(|| (Meant::Heading, at..at + line.len()));
    }
    if is_title(before, line) {
        return Some((Meant::Heading, at..at + line.trim_end().len()));
    }
    if line.starts_with("[^") {
        let end = line.find(']').filter(|end| *end > 2)?;
        return (!line[..end].contains(' ')).then_some((Meant::Note, at..at + end + 1));
    }
    if let Some(inside) = line.strip_prefix('{') {
        let of_picture = before.ends_with(')') && inside.starts_with(['w', 'h']);
        let of_words =
            (start || before.ends_with([')', ']', '*', '_', '`'])) && inside.starts_with(['.', '#', ':']);
        if let Some(end) = inside.find('}').filter(|_| of_picture || of_words) {
            return Some((Meant::Properties, at..at + end + 2));
        }
    }
    if line.starts_with('$') {
        return formula(before, line).map(|length| (Meant::Formula, at..at + length));
    }
    if let Some((meant, length)) = dialect::mark(before, line) {
        return Some((meant, at..at + length));
    }
    let found = link(line).or_else(|| reference(before, line)).or_else(|| turned(before, line));
    let found = found.or_else(|| half_wiki(before, line));
    found.map(|(meant, place)| (meant, at + place.start..at + place.end))
}

/// `#Заголовок страницы`: several words with a capital behind one sign; one word alone is what people call a hashtag.
fn is_title(before: &str, line: &str) -> bool {
    let Some(words) = line.strip_prefix('#') else { return false };
    let start = before.is_empty() || before.ends_with('\n');
    start && words.starts_with(char::is_uppercase) && words.trim().contains(' ') && !words.contains('#')
}

/// Whether signs of multiplication were taken for emphasis: `5*3*2`, `5*6 и 7*8`.
fn is_product(text: &str, range: &Range<usize>) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let inside = text.get(range.clone()).unwrap_or_default().trim_matches('*');
    let between = inside.starts_with(digit) && inside.ends_with(digit);
    text[..range.start].ends_with(digit) && between && text[range.end..].starts_with(digit)
}

/// `][1]` after words in brackets: the line that says what `[1]` is stands nowhere. `[1][2]` are sources of a study.
fn reference(before: &str, line: &str) -> Option<(Meant, Range<usize>)> {
    let label = line.strip_prefix("][")?;
    let end = label.find(']').filter(|end| *end <= LONGEST_LABEL)?;
    let words = &before[before.rfind(['[', '\n'])?..];
    let told = words.starts_with('[') && words.contains(char::is_alphabetic);
    told.then(|| (Meant::Reference, 1..end + 3))
}

/// `(слова)[адрес]`: the brackets are in each other's place.
fn turned(before: &str, line: &str) -> Option<(Meant, Range<usize>)> {
    let target = line.strip_prefix('[')?.split(']').next()?;
    let meant = before.ends_with(')') && !target.contains(' ') && (is_address(target) || is_file(target));
    (meant && line.len() > target.len() + 1).then(|| (Meant::LinkTurned, 0..target.len() + 2))
}

/// `[[rmo]`, `[rmo]]`, `[[|rmo]]`, `[[]]`: a link to a page that lacks a bracket or its name. Figures are those of a list
/// of sources.
fn half_wiki(before: &str, line: &str) -> Option<(Meant, Range<usize>)> {
    let inside = line.strip_prefix('[').filter(|_| !before.ends_with(['[', ']', '\\']))?;
    let double = inside.starts_with('[');
    if !double && before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let inside = inside.trim_start_matches('[');
    let end = inside.find(']')?;
    let (name, closed) = (&inside[..end], inside[end..].starts_with("]]"));
    let nameless = double && closed && (name.trim().is_empty() || name.starts_with('|'));
    // `[слова [ещё]]` are brackets in brackets.
    let near = (before.len().saturating_sub(LONGEST)..=before.len()).find_map(|from| before.get(from..));
    let line_before = near.unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let inner = !double && line_before.matches('[').count() > line_before.matches(']').count();
    let lame = double != closed && !inner && name.contains(char::is_alphabetic) && !name.contains('[');
    let address = inside[end..].trim_start_matches(']').starts_with(['(', '[']);
    (nameless || lame && !address)
        .then(|| (Meant::Wiki, 0..1 + usize::from(double) + end + 1 + usize::from(closed)))
}

/// A link that is none, from the bracket that ends its words.
fn link(line: &str) -> Option<(Meant, Range<usize>)> {
    if let Some(target) = line.strip_prefix("] (") {
        let target = &target[..target.find(')')?];
        let meant = !target.contains(' ') && (is_address(target) || is_file(target));
        return meant.then(|| (Meant::LinkApart, 0..3 + target.len() + 1));
    }
    let rest = line.strip_prefix("](")?;
    if let Some(number) = rest.strip_prefix("tel:") {
        let length =
            number.find(|c: char| !(c.is_ascii_digit() || "+-() ".contains(c))).unwrap_or(number.len());
        return Some((
            Meant::Phone,
            2..2 + "tel:".len() + number[..length].trim_end_matches([' ', ')']).len(),
        ));
    }
    let Some(end) = rest.find(')') else {
        let target = rest.split_whitespace().next()?;
        return (is_address(target) || is_file(target)).then(|| (Meant::LinkOpen, 0..2 + target.len()));
    };
    let target = &rest[..end];
    let spaced = target.contains(' ') && (is_address(target) || is_file(target));
    spaced.then(|| (Meant::Link, 2..2 + end))
}

/// What begins as an address does.
fn is_address(target: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:", "/", "#", "../", "./"]
        .iter()
        .any(|start| target.starts_with(start))
}

/// A name with an ending, perhaps with a place behind it.
fn is_file(target: &str) -> bool {
    let target = target.split('#').next().unwrap_or(target);
    target.rsplit_once('.').is_some_and(|(name, end)| !name.is_empty() && is_ending(end))
}

/// The length of a formula that a line begins with: `$x^2$`, `$$\frac{a}{b}$$`. A price is none: between its signs stand
/// spaces or Russian words, and nothing that only formulas have.
fn formula(before: &str, line: &str) -> Option<usize> {
    let sign = if line.starts_with("$$") { "$$" } else { "$" };
    let inside = &line[sign.len()..];
    let inside = &inside[..inside.find(sign)?];
    let tight =
        sign == "$$" || !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    let after = &line[sign.len() * 2 + inside.len()..];
    let signs = inside.contains(['\\', '^', '_', '=', '+', '<', '>', '{']);
    let letters = inside.chars().count() < 4 && inside.chars().all(|c| c.is_ascii_alphabetic());
    let alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '$')
        && !after.starts_with(|c: char| c.is_ascii_digit());
    (tight && alone && !inside.is_empty() && (signs || letters)).then_some(sign.len() * 2 + inside.len())
}

/// Names of addresses that stand elsewhere are short.
const LONGEST_LABEL: usize = 40;
/// How far a mark is read.
const LONGEST: usize = 400;

fn begins_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || c == '«')
}

fn is_ending(text: &str) -> bool {
    let letters = text.bytes().any(|byte| byte.is_ascii_alphabetic());
    letters && (2..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
