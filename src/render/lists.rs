//! List pages: the list of each kind, page by page.

use tera::Value;

use super::body;
use super::groups::Grouped;
use super::list::List;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use crate::model::routes::{DataForm, leaves};
use crate::model::{Agenda, Owner};
use crate::schema::{Kind, KindIndex, Listing};

/// A page of the list of a kind, by its number from 1.
pub(super) fn sheet(shared: &Shared, index: KindIndex, number: usize) -> Option<Sheet> {
    let context = &*shared.context;
    let kind = context.site.schema.kind(index);
    let listing = kind.list.as_ref()?;
    let list = shared.listed.list(Owner::List(index, 1), || of_kind(shared, index, kind, listing));
    let leaf = leaves(list.grouped.pages.len(), listing.per_page).nth(number.checked_sub(1)?)?;
    let address = context.site.routes.list(index, number)?;
    let mut variables = shared.variables(address, &[(&list.title, &list.address)]);
    let owner = |number| Owner::List(index, number);
    variables.insert_value("list", list.value(context, &shared.cards, &owner, leaf));
    Some(Sheet { template: listing.template.clone(), variables, origin: Origin::List(kind.id.clone()) })
}

fn of_kind(shared: &Shared, index: KindIndex, kind: &Kind, listing: &Listing) -> List {
    let (context, pages) = (&*shared.context, shared.answers.view().of_kind(index));
    let grouped = match listing.group.as_deref() {
        None | Some("none" | "") => Grouped::plain(pages.to_vec()),
        Some(by) => Grouped::new(context, pages, by),
    };
    List {
        title: kind.title.clone(),
        intro: Value::safe_string(&body::markdown(context, &listing.intro)),
        address: listing.address.clone(),
        kind: kind.id.clone(),
        kind_label: kind.label.clone(),
        feed: context.site.routes.feed(Some(index)).map(str::to_owned),
        data: DataForm::ALL
            .into_iter()
            .filter_map(|form| Some((form, context.site.routes.data(index, form)?.to_owned())))
            .collect(),
        agenda: pages
            .iter()
            .any(|id| context.site.occasion(context.site.page(*id)).is_some())
            .then_some(Agenda::All),
        grouped,
    }
}
