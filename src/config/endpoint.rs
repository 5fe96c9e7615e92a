//! `search.endpoint` of `site.yaml`: a search server that answers the search page when a bank has outgrown the
//! browser.

use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::yaml::{Node, Settings};

/// The server of the search page cannot be what is written.
pub(crate) const SEARCH_ENDPOINT_INVALID: RuleId = RuleId("search-endpoint-invalid");

/// The servers that the search page can talk to.
const KINDS: [&str; 2] = ["quickwit", "opensearch"];

/// A search server.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Endpoint {
    /// What it speaks: `quickwit` or `opensearch`.
    pub(crate) kind: &'static str,
    /// The address of the index, without a closing `/`.
    pub(crate) url: String,
}

impl Endpoint {
    /// Scheme and host: what the policy of the pages must allow.
    pub(crate) fn origin(&self) -> &str {
        let host = self.url.find("://").map_or(0, |at| at + 3);
        let end = self.url[host..].find('/').map_or(self.url.len(), |at| host + at);
        &self.url[..end]
    }
}

/// Reads the setting `search`.
pub(super) fn search(node: &Node, problems: &mut Vec<Diagnostic>) -> Option<Endpoint> {
    let mut settings = Settings::new(node);
    let given = settings.node("endpoint");
    problems.extend(settings.finish());
    endpoint(given?, problems)
}

fn endpoint(node: &Node, problems: &mut Vec<Diagnostic>) -> Option<Endpoint> {
    let mut settings = Settings::new(node);
    let (kind, url) = (settings.required("kind"), settings.required("url"));
    let places = (settings.node("kind").map(|n| n.span), settings.node("url").map(|n| n.span));
    problems.extend(settings.finish());
    let invalid = |span| Diagnostic::error(SEARCH_ENDPOINT_INVALID).at(span);
    let known = KINDS.into_iter().find(|known| *known == kind);
    if let (None, Some(span)) = (known, places.0) {
        problems.push(match nearest(&kind, KINDS).first() {
            Some(similar) => invalid(span).arg("similar", *similar).help("help-similar"),
            None => invalid(span).arg("known", KINDS.join(", ")).help("help-kind"),
        });
    }
    let fault = fault(&url);
    if let (Some(help), Some(span)) = (fault, places.1) {
        problems.push(invalid(span).help(help));
    }
    let url = url.trim_end_matches('/').to_owned();
    known.filter(|_| fault.is_none()).map(|kind| Endpoint { kind, url })
}

/// What is wrong with an address, as the key of the advice.
fn fault(url: &str) -> Option<&'static str> {
    let Some((scheme, rest)) = url.split_once("://") else { return Some("help-url") };
    let host = rest.split('/').next().unwrap_or_default();
    if host.contains('@') {
        return Some("help-secret");
    }
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let whole = !name.is_empty() && host.chars().all(plain);
    let path =
        |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '\'' | '<' | '>' | '\\' | ';');
    match scheme {
        _ if !whole || !rest.chars().all(path) => Some("help-url"),
        "https" => None,
        "http" if matches!(name, "localhost" | "127.0.0.1" | "[::1]") => None,
        "http" => Some("help-https"),
        _ => Some("help-url"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole_and_kept_from_strangers() {
        let advice = |url| fault(url);
        assert_eq!(advice("https://search.imc.example/portal"), None);
        assert_eq!(advice("http://localhost:7280/api/v1/_elastic/portal"), None);
        assert_eq!(advice("http://[::1]:9200/portal"), None);
        assert_eq!(advice("http://search.imc.example/portal"), Some("help-https"));
        assert_eq!(advice("https://user:word@search.imc.example/portal"), Some("help-secret"));
        for broken in
            ["search.imc.example", "https://", "https://a b/", "https://a;b/", "https://a/?q=1", "ftp://a/"]
        {
            assert_eq!(advice(broken), Some("help-url"), "{broken}");
        }
    }

    #[test]
    fn the_policy_is_told_scheme_and_host() {
        let origin = |url: &str| Endpoint { kind: "quickwit", url: url.into() }.origin().to_owned();
        assert_eq!(origin("https://search.imc.example:9200/portal"), "https://search.imc.example:9200");
        assert_eq!(origin("http://localhost:7280"), "http://localhost:7280");
    }
}
