//! The function `query`: what a template wants, understood.

use tera::{Error, Kwargs, TeraResult, Value};

use super::args;
use super::context::Context;
use crate::ask::{Query, Wanted};
use crate::field::field_at;
use crate::model::order::SortBy;
use crate::schema::{KindIndex, known};

/// Reads the arguments of a query, and says what is wrong with them.
pub(super) fn understand(context: &Context, kwargs: &Kwargs) -> TeraResult<Query> {
    args::only(
        context,
        kwargs,
        &["kind", "where", "on_or_after", "before", "date_field", "sort", "limit", "offset"],
    )?;
    let names = args::texts(kwargs, "kind")?;
    let kinds = names.iter().map(|name| args::kind(context, name)).collect::<TeraResult<Vec<_>>>()?;
    let wanted = wanted(context, kwargs, &kinds)?;
    let date_fields = args::texts(kwargs, "date_field")?;
    let sort = args::texts(kwargs, "sort")?;
    let order: Vec<SortBy> = sort.iter().map(|field| SortBy::parse(field)).collect();
    for field in date_fields.iter().chain(order.iter().map(|order| &order.field)) {
        check_field(context, field, &kinds)?;
    }
    // A kind by itself already stands in the order of its list.
    let by_list = order.is_empty() && kinds.len() == 1;
    let order = if order.is_empty() { vec![SortBy::parse("-date")] } else { order };
    Ok(Query {
        wanted,
        from: args::day(context, kwargs, "on_or_after")?,
        before: args::day(context, kwargs, "before")?,
        date_fields,
        order: (!by_list).then_some(order),
        limit: kwargs.get::<usize>("limit")?,
        offset: kwargs.get::<usize>("offset")?.unwrap_or(0),
        kinds,
    })
}

fn wanted(context: &Context, kwargs: &Kwargs, kinds: &[KindIndex]) -> TeraResult<Vec<Wanted>> {
    let Some(value) = kwargs.get::<&Value>("where")? else { return Ok(Vec::new()) };
    let map = value.as_map().ok_or_else(|| Error::message(context.word("render-where-map", &[])))?;
    let mut wanted = Vec::new();
    for (name, value) in map {
        let field = name.as_str().unwrap_or_default().to_owned();
        check_field(context, &field, kinds)?;
        wanted.push(Wanted { field, values: args::values(value) });
    }
    Ok(wanted)
}

/// Refuses a field that none of the kinds has.
fn check_field(context: &Context, path: &str, kinds: &[KindIndex]) -> TeraResult<()> {
    let all = &context.site.schema.kinds;
    let asked =
        || all.iter().enumerate().filter(|(at, _)| kinds.is_empty() || kinds.contains(&KindIndex(*at)));
    let known =
        known::ANSWERED.contains(&path) || asked().any(|(_, kind)| field_at(&kind.fields, path).is_some());
    if known {
        return Ok(());
    }
    let names = asked().flat_map(|(_, kind)| kind.fields.iter().map(|field| field.name.as_str()));
    Err(args::unknown(context, "render-unknown-field", path, names))
}
