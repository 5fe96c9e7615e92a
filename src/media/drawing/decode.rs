//! The text of a drawing, decoded as a browser decodes XML.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

/// Encodings in which bytes of ASCII mean what they seem to, and no sequence of signs means another sign.
const PLAIN: [&Encoding; 4] = [UTF_8, WINDOWS_1251, WINDOWS_1252, encoding_rs::KOI8_R];

/// Decodes a drawing by its mark, else by what it declares, else as UTF-8. `None` when the encoding is one in
/// which things could be hidden, or the bytes do not fit it.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, skip) = match bytes {
        [0xef, 0xbb, 0xbf, ..] => (UTF_8, 3),
        [0xff, 0xfe, ..] => (UTF_16LE, 2),
        [0xfe, 0xff, ..] => (UTF_16BE, 2),
        [b'<', 0, ..] => (UTF_16LE, 0),
        [0, b'<', ..] => (UTF_16BE, 0),
        _ => (declared(bytes)?, 0),
    };
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[skip..]);
    (!broken).then_some(text)
}

/// The encoding that the first line names: `<?xml version="1.0" encoding="windows-1251"?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]);
    let line = head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or("", |(line, _)| line);
    let Some((_, rest)) = line.split_once("encoding") else { return Some(UTF_8) };
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    // One that is declared and is not there: the bytes were narrow enough to declare it.
    let encoding = Encoding::for_label(label.as_bytes())?;
    PLAIN.contains(&encoding).then_some(encoding)
}
