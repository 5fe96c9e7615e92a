//! The filter `json`: a value of templates as JSON that may stand inside a `script` element of data.

use serde_json::Value as Json;
use tera::{Error, Kwargs, State, TeraResult, Value};

/// Writes a value as JSON. What is empty is left out; no sign in it can end the element or begin a tag.
pub(super) fn filter(value: &Value, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let json = serde_json::to_value(value).map_err(|error| Error::message(error.to_string()))?;
    let text = filled(json).unwrap_or(Json::Null).to_string();
    let text = text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    Ok(Value::safe_string(&text))
}

/// The value without what is empty in it; none when nothing is left.
fn filled(value: Json) -> Option<Json> {
    let value = match value {
        Json::Object(fields) => Json::Object(
            fields.into_iter().filter_map(|(name, field)| Some((name, filled(field)?))).collect(),
        ),
        Json::Array(items) => Json::Array(items.into_iter().filter_map(filled).collect()),
        other => other,
    };
    let empty = match &value {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        // A name of a type alone says nothing.
        Json::Object(fields) => fields.keys().all(|name| name.starts_with('@')),
        Json::Bool(_) | Json::Number(_) => false,
    };
    (!empty).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_empty_is_left_out() {
        let value =
            json!({"@type": "Event", "name": "Семинар", "place": {"@type": "Place", "name": null}, "of": []});
        assert_eq!(filled(value), Some(json!({"@type": "Event", "name": "Семинар"})));
    }
}
