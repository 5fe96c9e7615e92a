//! The people whom a PDF names where no reader looks: the author in its information and in its metadata.
//!
//! A name is written over with spaces, so that every other byte stays where the tables of the file say it is. What lies
//! in a packed part is not found; the programs that methodists have write this one unpacked.

use std::ops::Range;

use super::guard::find;

/// No name is longer. In bytes.
const LONGEST: usize = 8 << 10;

/// Elements of the metadata that name people.
const ELEMENTS: [&str; 2] = ["dc:creator", "pdf:Author"];

/// Whether somebody has signed the file: a byte less, and the signature would hold no longer.
pub(crate) fn is_signed(bytes: &[u8]) -> bool {
    find(bytes, b"/ByteRange").is_some()
}

/// Where people are named.
pub(crate) fn places(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for start in each(bytes, b"/Author") {
        let blank = bytes[start..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        found.extend(string(bytes, start + blank));
    }
    for element in ELEMENTS {
        for start in each(bytes, format!("<{element}").as_bytes()) {
            let near = &bytes[start..bytes.len().min(start + LONGEST)];
            let end = find(near, format!("</{element}>").as_bytes()).unwrap_or(0);
            found.extend(texts(bytes, start..start + end));
        }
    }
    found.retain(|place| !is_blank(bytes, place));
    found
}

fn is_blank(bytes: &[u8], place: &Range<usize>) -> bool {
    let said = &bytes[place.clone()];
    let coded = is_coded(bytes, place) && said.chunks(2).all(|pair| pair == b"20");
    coded || said.iter().all(u8::is_ascii_whitespace)
}

/// Whether two figures stand for each sign of a string.
fn is_coded(bytes: &[u8], place: &Range<usize>) -> bool {
    bytes[place.start - 1] == b'<'
}

/// The same file without the names.
pub(crate) fn without(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for place in places(bytes) {
        // In a string of figures two of them are a space.
        let coded = is_coded(bytes, &place);
        for (at, byte) in copy[place].iter_mut().enumerate() {
            *byte = match (coded, at % 2) {
                (false, _) => b' ',
                (true, 0) => b'2',
                (true, _) => b'0',
            };
        }
    }
    copy
}

/// Where each of the same words ends.
fn each(bytes: &[u8], word: &[u8]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], word) {
        from += found + word.len();
        ends.push(from);
    }
    ends
}

/// What a string that begins here says.
fn string(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let inside = start + 1;
    let near = bytes.get(inside..bytes.len().min(inside + LONGEST))?;
    match bytes.get(start)? {
        b'<' if bytes.get(inside) != Some(&b'<') => {
            let length = near.iter().position(|byte| *byte == b'>')?;
            Some(inside..inside + length)
        }
        b'(' => {
            let (mut depth, mut escaped) = (1, false);
            let end = near.iter().position(|byte| {
                match (escaped, byte) {
                    (true, _) => escaped = false,
                    (_, b'\\') => escaped = true,
                    (_, b'(') => depth += 1,
                    (_, b')') => depth -= 1,
                    _ => {}
                }
                depth == 0
            })?;
            Some(inside..inside + end)
        }
        _ => None,
    }
}

/// The texts between the tags of a part.
fn texts(bytes: &[u8], part: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = part.start;
    while let Some(start) = bytes[from..part.end].iter().position(|byte| *byte == b'>') {
        let start = from + start + 1;
        let length = bytes[start..part.end].iter().position(|byte| *byte == b'<').unwrap_or(part.end - start);
        found.push(start..start + length);
        from = start + length;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{places, without};

    #[test]
    fn names_are_written_over_and_nothing_moves() {
        let file = "<< /Author (Petrova \\) \\(M.\\)) /Title (Plan) >> << /Author<FEFF0418> >> \
                    <dc:creator><rdf:Seq><rdf:li>Петрова</rdf:li></rdf:Seq></dc:creator>";
        let clean = without(file.as_bytes());
        assert_eq!(clean.len(), file.len());
        let text = String::from_utf8(clean.clone()).unwrap();
        assert!(text.contains("/Title (Plan)") && text.contains("/Author<20202020>"), "{text}");
        assert!(!text.contains("Petrova") && !text.contains("Петрова"), "{text}");
        assert!(places(&clean).is_empty());
        assert!(places(b"/Author").is_empty() && places(b"/Author (a").is_empty());
    }
}
