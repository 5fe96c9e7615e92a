//! Headings and lists of a regulation.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

use super::super::event::Spanned;
use super::super::plain;
use super::super::step::{MarkKind, PartKind, Printed, Step, What};
use super::engine::{Annex, Engine};
use super::number::{self, Number};
use super::piece::{is_inline, leading};
use super::through::is_dotted;

/// Lists deeper than this are copied as they are: no text of people has them.
const DEEPEST: usize = 32;

impl<'a> Engine<'a> {
    /// Takes a heading: a section, a clause with a heading, the document's title, or an ordinary heading.
    pub(super) fn heading(&mut self) {
        let Some((Event::Start(Tag::Heading { level, id, classes, attrs }), range)) = self.input.next()
        else {
            return;
        };
        let text = leading(self.input.as_slice());
        let printed = number::section(&text);
        if let (HeadingLevel::H1, None, true) = (level, &printed, self.builder.open.is_empty()) {
            let title = Tag::Heading { level, id, classes, attrs };
            self.builder.event((Event::Start(title), range));
            return self.copy_to_heading_end();
        }
        let words = plain::inline(self.input.as_slice());
        let anchor = match &printed {
            Some(printed) => {
                let found = self.located(&text, printed);
                let heading = words.get(printed.end..).unwrap_or_default().trim().to_owned();
                self.open_numbered(found, heading);
                self.builder.current().range.start = range.start;
                None
            }
            None => Some(self.plain_heading(id.as_deref(), words, level as u8, range.clone())),
        };
        let shown = self.shown_level(level, printed.as_ref());
        let start = Tag::Heading { level: shown, id: None, classes: Vec::new(), attrs: Vec::new() };
        self.builder.anchored((Event::Start(start), range), anchor);
        if let Some(printed) = printed {
            let kind = if printed.number.depth() > 1 { MarkKind::Clause } else { MarkKind::Section };
            let anchor = Some(self.builder.current().anchor.clone());
            self.take_mark(printed.start, printed.end, kind, anchor);
        }
        self.copy_heading(shown);
    }

    /// Sections stand at the second level, clauses with headings below, whatever was typed.
    fn shown_level(&self, typed: HeadingLevel, printed: Option<&number::Printed>) -> HeadingLevel {
        let level = printed.map_or(typed as usize, |printed| printed.number.depth() + 1);
        HeadingLevel::try_from(level.clamp(2, 6)).unwrap_or(HeadingLevel::H6)
    }

    /// A heading without a number: at the second level it ends the section, below it only the clause.
    fn plain_heading(&mut self, id: Option<&str>, words: String, level: u8, range: Range<usize>) -> String {
        let level = level.max(2);
        self.item_run = None;
        self.builder.close(range.start, |open| match open.kind {
            PartKind::Section => level > 2,
            PartKind::Heading => open.level < level,
            _ => false,
        });
        let annex = level == 2 && words.to_lowercase().starts_with("приложение");
        let anchor = self.builder.heading(id, words, level, range);
        if annex {
            let count = self.annex.as_ref().map_or(1, |annex| annex.count + 1);
            self.annex = Some(Annex { prefix: format!("{anchor}-"), count });
            self.last_section = 0;
            self.through = false;
        }
        anchor
    }

    fn copy_to_heading_end(&mut self) {
        for spanned in self.input.by_ref() {
            let end = matches!(spanned.0, Event::End(TagEnd::Heading(_)));
            self.builder.event(spanned);
            if end {
                break;
            }
        }
    }

    fn copy_heading(&mut self, level: HeadingLevel) {
        for (event, range) in self.input.by_ref() {
            if let Event::End(TagEnd::Heading(_)) = event {
                self.builder.event((Event::End(TagEnd::Heading(level)), range));
                break;
            }
            self.builder.event((event, range));
        }
    }

    /// Takes a top-level list: items that begin with a clause's number are clauses, the rest stays a list.
    pub(super) fn list(&mut self) {
        let Some((Event::Start(Tag::List(first)), range)) = self.input.next() else { return };
        let points =
            self.through && self.depth == 0 && first.is_some() && is_dotted(&self.text[range.clone()]);
        if points || self.is_section_of_one_item(first, range.clone()) {
            return self.numbered_items();
        }
        let mut list_open = false;
        while let Some((event, span)) = self.input.next() {
            if let Event::End(TagEnd::List(_)) = event {
                break;
            }
            if first.is_none() && self.item_is_clause() {
                if std::mem::take(&mut list_open) {
                    self.builder.event((Event::End(TagEnd::List(false)), span.start..span.start));
                }
                self.clause_item(&span);
                continue;
            }
            if !std::mem::replace(&mut list_open, true) {
                let start = first.map(|_| plain_number(self.text, &span));
                self.builder.event((Event::Start(Tag::List(start)), range.clone()));
            }
            let anchor = self.item_anchor();
            self.item((event, span), anchor, first.is_some());
        }
        if list_open {
            self.builder.event((Event::End(TagEnd::List(first.is_some())), range));
        }
    }

    /// `5. Настоящее…` without a backslash is a list to Markdown; alone and next in order it is a section.
    fn is_section_of_one_item(&self, first: Option<u64>, range: Range<usize>) -> bool {
        let rest = self.input.as_slice();
        let next = Some(u64::from(self.last_section) + 1);
        if first != next || next == Some(1) {
            return false;
        }
        let items = rest.iter().take_while(|(_, span)| span.start < range.end);
        let mut items = items.filter(|(event, _)| matches!(event, Event::Start(Tag::Item)));
        let alone = items.next().is_some() && items.next().is_none();
        let dotted = plain::item_marker(&self.text[range]).trim_end().ends_with('.');
        alone && dotted
    }

    /// Takes the items of an ordered list as sections or points, to the list's end.
    fn numbered_items(&mut self) {
        while let Some((event, span)) = self.input.next() {
            match event {
                Event::Start(Tag::Item) => self.numbered_item(span),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
    }

    /// Turns an item of an ordered list into a section or a point that begins with a paragraph.
    fn numbered_item(&mut self, item: Range<usize>) {
        let text = plain::item_marker(&self.text[item.clone()]).trim_end();
        let range = item.start..item.start + text.len();
        let number = Number(vec![u16::try_from(plain_number(self.text, &item)).unwrap_or(u16::MAX)]);
        let (style, text) = (number::Style::Arabic, text.to_owned());
        let printed = Printed { number, text: text.clone(), style, lookalike: false, range: range.clone() };
        let mark = What::Mark(text, self.numbers(&printed));
        self.open_numbered(printed, String::new());
        let part = self.builder.current();
        part.paragraphs = 1;
        let anchor = Some(part.anchor.clone());
        let loose = self.enter_paragraph(&item);
        self.builder.out.steps.push(Step { what: mark, range: range.clone(), anchor });
        self.builder.event((Event::Text(CowStr::Borrowed(" ")), range.end..range.end));
        if let Some(next) = self.rest_of_paragraph(!loose) {
            self.paragraph_from(next, !loose);
        }
        self.clause_item(&item);
    }

    /// Opens the paragraph of an item; `false` when the item is tight and has none of its own.
    fn enter_paragraph(&mut self, item: &Range<usize>) -> bool {
        let loose = matches!(self.input.as_slice().first(), Some((Event::Start(Tag::Paragraph), _)));
        if loose {
            self.input.next();
        }
        self.builder.event((Event::Start(Tag::Paragraph), item.clone()));
        loose
    }

    /// Tells whether the item taken last begins with a clause's number.
    fn item_is_clause(&self) -> bool {
        let events = self.input.as_slice();
        let skip = usize::from(matches!(events.first(), Some((Event::Start(Tag::Paragraph), _))));
        let text = leading(&events[skip..]);
        number::clause(&text, self.section_number()).is_some_and(|printed| printed.number.depth() > 1)
    }

    /// Takes the inside of an item as blocks of its own, to the item's end.
    fn clause_item(&mut self, item: &Range<usize>) {
        while let Some((event, _)) = self.input.as_slice().first() {
            match event {
                Event::End(TagEnd::Item) => {
                    self.input.next();
                    break;
                }
                Event::Start(Tag::Paragraph) => self.paragraph(),
                Event::Start(Tag::List(_)) if self.depth < DEEPEST => {
                    self.depth += 1;
                    self.list();
                    self.depth -= 1;
                }
                Event::Start(tag) if !is_inline(tag) => self.copy_block(),
                _ => self.paragraph_from((Event::Start(Tag::Paragraph), item.clone()), true),
            }
        }
    }

    /// The anchor of the next item of the open part: `p-2.3-b9`, or `p-2.3-a` for an item `а)`.
    fn item_anchor(&mut self) -> Option<String> {
        let events = self.input.as_slice();
        let skip = usize::from(matches!(events.first(), Some((Event::Start(Tag::Paragraph), _))));
        if let Some((letter, ..)) = number::letter(&leading(&events[skip..])) {
            return self.letter_anchor(letter);
        }
        let part = self.builder.current();
        if !matches!(part.kind, PartKind::Section | PartKind::Clause) {
            return None;
        }
        part.items += 1;
        let wish = format!("{}-b{}", part.anchor, part.items);
        Some(self.builder.out.anchors.claim(&wish, '_'))
    }

    /// Copies an item with its number or letter as a mark; nested items get anchors below its own.
    fn item(&mut self, start: Spanned<'a>, anchor: Option<String>, ordered: bool) {
        let marker = if ordered { plain::item_marker(&self.text[start.1.clone()]) } else { "" };
        let text = &self.text[start.1.clone()];
        let begin = start.1.start + text.len() - text.trim_start().len();
        self.builder.anchored(start, anchor.clone());
        if let Some((Event::Start(Tag::Paragraph), _)) = self.input.as_slice().first()
            && let Some(paragraph) = self.input.next()
        {
            self.builder.event(paragraph);
        }
        if !marker.is_empty() {
            let text = marker.trim_end().to_owned();
            let range = begin..begin + text.len();
            let what = What::Mark(text, MarkKind::Item);
            self.builder.out.steps.push(Step { what, range: range.clone(), anchor: anchor.clone() });
            self.builder.event((Event::Text(CowStr::Borrowed(" ")), range.end..range.end));
        } else if let Some((_, from, to)) = number::letter(&leading(self.input.as_slice())) {
            self.take_mark(from, to, MarkKind::Item, anchor.clone());
        }
        self.rest_of_item(anchor);
    }

    fn rest_of_item(&mut self, anchor: Option<String>) {
        let mut ordered = Vec::new();
        let (mut nested, mut deeper) = (0_usize, 0_usize);
        while let Some((event, range)) = self.input.next() {
            match &event {
                Event::Start(Tag::List(first)) => ordered.push(first.is_some()),
                Event::End(TagEnd::List(_)) => {
                    ordered.pop();
                }
                Event::End(TagEnd::Item) if deeper > 0 => deeper -= 1,
                Event::End(TagEnd::Item) => return self.builder.event((event, range)),
                Event::Start(Tag::Item) if self.depth < DEEPEST => {
                    nested += 1;
                    let below = anchor.as_ref().map(|own| format!("{own}-{nested}"));
                    let below = below.map(|wish| self.builder.out.anchors.claim(&wish, '_'));
                    self.depth += 1;
                    self.item((event, range), below, ordered.last() == Some(&true));
                    self.depth -= 1;
                    continue;
                }
                Event::Start(Tag::Item) => deeper += 1,
                _ => {}
            }
            self.builder.event((event, range));
        }
    }
}

/// The number that an ordered list's item is printed with.
fn plain_number(text: &str, item: &Range<usize>) -> u64 {
    let digits: String = text[item.clone()].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1)
}
