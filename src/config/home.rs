//! `base_url`: where the site lives.

use crate::address::{Fault, UrlPath, WebUrl};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::source::Span;
use crate::yaml::Node;

pub(crate) const BASE_URL_INVALID: RuleId = RuleId("base-url-invalid");
pub(crate) const BASE_URL_MISSING: RuleId = RuleId("base-url-missing");

/// Reads the address of the site: its origin, and its path without a closing `/`. `whole` is the place of all
/// settings.
pub(super) fn read(node: Option<&Node>, whole: Span, problems: &mut Vec<Diagnostic>) -> (String, String) {
    let Some(node) = node else {
        problems.push(Diagnostic::warning(BASE_URL_MISSING).at(whole).help("help"));
        return Default::default();
    };
    split(node.text().unwrap_or_default()).unwrap_or_else(|fault| {
        let problem = Diagnostic::error(BASE_URL_INVALID).at(node.span).arg("about", fault.about());
        problems.push(problem.help(advice(&fault)));
        Default::default()
    })
}

/// Splits an absolute web address into its origin and its path without a closing `/`.
fn split(written: &str) -> Result<(String, String), Fault> {
    let url = WebUrl::parse(written)?;
    url.tail().map_or(Ok(()), Err)?;
    let path = url.written_path().trim_end_matches('/');
    if path.is_empty() {
        return Ok((url.origin(), String::new()));
    }
    UrlPath::parse(path)?;
    Ok((url.origin(), url.path().trim_end_matches('/').to_owned()))
}

fn advice(fault: &Fault) -> &'static str {
    match fault {
        Fault::Secret => "help-secret",
        Fault::Query | Fault::Fragment => "help-tail",
        Fault::Sign(_) => "help-sign",
        Fault::Host => "help-host",
        Fault::NotWhole | Fault::Scheme => "help",
        _ => "help-path",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_lives_at_any_host_and_below_any_folder() {
        let parts = |written| split(written).map(|(origin, path)| format!("{origin} {path}"));
        assert_eq!(parts("https://imc.example"), Ok("https://imc.example ".to_owned()));
        assert_eq!(
            parts("https://Department.example:8443/imc/"),
            Ok("https://department.example:8443 /imc".to_owned())
        );
        assert_eq!(parts("http://10.0.0.5/a/b"), Ok("http://10.0.0.5 /a/b".to_owned()));
        let russian = parts("https://имц.рф/портал/");
        assert_eq!(
            russian,
            Ok("https://xn--h1ai4a.xn--p1ai /%D0%BF%D0%BE%D1%80%D1%82%D0%B0%D0%BB".to_owned())
        );
    }

    #[test]
    fn what_is_wrong_with_an_address_is_named() {
        for (written, advice_wanted) in [
            ("imc.example", "help"),
            ("ftp://imc.example/", "help"),
            ("https://", "help-host"),
            ("https://имя:пароль@imc.example/", "help-secret"),
            ("https://imc.example/?a", "help-tail"),
            ("https://imc.example/#a", "help-tail"),
            ("https://imc example/", "help-sign"),
            ("https://imc.example/\"", "help-sign"),
            ("https://imc.example/../imc/", "help-path"),
            ("https://imc.example//evil.example/", "help-path"),
        ] {
            assert_eq!(split(written).map_err(|fault| advice(&fault)), Err(advice_wanted), "{written}");
        }
    }
}
