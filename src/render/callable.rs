//! The functions that templates may call. They belong to the theme, whose templates are read once for all sites that a
//! preview shows one after the other: to copy read templates for each of them costs more than a save. So a function
//! looks up the site when it is called: the one that its thread is drawing.

use std::cell::RefCell;
use std::rc::Rc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::{apart, json};

/// What templates may call.
const NAMES: [&str; 12] = [
    "query", "terms", "reverse", "related", "mentions", "url", "asset", "t", "icon", "qr", "chart", "number",
];

/// A site that answers the functions.
pub(super) trait Callable {
    /// Answers one of them.
    fn call(&self, name: &'static str, kwargs: &Kwargs) -> TeraResult<Value>;
}

thread_local! {
    /// What this thread draws.
    static DRAWN: RefCell<Option<Rc<dyn Callable>>> = const { RefCell::new(None) };
}

/// Makes filters and functions known to a template engine.
pub(super) fn announce(tera: &mut Tera) {
    tera.register_filter("json", json::filter);
    tera.register_filter("apart", apart::filter);
    for name in NAMES {
        tera.register_function(name, move |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
            let site = DRAWN.with_borrow(Clone::clone);
            let site = site.ok_or_else(|| Error::message(format!("{name}() was called without a site")))?;
            site.call(name, &kwargs)
        });
    }
}

/// Draws something with a site that answers the functions.
pub(super) fn with<T>(site: Rc<dyn Callable>, draw: impl FnOnce() -> T) -> T {
    let _before = Before(DRAWN.replace(Some(site)));
    draw()
}

/// What was drawn before, to be put back however the drawing ends.
struct Before(Option<Rc<dyn Callable>>);

impl Drop for Before {
    fn drop(&mut self) {
        DRAWN.set(self.0.take());
    }
}
