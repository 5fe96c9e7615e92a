//! One JSON array of messages, for programs.

use super::view::View;
use serde_json::{Value, json};

/// Writes the array.
pub(super) fn render(views: &[View]) -> String {
    let all: Vec<Value> = views.iter().map(object).collect();
    format!("{:#}\n", Value::Array(all))
}

fn object(view: &View) -> Value {
    let place = view.place.as_ref();
    let related: Vec<Value> = view
        .related
        .iter()
        .map(|(place, text)| {
            json!({ "file": place.file, "line": place.start.line, "column": place.start.column, "message": text })
        })
        .collect();
    let mut object = json!({
        "rule": view.rule,
        "severity": view.severity.code(),
        "message": view.message,
        "file": view.file,
        "line": place.map(|p| p.start.line),
        "column": place.map(|p| p.start.column),
        "end_line": place.map(|p| p.end.line),
        "end_column": place.map(|p| p.end.column),
        "related": related,
        "help": view.help,
        "explain": format!("kabinet explain {}", view.rule),
    });
    if view.more > 0 {
        object["more"] = view.more.into();
    }
    object
}
