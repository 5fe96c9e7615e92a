//! `.docx`: the order in which its parts are read.

mod body;
mod counter;
mod fields;
mod line;
mod margins;
mod merge;
mod numbering;
mod runs;
mod shapes;
mod story;
mod styles;
mod tables;
mod word;

use std::collections::BTreeMap;

use crate::model::Document;
use crate::ooxml::{main_part, pictures};
use crate::package::{Package, Relation, Relations, parse};
use crate::refusal::Refusal;

use numbering::Numbering;
use story::{Notes, Story};
use styles::Styles;

/// Reads a document of Word.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package, "word/document.xml")?;
    let relations = package.relations(&main)?;
    let text = package.text(&main)?.ok_or_else(|| Refusal::damaged(&main, "is not there"))?;
    let tree = parse(&main, &text)?;
    let styles_text = related(&mut package, &relations, "styles")?;
    let numbering_text = related(&mut package, &relations, "numbering")?;
    let footnotes = related(&mut package, &relations, "footnotes")?;
    let endnotes = related(&mut package, &relations, "endnotes")?;
    let styles = parsed(&styles_text)?.map_or_else(Styles::default, |tree| Styles::of(tree.root_element()));
    let numbering = parsed(&numbering_text)?
        .map_or_else(Numbering::default, |tree| Numbering::of(tree.root_element(), &styles));
    let (foot_tree, end_tree) = (parsed(&footnotes)?, parsed(&endnotes)?);
    let notes = Notes::of(foot_tree.as_ref(), end_tree.as_ref());
    let note_relations = of_notes(&mut package, &relations)?;
    let mut story = Story::new(&styles, &numbering, &relations, notes);
    let root = tree.root_element();
    let body = root.children().find(|node| word::is(*node, "body"));
    let Some(body) = body else { return Err(Refusal::damaged(&main, "has no text")) };
    let blocks = story.blocks(body);
    let notes = story.told_notes(&note_relations);
    let mut document = Document { blocks, notes, ..Document::default() };
    document.pictures = pictures(&mut package, story.wanted())?;
    document.left_out = story.left_out();
    document
        .left_out
        .extend(margins::comments(parsed(&related(&mut package, &relations, "comments")?)?.as_ref()));
    let margins: Vec<Relation> =
        relations.values().filter(|one| matches!(one.kind.as_str(), "header" | "footer")).cloned().collect();
    for margin in margins {
        let text = package.text(&margin.target)?;
        document.left_out.extend(margins::margin(parsed(&named(margin.target, text))?.as_ref()));
    }
    Ok(document)
}

/// A part's name and text.
type Part = Option<(String, String)>;

fn named(name: String, text: Option<String>) -> Part {
    text.map(|text| (name, text))
}

fn parsed(part: &Part) -> Result<Option<roxmltree::Document<'_>>, Refusal> {
    part.as_ref().map(|(name, text)| parse(name, text)).transpose()
}

fn related(package: &mut Package<'_>, relations: &Relations, kind: &str) -> Result<Part, Refusal> {
    let Some(found) = relations.values().find(|one| one.kind == kind && !one.external) else {
        return Ok(None);
    };
    let text = package.text(&found.target)?;
    Ok(named(found.target.clone(), text))
}

/// What notes refer to, by the kind of their part.
fn of_notes(
    package: &mut Package<'_>,
    relations: &Relations,
) -> Result<BTreeMap<&'static str, Relations>, Refusal> {
    let mut all = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        if let Some(part) = relations.values().find(|one| one.kind == kind && !one.external) {
            all.insert(kind, package.relations(&part.target)?);
        }
    }
    Ok(all)
}
