//! A code quality report of GitLab.

use super::Severity;
use super::view::View;
use serde_json::{Value, json};

/// Writes the report.
pub(super) fn render(views: &[View]) -> String {
    let all: Vec<Value> = views.iter().map(issue).collect();
    format!("{:#}\n", Value::Array(all))
}

fn issue(view: &View) -> Value {
    let severity = match view.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let (begin, end) = view.place.as_ref().map_or((1, 1), |place| (place.start.line, place.end.line));
    json!({
        "description": view.text,
        "check_name": view.rule,
        "fingerprint": view.fingerprint,
        "severity": severity,
        "location": {
            // The report needs a path; a message about no file is about the site as a whole.
            "path": view.file.as_deref().unwrap_or("content/site.yaml"),
            "lines": { "begin": begin, "end": end },
        },
    })
}
