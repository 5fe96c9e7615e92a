//! XML looked at before a parser sees it: what a parser would pay the square for is refused.
//!
//! A parser compares the attributes of an element with each other and copies the namespaces of its parents; both are
//! harmless in any paper, and can be made to take hours. One pass over the bytes counts them.

use crate::limits;
use crate::refusal::Refusal;

/// Looks at a text that should be XML. Whether it is well-formed, the parser says.
pub(crate) fn check(text: &str) -> Result<(), Refusal> {
    let bytes = text.as_bytes();
    let mut names: Vec<usize> = vec![0];
    let mut cost = 0;
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"<") {
        let rest = &bytes[found..];
        at = if rest.starts_with(b"<!--") {
            end(bytes, found + 4, b"-->")
        } else if rest.starts_with(b"<![CDATA[") {
            end(bytes, found + 9, b"]]>")
        } else if rest.starts_with(b"<!") {
            return Err(Refusal::Entities);
        } else if rest.starts_with(b"<?") {
            end(bytes, found + 2, b"?>")
        } else {
            let tag = Tag::at(bytes, found);
            if tag.attributes > limits::ATTRIBUTES {
                return Err(Refusal::Excessive("attributes"));
            }
            cost += tag.enter(&mut names);
            if names.len() > limits::DEPTH {
                return Err(Refusal::Excessive("depth"));
            }
            if cost > limits::NAMES {
                return Err(Refusal::Excessive("namespaces"));
            }
            tag.end
        };
    }
    Ok(())
}

/// One tag.
struct Tag {
    end: usize,
    attributes: usize,
    names: usize,
    closes: bool,
    empty: bool,
}

impl Tag {
    fn at(bytes: &[u8], start: usize) -> Self {
        let closes = bytes.get(start + 1) == Some(&b'/');
        let mut tag = Self { end: bytes.len(), attributes: 0, names: 0, closes, empty: false };
        let mut quote = None;
        for (i, &byte) in bytes.iter().enumerate().skip(start + 1) {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => tag.attribute(&bytes[start..i]),
                (None, b'>') => {
                    tag.empty = bytes[i - 1] == b'/';
                    tag.end = i + 1;
                    break;
                }
                (None, _) => {}
            }
        }
        tag
    }

    fn attribute(&mut self, before: &[u8]) {
        self.attributes += 1;
        let name = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
        self.names += usize::from(name.starts_with(b"xmlns"));
    }

    /// Goes into or out of the element. Returns how many names a parser copies for it.
    fn enter(&self, names: &mut Vec<usize>) -> usize {
        let known = names.last().copied().unwrap_or_default();
        if self.closes {
            names.pop();
            return 0;
        }
        if !self.empty {
            names.push(known + self.names);
        }
        if self.names > 0 { known + self.names } else { 0 }
    }
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(what.len()).position(|window| window == what).map(|at| from + at)
}

fn end(bytes: &[u8], from: usize, what: &[u8]) -> usize {
    find(bytes, from, what).map_or(bytes.len(), |at| at + what.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_parser_would_choke_on_is_refused() {
        assert_eq!(check("<a x='>' y=\"1\"><!-- <!x> --><![CDATA[<!]]></a>"), Ok(()));
        assert_eq!(check("<!DOCTYPE a [<!ENTITY b 'b'>]><a/>"), Err(Refusal::Entities));
        assert_eq!(check(&"<a>".repeat(100_000)), Err(Refusal::Excessive("depth")));
        let many: String = (0..1000).map(|n| format!(" a{n}='1'")).collect();
        assert_eq!(check(&format!("<a{many}/>")), Err(Refusal::Excessive("attributes")));
        let names: String = (0..200).map(|n| format!(" xmlns:a{n}='u'")).collect();
        let nested = format!("<a{names}>").repeat(100) + &"<b xmlns='u'/>".repeat(2000);
        assert_eq!(check(&nested), Err(Refusal::Excessive("namespaces")));
    }
}
