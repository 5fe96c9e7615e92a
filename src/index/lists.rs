//! Pages of lists as search sees them: who asks for «консультации» wants the place where all of them are.

use kabinet_search::{PageDocument, SectionDocument, Standing};

use super::Say;
use crate::markup;
use crate::model::Site;
use crate::model::routes::{Owner, System};
use crate::schema::{KindIndex, LIST};

/// The lists that have pages on them, and the calendar.
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
    lists.chain(calendar).collect()
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
