//! Tags in raw HTML, read piece by piece: Markdown hands over a block line by line, and a tag may go on in the next.

use std::ops::Range;

/// A whole tag.
#[derive(Debug)]
pub(super) struct Found {
    /// Its name in lower case.
    pub(super) name: String,
    /// Whether it is `</name>`.
    pub(super) closing: bool,
    /// How many attributes it has.
    pub(super) attributes: usize,
    /// Its length.
    pub(super) bytes: usize,
    /// The place of its sign and its name.
    pub(super) range: Range<usize>,
}

/// The reader between two pieces.
#[derive(Debug, Default)]
pub(super) struct Tags {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Text,
    Comment,
    Tag(Found, Inside),
}

/// Where in a tag the reader is.
#[derive(Debug)]
enum Inside {
    Name,
    /// Between attributes.
    Space,
    Attribute,
    /// In a value between these quotes.
    Quoted(u8),
}

impl Tags {
    /// Reads a piece that begins at a byte of the text, and hands over the tags that end in it.
    pub(super) fn read(&mut self, html: &str, start: usize, mut found: impl FnMut(Found)) {
        let mut at = 0;
        while at < html.len() {
            at = match std::mem::take(&mut self.state) {
                State::Text => self.text(html, at, start),
                State::Comment => match html[at..].find("-->") {
                    Some(end) => at + end + 3,
                    None => {
                        self.state = State::Comment;
                        html.len()
                    }
                },
                State::Tag(tag, inside) => self.tag(html, at, tag, inside, &mut found),
            };
        }
    }

    /// Goes to the next tag or comment.
    fn text(&mut self, html: &str, at: usize, start: usize) -> usize {
        let Some(open) = html[at..].find('<').map(|found| at + found) else { return html.len() };
        let rest = &html[open + 1..];
        if rest.starts_with("!--") {
            self.state = State::Comment;
            return open + 4;
        }
        let closing = rest.starts_with('/');
        if !rest[usize::from(closing)..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return open + 1;
        }
        let range = start + open..start + open + 1;
        let tag =
            Found { name: String::new(), closing, attributes: 0, bytes: 1 + usize::from(closing), range };
        self.state = State::Tag(tag, Inside::Name);
        open + 1 + usize::from(closing)
    }

    /// Goes to the end of a tag, or of the piece.
    fn tag(
        &mut self,
        html: &str,
        at: usize,
        mut tag: Found,
        mut inside: Inside,
        found: &mut impl FnMut(Found),
    ) -> usize {
        for (offset, byte) in html.as_bytes()[at..].iter().copied().enumerate() {
            tag.bytes += 1;
            inside = match (inside, byte) {
                (Inside::Quoted(quote), byte) if byte == quote => Inside::Space,
                (Inside::Quoted(quote), _) => Inside::Quoted(quote),
                (_, b'>') => {
                    found(tag);
                    return at + offset + 1;
                }
                (Inside::Name, byte) if byte.is_ascii_whitespace() || byte == b'/' => Inside::Space,
                (Inside::Name, byte) => {
                    tag.name.push(char::from(byte.to_ascii_lowercase()));
                    tag.range.end += 1;
                    Inside::Name
                }
                (_, quote @ (b'"' | b'\'')) => Inside::Quoted(quote),
                (_, byte) if byte.is_ascii_whitespace() || byte == b'/' => Inside::Space,
                (Inside::Space, b'=') => Inside::Attribute,
                (Inside::Space, _) => {
                    tag.attributes += 1;
                    Inside::Attribute
                }
                (Inside::Attribute, _) => Inside::Attribute,
            };
        }
        self.state = State::Tag(tag, inside);
        html.len()
    }
}
