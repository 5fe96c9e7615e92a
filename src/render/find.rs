//! What the search field and the search page are told: where the bundle lies and what can be chosen from.

use std::collections::BTreeSet;

use tera::Value;

use super::context::Context;
use super::map::map;
use super::place::place;
use super::shared::Shared;
use crate::model::Page;
use crate::schema::{FILE, KIND, KindIndex, LIST, SCHOOL_YEAR, STATE};

/// The value `search` of the search page.
pub(super) fn page(shared: &Shared) -> Value {
    let [base, endpoint, engine] = place(&shared.context.site);
    map([base, endpoint, engine, ("facets", facets(&shared.context)), ("kinds", kinds(shared))])
}

/// The kinds that pages are found under, and what their lists are.
fn kinds(shared: &Shared) -> Value {
    let (schema, view) = (&shared.context.site.schema, shared.answers.view());
    let all = (0..schema.kinds.len()).map(KindIndex);
    let used: BTreeSet<usize> =
        all.filter(|one| !view.of_kind(*one).is_empty()).map(|one| schema.shelf(one).0).collect();
    let values = used.into_iter().map(|at| &schema.kinds[at]).map(|kind| {
        map([
            ("id", kind.id.as_str().into()),
            ("label", kind.label.as_str().into()),
            ("title", kind.title.as_str().into()),
        ])
    });
    let lists = map([
        ("id", LIST.into()),
        ("label", label(&shared.context, KIND).into()),
        ("title", shared.context.word("render-facet-lists", &[]).into()),
    ]);
    values.chain([lists]).collect::<Vec<_>>().into()
}

/// The facets that narrow anything on this site.
fn facets(context: &Context) -> Value {
    let all = context.site.schema.facets();
    let values = all.into_iter().filter(|id| in_use(context, id)).map(|id| {
        let of_theme =
            context.kit.face.plain(&format!("facet-{}", id.replace('_', "-"))).map(ToString::to_string);
        let label = of_theme.unwrap_or_else(|| label(context, id));
        map([("id", id.into()), ("label", label.into())])
    });
    values.collect::<Vec<_>>().into()
}

fn in_use(context: &Context, id: &str) -> bool {
    let schema = &context.site.schema;
    let has = |page: &Page| match id {
        KIND => true,
        SCHOOL_YEAR => page.school_year.is_some(),
        STATE => page.state.is_some(),
        FILE => page.has_file(),
        field => page.field(field).is_some() && schema.facet_fields(schema.kind(page.kind)).contains(&field),
    };
    context.site.published().any(|(_, page)| has(page))
}

/// The name of a facet: a field's label, or the engine's own word for what is no field.
fn label(context: &Context, id: &str) -> String {
    match id {
        KIND | SCHOOL_YEAR | STATE | FILE => {
            context.word(&format!("render-facet-{}", id.replace('_', "-")), &[])
        }
        field => context.site.schema.field_label(field).unwrap_or(field).to_owned(),
    }
}
