//! Links as they are written: what a target points at, and whether it may be published.

use pulldown_cmark::LinkType;

/// What a link's target points at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum LinkKind {
    /// `[[id#fragment|text]]`: a document of this site, by id.
    Wiki {
        /// The document.
        id: String,
        /// A clause's number, an anchor, or a heading's words.
        fragment: Option<String>,
    },
    /// Another site, or an address of mail or telephone.
    External,
    /// A file, by its path from the document's folder: `../material/x.md`, `plan.docx`.
    Path,
    /// An address from the site's root: `/contacts/`.
    Root,
    /// A place on the same page: `#p-2.1`.
    Fragment,
    /// A scheme that is never published: `javascript:` and the like.
    Forbidden,
}

/// Schemes that a link may have.
const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "ftp", "sms"];

/// Tells what a link written in Markdown points at.
pub(crate) fn kind(link_type: LinkType, target: &str) -> LinkKind {
    match link_type {
        LinkType::WikiLink { .. } => wiki(target),
        LinkType::Email => LinkKind::External,
        _ => of_target(target),
    }
}

/// Tells what the target of an ordinary link points at.
#[must_use]
pub(crate) fn of_target(target: &str) -> LinkKind {
    // Browsers skip control characters and spaces when they look for a scheme, so we do.
    let bare: String = target.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    if bare.starts_with('#') {
        return LinkKind::Fragment;
    }
    if bare.starts_with("//") || bare.starts_with("/\\") || bare.starts_with('\\') {
        return if bare.starts_with("//") { LinkKind::External } else { LinkKind::Forbidden };
    }
    if bare.starts_with('/') {
        return LinkKind::Root;
    }
    let head = bare.split(['/', '?', '#']).next().unwrap_or_default();
    match head.split_once(':') {
        None => LinkKind::Path,
        Some((scheme, _)) if SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme)) => {
            LinkKind::External
        }
        Some((scheme, _)) if scheme.is_ascii() => LinkKind::Forbidden,
        Some(_) => LinkKind::Path,
    }
}

fn wiki(target: &str) -> LinkKind {
    let (id, fragment) = target.split_once('#').map_or((target, None), |(id, rest)| (id, Some(rest.trim())));
    let fragment = fragment.filter(|text| !text.is_empty()).map(str::to_owned);
    LinkKind::Wiki { id: id.trim().to_owned(), fragment }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_told_apart() {
        assert_eq!(of_target("https://pravo.gov.ru"), LinkKind::External);
        assert_eq!(of_target("//cdn.example/x"), LinkKind::External);
        assert_eq!(of_target("mailto:imc@example.ru"), LinkKind::External);
        assert_eq!(of_target("/contacts/"), LinkKind::Root);
        assert_eq!(of_target("../material/x.md#a:b"), LinkKind::Path);
        assert_eq!(of_target("План: 2026.docx"), LinkKind::Path);
        assert_eq!(of_target("#p-2.1"), LinkKind::Fragment);
    }

    #[test]
    fn scripts_are_never_links() {
        for target in
            ["javascript:alert(1)", " JaVa\tScRiPt:x", "java\u{0}script:x", "data:text/html,x", "vbscript:x"]
        {
            assert_eq!(of_target(target), LinkKind::Forbidden, "{target}");
        }
    }

    #[test]
    fn wiki_targets_have_an_id_and_a_fragment() {
        let wiki = |target| kind(LinkType::WikiLink { has_pothole: false }, target);
        let made = |id: &str, fragment: Option<&str>| LinkKind::Wiki {
            id: id.to_owned(),
            fragment: fragment.map(str::to_owned),
        };
        assert_eq!(wiki("polozhenie#4.1.3"), made("polozhenie", Some("4.1.3")));
        assert_eq!(wiki("положение об имц"), made("положение об имц", None));
        assert_eq!(wiki("#2.1"), made("", Some("2.1")));
    }
}
