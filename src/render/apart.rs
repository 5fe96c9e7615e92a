//! The filter `apart`: the cards of a list without those that places of a page have shown.

use std::collections::HashSet;

use tera::value::Key;
use tera::{Kwargs, State, TeraResult, Value};

/// `cards | apart(places=mentions(id=page.id))`. Templates can only compare each with all, which thousands of pages that
/// cite one would pay for a thousand times.
pub(super) fn filter(cards: &Value, kwargs: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let places = kwargs.must_get::<Value>("places")?;
    let id = |card: &Value| card.as_map().and_then(|card| card.get(&Key::from("id")).cloned());
    let pages = |place: &Value| place.as_map().and_then(|place| place.get(&Key::from("pages")).cloned());
    let mut shown = HashSet::<String>::new();
    for pages in places.as_array().unwrap_or_default().iter().filter_map(pages) {
        let ids = pages.as_array().unwrap_or_default().iter().filter_map(id);
        shown.extend(ids.filter_map(|id| id.as_str().map(str::to_owned)));
    }
    let is_shown =
        |card: &&Value| id(card).is_some_and(|id| id.as_str().is_some_and(|id| shown.contains(id)));
    let cards = cards.as_array().unwrap_or_default().iter();
    Ok(cards.filter(|card| !is_shown(card)).cloned().collect::<Vec<_>>().into())
}
