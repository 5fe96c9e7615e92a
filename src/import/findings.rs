//! Oddities of the source that are told and never mended: numbering, look-alike characters, cut-off clauses.

use std::collections::{BTreeMap, BTreeSet};

use super::assemble::excerpt;
use super::block::{Block, Kind};
use super::line::Line;
use super::notes::Notes;
use super::numbering::{self, bare};
use super::rules;
use super::words::words;

/// Looks through the blocks of the body.
pub(crate) fn in_blocks(blocks: &[Block], title: &str, notes: &mut Notes) {
    numbering::check(blocks, notes);
    truncated(blocks, notes);
    similar(blocks, title, notes);
    names(blocks, title, notes);
    places(blocks, title, notes);
    doubtful_hyphens(blocks, notes);
}

/// Looks through all lines, those of the header too.
pub(crate) fn in_lines(lines: &[Line], notes: &mut Notes) {
    for line in lines {
        for code in &line.hidden {
            let word = code.starts_with(['[', '{']);
            let rule = if word { rules::HIDDEN } else { rules::PAGE_NUMBER };
            notes.tell(rule, &line.span, &[("text", code)]);
        }
        for word in &line.parted {
            notes.warn(rules::HYPHEN_SPACE, &line.span, &[("word", word)]);
        }
        leftovers(line, notes);
        homoglyphs(line, notes);
    }
    total(lines, notes, rules::SPACES, |line| line.wide_spaces);
    total(lines, notes, rules::INVISIBLE, |line| line.invisible);
    quotes(lines, notes);
}

/// One message about all places, at the first of them.
fn total(lines: &[Line], notes: &mut Notes, rule: crate::diagnostic::RuleId, count: impl Fn(&Line) -> usize) {
    let sum: usize = lines.iter().map(&count).sum();
    if let Some(line) = lines.iter().find(|line| count(line) > 0) {
        notes.count(rule, &line.span, &[("count", sum)]);
    }
}

/// A comma before the next clause, or before a paragraph that begins with a capital.
fn truncated(blocks: &[Block], notes: &mut Notes) {
    for (i, block) in blocks.iter().enumerate() {
        let own = matches!(block.kind, Kind::Clause(_) | Kind::Paragraph | Kind::Numbered(_));
        let in_list =
            matches!(blocks.get(i + 1).map(|next| &next.kind), Some(Kind::Item | Kind::Lettered(_)));
        if own && !in_list && block.text.trim_end().ends_with([',', '-', '–']) {
            notes.warn(rules::TRUNCATED, &block.span, &[("text", &ending(&block.text))]);
        }
    }
}

fn ending(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    format!("… {}", words[words.len().saturating_sub(4)..].join(" "))
}

/// Clauses that begin with the same two words and share most of the others; the unit's own name does not count.
fn similar(blocks: &[Block], title: &str, notes: &mut Notes) {
    let own: BTreeSet<String> = stems(title).into_iter().collect();
    let clauses: Vec<(String, &Block, Vec<String>)> = blocks
        .iter()
        .filter_map(|block| match &block.kind {
            Kind::Clause(number) => {
                let mut stems = stems(&block.text);
                stems.retain(|stem| !own.contains(stem));
                Some((bare(&number.printed), block, stems))
            }
            _ => None,
        })
        .collect();
    // Only clauses of the same two first words can be alike.
    let mut before: BTreeMap<&[String], Vec<(&str, &[String])>> = BTreeMap::new();
    for (number, block, own) in clauses.iter().filter(|(_, _, own)| own.len() >= FEWEST_WORDS) {
        let same = before.entry(&own[..2]).or_default();
        if let Some((first, _)) = same.iter().take(COMPARED).find(|(_, other)| alike(own, other)) {
            notes.warn(rules::SIMILAR_CLAUSES, &block.span, &[("first", first), ("second", number)]);
        }
        same.push((number, own));
    }
}

/// The long words of a text, cut to four letters: endings do not count.
fn stems(text: &str) -> Vec<String> {
    let long = words(text).into_iter().filter(|word| word.chars().count() >= 4);
    long.map(|word| word.to_lowercase().chars().take(4).collect()).collect()
}

/// Clauses of fewer long words are not compared.
const FEWEST_WORDS: usize = 5;
/// With how many clauses of the same first words one is compared.
const COMPARED: usize = 64;

/// Whether most words of the shorter one stand in the other.
fn alike(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let long: BTreeSet<&String> = long.iter().collect();
    let short: BTreeSet<&String> = short.iter().collect();
    short.intersection(&long).count() * 10 >= short.len() * 7
}

/// «центр» in the title, «методический кабинет» in the text.
fn names(blocks: &[Block], title: &str, notes: &mut Notes) {
    const UNITS: [(&str, &str); 4] =
        [("центр", "центр"), ("кабинет", "кабинет"), ("служб", "служба"), ("отдел", "отдел")];
    let units_of = |text: &str| -> BTreeSet<&'static str> {
        let words = words(&text.to_lowercase());
        let named = |pair: &[String]| {
            let unit = UNITS.iter().find(|(stem, _)| pair[1].starts_with(stem));
            unit.filter(|_| pair[0].starts_with("методическ")).map(|(_, name)| *name)
        };
        words.windows(2).filter_map(named).collect()
    };
    let own = units_of(title);
    if own.is_empty() {
        return;
    }
    // «кабинет как служба»: the title itself gives the unit two names.
    let two = (own.len() > 1 && title.contains(" как ")).then(|| own.iter().copied().collect::<Vec<_>>());
    let others = blocks
        .iter()
        .filter_map(|block| Some((block, units_of(&block.text).difference(&own).next().copied()?)));
    let others: Vec<(&Block, &str)> = others.collect();
    // One mention may be of another unit; a second one, or a definition, is of this.
    let drifts = others.len() > 1 || others.iter().any(|(block, _)| block.text.contains("(далее"));
    let first = own.iter().next().copied().unwrap_or_default();
    let drift = others.first().filter(|_| drifts).map(|(block, second)| (*block, first, *second));
    let own_drift = two.as_ref().and_then(|two| Some((blocks.first()?, two[0], two[1])));
    if let Some((block, first, second)) = drift.or(own_drift) {
        notes.warn(rules::NAMES_DRIFT, &block.span, &[("first", first), ("second", second)]);
    }
}

/// «в городе», «г. Кемерово» in the regulation of a district.
fn places(blocks: &[Block], title: &str, notes: &mut Notes) {
    let title = title.to_lowercase();
    if !title.contains("район") || title.contains("город") {
        return;
    }
    for block in blocks {
        let text: Vec<&str> = block.text.split(' ').collect();
        let found = text.windows(2).find(|pair| {
            let town = pair[0] == "г." && pair[1].starts_with(char::is_uppercase);
            town || (pair[0] == "в" && pair[1].trim_end_matches(['.', ',', ';']) == "городе")
        });
        if let Some(pair) = found {
            notes.warn(rules::FOREIGN_PLACE, &block.span, &[("text", pair.join(" ").trim_end_matches('.'))]);
        }
    }
}

/// A hyphen at a line's end is a part of the word unless the text elsewhere has the word without it.
fn doubtful_hyphens(blocks: &[Block], notes: &mut Notes) {
    let known: BTreeSet<String> = blocks.iter().flat_map(|block| words(&block.text.to_lowercase())).collect();
    for (word, span) in std::mem::take(&mut notes.hyphens) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let whole = word.to_lowercase().replacen('-', "", 1);
        let rule = if known.contains(&whole) { rules::HYPHEN_DOUBTFUL } else { rules::HYPHEN_KEPT };
        let args = [("word", word.as_str()), ("whole", whole.as_str())];
        if rule == rules::HYPHEN_DOUBTFUL {
            notes.warn(rule, &span, &args)
        } else {
            notes.tell(rule, &span, &args)
        }
    }
}

fn leftovers(line: &Line, notes: &mut Notes) {
    const TEXTS: [&str; 4] = [
        "Error! Reference source not found",
        "Error! Bookmark not defined",
        "Ошибка! Источник ссылки не найден",
        "Ошибка! Закладка не определена",
    ];
    for text in TEXTS.iter().filter(|text| line.text.contains(**text)) {
        notes.warn(rules::LEFTOVER_TEXT, &line.span, &[("text", text)]);
    }
}

/// `Ф3` with the digit three, words with letters of two alphabets.
fn homoglyphs(line: &Line, notes: &mut Notes) {
    for word in
        line.text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '«' | '»' | '"'))
    {
        let word = word.trim_end_matches(['.', ':']);
        if let Some(before) =
            word.strip_suffix("Ф3").filter(|before| before.ends_with(['-', '–']) || before.is_empty())
        {
            let meant = format!("{before}ФЗ");
            notes.warn(rules::HOMOGLYPH, &line.span, &[("word", word), ("meant", &meant)]);
        }
        for part in word.split(['-', '–', '/']) {
            let cyrillic = part.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
            let latin = part.chars().any(|c| c.is_ascii_alphabetic());
            if cyrillic && latin {
                let meant = part.chars().map(in_cyrillic).collect::<String>();
                notes.warn(rules::HOMOGLYPH, &line.span, &[("word", part), ("meant", &meant)]);
            }
        }
    }
}

/// The Cyrillic letter that a Latin one looks like.
fn in_cyrillic(c: char) -> char {
    let latin = "aceopxyABCEHKMOPTX";
    let cyrillic = "асеорхуАВСЕНКМОРТХ";
    let at = latin.chars().position(|l| l == c);
    at.and_then(|at| cyrillic.chars().nth(at)).unwrap_or(c)
}

fn quotes(lines: &[Line], notes: &mut Notes) {
    let straight = lines.iter().find(|line| line.text.contains(['"', '“', '”']));
    let angle = lines.iter().any(|line| line.text.contains('«'));
    if let Some(line) = straight.filter(|_| angle) {
        notes.tell(rules::QUOTES_MIXED, &line.span, &[("text", &excerpt(&line.text))]);
    }
}
