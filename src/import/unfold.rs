//! A text whose line ends were lost: clauses that stand one after another in one line.
//!
//! A number inside a line opens a clause when it is just the next one, a sentence ends before it and another begins
//! after it.

use super::acts;
use super::layout::ends_sentence;
use super::line::Line;
use super::notes::Notes;
use super::rules;
use super::starts::Start;

/// Splits the lines that hold several clauses.
pub(crate) fn unfold(lines: Vec<Line>, notes: &mut Notes) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    for line in lines {
        let cuts = cuts(&line);
        if cuts.is_empty() {
            out.push(line);
            continue;
        }
        notes.warn(rules::NUMBERS_INSIDE, &line.span, &[]);
        split(line, &cuts, &mut out);
    }
    out
}

fn split(line: Line, cuts: &[usize], out: &mut Vec<Line>) {
    let mut from = 0;
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    for &cut in cuts.iter().chain([&line.text.len()]) {
        pieces.push(line.text[from..cut].trim().to_owned());
        from = cut;
    }
    for (i, text) in pieces.into_iter().enumerate() {
        let first = i == 0;
        let base = if first {
            line.clone()
        } else {
            Line { span: line.span.clone(), origin: line.origin.clone(), ..Line::default() }
        };
        out.push(Line { text, cells: Vec::new(), ..base });
    }
}

/// Where the clauses inside a line begin; empty when it is one paragraph.
fn cuts(line: &Line) -> Vec<usize> {
    if line.cells.len() > 2 || line.contents {
        return Vec::new();
    }
    let mut current = match Start::of(&line.text) {
        Start::Clause(number, _) => number.path,
        Start::Section(number, _) => vec![number.value],
        _ => Vec::new(),
    };
    let numbered = !current.is_empty();
    let (mut cuts, mut numbers, mut before) = (Vec::new(), 0, "");
    for (at, word) in words(&line.text) {
        if at > 0 && current.is_empty() && acts::is_shouted_document(&line.text[at..]) {
            cuts.push(at);
        }
        let opened = current.is_empty() && before.chars().all(|c| !c.is_lowercase());
        let after_sentence = ends_sentence(before) && !is_abbreviation(before);
        if let Some(path) = number(&line.text[at..], word).filter(|_| at > 0 && (after_sentence || opened))
            && follows(&current, &path)
        {
            numbers += 1;
            cuts.push(at);
            current = path;
        }
        before = word;
    }
    let enough = numbers >= 2 || (numbers == 1 && numbered && current.len() > 1);
    if enough { cuts } else { Vec::new() }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}

/// The number at the start of `rest`, if a sentence begins after it.
fn number(rest: &str, word: &str) -> Option<Vec<u32>> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let printed = word[..end].strip_suffix('.')?;
    let body = rest[end..].trim_start();
    if !body.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“')) {
        return None;
    }
    let path: Vec<u32> = printed.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    (path.len() <= 4 && path.iter().all(|&part| part < 1000)).then_some(path)
}

/// Whether a number is the next one after another: its first child, its neighbour, or a neighbour of its parents.
fn follows(current: &[u32], path: &[u32]) -> bool {
    let Some((&own, parent)) = path.split_last() else { return false };
    if current.is_empty() {
        return own == 1 && parent.iter().all(|&part| part == 1);
    }
    let child = parent == current && own == 1;
    let neighbour = current.starts_with(parent) && current.get(parent.len()) == Some(&own.wrapping_sub(1));
    child || neighbour
}

/// Abbreviations after which a number is a reference.
fn is_abbreviation(word: &str) -> bool {
    let folded = word.trim_start_matches(['(', '«']).to_lowercase();
    matches!(
        folded.as_str(),
        "п." | "пп." | "п.п." | "ст." | "ч." | "см." | "разд." | "прил." | "табл." | "рис." | "гл."
    )
}
