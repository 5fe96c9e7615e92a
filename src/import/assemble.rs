//! Lines put together into blocks: headings, clauses, paragraphs, list items, tables.
//!
//! Numbers are believed where they are plausible, lines are joined where a paragraph visibly goes on, and
//! every doubtful decision leaves a message. Words are never changed.

use super::block::{Block, Kind};
use super::layout::{Shape, ends_sentence, is_flat_row, start};
use super::line::{Line, Origin};
use super::notes::Notes;
use super::numbering::bare;
use super::points;
use super::rules;
use super::starts::{ClauseNumber, SectionNumber, Start, Style};

/// How a line goes on from the one before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Join {
    /// A new paragraph or item begins.
    New,
    /// The same paragraph, after a space.
    Space,
    /// The same paragraph, though an empty line stands between.
    AcrossGap,
    /// The same word after a hyphen that is kept.
    Hyphen,
    /// The same paragraph, on a line of its own.
    Line,
}

/// Puts the lines of the body together. In an act, numbers of one level are points.
pub(crate) fn assemble(lines: &[Line], is_act: bool, notes: &mut Notes) -> Vec<Block> {
    let shape = Shape::of(lines);
    let points = is_act || points::are_through(lines);
    let mut assembler = Assembler {
        lines,
        shape,
        notes,
        blocks: Vec::new(),
        points,
        section: 0,
        clause: Vec::new(),
        previous: None,
    };
    let mut at = 0;
    while at < lines.len() {
        at = assembler.step(at);
    }
    let mut blocks = assembler.blocks;
    points::find_lone_sections(&mut blocks, notes);
    blocks
}

struct Assembler<'a> {
    lines: &'a [Line],
    shape: Shape,
    notes: &'a mut Notes,
    blocks: Vec<Block>,
    /// Arabic numbers of one level are points, not sections.
    points: bool,
    /// The value of the last section number.
    section: u32,
    /// The number of the last clause.
    clause: Vec<u32>,
    /// The last line that went into the last block, if another may be joined to it.
    previous: Option<usize>,
}

impl Assembler<'_> {
    /// Takes the line at `at` (a table: several). Gives the next one.
    fn step(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        if let Origin::Table(markdown) = &line.origin {
            self.push(at, Kind::Made(markdown.clone()), String::new());
            self.previous = None;
            return at + 1;
        }
        if line.contents {
            self.push(at, Kind::Item, line.text.clone());
            self.previous = None;
            return at + 1;
        }
        let end = self.table_end(at);
        if end > at + 1 {
            self.table(at, end);
            return end;
        }
        if line.text.is_empty() {
            self.hidden(at);
            return at + 1;
        }
        match self.believed(at) {
            Start::Section(number, rest) => self.section(at, number, rest),
            Start::Clause(number, rest) => self.clause(at, number, rest),
            Start::Item(bullets, rest) => self.item(at, bullets, rest),
            Start::Lettered(mark, rest) => self.push(at, Kind::Lettered(mark), rest),
            Start::Chapter => self.push(at, Kind::Heading, line.text.clone()),
            Start::Text if line.heading().is_some() => self.push(at, Kind::Heading, line.text.clone()),
            Start::Text if points::is_shouted_heading(self.lines, at) => {
                self.push(at, Kind::Heading, line.text.clone());
            }
            Start::Text => self.text(at),
        }
        self.previous = Some(at);
        at + 1
    }

    fn push(&mut self, at: usize, kind: Kind, text: String) {
        let line = &self.lines[at];
        let depth = match kind {
            Kind::Item => line.depth(),
            _ => line.heading().map_or(0, |level| usize::from(level - 1)),
        };
        self.blocks.push(Block { kind, text, span: line.span.clone(), hidden: line.hidden.clone(), depth });
    }

    /// A line of nothing but hidden codes. A page's number goes into the paragraph that it stood in.
    fn hidden(&mut self, at: usize) {
        let line = &self.lines[at];
        let page = line.hidden.iter().all(|code| !code.starts_with(['[', '{']));
        let inside = |block: &&mut Block| {
            matches!(block.kind, Kind::Paragraph | Kind::Clause(_) | Kind::Item | Kind::Numbered(_))
        };
        match self.blocks.last_mut().filter(inside).filter(|_| page && self.previous.is_some()) {
            Some(block) => block.hidden.extend(line.hidden.iter().cloned()),
            None => {
                self.push(at, Kind::Hidden, String::new());
                self.previous = None;
            }
        }
    }

    /// What the line begins with, unless a number or a dash at its start is only a word of a broken paragraph.
    fn believed(&self, at: usize) -> Start {
        let line = &self.lines[at];
        let start = start(self.lines, at);
        if line.is_known() {
            return start;
        }
        let Some(previous) = self.previous.map(|i| &self.lines[i]) else { return start };
        let inside = self.full(previous, line) && !ends_sentence(&previous.text);
        let in_list = self.blocks.last().is_some_and(|block| block.kind == Kind::Item);
        let word = match &start {
            Start::Section(number, _) => {
                let next = if self.points { self.clause.first() } else { Some(&self.section) };
                inside && number.value != next.copied().unwrap_or_default() + 1
            }
            Start::Clause(number, rest) => {
                let small = rest.starts_with(char::is_lowercase) && !number.printed.ends_with('.');
                inside && (small || !self.expects(&number.path))
            }
            Start::Item(..) => inside && !in_list && line.text.starts_with(['–', '—']),
            Start::Chapter => inside,
            Start::Lettered(..) | Start::Text => false,
        };
        if word { Start::Text } else { start }
    }

    /// Whether a clause number may follow here: in this section or the next, and after the last one.
    fn expects(&self, path: &[u32]) -> bool {
        let first = path.first().copied().unwrap_or_default();
        let parent =
            if self.points { self.clause.first().copied().unwrap_or_default() } else { self.section };
        (first == parent || first == parent + 1) && path > self.clause.as_slice()
    }

    /// Whether the line before was as long as its paragraph's width allowed.
    fn full(&self, previous: &Line, line: &Line) -> bool {
        let word = line.text.split(' ').next().unwrap_or_default().chars().count();
        let length = previous.text.chars().count() + 1 + word;
        self.shape.wraps && line.gap <= self.shape.usual_gap && length * 100 >= self.shape.width * 85
    }

    fn section(&mut self, at: usize, number: SectionNumber, rest: String) {
        let span = self.lines[at].span.clone();
        if self.points && number.style == Style::Arabic {
            self.clause = vec![number.value];
            return self.push(at, Kind::Numbered(number.into()), rest);
        }
        // A number that starts anew is a numbered paragraph inside a section, not a section.
        if number.value <= self.section {
            return self.push(at, Kind::Numbered(number.into()), rest);
        }
        if number.style == Style::LookAlike {
            let meant = format!("{}.", super::starts::to_roman(number.value));
            self.notes.warn(
                rules::NUMBER_LOOKALIKE,
                &span,
                &[("printed", &number.printed), ("meant", &meant)],
            );
        }
        if number.tight {
            self.notes.warn(rules::NUMBER_TIGHT, &span, &[("number", &number.printed)]);
        } else if number.style == Style::Arabic && !number.printed.ends_with('.') {
            self.notes.tell(rules::NUMBER_WITHOUT_DOT, &span, &[("number", &number.printed)]);
        }
        self.section = number.value;
        self.push(at, Kind::Section(number), rest);
    }

    fn clause(&mut self, at: usize, number: ClauseNumber, rest: String) {
        let span = self.lines[at].span.clone();
        if number.bulleted {
            self.notes.warn(rules::BULLET_AND_NUMBER, &span, &[("number", &bare(&number.printed))]);
        }
        if number.tight {
            self.notes.warn(rules::NUMBER_TIGHT, &span, &[("number", &number.printed)]);
        } else if !number.printed.ends_with('.') {
            self.notes.tell(rules::NUMBER_WITHOUT_DOT, &span, &[("number", &number.printed)]);
        }
        if !self.points {
            self.section = number.path.first().copied().unwrap_or(self.section);
        }
        self.clause.clone_from(&number.path);
        self.push(at, Kind::Clause(number), rest);
    }

    fn item(&mut self, at: usize, bullets: usize, rest: String) {
        let line = &self.lines[at];
        if bullets > 1 {
            self.notes.tell(rules::BULLET_DOUBLED, &line.span, &[]);
        }
        let in_list = self.blocks.last().is_some_and(|block| block.kind == Kind::Item);
        if in_list && line.gap > self.shape.usual_gap {
            self.notes.tell(rules::LIST_SPLIT, &line.span, &[]);
        }
        self.push(at, Kind::Item, rest);
    }

    fn text(&mut self, at: usize) {
        let line = &self.lines[at];
        let join = self.previous.map_or(Join::New, |i| self.join(&self.lines[i], line));
        match join {
            Join::New if line.is_known() => self.push(at, Kind::Paragraph, line.text.clone()),
            Join::New if self.is_bare_item(at) => {
                self.notes.warn(rules::ITEM_WITHOUT_BULLET, &line.span, &[("text", &excerpt(&line.text))]);
                self.push(at, Kind::Item, line.text.clone());
            }
            Join::New => self.push(at, Kind::Paragraph, line.text.clone()),
            _ => self.append(at, join),
        }
    }

    fn append(&mut self, at: usize, join: Join) {
        let line = &self.lines[at];
        let Some(block) = self.blocks.last_mut() else { return };
        if join == Join::AcrossGap {
            let (before, after) = (tail(&block.text), excerpt(&line.text));
            self.notes.warn(rules::SENTENCE_BROKEN, &line.span, &[("before", &before), ("after", &after)]);
        }
        if join == Join::Hyphen {
            let word = format!("{}{}", last_word(&block.text), first_word(&line.text));
            self.notes.hyphens.push((word, line.span.clone()));
        }
        if matches!(join, Join::Space | Join::AcrossGap) {
            block.text.push(' ');
        }
        if join == Join::Line {
            block.text.push('\n');
        }
        block.text.push_str(&line.text);
        block.span.end = line.span.end;
        block.hidden.extend(line.hidden.iter().cloned());
    }

    fn join(&self, previous: &Line, line: &Line) -> Join {
        if line.origin == Origin::Continued {
            return Join::Line;
        }
        if line.is_known() {
            return Join::New;
        }
        if is_flat_row(&previous.text) && is_flat_row(&line.text) {
            return Join::New;
        }
        let small = line.text.starts_with(char::is_lowercase);
        let open = !ends_sentence(&previous.text);
        let near = line.gap <= self.shape.usual_gap;
        let heading =
            matches!(self.blocks.last(), Some(Block { kind: Kind::Section(_) | Kind::Heading, .. }));
        let first = first_word(&line.text);
        if ends_with_hyphen(&previous.text) && small && !matches!(first, "и" | "или") {
            return Join::Hyphen;
        }
        let goes_on = small || line.text.starts_with(|c: char| c == '(' || c.is_ascii_digit());
        if (open && goes_on) || (small && ends_with_abbreviation(&previous.text)) {
            return if near { Join::Space } else { Join::AcrossGap };
        }
        if self.full(previous, line) && !heading { Join::Space } else { Join::New }
    }

    /// A small letter after a finished item, or between a colon and the first bullet.
    fn is_bare_item(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let Some(last) = self.blocks.last() else { return false };
        if !line.text.starts_with(char::is_lowercase) {
            return false;
        }
        let next = self.lines.get(at + 1).map(|next| Start::of(&next.text));
        let list_follows = matches!(next, Some(Start::Item(..)));
        match last.kind {
            Kind::Item => last.text.ends_with([';', ',', '.']),
            Kind::Clause(_) | Kind::Paragraph | Kind::Numbered(_) | Kind::Section(_) => {
                last.text.ends_with(':') && (list_follows || line.text.ends_with(';'))
            }
            _ => false,
        }
    }

    /// One past the last of the rows that begin at `at`.
    fn table_end(&self, at: usize) -> usize {
        let columns = |i: usize| self.lines.get(i).filter(|line| is_row(line)).map(|line| line.cells.len());
        let Some(first) = columns(at) else { return at };
        let fits = |i: &usize| columns(*i) == Some(first) && self.lines[*i].gap <= 1;
        at + 1 + (at + 1..self.lines.len()).take_while(fits).count()
    }

    fn table(&mut self, at: usize, end: usize) {
        let rows: Vec<Vec<String>> = self.lines[at..end].iter().map(|line| line.cells.clone()).collect();
        let span = self.lines[at].span.start..self.lines[end - 1].span.end;
        self.notes.count(rules::TABLE, &span, &[("rows", rows.len()), ("columns", rows[0].len())]);
        let hidden = self.lines[at..end].iter().flat_map(|line| line.hidden.clone()).collect();
        self.blocks.push(Block { kind: Kind::Table(rows), text: String::new(), span, hidden, depth: 0 });
        self.previous = None;
    }
}

/// A line with tabs between texts; a tab after a number or a bullet makes no table.
fn is_row(line: &Line) -> bool {
    // Where a word processor has tables, tabs in a line set its parts apart and make none.
    let typed = !line.is_known();
    typed && (line.cells.len() > 2 || (line.cells.len() == 2 && Start::of(&line.text) == Start::Text))
}

/// A hyphen that ends a line inside a word.
fn ends_with_hyphen(text: &str) -> bool {
    let before = text.strip_suffix(['-', '‐', '‑']);
    before.is_some_and(|before| before.ends_with(char::is_alphabetic))
}

/// Abbreviations whose dot does not end a sentence.
fn ends_with_abbreviation(text: &str) -> bool {
    let last = last_word(text).trim_start_matches(['(', '«']).to_lowercase();
    matches!(
        last.as_str(),
        "т.ч." | "т.д." | "т.п." | "т.е." | "г." | "ст." | "п." | "пп." | "см." | "им." | "ул." | "ч."
    )
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default()
}

/// The beginning of a text, short enough for a message.
pub(crate) fn excerpt(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 6 { text.to_owned() } else { format!("{} …", words[..6].join(" ")) }
}

fn tail(text: &str) -> String {
    // From the end: the paragraph grows with every line that is joined to it.
    let from = text.rmatch_indices(' ').nth(3).map(|(at, _)| at + 1);
    from.map_or_else(|| text.to_owned(), |from| format!("… {}", &text[from..]))
}
