//! Where search lies: what the search field on every page is told.

use tera::Value;

use super::address::href;
use super::map::map;
use crate::engine;
use crate::model::routes::System;
use crate::model::{Owner, Site};

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
