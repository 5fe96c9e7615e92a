//! The walk over the steps of a text that makes its outline: its parts with their words, its links, and what is wrong.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::annotate::annotate;
use super::at::At;
use super::clause::{numbering, reference};
use super::event::part_of;
use super::features::Features;
use super::link::{self, LinkKind};
use super::meant::Meant;
use super::outline::{Frame, Link, Outline};
use super::section::{Section, SectionKind};
use super::step::{Annotated, MarkKind, Part, PartKind, What};
use super::{
    decoration, excess, flat, footnotes, foreign, formula, leaf, lookalike, places, plain, raw, rules,
    sanitize, shape, stray, swallowed, unseen,
};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};

/// Outlines a Markdown text that begins at byte `base` of its file.
#[must_use]
pub(crate) fn outline(text: &str, base: usize, source: SourceId, features: Features) -> Outline {
    let annotated = annotate(text, features);
    let mut pass = Pass::new(At { source, base }, &annotated);
    let mut excess = excess::Watch::new(text.len());
    for step in &annotated.steps {
        match &step.what {
            What::Open(part) => {
                pass.part = *part;
                pass.opened = true;
            }
            What::Close(part) => pass.part = annotated.parts[*part].parent.unwrap_or(0),
            What::Mark(mark, MarkKind::Item) => pass.words().push_str(mark),
            What::Mark(..) | What::Refer(_) | What::Referred => {}
            What::Event(event) => {
                excess.event(event, &step.range);
                pass.event(event, &step.range);
            }
        }
    }
    let mut diagnostics = pass.diagnostics;
    let place = |range: &Range<usize>| pass.at.span(range);
    diagnostics.extend(excess.message(place).or_else(|| excess::unread(text, place)));
    let foreign = foreign::find(text, &annotated, pass.at);
    let mut found: Vec<_> = stray::find(text, &annotated)
        .into_iter()
        .map(|(meant, range)| stray_message(text, meant, &range, features, pass.at))
        .collect();
    found.extend(shape::check(text, &annotated, features, pass.at));
    found.extend(flat::check(text, &annotated, pass.at));
    // Where a block is of another program, it is told as a whole.
    let within = |span: Span| {
        let place = (span.start as usize).saturating_sub(base);
        let behind = foreign.partition_point(|(range, _)| range.end <= place);
        foreign.get(behind).is_some_and(|(range, _)| range.contains(&place))
    };
    found.retain(|one| one.labels.first().is_none_or(|label| !within(label.span)));
    diagnostics.extend(found);
    diagnostics.extend(foreign.into_iter().map(|(_, problem)| problem));
    diagnostics.extend(footnotes::check(text, &annotated, pass.at));
    diagnostics.extend(swallowed::check(text, &annotated, pass.at));
    diagnostics.extend(unseen::check(text, &annotated, pass.at));
    if features.clauses {
        diagnostics.extend(numbering::check(&annotated.parts, pass.at));
        diagnostics.extend(reference::check(&annotated, pass.at));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.span.start));
    let sections = sections(&annotated.parts, pass.texts, [&pass.wordless, &pass.leaves], pass.at);
    let places = places::of(&annotated.anchors.order, &sections);
    Outline {
        places,
        words: places::by_words(&sections),
        sections,
        links: pass.links,
        frames: pass.frames,
        anchors: annotated.anchors.order,
        diagnostics,
    }
}

/// The message about marks that mean nothing as they stand.
fn stray_message(text: &str, meant: Meant, range: &Range<usize>, features: Features, at: At) -> Diagnostic {
    let place = at.span(range);
    if meant == Meant::Formula && !features.clauses {
        return Diagnostic::warning(rules::FORMULA_UNCLEAR).at(place).help("help");
    }
    let shown = text[range.clone()].to_owned();
    if meant == Meant::Times {
        let word = shown.trim_matches('*');
        return Diagnostic::warning(rules::MARKUP_LOST).at(place).arg("mark", word).help("help");
    }
    Diagnostic::warning(rules::MARKUP_STRAY).at(place).arg("mark", shown).help(meant.help())
}

/// Words after which a title in the nominative cannot stand.
const PREPOSITIONS: [&str; 26] = [
    "в",
    "во",
    "о",
    "об",
    "обо",
    "по",
    "из",
    "изо",
    "к",
    "ко",
    "с",
    "со",
    "на",
    "от",
    "для",
    "при",
    "у",
    "за",
    "до",
    "без",
    "под",
    "над",
    "про",
    "через",
    "перед",
    "согласно",
];

/// The longest of them with the spaces and signs around it. In bytes.
const LONGEST_PREPOSITION: usize = 32;

/// Words of an image inside images are also words of so many around it.
const DEEPEST_WORDS: usize = 8;

/// The walk over the steps.
struct Pass {
    at: At,
    part: usize,
    texts: Vec<String>,
    links: Vec<Link>,
    frames: Vec<Frame>,
    /// Indexes of the links that are open.
    open: Vec<usize>,
    /// Links without words of their own: part, byte of its text, index of the link.
    wordless: Vec<(usize, usize, usize)>,
    /// Pages of a printed document that begin: part, byte of its text, number.
    leaves: Vec<(usize, usize, usize)>,
    in_wordless: bool,
    /// A part has just begun: a heading here is its own.
    opened: bool,
    in_heading: bool,
    in_code: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Pass {
    fn new(at: At, annotated: &Annotated<'_>) -> Self {
        Self {
            at,
            part: 0,
            texts: vec![String::new(); annotated.parts.len()],
            links: Vec::new(),
            frames: Vec::new(),
            open: Vec::new(),
            wordless: Vec::new(),
            leaves: Vec::new(),
            in_wordless: false,
            opened: false,
            in_heading: false,
            in_code: false,
            diagnostics: Vec::new(),
        }
    }

    fn words(&mut self) -> &mut String {
        &mut self.texts[self.part]
    }

    fn event(&mut self, event: &Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            event => self.content(event, range),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let opened = std::mem::take(&mut self.opened);
        match tag {
            // The heading of a part is not its text; the title of a regulation and headings in quotes are.
            Tag::Heading { .. } => self.in_heading = opened,
            Tag::CodeBlock(_) => {
                self.break_line();
                self.in_code = true;
            }
            Tag::List(_) | Tag::Item | Tag::Table(_) | Tag::Paragraph => self.break_line(),
            Tag::Link { link_type, dest_url, .. } => {
                self.in_wordless = *link_type == LinkType::WikiLink { has_pothole: false };
                if self.in_wordless && !self.in_heading {
                    self.wordless.push((self.part, self.texts[self.part].len(), self.links.len()));
                    self.governed(dest_url, range);
                }
                self.link(link::kind(*link_type, dest_url), dest_url, range, false)
            }
            Tag::Image { link_type, dest_url, .. } => {
                self.link(link::kind(*link_type, dest_url), dest_url, range, true)
            }
            _ => {}
        }
    }

    fn link(&mut self, kind: LinkKind, target: &str, range: &Range<usize>, image: bool) {
        let span = self.at.span(range);
        self.foreign_image(&kind, target, image, span);
        self.open.push(self.links.len());
        self.links.push(Link { target: target.to_owned(), kind, text: String::new(), image, span });
    }

    /// A link without words stands as the title of what it leads to, in the nominative; behind «в» or «о» that is no
    /// Russian.
    fn governed(&mut self, target: &str, range: &Range<usize>) {
        let words = &self.texts[self.part];
        // A glance back at a few signs: a text may have as many links as words.
        let near = (words.len().saturating_sub(LONGEST_PREPOSITION)..=words.len())
            .find_map(|from| words.get(from..))
            .unwrap_or_default();
        let last = near.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
        let last = last.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if words.ends_with(' ') && PREPOSITIONS.contains(&last.as_str()) {
            let warning = Diagnostic::warning(rules::LINK_WITHOUT_WORDS).at(self.at.span(range));
            self.diagnostics.push(warning.arg("word", last).arg("target", target).help("help"));
        }
    }

    /// The pages load nothing of other sites, pictures neither.
    fn foreign_image(&mut self, kind: &LinkKind, target: &str, image: bool, span: Span) {
        if image && *kind == LinkKind::External {
            let warning = Diagnostic::warning(rules::IMAGE_FOREIGN).at(span);
            self.diagnostics.push(warning.arg("target", target).help("help"));
        }
    }

    /// Links, images and frames in raw HTML.
    fn raw(&mut self, html: &str, range: &Range<usize>) {
        for address in raw::addresses(html) {
            let target = address.target;
            let span = self.at.span(&part_of(html, range, address.value.clone()));
            if address.of == raw::Element::Frame {
                self.frames.push(Frame { address: target, span });
                continue;
            }
            let (kind, image) = (link::of_target(&target), address.of == raw::Element::Image);
            self.foreign_image(&kind, &target, image, span);
            self.links.push(Link { target, kind, text: address.alt.unwrap_or_default(), image, span });
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) if std::mem::take(&mut self.in_heading) => {}
            TagEnd::Link | TagEnd::Image => {
                self.in_wordless = false;
                let closed = self.open.pop();
                if let Some(closed) = closed.filter(|_| tag == TagEnd::Image) {
                    self.unsaid(closed);
                }
            }
            TagEnd::TableCell => self.words().push_str(" · "),
            TagEnd::TableRow | TagEnd::TableHead => {
                let length = self.words().trim_end_matches([' ', '·']).len();
                self.cut(length);
                self.words().push('\n');
            }
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.break_line();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::HtmlBlock => self.break_line(),
            _ => {}
        }
    }

    /// Nobody looks for the words by which a picture says that it says nothing.
    fn unsaid(&mut self, image: usize) {
        let words = self.links[image].text.trim_end().to_owned();
        if decoration::is_decoration(&words) && self.words().ends_with(&words) {
            let length = self.words().len() - words.len();
            self.cut(length);
        }
    }

    /// Cuts the words of this part, but not what stands before something in them that has no words of its own.
    fn cut(&mut self, length: usize) {
        let last =
            [&self.wordless, &self.leaves].map(|all| all.last().filter(|(part, ..)| *part == self.part));
        let least = last.into_iter().flatten().map(|(_, at, _)| *at).max().unwrap_or(0);
        self.words().truncate(length.max(least));
    }

    fn break_line(&mut self) {
        let words = self.words();
        if !words.is_empty() && !words.ends_with('\n') {
            words.push('\n');
        }
    }

    fn content(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if let Event::Html(html) | Event::InlineHtml(html) = event {
            let place = |part| self.at.span(&part_of(html, range, part));
            self.diagnostics.extend(sanitize::removed(html, place));
            let (part, at) = (self.part, self.words().len());
            self.leaves.extend(leaf::page(html).map(|page| (part, at, page)));
            self.raw(html, range);
        }
        if let Event::Text(text) = event
            && !self.in_code
        {
            let exact = text.len() == range.len();
            for (found, right) in lookalike::find(text) {
                let place =
                    if exact { range.start + found.start..range.start + found.end } else { range.clone() };
                self.diagnostics.push(lookalike::warning(&text[found], &right, self.at.span(&place)));
            }
        }
        if let Event::InlineMath(tex) | Event::DisplayMath(tex) = event
            && formula::mathml(tex, false).is_none()
        {
            self.diagnostics
                .push(Diagnostic::warning(rules::FORMULA_UNCLEAR).at(self.at.span(range)).help("help"));
        }
        // Images may be nested; how deep, a reader would not know.
        for &open in self.open.iter().rev().take(DEEPEST_WORDS) {
            plain::push(&mut self.links[open].text, event);
        }
        if !self.in_heading && !self.in_wordless {
            plain::push(self.words(), event);
        }
    }
}

/// Something in a part: the part, the byte of its text, what it is.
type Inside = (usize, usize, usize);

fn sections(parts: &[Part], texts: Vec<String>, [wordless, leaves]: [&[Inside]; 2], at: At) -> Vec<Section> {
    let lead_is_empty = texts.first().is_none_or(|text| text.trim().is_empty())
        && wordless.iter().all(|(part, ..)| *part != 0);
    let skipped = usize::from(lead_is_empty);
    let [wordless, leaves] = [wordless, leaves].map(by_part);
    let section = |(index, (part, text)): (usize, (&Part, String))| Section {
        anchor: part.anchor.clone(),
        kind: kind(part.kind),
        number: part.number.as_ref().map(|printed| printed.number.to_string()),
        printed: part.number.as_ref().map(|printed| printed.text.clone()),
        heading: part.heading.clone(),
        level: part.level,
        parent: part.parent.map(|parent| parent - skipped),
        wordless: trimmed(wordless.get(&index), &text),
        leaves: trimmed(leaves.get(&index), &text),
        text: text.trim().to_owned(),
        span: at.span(&part.range),
    };
    parts.iter().zip(texts).enumerate().skip(skipped).map(section).collect()
}

fn by_part(all: &[Inside]) -> BTreeMap<usize, Vec<(usize, usize)>> {
    let mut inside: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (part, at, what) in all {
        inside.entry(*part).or_default().push((*at, *what));
    }
    inside
}

/// What stands in one part, placed in its trimmed text.
fn trimmed(inside: Option<&Vec<(usize, usize)>>, text: &str) -> Vec<(usize, usize)> {
    let cut = text.len() - text.trim_start().len();
    let length = text.trim().len();
    inside.into_iter().flatten().map(|(at, what)| (at.saturating_sub(cut).min(length), *what)).collect()
}

fn kind(kind: PartKind) -> SectionKind {
    match kind {
        PartKind::Lead => SectionKind::Lead,
        PartKind::Heading => SectionKind::Heading,
        PartKind::Section => SectionKind::Section,
        PartKind::Clause => SectionKind::Clause,
    }
}
