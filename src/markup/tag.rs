//! Tags in a piece of raw HTML: the one reader of them, for links, ids and limits alike.

use std::ops::Range;

/// A whole tag; places count bytes of the piece.
#[derive(Debug)]
pub(super) struct Tag {
    /// Its name in lower case.
    pub(super) name: String,
    /// Whether it is `</name>`.
    pub(super) closing: bool,
    /// Its attributes in their order.
    pub(super) attributes: Vec<Attribute>,
    /// Its place, from `<` to `>`.
    pub(super) range: Range<usize>,
}

/// An attribute of a tag.
#[derive(Debug)]
pub(super) struct Attribute {
    /// The place of its name.
    pub(super) name: Range<usize>,
    /// The place of its value, without quotes; empty when it has none.
    pub(super) value: Range<usize>,
}

impl Tag {
    /// The attribute of a name, the first of several as browsers have it.
    pub(super) fn attribute(&self, html: &str, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| html[attribute.name.clone()].eq_ignore_ascii_case(name))
    }

    /// The place of its sign and its name.
    pub(super) fn head(&self) -> Range<usize> {
        let sign = 1 + usize::from(self.closing);
        self.range.start..self.range.start + sign + self.name.len()
    }
}

/// The tags of a piece in their order, comments left out. A tag that the piece does not close is none.
pub(super) fn tags(html: &str) -> impl Iterator<Item = Tag> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let open = at + html[at..].find('<')?;
            let rest = &html[open + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                at = open + 4 + comment.find("-->")? + 3;
                continue;
            }
            let closing = rest.starts_with('/');
            at = open + 1 + usize::from(closing);
            if html[at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
                let tag = read(html, open, closing)?;
                at = tag.range.end;
                return Some(tag);
            }
        }
    })
}

/// Where in a tag the reader is.
#[derive(Clone, Copy)]
enum Inside {
    Name,
    /// Between attributes.
    Space,
    Attribute,
    /// Behind the name of an attribute.
    Named,
    /// Behind the sign `=`.
    Equals,
    Unquoted,
    /// In a value between these quotes.
    Quoted(u8),
}

/// Reads the tag whose sign stands at `open`; nothing when it has no end. Source: the tokenizer of the HTML standard.
fn read(html: &str, open: usize, closing: bool) -> Option<Tag> {
    let start = open + 1 + usize::from(closing);
    let mut name = start..start;
    let mut attributes: Vec<Attribute> = Vec::new();
    let mut inside = Inside::Name;
    for (at, byte) in html.bytes().enumerate().skip(start) {
        let space = byte.is_ascii_whitespace();
        inside = match inside {
            Inside::Quoted(quote) if byte == quote => Inside::Space,
            Inside::Quoted(_) => {
                extend(&mut attributes, at);
                inside
            }
            _ if byte == b'>' => {
                let name = html[name].to_ascii_lowercase();
                return Some(Tag { name, closing, attributes, range: open..at + 1 });
            }
            Inside::Name if space || byte == b'/' => Inside::Space,
            Inside::Name => {
                name.end = at + 1;
                Inside::Name
            }
            Inside::Equals if space => Inside::Equals,
            Inside::Equals if matches!(byte, b'"' | b'\'') => {
                begin(&mut attributes, at + 1);
                Inside::Quoted(byte)
            }
            Inside::Equals => {
                begin(&mut attributes, at);
                extend(&mut attributes, at);
                Inside::Unquoted
            }
            Inside::Unquoted if space => Inside::Space,
            Inside::Unquoted => {
                extend(&mut attributes, at);
                Inside::Unquoted
            }
            Inside::Attribute | Inside::Named if byte == b'=' => Inside::Equals,
            Inside::Attribute if space => Inside::Named,
            _ if byte == b'/' => Inside::Space,
            Inside::Attribute => {
                attributes.last_mut()?.name.end = at + 1;
                Inside::Attribute
            }
            Inside::Space | Inside::Named if space => inside,
            Inside::Space | Inside::Named => {
                attributes.push(Attribute { name: at..at + 1, value: at + 1..at + 1 });
                Inside::Attribute
            }
        };
    }
    None
}

/// The value of the last attribute begins.
fn begin(attributes: &mut [Attribute], at: usize) {
    if let Some(last) = attributes.last_mut() {
        last.value = at..at;
    }
}

/// The value of the last attribute goes on.
fn extend(attributes: &mut [Attribute], at: usize) {
    if let Some(last) = attributes.last_mut() {
        last.value.end = at + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn tags_have_names_and_attributes_over_lines() {
        let html = "<!-- <b> --> 1 < 2 <IFRAME\n  src = \"a > b\"\n  allowfullscreen\n  Width=5 title=''/>слово</a ><i";
        let read: Vec<_> = tags(html)
            .map(|tag| {
                let pair = |(name, value)| (&html[name], &html[value]);
                let attributes = tag.attributes.iter().map(|one| pair((one.name.clone(), one.value.clone())));
                (tag.closing, &html[tag.head()], attributes.collect::<Vec<_>>())
            })
            .collect();
        let frame = vec![("src", "a > b"), ("allowfullscreen", ""), ("Width", "5"), ("title", "")];
        assert_eq!(read, [(false, "<IFRAME", frame), (true, "</a", Vec::new())]);
    }
}
