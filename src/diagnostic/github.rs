//! Workflow commands of GitHub Actions: they become annotations on the changed lines.

use super::Severity;
use super::view::View;
use std::fmt::Write as _;

/// Writes one command per message.
pub(super) fn render(views: &[View]) -> String {
    views.iter().map(command).collect()
}

fn command(view: &View) -> String {
    let name = match view.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = String::new();
    if let Some(file) = &view.file {
        let _ = write!(properties, "file={},", property(file));
    }
    if let Some(place) = &view.place {
        let (start, end) = (place.start, place.end);
        let _ = write!(properties, "line={},endLine={},col={},", start.line, end.line, start.column);
        // The column of the end is refused when the marked text spans lines.
        if start.line == end.line {
            let _ = write!(properties, "endColumn={},", end.column);
        }
    }
    let text = data(&view.text);
    format!("::{name} {properties}title={}::{text}\n", property(view.rule))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
