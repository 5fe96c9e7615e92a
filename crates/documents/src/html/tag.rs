//! A tag with what is asked of it.

use html5ever::tokenizer::Tag as Given;

use crate::model::Reason;

/// A tag.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag {
    /// Its name in small letters.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Takes a tag of the tokenizer.
    pub(super) fn of(given: &Given) -> Self {
        let attribute = |one: &html5ever::Attribute| (one.name.local.to_string(), one.value.to_string());
        Self { name: given.name.to_string(), attributes: given.attrs.iter().map(attribute).collect() }
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A number of an attribute.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// What the attribute `style` says of a property.
    pub(super) fn style(&self, property: &str) -> Option<&str> {
        self.get("style")?.split(';').find_map(|one| {
            let (name, value) = one.split_once(':')?;
            name.trim().eq_ignore_ascii_case(property).then(|| value.trim())
        })
    }

    /// Whether nothing stands in it.
    pub(super) fn is_void(&self) -> bool {
        matches!(
            self.name.as_str(),
            "br" | "hr"
                | "img"
                | "input"
                | "meta"
                | "link"
                | "wbr"
                | "col"
                | "area"
                | "base"
                | "embed"
                | "source"
        )
    }

    /// Whether a line begins before it and after it.
    pub(super) fn is_block(&self) -> bool {
        is_block(&self.name)
    }

    /// The level of a heading.
    pub(super) fn heading(&self) -> Option<u8> {
        match self.name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        }
    }

    /// Why nothing of it is read, and whether that is told.
    pub(super) fn skipped(&self) -> Option<Option<Reason>> {
        let is =
            |property: &str, value: &str| self.style(property).is_some_and(|given| given.starts_with(value));
        let hidden = self.get("hidden").is_some()
            || is("display", "none")
            || is("visibility", "hidden")
            || is("mso-hide", "all");
        match self.name.as_str() {
            "head" | "title" | "script" | "style" | "template" | "noscript" => Some(None),
            "del" => Some(Some(Reason::Deleted)),
            "nav" | "footer" => Some(Some(Reason::Margin)),
            "svg" | "object" | "iframe" | "video" | "audio" | "canvas" | "math" => Some(Some(Reason::Object)),
            _ if is("mso-element", "comment") => Some(Some(Reason::Comment)),
            _ if is("mso-element", "header") || is("mso-element", "footer") => Some(Some(Reason::Margin)),
            _ if hidden && !self.is_void() => Some(Some(Reason::Hidden)),
            _ => None,
        }
    }

    /// How deep in a list of Word's a paragraph stands, from 0: `mso-list:l0 level2 lfo1`.
    pub(super) fn word_level(&self) -> Option<u8> {
        let mut words = self.style("mso-list")?.split_whitespace();
        words.find_map(|word| word.strip_prefix("level")?.parse::<u8>().ok()?.checked_sub(1))
    }

    /// Whether Word printed the label of a list in it.
    pub(super) fn is_label(&self) -> bool {
        self.style("mso-list").is_some_and(|value| value.eq_ignore_ascii_case("ignore"))
    }
}

/// Whether a line begins before and after elements of a name.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "main",
        "p",
        "pre",
        "section",
        "summary",
        "details",
        "tbody",
        "tfoot",
    ];
    BLOCKS.contains(&name)
}
