//! `.pptx`: the slides of a presentation in their order, each under its title.
//!
//! Hidden slides, comments and what the speaker notes are left out; so are the date, the number and the foot of each
//! slide. A slide looks like the layout that it is based on, and that like its master: there the signs of lists stand.

mod deck;
mod looks;
mod paragraphs;
mod slide;
mod table;

use crate::limits;
use crate::model::Document;
use crate::ooxml::{main_part, pictures, relation};
use crate::package::{Local, Package, parse};
use crate::refusal::Refusal;

use deck::Deck;

/// Reads a presentation.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package, "ppt/presentation.xml")?;
    let relations = package.relations(&main)?;
    let text = package.text(&main)?.ok_or_else(|| Refusal::damaged(&main, "is not there"))?;
    let tree = parse(&main, &text)?;
    let listed = tree.descendants().filter(|node| node.has_tag_name_local("sldId"));
    let slides = listed.filter_map(|node| relations.get(relation(node, "id")?));
    let mut deck = Deck::default();
    for (at, slide) in slides.filter(|slide| !slide.external).enumerate() {
        // A list may name one slide again and again.
        if at >= limits::PAGES {
            return Err(Refusal::Excessive("slides"));
        }
        deck.slide(&mut package, &slide.target, at + 1)?;
    }
    let Deck { mut document, wanted, .. } = deck;
    document.pictures = pictures(&mut package, wanted)?;
    Ok(document)
}
