//! `.xlsx`: the sheets of a workbook as tables, each value as it is shown.

mod sheet;
mod values;

use crate::model::{Block, Document, LeftOut, Paragraph, Piece, Reason};
use crate::package::{Local, Package, Relations, parse};
use crate::refusal::Refusal;

use values::Looks;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = "xl/workbook.xml";
    let relations = package.relations(main)?;
    let text = package.text(main)?.ok_or_else(|| Refusal::damaged(main, "is not there"))?;
    let tree = parse(main, &text)?;
    let strings = strings(&mut package, &relations)?;
    let looks = looks(&mut package, &relations, tree.root_element())?;
    let sheets: Vec<(String, bool, String)> = tree
        .descendants()
        .filter(|node| node.has_tag_name_local("sheet"))
        .filter_map(|node| {
            let id = node.attributes().find(|one| one.name() == "id" && one.namespace().is_some())?.value();
            let hidden = matches!(node.attribute("state"), Some("hidden" | "veryHidden"));
            Some((node.attribute("name")?.to_owned(), hidden, relations.get(id)?.target.clone()))
        })
        .collect();
    let mut document = Document::default();
    let several = sheets.iter().filter(|(_, hidden, _)| !hidden).count() > 1;
    for (name, hidden, part) in sheets {
        let Some(text) = package.text(&part)? else { continue };
        let tree = parse(&part, &text)?;
        let read = sheet::Reading { strings: &strings, looks: &looks }.read(tree.root_element())?;
        let Some((table, left)) = read else { continue };
        if hidden {
            document.left_out.push(LeftOut { reason: Reason::Hidden, text: name });
            continue;
        }
        if several {
            document.blocks.push(Block::Paragraph(Paragraph {
                heading: Some(1),
                pieces: vec![Piece::Text(name)],
                ..Paragraph::default()
            }));
        }
        document.blocks.push(Block::Table(table));
        document.left_out.extend(left);
        document.left_out.extend(comments(&mut package, &part)?);
    }
    Ok(document)
}

/// What somebody noted beside the cells of a sheet.
fn comments(package: &mut Package<'_>, sheet: &str) -> Result<Vec<LeftOut>, Refusal> {
    let relations = package.relations(sheet)?;
    let Some(part) = relations.into_values().find(|one| one.kind == "comments") else {
        return Ok(Vec::new());
    };
    let Some(text) = package.text(&part.target)? else { return Ok(Vec::new()) };
    let tree = parse(&part.target, &text)?;
    let texts = tree.descendants().filter(|node| node.has_tag_name_local("text"));
    Ok(texts.map(|node| LeftOut { reason: Reason::Comment, text: sheet::text(node) }).collect())
}

/// The texts that cells share.
fn strings(package: &mut Package<'_>, relations: &Relations) -> Result<Vec<String>, Refusal> {
    let Some(part) = relations.values().find(|one| one.kind == "sharedStrings") else {
        return Ok(Vec::new());
    };
    let Some(text) = package.text(&part.target)? else { return Ok(Vec::new()) };
    let tree = parse(&part.target, &text)?;
    let items = tree.root_element().children().filter(|node| node.has_tag_name_local("si"));
    Ok(items.map(sheet::text).collect())
}

fn looks(
    package: &mut Package<'_>,
    relations: &Relations,
    workbook: roxmltree::Node<'_, '_>,
) -> Result<Looks, Refusal> {
    let properties = workbook.children().find(|node| node.has_tag_name_local("workbookPr"));
    let late = properties
        .and_then(|node| node.attribute("date1904"))
        .is_some_and(|value| value != "0" && value != "false");
    let Some(part) = relations.values().find(|one| one.kind == "styles") else {
        return Ok(Looks::plain(late));
    };
    let Some(text) = package.text(&part.target)? else { return Ok(Looks::plain(late)) };
    let tree = parse(&part.target, &text)?;
    Ok(Looks::of(tree.root_element(), late))
}
