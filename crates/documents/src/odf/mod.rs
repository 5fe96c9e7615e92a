//! OpenDocument: `.odt` of LibreOffice and Russian office programs, `.ods` of their spreadsheets, `.odp` of their slides.

mod attribute;
mod inline;
mod line;
mod lists;
mod slides;
mod story;
mod styles;
mod tables;

use crate::limits;
use crate::model::Document;
use crate::package::{Local, Package, parse};
use crate::refusal::Refusal;

use story::Story;
use styles::Styles;

/// Reads a text, a spreadsheet or slides.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    if package.text("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        return Err(Refusal::Protected);
    }
    let content =
        package.text("content.xml")?.ok_or_else(|| Refusal::damaged("content.xml", "is not there"))?;
    let tree = parse("content.xml", &content)?;
    let common = package.text("styles.xml")?;
    let common = common.as_deref().map(|text| parse("styles.xml", text)).transpose()?;
    let styles = Styles::of([common.as_ref(), Some(&tree)].into_iter().flatten());
    let body = tree.descendants().find(|node| node.has_tag_name_local("body"));
    let Some(body) = body.and_then(|body| body.first_element_child()) else {
        return Err(Refusal::damaged("content.xml", "has no text"));
    };
    let mut story = Story::new(&styles);
    let mut document = Document::default();
    match body.tag_name().name() {
        "spreadsheet" => document.blocks = story.sheets(body),
        "presentation" => story.slides(body, &mut document),
        _ => document.blocks = story.blocks(body),
    }
    if story.cells > limits::CELLS {
        return Err(Refusal::Excessive("cells"));
    }
    document.notes = std::mem::take(&mut story.notes);
    document.left_out.append(&mut story.left_out);
    for (part, description) in std::mem::take(&mut story.wanted) {
        let bytes = package.bytes(&part)?.unwrap_or_default();
        let name = part.rsplit('/').next().unwrap_or_default().to_owned();
        document.pictures.push(crate::model::Picture { name, description, bytes });
    }
    Ok(document)
}
