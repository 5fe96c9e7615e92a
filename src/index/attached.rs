//! What is published beside a page, as parts of it.

use kabinet_search::SectionDocument;

use super::facets::Say;
use super::part;
use crate::markup::{Outline, Section, SectionKind, leaf};
use crate::model::{Attached, Page, Site};

/// The files of a page: each is found by its title and by its name, which has its format. Where its text was read, the
/// hits lead into the page of that text, to the heading, slide or sheet that they stand under; else to the file.
pub(super) fn sections(site: &Site, page: &Page, say: Say<'_>) -> Vec<SectionDocument> {
    let anchors = site.attachment_anchors(page);
    let files = anchors.iter().zip(&page.attachments);
    files.flat_map(|(anchor, attached)| file(site, anchor, attached, say)).collect()
}

fn file(site: &Site, anchor: &str, attached: &Attached, say: Say<'_>) -> Vec<SectionDocument> {
    let file = site.file(attached.file);
    let name = file.name().to_owned();
    let (heading, text) = match attached.title.as_str() {
        "" => (name.clone(), String::new()),
        title => (title.to_owned(), name.clone()),
    };
    match file.paper.as_ref().zip(file.twin()) {
        Some((paper, twin)) => parts(&paper.outline, &twin, (&heading, &text), say),
        None => vec![SectionDocument { anchor: anchor.to_owned(), heading, text }],
    }
}

/// The parts of a text that has a page of its own, the first with what stands before any heading. Where the text says on
/// which pages it is printed, a part is found page by page.
fn parts(outline: &Outline, twin: &str, (title, text): (&str, &str), say: Say<'_>) -> Vec<SectionDocument> {
    let all = &outline.sections;
    let lead = all.iter().find(|section| section.kind == SectionKind::Lead);
    let begin = lead.and_then(|lead| lead.by_leaves().next()).map_or("", |(_, words)| words);
    let top = SectionDocument {
        anchor: twin.to_owned(),
        heading: title.to_owned(),
        text: format!("{text}\n{begin}"),
    };
    let stretch = |section: &Section, page: Option<usize>, words: &str| {
        let part = part::of(section, all, words.to_owned());
        let place = page.map_or_else(|| part.anchor.clone(), leaf::anchor);
        let said = page.map(|page| format!("{} {page}", say("leaf")));
        let under = Some(part.heading).filter(|heading| !heading.is_empty());
        let heading = [under, said].into_iter().flatten().collect::<Vec<_>>().join(", ");
        SectionDocument {
            anchor: format!("{twin}#{place}"),
            heading: format!("{title}: {heading}"),
            text: part.text,
        }
    };
    let rest = all.iter().flat_map(|section| {
        let is_lead = section.kind == SectionKind::Lead;
        let stretches = section.by_leaves().skip(usize::from(is_lead));
        let found = stretches.filter(|(page, words)| page.is_none() || !words.is_empty());
        found.map(|(page, words)| stretch(section, page, words)).collect::<Vec<_>>()
    });
    std::iter::once(top).chain(rest).collect()
}
