//! Paragraphs: the beginning of a clause, a section without a heading, a lettered item, or a further
//! paragraph of what is open.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::super::event::Spanned;
use super::super::step::{MarkKind, PartKind, Printed, What};
use super::super::translit;
use super::engine::Engine;
use super::number;
use super::piece::{is_inline, leading};

/// What a paragraph turned out to be.
enum Role {
    Numbered(number::Printed),
    Lettered(char, usize, usize),
    Item(number::Printed),
    Further,
}

impl<'a> Engine<'a> {
    /// Takes a paragraph.
    pub(super) fn paragraph(&mut self) {
        let Some(start) = self.input.next() else { return };
        self.paragraph_from(start, false);
    }

    /// Takes the inside of a paragraph whose start was taken already. A tight one, in a list item, has no end
    /// of its own.
    pub(super) fn paragraph_from(&mut self, start: Spanned<'a>, tight: bool) {
        let mut next = Some(start);
        while let Some(start) = next {
            self.beginning(start);
            next = self.rest_of_paragraph(tight);
        }
    }

    /// Takes the number or letter that a paragraph begins with.
    fn beginning(&mut self, start: Spanned<'a>) {
        let text = leading(self.input.as_slice());
        match self.role(&text) {
            Role::Numbered(printed) => self.numbered(&text, printed, start),
            Role::Lettered(letter, from, to) => {
                let anchor = self.letter_anchor(letter);
                self.builder.anchored(start, anchor.clone());
                self.take_mark(from, to, MarkKind::Item, anchor);
            }
            Role::Item(printed) => {
                self.item_run = Some(printed.number.first());
                let anchor = self.paragraph_anchor();
                self.builder.anchored(start, anchor.clone());
                self.take_mark(printed.start, printed.end, MarkKind::Item, anchor);
            }
            Role::Further => {
                let anchor = self.paragraph_anchor();
                self.builder.anchored(start, anchor);
            }
        }
    }

    fn role(&self, text: &str) -> Role {
        if let Some((letter, from, to)) = number::letter(text) {
            return Role::Lettered(letter, from, to);
        }
        let Some(printed) = number::clause(text, self.section_number()) else { return Role::Further };
        if printed.number.depth() > 1 {
            return Role::Numbered(printed);
        }
        let value = printed.number.first();
        if self.through {
            return Role::Numbered(printed);
        }
        let goes_on = self.item_run.is_some_and(|last| value == last + 1);
        if goes_on || value <= self.last_section { Role::Item(printed) } else { Role::Numbered(printed) }
    }

    /// Begins a clause (or a section that is itself a clause) with a paragraph.
    fn numbered(&mut self, text: &str, printed: number::Printed, start: Spanned<'a>) {
        let found = self.located(text, &printed);
        let kind = self.numbers(&found);
        self.open_numbered(found, String::new());
        let part = self.builder.current();
        part.paragraphs = 1;
        part.range.start = start.1.start;
        let anchor = Some(part.anchor.clone());
        self.builder.event(start);
        self.take_mark(printed.start, printed.end, kind, anchor);
    }

    /// The printed number with its text and its place in the source.
    pub(super) fn located(&self, text: &str, printed: &number::Printed) -> Printed {
        let texts = self.input.as_slice().iter().filter(|(event, _)| matches!(event, Event::Text(_)));
        let (mut at, mut range) = (0, 0..0);
        for (event, span) in texts {
            let Event::Text(text) = event else { continue };
            let exact = text.len() == span.len();
            if (at..at + text.len()).contains(&printed.start) {
                range.start = if exact { span.start + printed.start - at } else { span.start };
            }
            if at < printed.end && printed.end <= at + text.len() {
                range.end = if exact { span.start + printed.end - at } else { span.end };
                break;
            }
            at += text.len();
        }
        Printed {
            number: printed.number.clone(),
            text: text[printed.start..printed.end].to_owned(),
            style: printed.style,
            lookalike: printed.lookalike,
            range,
        }
    }

    /// The anchor of a further paragraph of the open part; `None` in the lead and under plain headings.
    fn paragraph_anchor(&mut self) -> Option<String> {
        let part = self.builder.current();
        if !matches!(part.kind, PartKind::Section | PartKind::Clause) {
            return None;
        }
        part.paragraphs += 1;
        let wish = format!("{}-{}", part.anchor, part.paragraphs);
        Some(self.builder.out.anchors.claim(&wish, '_'))
    }

    /// The anchor of a lettered item: `p-2.3-a`.
    pub(super) fn letter_anchor(&mut self, letter: char) -> Option<String> {
        let part = self.builder.current();
        if !matches!(part.kind, PartKind::Section | PartKind::Clause) {
            return None;
        }
        let latin = translit::cyrillic(letter).map_or_else(|| letter.to_string(), str::to_owned);
        let wish = format!("{}-{latin}", part.anchor);
        Some(self.builder.out.anchors.claim(&wish, '_'))
    }

    /// Copies the paragraph to its end, or to where the next one begins: a line that begins with the next clause's number begins that clause:
    /// people leave out the blank line between clauses.
    pub(super) fn rest_of_paragraph(&mut self, tight: bool) -> Option<Spanned<'a>> {
        let mut depth = 0_usize;
        while let Some((event, range)) = self.input.as_slice().first() {
            let over = match event {
                Event::End(TagEnd::Item) => true,
                Event::Start(tag) => !is_inline(tag),
                _ => false,
            };
            if tight && depth == 0 && over {
                let at = range.start;
                self.builder.event((Event::End(TagEnd::Paragraph), at..at));
                return None;
            }
            let (event, range) = self.input.next()?;
            match &event {
                Event::End(TagEnd::Paragraph) if depth == 0 => {
                    self.builder.event((event, range));
                    return None;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::SoftBreak | Event::HardBreak if depth == 0 && self.next_clause_follows() => {
                    self.builder.event((Event::End(TagEnd::Paragraph), range.clone()));
                    let at = range.end;
                    return Some((Event::Start(Tag::Paragraph), at..at));
                }
                _ => {}
            }
            self.builder.event((event, range));
        }
        None
    }

    /// Tells whether the last line ends like a clause, and the next begins with a number with a dot that is
    /// greater than the open clause's.
    fn next_clause_follows(&mut self) -> bool {
        let ended = match self.builder.out.steps.last().map(|step| &step.what) {
            Some(What::Event(Event::Text(text))) => text.trim_end().ends_with(['.', ';', ':', ',']),
            _ => false,
        };
        if !ended {
            return false;
        }
        let text = leading(self.input.as_slice());
        let Some(printed) = number::clause(&text, None) else { return false };
        let capital = text[printed.end..].trim_start().starts_with(|c: char| c.is_uppercase() || c == '«');
        let dotted = text[..printed.end].ends_with('.');
        if printed.number.depth() == 1 {
            return self.through && dotted && capital && self.is_next_point(printed.number.first());
        }
        let section = self.section_number().is_none_or(|s| s == printed.number.first());
        let current = self.builder.current().number.as_ref().map(|open| open.number.clone());
        let later = current.is_none_or(|open| open < printed.number);
        dotted && section && later && capital
    }

    /// Whether a number is the one after that of the open point.
    fn is_next_point(&mut self, number: u16) -> bool {
        let part = self.builder.current();
        let open = part.number.as_ref().filter(|_| part.kind == PartKind::Clause);
        open.is_some_and(|printed| printed.number.first().checked_add(1) == Some(number))
    }
}
