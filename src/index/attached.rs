//! What is published beside a page, as parts of it.

use kabinet_search::SectionDocument;

use super::part;
use crate::markup::{Outline, SectionKind};
use crate::model::{Attached, Page, Site};

/// The files of a page: each is found by its title and by its name, which has its format. Where its text was read, the
/// hits lead into the page of that text, to the heading, slide or sheet that they stand under; else to the file.
pub(super) fn sections(site: &Site, page: &Page) -> Vec<SectionDocument> {
    let anchors = site.attachment_anchors(page);
    let files = anchors.iter().zip(&page.attachments);
    files.flat_map(|(anchor, attached)| file(site, anchor, attached)).collect()
}

fn file(site: &Site, anchor: &str, attached: &Attached) -> Vec<SectionDocument> {
    let file = site.file(attached.file);
    let name = file.name().to_owned();
    let (heading, text) = match attached.title.as_str() {
        "" => (name.clone(), String::new()),
        title => (title.to_owned(), name.clone()),
    };
    match file.paper.as_ref().zip(file.twin()) {
        Some((paper, twin)) => parts(&paper.outline, &twin, heading, text),
        None => vec![SectionDocument { anchor: anchor.to_owned(), heading, text }],
    }
}

/// The parts of a text that has a page of its own; the first has what stands before any heading.
fn parts(outline: &Outline, twin: &str, heading: String, text: String) -> Vec<SectionDocument> {
    let all = &outline.sections;
    let lead = all.iter().find(|part| part.kind == SectionKind::Lead).map_or("", |lead| lead.text.as_str());
    let top = SectionDocument {
        anchor: twin.to_owned(),
        heading: heading.clone(),
        text: format!("{text}\n{lead}"),
    };
    let rest = all.iter().filter(|part| part.kind != SectionKind::Lead).map(|part| {
        let part = part::of(part, all, part.text.clone());
        let anchor = format!("{twin}#{}", part.anchor);
        SectionDocument { anchor, heading: format!("{heading}: {}", part.heading), ..part }
    });
    std::iter::once(top).chain(rest).collect()
}
