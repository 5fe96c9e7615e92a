//! List pages: the list of each kind, page by page.

use tera::Value;

use super::body;
use super::context::Context;
use super::groups::Grouped;
use super::list::List;
use super::shared::Shared;
use super::sheet::{Origin, Sheet};
use crate::model::routes::leaves;
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

/// A page of what a list has of a year, by its number from 1.
pub(super) fn of_year(shared: &Shared, index: KindIndex, year: Option<i16>, number: usize) -> Option<Sheet> {
    let context = &*shared.context;
    let kind = context.site.schema.kind(index);
    let listing = kind.list.as_ref()?;
    let owner = |number| Owner::Year(index, year, number);
    let first = context.site.routes.of(owner(1))?;
    let list = shared.listed.list(owner(1), || {
        let of_kind = shared.answers.view().of_kind(index).iter().copied();
        let of_year = of_kind.filter(|id| context.site.page(*id).date.map(|day| day.date.year()) == year);
        List {
            title: format!("{}: {}", kind.title, year_name(context, year)),
            intro: "".into(),
            address: first.to_owned(),
            kind: kind.id.clone(),
            kind_label: kind.label.clone(),
            feed: None,
            years: years(shared, index, listing),
            data: None,
            hours: None,
            agenda: None,
            grouped: Grouped::plain(of_year.collect()),
        }
    });
    let leaf = leaves(list.grouped.pages.len(), listing.per_page).nth(number.checked_sub(1)?)?;
    let address = context.site.routes.of(owner(number))?;
    let mut variables =
        shared.variables(address, &[(&kind.title, &listing.address), (&year_name(context, year), first)]);
    variables.insert_value("list", list.value(context, &shared.cards, &owner, leaf));
    Some(Sheet { template: listing.template.clone(), variables, origin: Origin::List(kind.id.clone()) })
}

/// The years of a list that have pages of their own.
fn years(shared: &Shared, index: KindIndex, listing: &Listing) -> Vec<(String, String, usize)> {
    let context = &*shared.context;
    if !listing.years {
        return Vec::new();
    }
    let named = context.site.years_of(index).filter_map(|(year, pages)| {
        let address = context.site.routes.of(Owner::Year(index, year, 1))?;
        Some((year_name(context, year), address.to_owned(), pages))
    });
    named.collect()
}

fn year_name(context: &Context, year: Option<i16>) -> String {
    year.map_or_else(|| context.word("render-undated", &[]), |year| year.to_string())
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
        years: years(shared, index, listing),
        data: kind.document.is_none().then_some(index),
        hours: context.site.has_hours(index).then_some(index),
        agenda: pages
            .iter()
            .any(|id| context.site.occasion(context.site.page(*id)).is_some())
            .then_some(Agenda::All),
        grouped,
    }
}
