//! `search.endpoint` of `site.yaml`: a search server that answers the search page when a bank has outgrown the
//! browser.

use crate::address::{Fault, UrlPath, WebUrl};
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
    /// Scheme and host: what the policy of the pages must allow.
    pub(crate) origin: String,
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
    let read = read(&url);
    if let (Err(help), Some(span)) = (&read, places.1) {
        problems.push(invalid(span).help(help));
    }
    let url = read.ok()?;
    known.map(|kind| Endpoint {
        kind,
        origin: url.origin(),
        url: url.href().trim_end_matches('/').to_owned(),
    })
}

/// Reads the address of a server; what is wrong with it is the key of the advice.
fn read(written: &str) -> Result<WebUrl, &'static str> {
    let url = WebUrl::parse(written).map_err(|fault| match fault {
        Fault::Secret => "help-secret",
        _ => "help-url",
    })?;
    let rooted = UrlPath::parse(url.written_path()).is_ok() || url.written_path().is_empty();
    match (url.tail(), rooted && !written.contains(';'), url.is_secure()) {
        (None, true, true) => Ok(url),
        (None, true, false) => Err("help-https"),
        _ => Err("help-url"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole_and_kept_from_strangers() {
        let advice = |url| read(url).err();
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
        let origin = |url| read(url).map(|url| url.origin()).unwrap_or_default();
        assert_eq!(origin("https://search.imc.example:9200/portal"), "https://search.imc.example:9200");
        assert_eq!(origin("http://localhost:7280"), "http://localhost:7280");
        assert_eq!(origin("https://поиск.имц.рф/portal"), "https://xn--h1aekdm.xn--h1ai4a.xn--p1ai");
    }
}
