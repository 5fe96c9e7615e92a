//! The people whom a document names where no reader of the paper looks: who began it, who saved it last, whose
//! computer it lay on.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::ops::Range;

use roxmltree::{Document, Node};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::format::Format;
use crate::package::{Local, Package, parse};
use crate::pdf::people;
use crate::refusal::Refusal;

/// What a document tells of people.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Names {
    /// Nothing, or it is of a format in which nobody looked.
    Untold,
    /// Some are named.
    Told,
    /// Some are named, and somebody has signed it: a byte less, and the signature would hold no longer.
    Signed,
}

/// A part, the elements in it whose words name people, and those of which an attribute does.
type Place = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// Where people are named.
const PLACES: [Place; 7] = [
    ("docProps/core.xml", &["creator", "lastModifiedBy"], &[]),
    ("docProps/app.xml", &["Manager", "Company"], &[]),
    // Everybody who has ever noted or changed something.
    ("word/people.xml", &["people"], &[]),
    // The same, beside slides, of both ages.
    ("ppt/commentAuthors.xml", &[], &[("cmAuthor", "name"), ("cmAuthor", "initials")]),
    ("ppt/authors.xml", &[], &[("author", "name"), ("author", "initials"), ("author", "userId")]),
    // The folder of the last computer, which mostly has the name of its user.
    ("xl/workbook.xml", &[], &[("absPath", "url"), ("fileSharing", "userName")]),
    ("meta.xml", &["initial-creator", "creator", "printed-by"], &[]),
];

/// Parts that only a signed document has.
const SIGNED: [&str; 3] =
    ["_xmlsignatures/", "META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"];

/// Parts that only a document with macros has: those of Microsoft's formats, and those of LibreOffice's.
const MACROS: [&str; 3] = ["vbaProject.bin", "Basic/script-lc.xml", "Scripts/"];

/// Whether there are macros in a document, whatever its name says.
#[must_use]
pub fn has_macros(bytes: &[u8]) -> bool {
    let of_macros =
        |name: &str| name.ends_with(MACROS[0]) || MACROS.iter().any(|part| name.starts_with(part));
    bytes.starts_with(b"PK\x03\x04") && Package::open(bytes).is_ok_and(|package| package.has(of_macros))
}

/// Says what a document tells of people.
///
/// # Errors
/// When it is damaged or past a limit.
pub fn names(bytes: &[u8]) -> Result<Names, Refusal> {
    if Format::of(bytes) == Some(Format::Pdf) {
        return Ok(match (people::places(bytes).is_empty(), people::is_signed(bytes)) {
            (true, _) => Names::Untold,
            (false, true) => Names::Signed,
            (false, false) => Names::Told,
        });
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(Names::Untold);
    }
    let mut package = Package::open(bytes)?;
    if changed(&mut package)?.is_empty() {
        return Ok(Names::Untold);
    }
    let signed = package.has(|name| SIGNED.iter().any(|sign| name.starts_with(sign)));
    Ok(if signed { Names::Signed } else { Names::Told })
}

/// The same document without the names. All parts that name nobody stay as they are, byte for byte.
///
/// # Errors
/// When it is damaged or past a limit.
pub fn without_names(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    if Format::of(bytes) == Some(Format::Pdf) {
        return Ok(people::without(bytes));
    }
    let mut package = Package::open(bytes)?;
    let changed = changed(&mut package)?;
    written(package, &changed).map_err(|error| Refusal::damaged("archive", error))
}

/// The parts that name people, without the names.
fn changed(package: &mut Package<'_>) -> Result<BTreeMap<String, String>, Refusal> {
    let mut changed = BTreeMap::new();
    for (part, elements, attributes) in PLACES {
        let Some(text) = package.text(part)? else { continue };
        let tree = parse(part, &text)?;
        let told = told(&tree, elements, attributes);
        if !told.is_empty() {
            changed.insert(part.to_owned(), without(&text, told));
        }
    }
    Ok(changed)
}

/// The places of names in a part, one behind the other.
fn told(tree: &Document<'_>, elements: &[&str], attributes: &[(&str, &str)]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for node in tree.descendants().filter(Node::is_element) {
        if elements.iter().any(|name| node.has_tag_name_local(name)) {
            let inside = node.first_child().zip(node.last_child());
            places.extend(inside.map(|(first, last)| first.range().start..last.range().end));
        }
        let of_node = attributes.iter().filter(|(name, _)| node.has_tag_name_local(name));
        for (_, wanted) in of_node {
            let found = node.attributes().find(|attribute| attribute.name() == *wanted);
            places.extend(found.map(|attribute| attribute.range_value()));
        }
    }
    places.retain(|place| !place.is_empty());
    places
}

/// A text without stretches of it.
fn without(text: &str, places: Vec<Range<usize>>) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for place in places.into_iter().filter(|place| text.get(place.clone()).is_some()) {
        if place.start >= from {
            out.push_str(&text[from..place.start]);
            from = place.end;
        }
    }
    out + &text[from..]
}

fn written(package: Package<'_>, changed: &BTreeMap<String, String>) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = package.into_archive();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at)?;
        let name = part.name()?.into_owned();
        let new = changed.iter().find(|(changed, _)| changed.eq_ignore_ascii_case(&name));
        let Some((_, text)) = new else {
            writer.raw_copy_file(part)?;
            continue;
        };
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(name, options.last_modified_time(DateTime::default()))?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_and_all_else_stays() {
        let text = "<a xmlns:dc='d'><dc:creator>И. О.</dc:creator><dc:title>План</dc:title><b url='C:\\x'/><dc:creator/></a>";
        let tree = Document::parse(text).unwrap();
        let places = told(&tree, &["creator"], &[("b", "url")]);
        assert_eq!(
            without(text, places),
            "<a xmlns:dc='d'><dc:creator></dc:creator><dc:title>План</dc:title><b url=''/><dc:creator/></a>"
        );
    }
}
