//! Steps to HTML.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::super::annotate::shifted;
use super::super::step::{MarkKind, Part, PartKind, Step, What};
use super::super::{Features, escape, plain, sanitize};
use super::{HtmlOptions, Resolver};

/// Writes the HTML of one text.
pub(super) struct Writer<'w> {
    pub(super) out: String,
    parts: &'w [Part],
    features: Features,
    pub(super) resolver: &'w dyn Resolver,
    options: &'w HtmlOptions,
    pub(super) shift: i8,
    pub(super) has_raw: bool,
    pub(super) has_table: bool,
    /// Closing texts of the links that are open; empty for one that leads nowhere.
    pub(super) closing: Vec<&'static str>,
    /// The image that is open, whose words become its `alt`.
    pub(super) alt: Option<Alt>,
    /// Replaces the words of a link without words of its own.
    pub(super) replace: Option<String>,
    table: Table,
    notes: Notes,
    /// The element whose text is dropped with it, until it is closed.
    swallow: Option<&'static str>,
}

/// The words of an image, gathered until its end.
#[derive(Default)]
pub(super) struct Alt {
    pub(super) words: String,
    depth: usize,
}

impl Alt {
    /// Takes the words of an event inside the image; `true` for the event that ends it.
    fn take(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) if self.depth == 0 => return true,
            Event::End(_) => self.depth -= 1,
            event => plain::push(&mut self.words, event),
        }
        false
    }
}

/// Where in a table the writer is.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
    /// Where the open cell's tag begins, to make an empty heading cell an ordinary one.
    cell: usize,
    body: bool,
}

/// Footnotes: numbered by first reference, written at the end.
#[derive(Default)]
struct Notes {
    names: Vec<String>,
    /// How often each was referred to.
    uses: Vec<usize>,
    bodies: Vec<(usize, String)>,
    /// The text outside, while a note is written.
    outside: Option<(usize, String)>,
}

impl<'w> Writer<'w> {
    pub(super) fn new(
        length: usize,
        parts: &'w [Part],
        features: Features,
        resolver: &'w dyn Resolver,
        options: &'w HtmlOptions,
    ) -> Self {
        Self {
            out: String::with_capacity(length + length / 4 + 64),
            parts,
            features,
            resolver,
            options,
            shift: 0,
            has_raw: false,
            has_table: false,
            closing: Vec::new(),
            alt: None,
            replace: None,
            table: Table::default(),
            notes: Notes::default(),
            swallow: None,
        }
    }

    /// Writes one step.
    pub(super) fn step(&mut self, step: &Step<'_>) {
        match &step.what {
            What::Event(event) => self.event(event, step.anchor.as_deref()),
            What::Open(part) => self.open(*part),
            What::Close(part) => self.close(*part),
            What::Mark(text, kind) => self.mark(text, *kind, step.anchor.as_deref()),
            What::Refer(anchor) => {
                self.out.push_str("<a class=\"clause-ref\" href=\"#");
                escape::href(&mut self.out, anchor);
                self.out.push_str("\">");
            }
            What::Referred => self.out.push_str("</a>"),
        }
    }

    /// Writes one event of a field: blocks dissolve into lines.
    pub(super) fn inline_only(&mut self, event: &Event<'_>, range: &Range<usize>, source: &str) {
        match event {
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough,
            )
            | Event::End(
                TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough,
            ) => {
                self.event(event, None);
            }
            Event::Start(Tag::Item) => {
                self.line();
                self.text(plain::item_marker(&source[range.clone()]));
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) => self.line(),
            Event::Start(_) | Event::End(_) | Event::Rule | Event::FootnoteReference(_) => {}
            event => self.event(event, None),
        }
    }

    /// Separates lines of a field.
    fn line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("<br>") {
            self.out.push_str("<br>");
        }
    }

    /// Closes what is open and appends the footnotes.
    pub(super) fn finish(mut self) -> String {
        self.end_note();
        if self.notes.bodies.is_empty() {
            return self.out;
        }
        let mut bodies = std::mem::take(&mut self.notes.bodies);
        bodies.sort_by_key(|(number, _)| *number);
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (number, body) in bodies {
            let _ = writeln!(self.out, "<li id=\"fn-{}\">{}</li>", number + 1, body.trim_end());
        }
        self.out.push_str("</ol>\n</section>\n");
        self.out
    }

    fn open(&mut self, part: usize) {
        let part = &self.parts[part];
        self.out.push_str(match part.kind {
            PartKind::Section => "<section class=\"clause-section\" id=\"",
            PartKind::Clause => "<div class=\"clause\" id=\"",
            PartKind::Lead | PartKind::Heading => return,
        });
        escape::text(&mut self.out, &part.anchor);
        self.out.push_str("\">\n");
    }

    fn close(&mut self, part: usize) {
        self.out.push_str(match self.parts[part].kind {
            PartKind::Section => "</section>\n",
            PartKind::Clause => "</div>\n",
            PartKind::Lead | PartKind::Heading => "",
        });
    }

    fn mark(&mut self, text: &str, kind: MarkKind, anchor: Option<&str>) {
        let class = match kind {
            MarkKind::Section => "section-number",
            MarkKind::Clause => "clause-number",
            MarkKind::Item => "item-number",
        };
        let Some(anchor) = anchor else {
            let _ = write!(self.out, "<span class=\"{class}\">");
            escape::text(&mut self.out, text);
            return self.out.push_str("</span>");
        };
        let _ = write!(self.out, "<a class=\"{class}\" href=\"#");
        escape::href(&mut self.out, anchor);
        self.out.push_str("\">");
        escape::text(&mut self.out, text);
        self.out.push_str("</a>");
    }

    fn event(&mut self, event: &Event<'_>, anchor: Option<&str>) {
        if self.swallow.is_some() && !matches!(event, Event::InlineHtml(_) | Event::End(_)) {
            return;
        }
        if let Some(alt) = &mut self.alt
            && !alt.take(event)
        {
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, anchor),
            Event::End(tag) => self.end(*tag),
            Event::Text(text) if self.replace.is_none() => self.text(text),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.raw(html, matches!(event, Event::InlineHtml(_)))
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(name) => self.note_reference(name),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        escape::text(&mut self.out, text);
    }

    fn raw(&mut self, html: &str, inline: bool) {
        if let Some(element) = self.swallow {
            if html.to_ascii_lowercase().starts_with(&format!("</{element}")) {
                self.swallow = None;
            }
            return;
        }
        if inline && let Some(element) = sanitize::swallowed(html) {
            self.swallow = Some(element);
            return;
        }
        self.has_raw = true;
        let piece = sanitize::piece(html, &self.options.frame_hosts);
        self.out.push_str(&piece);
    }

    fn start(&mut self, tag: &Tag<'_>, anchor: Option<&str>) {
        match tag {
            Tag::Paragraph => self.open_tag("p", "", anchor),
            Tag::Heading { level, .. } if self.is_title(*level as u8) => {
                self.open_tag("p", " class=\"document-title\"", anchor);
            }
            Tag::Heading { level, .. } => {
                let level = shifted(*level as u8, self.shift);
                self.open_tag(["h2", "h3", "h4", "h5", "h6"][usize::from(level - 2)], "", anchor);
            }
            Tag::BlockQuote(kind) => self.open_tag("blockquote", quote_class(*kind), None),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(first) => self.open_list(*first),
            Tag::Item => self.open_tag("li", "", anchor),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<s>"),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(*link_type, dest_url, title),
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url, title),
            Tag::FootnoteDefinition(name) => self.begin_note(name),
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => {
                self.out.push_str("<thead>\n<tr>\n");
                self.table.head = true;
                self.table.column = 0;
            }
            Tag::TableRow => {
                let body = std::mem::replace(&mut self.table.body, true);
                self.out.push_str(if body { "<tr>\n" } else { "<tbody>\n<tr>\n" });
                self.table.column = 0;
            }
            Tag::TableCell => self.open_cell(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let text = match tag {
            TagEnd::Paragraph => {
                self.swallow = None;
                "</p>\n"
            }
            TagEnd::Heading(level) if self.is_title(level as u8) => "</p>\n",
            TagEnd::Heading(level) => {
                let level = shifted(level as u8, self.shift);
                ["</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"][usize::from(level - 2)]
            }
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</s>",
            TagEnd::Link => return self.close_link(),
            TagEnd::Image => return self.close_image(),
            TagEnd::FootnoteDefinition => return self.end_note(),
            TagEnd::Table => return self.close_table(),
            TagEnd::TableHead => {
                self.table.head = false;
                "</tr>\n</thead>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => return self.close_cell(),
            _ => return,
        };
        self.out.push_str(text);
    }

    /// A first-level heading that the clause engine left is the document's title, which is no heading: the
    /// page has its own.
    fn is_title(&self, level: u8) -> bool {
        self.features.clauses && level == 1
    }

    fn open_tag(&mut self, name: &str, attributes: &str, anchor: Option<&str>) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push_str(attributes);
        if let Some(anchor) = anchor {
            self.out.push_str(" id=\"");
            escape::text(&mut self.out, anchor);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// In a regulation the numbers of a list are printed as text, so the list draws none of its own.
    fn open_list(&mut self, first: Option<u64>) {
        match first {
            None => self.out.push_str("<ul>\n"),
            Some(_) if self.features.clauses => self.out.push_str("<ol class=\"printed\" role=\"list\">\n"),
            Some(1) => self.out.push_str("<ol>\n"),
            Some(first) => {
                let _ = writeln!(self.out, "<ol start=\"{first}\">");
            }
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.out.push_str("<pre tabindex=\"0\"><code");
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if !language.is_empty() {
            self.out.push_str(" class=\"language-");
            self.text(language);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// A table that is wider than a phone is scrolled by itself, with the keyboard too.
    fn open_table(&mut self, alignments: &[Alignment]) {
        self.has_table = true;
        self.table = Table { alignments: alignments.to_vec(), ..Table::default() };
        self.out.push_str("<div class=\"table-scroll\" tabindex=\"0\" role=\"");
        let label = &self.options.labels.table;
        self.out.push_str(if label.is_empty() { "group" } else { "region" });
        if !label.is_empty() {
            self.out.push_str("\" aria-label=\"");
            escape::text(&mut self.out, label);
        }
        self.out.push_str("\">\n<table>\n");
    }

    fn close_table(&mut self) {
        self.out.push_str(if self.table.body {
            "</tbody>\n</table>\n</div>\n"
        } else {
            "</table>\n</div>\n"
        });
    }

    fn open_cell(&mut self) {
        let alignment = self.table.alignments.get(self.table.column).copied().unwrap_or(Alignment::None);
        self.table.column += 1;
        self.table.cell = self.out.len();
        self.out.push_str(if self.table.head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(match alignment {
            Alignment::None | Alignment::Left => ">",
            Alignment::Center => " class=\"align-center\">",
            Alignment::Right => " class=\"align-right\">",
        });
    }

    fn close_cell(&mut self) {
        if !self.table.head {
            return self.out.push_str("</td>\n");
        }
        // A heading cell without words is announced as one; it becomes an ordinary cell.
        if self.out[self.table.cell..].ends_with('>') && self.out[self.table.cell..].matches('>').count() == 1
        {
            self.out.truncate(self.table.cell);
            return self.out.push_str("<td></td>\n");
        }
        self.out.push_str("</th>\n");
    }

    fn note_reference(&mut self, name: &str) {
        let number = self.note_number(name);
        self.notes.uses[number] += 1;
        let (shown, uses) = (number + 1, self.notes.uses[number]);
        let again = if uses == 1 { String::new() } else { format!("-{uses}") };
        let _ = write!(
            self.out,
            "<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#fn-{shown}\" id=\"fnref-{shown}{again}\">{shown}</a></sup>"
        );
    }

    fn note_number(&mut self, name: &str) -> usize {
        if let Some(known) = self.notes.names.iter().position(|known| known == name) {
            return known;
        }
        self.notes.names.push(name.to_owned());
        self.notes.uses.push(0);
        self.notes.names.len() - 1
    }

    fn begin_note(&mut self, name: &str) {
        self.end_note();
        let number = self.note_number(name);
        self.notes.outside = Some((number, std::mem::take(&mut self.out)));
    }

    fn end_note(&mut self) {
        let Some((number, outside)) = self.notes.outside.take() else { return };
        let mut body = std::mem::replace(&mut self.out, outside);
        if self.notes.uses[number] == 0 || self.notes.bodies.iter().any(|(known, _)| *known == number) {
            self.out.push_str(&body);
            return;
        }
        let mut back =
            format!(" <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-{}\"", number + 1);
        if !self.options.labels.footnote_back.is_empty() {
            back.push_str(" aria-label=\"");
            escape::text(&mut back, &self.options.labels.footnote_back);
            back.push('"');
        }
        back.push_str(">↩\u{fe0e}</a>");
        let at = body.trim_end().strip_suffix("</p>").map_or(body.trim_end().len(), str::len);
        body.insert_str(at, &back);
        self.notes.bodies.push((number, body));
    }
}

fn quote_class(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "",
        Some(BlockQuoteKind::Note) => " class=\"note\"",
        Some(BlockQuoteKind::Tip) => " class=\"tip\"",
        Some(BlockQuoteKind::Important) => " class=\"important\"",
        Some(BlockQuoteKind::Warning) => " class=\"warning\"",
        Some(BlockQuoteKind::Caution) => " class=\"caution\"",
    }
}
