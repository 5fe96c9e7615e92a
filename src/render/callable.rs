//! The names of the functions that templates may call, for templates that are read before there is a site.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::{apart, json};

/// What templates may call.
const NAMES: [&str; 10] =
    ["query", "terms", "reverse", "related", "mentions", "url", "asset", "t", "icon", "qr"];

/// Makes the filters and the names of the functions known, so that templates that call them can be read before there is a site.
pub(super) fn announce(tera: &mut Tera) {
    tera.register_filter("json", json::filter);
    tera.register_filter("apart", apart::filter);
    for name in NAMES {
        tera.register_function(name, move |_: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            Err(Error::message(format!("{name}() was called without a site")))
        });
    }
}
