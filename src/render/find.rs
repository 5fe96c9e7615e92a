//! What the search field and the search page are told: where the bundle lies and what can be chosen from.

use tera::Value;

use super::address::href;
use super::desk::Desk;
use super::map::map;
use crate::engine;
use crate::model::routes::System;
use crate::model::{Owner, Page, Site};
use crate::schema::{FILE, KIND, SCHOOL_YEAR, STATE};

/// Where search lies, for the field on every page: `site.search`.
pub(super) fn place(site: &Site) -> [(&'static str, Value); 3] {
    let config = &site.config;
    let endpoint = config.search.as_ref().map(|endpoint| {
        map([
            ("kind", endpoint.kind.into()),
            ("url", endpoint.url.as_str().into()),
            ("origin", endpoint.origin.as_str().into()),
        ])
    });
    let base = site.routes.of(Owner::System(System::Search));
    [
        ("base", base.map(|base| href(config, base)).into()),
        ("endpoint", endpoint.into()),
        ("engine", engine::path().into()),
    ]
}

/// The value `search` of the search page.
pub(super) fn page(desk: &Desk) -> Value {
    let [base, endpoint, engine] = place(&desk.site);
    map([base, endpoint, engine, ("facets", facets(desk)), ("kinds", kinds(desk))])
}

/// The kinds that have pages.
fn kinds(desk: &Desk) -> Value {
    let kinds = desk.site.schema.kinds.iter().enumerate();
    let filled =
        kinds.filter(|(at, _)| !desk.answers.view().of_kind(crate::schema::KindIndex(*at)).is_empty());
    let values = filled.map(|(_, kind)| {
        map([
            ("id", kind.id.as_str().into()),
            ("label", kind.label.as_str().into()),
            ("title", kind.title.as_str().into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}

/// The facets that narrow anything on this site.
fn facets(desk: &Desk) -> Value {
    let all = desk.site.schema.facets();
    let values = all.into_iter().filter(|id| in_use(desk, id)).map(|id| {
        let of_theme =
            desk.kit.face.plain(&format!("facet-{}", id.replace('_', "-"))).map(ToString::to_string);
        let label = of_theme.unwrap_or_else(|| label(desk, id));
        map([("id", id.into()), ("label", label.into())])
    });
    values.collect::<Vec<_>>().into()
}

fn in_use(desk: &Desk, id: &str) -> bool {
    let has = |page: &Page| match id {
        KIND => true,
        SCHOOL_YEAR => page.school_year.is_some(),
        STATE => page.state.is_some(),
        FILE => page.has_file(),
        field => {
            page.field(field).is_some() && desk.site.schema.kind(page.kind).facet_fields().contains(&field)
        }
    };
    desk.site.published().any(|(_, page)| has(page))
}

/// The name of a facet: a field's label, or the engine's own word for what is no field.
fn label(desk: &Desk, id: &str) -> String {
    match id {
        KIND | SCHOOL_YEAR | STATE | FILE => {
            desk.word(&format!("render-facet-{}", id.replace('_', "-")), &[])
        }
        field => desk.site.schema.field_label(field).unwrap_or(field).to_owned(),
    }
}
