//! The archive that an office document is: its parts, unpacked under limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::limits;
use crate::refusal::Refusal;

/// An open archive.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// What a part says of others: their addresses by id.
pub(crate) type Relations = BTreeMap<String, Relation>;

/// One part or address that a part refers to.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    /// The last word of its type: `image`, `header`, `hyperlink`.
    pub(crate) kind: String,
    /// A part's name, or an address elsewhere.
    pub(crate) target: String,
    /// Whether it leads out of the archive.
    pub(crate) external: bool,
}

impl<'a> Package<'a> {
    /// Opens an archive.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|error| Refusal::damaged("archive", error))?;
        if archive.len() > limits::PARTS {
            return Err(Refusal::Excessive("parts"));
        }
        Ok(Self { archive, left: limits::WHOLE })
    }

    /// The archive itself, to be copied part by part.
    pub(crate) fn into_archive(self) -> ZipArchive<Cursor<&'a [u8]>> {
        self.archive
    }

    /// Whether the name of any part fits.
    pub(crate) fn has(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.archive.file_names().flatten().any(|name| fits(&name))
    }

    /// The bytes of a part; `None` when there is none of this name.
    pub(crate) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(exact) = self.exact(name) else { return Ok(None) };
        let part = self.archive.by_name(&exact).map_err(|error| Refusal::damaged(name, error))?;
        if part.encrypted() {
            return Err(Refusal::Protected);
        }
        let most = limits::PART.min(self.left);
        let mut bytes = Vec::new();
        // One byte more than allowed tells that there is more, whatever the archive claims.
        part.take(most + 1).read_to_end(&mut bytes).map_err(|error| Refusal::damaged(name, error))?;
        if bytes.len() as u64 > most {
            return Err(Refusal::Excessive("size"));
        }
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A part's name as the archive spells it.
    fn exact(&self, name: &str) -> Option<String> {
        let mut names = self.archive.file_names().flatten();
        names.find(|known| known.eq_ignore_ascii_case(name)).map(std::borrow::Cow::into_owned)
    }

    /// The text of a part, fit for the parser.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = decode(&bytes).ok_or_else(|| Refusal::damaged(name, "no Unicode text"))?;
        crate::guard::check(&text)?;
        Ok(Some(text))
    }

    /// What a part refers to.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Relations, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = format!("{folder}/_rels/{name}.rels");
        let path = path.trim_start_matches('/');
        let Some(text) = self.text(path)? else { return Ok(Relations::new()) };
        let tree = parse(path, &text)?;
        let named = tree.root_element().children().filter(|node| node.has_tag_name_local("Relationship"));
        let one = |node: roxmltree::Node<'_, '_>| {
            let external = node.attribute("TargetMode") == Some("External");
            let target = node.attribute("Target")?;
            let target = if external { target.to_owned() } else { resolve(folder, target) };
            let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
            Some((node.attribute("Id")?.to_owned(), Relation { kind, target, external }))
        };
        Ok(named.filter_map(one).collect())
    }
}

/// Parses a part.
pub(crate) fn parse<'t>(name: &str, text: &'t str) -> Result<roxmltree::Document<'t>, Refusal> {
    let options = roxmltree::ParsingOptions { nodes_limit: limits::NODES, ..Default::default() };
    roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Refusal::Excessive("elements"),
        error => Refusal::damaged(name, error),
    })
}

/// Names without their namespace.
pub(crate) trait Local {
    /// Whether it is an element of this local name.
    fn has_tag_name_local(&self, name: &str) -> bool;
}

impl Local for roxmltree::Node<'_, '_> {
    fn has_tag_name_local(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// A part's name from where it is named: `../media/a.png` in `word` is `media/a.png`.
fn resolve(folder: &str, target: &str) -> String {
    let absolute = target.starts_with('/');
    let mut parts: Vec<&str> = if absolute { Vec::new() } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

fn decode(bytes: &[u8]) -> Option<String> {
    let units = |bytes: &[u8], read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => String::from_utf16(&units(rest, u16::from_le_bytes)).ok(),
        [0xfe, 0xff, rest @ ..] => String::from_utf16(&units(rest, u16::from_be_bytes)).ok(),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_lead_to_parts_of_the_archive() {
        assert_eq!(resolve("word", "media/a.png"), "word/media/a.png");
        assert_eq!(resolve("word", "../media/a.png"), "media/a.png");
        assert_eq!(resolve("word", "/word/document.xml"), "word/document.xml");
        assert_eq!(resolve("", "../../../etc/passwd"), "etc/passwd");
    }
}
