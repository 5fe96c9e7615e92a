//! The list of what readers of the site do not see: the preview's own page, which no site has.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::pages::Unpublished;
use super::words::Words;

/// The look of the list.
pub(super) const STYLE: &str = include_str!("client/drafts.css");

/// What stands for itself in a path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The list as a page; addresses lie below the path where the site is served.
pub(super) fn text(drafts: &[Unpublished], base_path: &str, words: &Words) -> Vec<u8> {
    let base = base_path.trim_end_matches('/');
    let items: String = drafts.iter().map(|draft| item(draft, base)).collect();
    let title = escaped(&words.get("serve-drafts-title"));
    let (lead, list) = match drafts {
        [] => ("serve-drafts-none", String::new()),
        _ => ("serve-drafts-lead", format!("<ul>{items}</ul>")),
    };
    let (lead, home) = (escaped(&words.get(lead)), escaped(&words.get("serve-drafts-home")));
    format!(
        "<!doctype html><html lang=\"{}\"><meta charset=utf-8>\
         <meta name=viewport content=\"width=device-width, initial-scale=1\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/_kabinet/drafts.css\"><body><main><h1>{title}</h1><p>{lead}</p>{list}\
         <p><a href=\"{base}/\">{home}</a></p></main></body></html>",
        words.0.code()
    )
    .into_bytes()
}

fn item(draft: &Unpublished, base: &str) -> String {
    let path = draft.path.strip_suffix("index.html").unwrap_or(&draft.path);
    let address = utf8_percent_encode(path, PATH);
    let (title, source, why) = (escaped(&draft.title), escaped(&draft.source), escaped(&draft.why));
    format!("<li><a href=\"{base}/{address}\">{title}</a><p>{why}</p><code>{source}</code></li>")
}

/// A text in HTML, between tags and in attributes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
