//! Pages of lists as search sees them: who asks for «консультации» wants the place where all of them are.

use kabinet_search::{PageDocument, SectionDocument, Standing};

use super::Say;
use crate::markup;
use crate::model::Site;
use crate::model::routes::{Owner, System};
use crate::schema::{KindIndex, LIST};

/// The lists that have pages on them, the calendar, and how to subscribe to it.
pub(super) fn documents(site: &Site, say: Say<'_>) -> Vec<PageDocument> {
    let kinds = site.schema.kinds.iter().enumerate();
    let lists = kinds.filter_map(|(at, kind)| {
        let (list, index) = (kind.list.as_ref()?, KindIndex(at));
        let count = site.listed.get(&index).map_or(0, Vec::len);
        let address = site.routes.list(index, 1).filter(|_| count > 0)?;
        let list = document(address, markup::plain(&list.intro), count, say);
        Some(PageDocument { title: kind.title.clone(), keywords: vec![kind.label.clone()], ..list })
    });
    let dated = || site.published().filter(|(_, page)| site.occasion(page).is_some()).count();
    let calendar = site.routes.of(Owner::System(System::Calendar)).map(|address| {
        let calendar = document(address, String::new(), dated(), say);
        PageDocument { title: say("calendar"), ..calendar }
    });
    lists.chain(calendar).chain(subscribing(site, say)).collect()
}

/// The page on calendars: who asks how to subscribe to that of an association is led to its place there.
fn subscribing(site: &Site, say: Say<'_>) -> Option<PageDocument> {
    let address = site.routes.of(Owner::System(System::Subscribe))?;
    let calendars = || site.agendas.keys().filter(|agenda| site.routes.calendar(**agenda).is_some());
    // It has no text and counts no links: who asks for the calendar wants the calendar first.
    let page = document(address, String::new(), 0, say);
    let sections = calendars().map(|agenda| SectionDocument {
        anchor: agenda.anchor(&site.pages, &site.schema),
        heading: agenda.title(&site.pages, &site.schema).to_owned(),
        ..SectionDocument::default()
    });
    let sections = page.sections.into_iter().chain(sections.filter(|section| !section.heading.is_empty()));
    Some(PageDocument { title: say("calendar-follow"), sections: sections.collect(), ..page })
}

/// A list to which so many pages lead, without facets: what it holds is narrowed, not the list.
fn document(address: &str, text: String, pages: usize, say: Say<'_>) -> PageDocument {
    PageDocument {
        url: address.to_owned(),
        kind: LIST.to_owned(),
        kind_label: say("facet-kind"),
        standing: Standing::Current,
        links: u32::try_from(pages).unwrap_or(u32::MAX),
        sections: vec![SectionDocument { text, ..SectionDocument::default() }],
        ..PageDocument::default()
    }
}
