//! Values of templates that hold others.

use tera::{Map, Value};

/// Makes a map of named values.
pub(super) fn map<const N: usize>(pairs: [(&'static str, Value); N]) -> Value {
    let mut map = Map::with_capacity(N);
    for (name, value) in pairs {
        map.insert(name.into(), value);
    }
    Value::from(map)
}

/// A text, or none when it is empty.
pub(super) fn optional(text: &str) -> Value {
    if text.is_empty() { Value::none() } else { text.into() }
}
