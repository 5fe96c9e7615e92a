//! Style in a drawing: sheets, `style` attributes and attributes that are style. Tokens are those of CSS, so
//! that no way of writing hides what they mean.

use cssparser::{BasicParseErrorKind, ParseError, ParseErrorKind, Parser, Token};

use super::address;
use super::fault::What;

/// Rules of sheets that fetch nothing.
const RULES: [&str; 10] = [
    "media",
    "font-face",
    "keyframes",
    "-webkit-keyframes",
    "supports",
    "page",
    "layer",
    "charset",
    "container",
    "property",
];

/// Functions that fetch what they name, or run it.
const FETCHING: [&str; 9] = [
    "url-prefix",
    "src",
    "image",
    "image-set",
    "-webkit-image-set",
    "cross-fade",
    "-webkit-cross-fade",
    "expression",
    "element",
];

/// Checks a style sheet.
pub(super) fn sheet(text: &str) -> Result<(), What> {
    value(text)
}

/// Checks a value, or a list of properties.
pub(super) fn value(text: &str) -> Result<(), What> {
    tokens(&mut Parser::new(text)).map_err(|error| match error.kind {
        ParseErrorKind::Custom(what) => what,
        ParseErrorKind::Basic(BasicParseErrorKind::TooManyNestedBlocks) => What::Unreadable("complex"),
        ParseErrorKind::Basic(_) => What::Acts("style", "url()".to_owned()),
    })
}

fn tokens(parser: &mut Parser<'_>) -> Result<(), ParseError<What>> {
    loop {
        let token = match parser.next() {
            Ok(token) => token.clone(),
            Err(end) if end.kind == BasicParseErrorKind::EndOfInput => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        if let Some(url) = fetched(&token, parser)?.filter(|url| !may_name(url)) {
            return Err(ParseError::custom(outside(&url)));
        }
    }
}

/// The address that a token fetches; the inside of a block is looked through.
fn fetched(token: &Token<'_>, parser: &mut Parser<'_>) -> Result<Option<String>, ParseError<What>> {
    let listed = |list: &[&str], name: &str| list.iter().any(|known| name.eq_ignore_ascii_case(known));
    let refuse = |what: String| Err(ParseError::custom(What::Acts("style", what)));
    match token {
        Token::UnquotedUrl(url) | Token::BadUrl(url) => Ok(Some(url.to_string())),
        Token::AtKeyword(name) if !listed(&RULES, name) => refuse(format!("@{name}")),
        Token::Function(name) if listed(&FETCHING, name) => refuse(format!("{name}()")),
        Token::Ident(name) if listed(&["-moz-binding", "behavior"], name) => refuse(name.to_string()),
        Token::Function(name) if name.eq_ignore_ascii_case("url") => {
            parser.parse_nested_block(quoted).map(Some)
        }
        Token::Function(_)
        | Token::ParenthesisBlock
        | Token::SquareBracketBlock
        | Token::CurlyBracketBlock => parser.parse_nested_block(tokens).map(|()| None),
        _ => Ok(None),
    }
}

/// The text in `url("…")`.
fn quoted(inner: &mut Parser<'_>) -> Result<String, ParseError<What>> {
    let url = inner.expect_string()?.to_string();
    while inner.next().is_ok() {}
    Ok(url)
}

fn may_name(url: &str) -> bool {
    url.trim().is_empty()
        || address::is_inner(url)
        || address::is_picture_inside(url)
        || address::is_font_inside(url)
}

fn outside(url: &str) -> What {
    What::Acts("outside", address::shown(url))
}
