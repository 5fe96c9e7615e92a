//! SARIF 2.1.0: the format of code scanning services.

use super::view::{Place, View};
use super::{RuleId, Severity, words};
use crate::i18n::{self, Lang};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Writes one log with one run.
pub(super) fn render(views: &[View], lang: Lang) -> String {
    let rules: Vec<&'static str> =
        views.iter().map(|view| view.rule).collect::<BTreeSet<_>>().into_iter().collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "kabinet",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.iter().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            } },
            "language": lang.code(),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { "SITE": { "description": { "text": i18n::text(lang, "site-root", &[]) } } },
            "results": views.iter().map(|view| result(view, &rules)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &&'static str, lang: Lang) -> Value {
    let words = words::entry(RuleId(rule), lang);
    let help = words.explanation.or(words.help).unwrap_or_else(|| words.headline.clone());
    json!({
        "id": rule,
        "shortDescription": { "text": words.headline },
        "help": { "text": help },
    })
}

fn result(view: &View, rules: &[&str]) -> Value {
    let level = match view.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut result = json!({
        "ruleId": view.rule,
        "ruleIndex": rules.iter().position(|rule| *rule == view.rule),
        "level": level,
        "message": { "text": view.text },
        "locations": locations(view),
        "partialFingerprints": { "kabinet/v1": view.fingerprint },
    });
    if !view.related.is_empty() {
        let related = view.related.iter().enumerate();
        let related = related.map(|(id, (place, text))| {
            json!({ "id": id, "message": { "text": text }, "physicalLocation": physical(&place.file, Some(place)) })
        });
        result["relatedLocations"] = related.collect();
    }
    result
}

fn locations(view: &View) -> Value {
    let location =
        view.file.as_deref().map(|file| json!({ "physicalLocation": physical(file, view.place.as_ref()) }));
    location.into_iter().collect()
}

fn physical(file: &str, place: Option<&Place>) -> Value {
    let artifact = if file.starts_with('/') {
        json!({ "uri": format!("file://{}", uri(file)) })
    } else {
        json!({ "uri": uri(file), "uriBaseId": "SITE" })
    };
    let mut location = json!({ "artifactLocation": artifact });
    if let Some(Place { start, end, .. }) = place {
        location["region"] = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
    }
    location
}

/// A relative path as a relative reference of RFC 3986.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
