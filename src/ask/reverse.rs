//! What points to a page, grouped by what kind of page points and how.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Group;
use super::view::View;
use crate::model::PageId;
use crate::schema::KindIndex;

/// Where a group stands: links in texts come after all fields of all kinds.
type Place = (bool, KindIndex, usize, Option<String>);

/// The groups of published pages that point to one.
pub(super) fn groups(all: &View, target: PageId) -> Vec<Group> {
    let mut groups = BTreeMap::<Place, BTreeSet<(usize, PageId)>>::new();
    let mut told = BTreeSet::new();
    for link in all.site.backlinks[target].iter() {
        let from = all.site.page(link.from);
        if from.is_published() && link.from != target {
            let field = link.field.as_deref();
            told.extend(field.map(|_| link.from));
            let place = place(all, from.kind, field);
            groups.entry(place).or_default().insert((all.place(link.from), link.from));
        }
    }
    let shown = groups.into_iter().filter_map(|((mention, kind, _, field), pages)| {
        // A page that a field points from need not be told again for a link in its text.
        let pages: Vec<PageId> =
            pages.into_iter().map(|(_, id)| id).filter(|id| !mention || !told.contains(id)).collect();
        (!pages.is_empty()).then_some(Group { kind, field, pages })
    });
    shown.collect()
}

fn place(all: &View, kind: KindIndex, field: Option<&str>) -> Place {
    let declared = all.site.schema.kind(kind).fields.iter();
    let name = field.map(|path| path.split('.').next().unwrap_or(path));
    let at = name.and_then(|name| declared.map(|field| &field.name).position(|known| known == name));
    // Links in texts form one group whatever the kind.
    let kind = if field.is_some() { kind } else { KindIndex(0) };
    (field.is_none(), kind, at.unwrap_or(0), field.map(str::to_owned))
}
