//! A presentation on its way: what is read of its slides, and the parts that each of them refers to.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::looks::Looks;
use super::paragraphs;
use super::slide::Slide;
use crate::model::{Document, LeftOut, Reason};
use crate::ooxml::Wanted;
use crate::package::{Local, Package, Relations, parse};
use crate::refusal::Refusal;
use crate::slides;

/// What is read of a presentation so far.
#[derive(Default)]
pub(super) struct Deck {
    pub(super) document: Document,
    /// The pictures that are shown.
    pub(super) wanted: Wanted,
    /// How the slides of each layout look.
    looks: BTreeMap<String, Looks>,
}

impl Deck {
    /// Reads a slide by its part and its number.
    pub(super) fn slide(
        &mut self,
        package: &mut Package<'_>,
        part: &str,
        number: usize,
    ) -> Result<(), Refusal> {
        let Some(text) = package.text(part)? else { return Ok(()) };
        let tree = parse(part, &text)?;
        let relations = package.relations(part)?;
        let layout = target(&relations, "slideLayout").unwrap_or_default().to_owned();
        if !self.looks.contains_key(&layout) {
            let looks = looks_of(package, &layout)?;
            self.looks.insert(layout.clone(), looks);
        }
        let diagrams = diagrams(package, &relations)?;
        let mut slide = Slide {
            relations: &relations,
            looks: &self.looks[&layout],
            diagrams: &diagrams,
            wanted: &mut self.wanted,
            left_out: Vec::new(),
        };
        let shapes = tree.descendants().find(|node| node.has_tag_name_local("spTree"));
        let blocks = shapes.map(|shapes| slide.blocks(shapes)).unwrap_or_default();
        let left_out = std::mem::take(&mut slide.left_out);
        self.comments(package, &relations)?;
        self.spoken(package, &relations)?;
        match tree.root_element().attribute("show") {
            Some("0" | "false") => slides::hide(&mut self.document, blocks),
            _ => slides::add(&mut self.document, number, blocks, left_out),
        }
        Ok(())
    }

    /// What somebody noted on a slide, as both ages of the program keep it.
    fn comments(&mut self, package: &mut Package<'_>, relations: &Relations) -> Result<(), Refusal> {
        for one in relations.values().filter(|one| one.kind == "comments" && !one.external) {
            let Some(text) = package.text(&one.target)? else { continue };
            let tree = parse(&one.target, &text)?;
            let told = |node: &Node<'_, '_>| matches!(node.tag_name().name(), "text" | "txBody");
            for node in tree.descendants().filter(told) {
                self.leave(Reason::Comment, node);
            }
        }
        Ok(())
    }

    /// What the speaker says, but for the number of the slide under its small picture.
    fn spoken(&mut self, package: &mut Package<'_>, relations: &Relations) -> Result<(), Refusal> {
        let Some(part) = target(relations, "notesSlide") else { return Ok(()) };
        let Some(text) = package.text(part)? else { return Ok(()) };
        let tree = parse(part, &text)?;
        for shape in tree.descendants().filter(|node| node.has_tag_name_local("sp")) {
            let place = shape.descendants().find(|node| node.has_tag_name_local("ph"));
            if place.and_then(|place| place.attribute("type")) == Some("body") {
                self.leave(Reason::Spoken, shape);
            }
        }
        Ok(())
    }

    fn leave(&mut self, reason: Reason, node: Node<'_, '_>) {
        let text = paragraphs::all_text(node);
        if !text.is_empty() {
            self.document.left_out.push(LeftOut { reason, text });
        }
    }
}

/// The part of a kind that another refers to.
fn target<'r>(relations: &'r Relations, kind: &str) -> Option<&'r str> {
    let found = relations.values().find(|one| one.kind == kind && !one.external);
    found.map(|one| one.target.as_str())
}

/// How slides of a layout look.
fn looks_of(package: &mut Package<'_>, layout: &str) -> Result<Looks, Refusal> {
    let Some(text) = package.text(layout)? else { return Ok(Looks::default()) };
    let tree = parse(layout, &text)?;
    let relations = package.relations(layout)?;
    let master = target(&relations, "slideMaster").unwrap_or_default();
    let master_text = package.text(master)?.unwrap_or_default();
    let master = if master_text.is_empty() { None } else { Some(parse(master, &master_text)?) };
    Ok(Looks::of(tree.root_element(), master.as_ref().map(roxmltree::Document::root_element)))
}

/// The words of the diagrams of a slide, by the id of the relation that has them.
fn diagrams(
    package: &mut Package<'_>,
    relations: &Relations,
) -> Result<BTreeMap<String, Vec<String>>, Refusal> {
    let mut all = BTreeMap::new();
    for (id, one) in relations.iter().filter(|(_, one)| one.kind == "diagramData" && !one.external) {
        let Some(text) = package.text(&one.target)? else { continue };
        let tree = parse(&one.target, &text)?;
        // Points of other types say how the diagram is drawn.
        let points = tree.descendants().filter(|node| {
            node.has_tag_name_local("pt") && matches!(node.attribute("type"), None | Some("node" | "asst"))
        });
        let words = points.map(paragraphs::all_text).filter(|text| !text.is_empty());
        all.insert(id.clone(), words.collect());
    }
    Ok(all)
}
