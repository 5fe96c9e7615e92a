//! Steps to HTML.

use std::cell::OnceCell;
use std::fmt::Write as _;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};

use super::super::annotate::shifted;
use super::super::step::{Anchors, Part, PartKind, Step, What};
use super::super::{Features, escape, formula, leaf, plain, sanitize};
use super::classes::{alert, mark_class, touches};
use super::notes::Notes;
use super::options::HtmlOptions;
use super::resolver::Resolver;
use super::table::Table;

/// Writes the HTML of one text.
pub(super) struct Writer<'w> {
    pub(super) out: String,
    parts: &'w [Part],
    features: Features,
    pub(super) resolver: &'w dyn Resolver,
    pub(super) options: &'w HtmlOptions,
    pub(super) shift: i8,
    pub(super) has_raw: bool,
    pub(super) has_table: bool,
    /// The place of the step's first link among the links of the text.
    pub(super) link: usize,
    /// Closing texts of the links that are open; empty for one that leads nowhere.
    pub(super) closing: Vec<&'static str>,
    /// The image that is open, whose words become its `alt`.
    pub(super) alt: Option<Alt>,
    /// Replaces the words of a link without words of its own.
    pub(super) replace: Option<String>,
    pub(super) table: Table,
    pub(super) notes: Notes,
    /// The ids of the page's text; notes get theirs of it.
    pub(super) anchors: Anchors,
    /// The formulas so far, in MathML.
    formulas: Vec<String>,
    /// Whether raw HTML is left out.
    pub(super) without_raw: bool,
    /// Cleans single pieces, made for the first of them.
    cleaner: OnceCell<sanitize::Cleaner>,
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
            link: 0,
            closing: Vec::new(),
            alt: None,
            replace: None,
            table: Table::default(),
            notes: Notes::default(),
            anchors: Anchors::default(),
            formulas: Vec::new(),
            without_raw: false,
            cleaner: OnceCell::new(),
            swallow: None,
        }
    }

    /// The whole text, its footnotes at the end, and the formulas that its marks stand for.
    pub(super) fn finish(self) -> (String, Vec<String>) {
        (self.notes.finish(&self.options.labels.footnote_back, self.out), self.formulas)
    }

    /// Writes one step; the next one tells whether a number touches its text.
    pub(super) fn step(&mut self, step: &Step<'_>, next: Option<&Step<'_>>) {
        match &step.what {
            What::Event(event) => self.event(event, step.anchor.as_deref()),
            What::Open(part) => self.open(*part),
            What::Close(part) => self.close(*part),
            What::Mark(text, kind) => {
                let class = mark_class(*kind, next.is_some_and(touches));
                self.mark(text, class, step.anchor.as_deref());
            }
            What::Refer(anchor) => {
                self.out.push_str("<a class=\"clause-ref\" href=\"#");
                escape::href(&mut self.out, anchor);
                self.out.push_str("\">");
            }
            What::Referred => self.out.push_str("</a>"),
        }
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

    fn mark(&mut self, text: &str, class: &str, anchor: Option<&str>) {
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
            Event::InlineMath(tex) => self.formula(tex, false),
            Event::DisplayMath(tex) => self.formula(tex, true),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(done) => self.task(*done),
            Event::FootnoteReference(name) => self.notes.refer(name, &mut self.anchors, &mut self.out),
            _ => {}
        }
    }

    /// A mark for a formula, which takes its place when the text is whole and clean; what cannot be read stays as written.
    fn formula(&mut self, tex: &str, display: bool) {
        if self.replace.is_some() {
            return;
        }
        match formula::mathml(tex, display) {
            Some(mathml) => {
                self.out.push_str(&formula::mark(self.formulas.len()));
                self.formulas.push(mathml);
            }
            None => {
                let sign = if display { "$$" } else { "$" };
                self.text(&format!("{sign}{tex}{sign}"));
            }
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
        if self.without_raw {
            return;
        }
        self.has_raw = true;
        let resolved = self.resolve_raw(html);
        let cleaner = || sanitize::Cleaner::new(&self.options.frame_hosts);
        let piece = sanitize::piece(&resolved, || self.cleaner.get_or_init(cleaner));
        self.out.push_str(&piece);
        if let Some(page) = leaf::page(html) {
            escape::text(&mut self.out, &format!("{} {page}", self.options.labels.leaf));
        }
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
            Tag::BlockQuote(None) => self.out.push_str("<blockquote>"),
            Tag::BlockQuote(Some(kind)) => self.open_alert(*kind),
            Tag::DefinitionList => self.out.push_str("<dl>\n"),
            Tag::DefinitionListTitle => self.out.push_str("<dt>"),
            Tag::DefinitionListDefinition => self.out.push_str("<dd>"),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(first) => self.open_list(*first),
            Tag::Item => self.open_tag("li", "", anchor),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<s>"),
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(*link_type, dest_url, title),
            Tag::Image { dest_url, title, .. } => self.open_image(dest_url, title),
            Tag::FootnoteDefinition(name) => {
                let back = &self.options.labels.footnote_back;
                self.notes.begin(name, &mut self.anchors, back, &mut self.out);
            }
            Tag::Table(alignments) => {
                self.has_table = true;
                self.table = Table::open(alignments, &self.options.labels.table, &mut self.out);
            }
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
            Tag::TableCell => self.table.open_cell(&mut self.out),
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
            TagEnd::DefinitionList => "</dl>\n",
            TagEnd::DefinitionListTitle => "</dt>\n",
            TagEnd::DefinitionListDefinition => "</dd>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</s>",
            TagEnd::Link => return self.close_link(),
            TagEnd::Image => return self.close_image(),
            TagEnd::FootnoteDefinition => {
                return self.notes.end(&self.options.labels.footnote_back, &mut self.out);
            }
            TagEnd::Table => return self.table.close(&mut self.out),
            TagEnd::TableHead => {
                self.table.head = false;
                "</tr>\n</thead>\n"
            }
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => return self.table.close_cell(&mut self.out),
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

    /// Something set apart from the text, under a word that says what it is.
    fn open_alert(&mut self, kind: BlockQuoteKind) {
        let (class, place) = alert(kind);
        let _ = write!(self.out, "<blockquote class=\"alert alert-{class}\">");
        let word = &self.options.labels.alerts[place];
        if !word.is_empty() {
            self.out.push_str("<p class=\"alert-title\">");
            escape::text(&mut self.out, word);
            self.out.push_str("</p>\n");
        }
    }

    /// The box of a task, which a reader sees and cannot tick.
    fn task(&mut self, done: bool) {
        self.out.push_str("<span class=\"task-mark\"");
        let word = &self.options.labels.tasks[usize::from(!done)];
        if !word.is_empty() {
            self.out.push_str(" role=\"img\" aria-label=\"");
            escape::text(&mut self.out, word);
            self.out.push('"');
        }
        self.out.push_str(if done { ">☑</span> " } else { ">☐</span> " });
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
}
