//! What a style sheet refers to, found by the tokens that browsers read.

use std::ops::Range;

use cssparser::{BasicParseError, ParseError, Parser, Token, serialize_string};

/// An address in a style sheet that may be a file of the theme.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// Where it stands: the string in `url("…")` and after `@import`, the whole of an `url(…)` without quotes.
    pub(super) place: Range<usize>,
    /// The address, its escapes read.
    pub(super) address: String,
    quoted: bool,
}

impl Reference {
    /// Another address in the same place.
    pub(super) fn written(&self, address: &str) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _infallible = serialize_string(address, &mut text);
        if self.quoted { text } else { format!("url({text})") }
    }
}

/// The addresses of a sheet that lead neither out of the theme nor into the page, in order. What cannot be read as
/// style ends the search, as it does in browsers.
pub(super) fn references(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let _readable = tokens(&mut Parser::new(text), &mut found);
    found.retain(|reference| is_of_theme(&reference.address));
    found
}

fn tokens(parser: &mut Parser<'_>, found: &mut Vec<Reference>) -> Result<(), ParseError<()>> {
    let mut importing = false;
    loop {
        parser.skip_whitespace();
        let start = parser.position().byte_index();
        let Ok(token) = parser.next().cloned() else { return Ok(()) };
        let place = start..parser.position().byte_index();
        match token {
            Token::UnquotedUrl(url) => {
                found.push(Reference { place, address: url.to_string(), quoted: false });
            }
            Token::QuotedString(url) if importing => {
                found.push(Reference { place, address: url.to_string(), quoted: true });
            }
            Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                found.extend(parser.parse_nested_block(quoted)?);
            }
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => parser.parse_nested_block(|inner| tokens(inner, found))?,
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                importing = true;
                continue;
            }
            _ => {}
        }
        importing = false;
    }
}

/// The text in `url("…")`.
fn quoted(inner: &mut Parser<'_>) -> Result<Option<Reference>, ParseError<()>> {
    inner.skip_whitespace();
    let start = inner.position().byte_index();
    let string: Result<_, BasicParseError> = inner.expect_string().cloned();
    let found = string.ok().map(|address| Reference {
        place: start..inner.position().byte_index(),
        address: address.to_string(),
        quoted: true,
    });
    while inner.next().is_ok() {}
    Ok(found)
}

fn is_of_theme(address: &str) -> bool {
    !(address.is_empty() || address.contains(':') || address.starts_with(['/', '#']))
}

#[cfg(test)]
mod tests {
    use super::references;

    fn found(text: &str) -> Vec<String> {
        references(text).into_iter().map(|reference| reference.address).collect()
    }

    #[test]
    fn only_what_browsers_fetch_is_a_reference() {
        assert_eq!(
            found(
                "/* url(no.png) */ a{content:\"url(no.png)\";b:URL( a.png ) c;d:url( 'b.png' )} @media x{@import\"c.css\";}"
            ),
            ["a.png", "b.png", "c.css"]
        );
        assert_eq!(found("a{b:url(//evil.example/x);c:url(#d);e:url(data:x);f:url()}"), [""; 0]);
    }

    #[test]
    fn escapes_are_read_and_written() {
        let text = "a{b:url(one\\).png)}";
        let one = &references(text)[0];
        assert_eq!(one.address, "one).png");
        assert_eq!(&text[one.place.clone()], "url(one\\).png)");
        assert_eq!(one.written("t\"wo"), "url(\"t\\\"wo\")");
    }
}
