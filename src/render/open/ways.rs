//! Where the open data of a kind lie.

use tera::{Map, Value};

use super::super::context::Context;
use crate::model::routes::DataForm;
use crate::schema::KindIndex;

/// The addresses of the open data of a kind, by the endings of their files; none where it has none.
pub(in super::super) fn ways(context: &Context, kind: KindIndex) -> Value {
    let ways = DataForm::ALL.into_iter().filter_map(|form| {
        let href: Value = context.href(context.site.routes.data(kind, form)?).into();
        Some((form.ending().into(), href))
    });
    let ways: Map = ways.collect();
    if ways.is_empty() { Value::none() } else { ways.into() }
}
