//! Where a link of a menu leads: a page of the site, a page elsewhere, or a person.

use super::{Fault, UrlPath, WebUrl, mail, phone};
use crate::text::signs;

/// Reads a destination; returns it as it is kept: an address of this site from `/` and without the base path, or
/// one with its scheme.
///
/// # Errors
/// Why it is none.
pub(crate) fn destination(written: &str) -> Result<String, Fault> {
    let written = written.trim();
    match written.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).as_deref() {
        _ if written.starts_with('/') => local(written),
        Some("mailto") => mail(written).map(|contact| contact.href).ok_or(Fault::Scheme),
        Some("tel") => phone(written).map(|contact| contact.href).ok_or(Fault::Scheme),
        Some(_) => WebUrl::parse(written).map(|url| url.href()),
        None => Err(Fault::Unrooted),
    }
}

/// An address of this site, with what stands behind `?` and `#`.
fn local(written: &str) -> Result<String, Fault> {
    let (path, tail) = written.split_at(written.find(['?', '#']).unwrap_or(written.len()));
    let path = UrlPath::parse(path)?;
    let forbidden = |c: &char| {
        signs::is_debris(*c) || c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`')
    };
    match tail.chars().find(forbidden) {
        Some(sign) => Err(Fault::Sign(sign)),
        None => Ok(format!("{}{tail}", path.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_lead_to_pages_and_people() {
        for (written, meant) in [
            ("/events", "/events/"),
            ("/search/?q=план#top", "/search/?q=план#top"),
            ("/plan.pdf", "/plan.pdf"),
            ("https://имц.рф", "https://xn--h1ai4a.xn--p1ai/"),
            ("mailto:imc@imc.example", "mailto:imc@imc.example"),
            ("tel:+7 000 000-00-00", "tel:+70000000000"),
        ] {
            assert_eq!(destination(written).as_deref(), Ok(meant), "{written}");
        }
    }

    #[test]
    fn menus_lead_nowhere_else() {
        for written in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
            "/\\evil.example",
            "events/",
            "#top",
            "",
            "/a\" onclick=\"x",
            "/?q=\"><script>",
            "/.git/config",
            "https://a@b.example/",
            "mailto:x",
            "tel:x",
        ] {
            assert!(destination(written).is_err(), "{written}");
        }
    }
}
