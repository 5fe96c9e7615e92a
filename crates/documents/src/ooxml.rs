//! What the parts of Word, Excel and PowerPoint have in common.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::model::Picture;
use crate::package::Package;
use crate::refusal::Refusal;

const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const MATHS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// The extensions that are read here: text boxes and shapes since 2010, formulas on slides.
const UNDERSTOOD: [&str; 10] = ["wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "w16se", "w16cid", "a14"];

/// The pictures that are shown somewhere: each the part that has its bytes, and what its author wrote for those who do
/// not see it.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    all: Vec<(String, String)>,
    known: BTreeMap<(String, String), usize>,
}

impl Wanted {
    /// A picture is shown: its number among the pictures.
    pub(crate) fn show(&mut self, part: &str, description: &str) -> usize {
        let one = (part.to_owned(), description.to_owned());
        *self.known.entry(one).or_insert_with_key(|one| {
            self.all.push(one.clone());
            self.all.len() - 1
        })
    }
}

/// The part that the whole package is about; `usual` where it does not tell.
pub(crate) fn main_part(package: &mut Package<'_>, usual: &str) -> Result<String, Refusal> {
    let whole = package.relations("")?;
    let main = whole.into_values().find(|one| one.kind == "officeDocument" && !one.external);
    Ok(main.map_or_else(|| usual.to_owned(), |one| one.target))
}

/// The pictures that are shown, with their bytes.
pub(crate) fn pictures(package: &mut Package<'_>, wanted: Wanted) -> Result<Vec<Picture>, Refusal> {
    let mut out = Vec::with_capacity(wanted.all.len());
    for (part, description) in wanted.all {
        // A picture whose part is gone is an empty one: its place in the text is known all the same.
        let bytes = package.bytes(&part)?.unwrap_or_default();
        let name = part.rsplit('/').next().unwrap_or_default().to_owned();
        out.push(Picture { name, description, bytes });
    }
    Ok(out)
}

/// The id of a relation: `r:embed`, `r:id`, `r:link`.
pub(crate) fn relation<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    RELATIONS.iter().find_map(|space| node.attribute((*space, name)))
}

/// The one branch of `mc:AlternateContent` that is read: the first whose needs are known, else the fallback.
pub(crate) fn alternative<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let branch =
        |name: &'static str| node.children().filter(move |child| child.has_tag_name((COMPATIBILITY, name)));
    let known = |choice: &Node<'_, '_>| {
        let needs = choice.attribute("Requires").unwrap_or_default();
        needs.split_whitespace().all(|need| UNDERSTOOD.contains(&need))
    };
    branch("Choice").find(known).or_else(|| branch("Fallback").next()).or_else(|| branch("Choice").next())
}

/// Whether a node offers alternatives.
pub(crate) fn is_alternative(node: Node<'_, '_>) -> bool {
    node.has_tag_name((COMPATIBILITY, "AlternateContent"))
}

/// The text of a formula: its letters and signs, as they follow each other; nothing for what is no formula.
pub(crate) fn formula(node: Node<'_, '_>) -> String {
    if !node.tag_name().namespace().is_some_and(|space| MATHS.contains(&space)) {
        return String::new();
    }
    let texts = node.descendants().filter(|inner| inner.is_element() && inner.tag_name().name() == "t");
    texts.filter_map(|inner| inner.text()).collect()
}
