//! Former addresses: small pages that lead to where the document is now, on hosts that know no redirects.

use super::address::file_of;
use super::desk::Desk;
use super::machine::escaped;
use super::sheet::Origin;
use crate::artifact::Artifact;
use crate::diagnostic::Diagnostic;
use crate::model::Redirect;

/// The pages of all former addresses.
pub(super) fn artifacts(desk: &Desk) -> (Vec<(Artifact, Origin)>, Vec<Diagnostic>) {
    let mut made = Vec::new();
    let mut problems = Vec::new();
    for redirect in &desk.site.redirects {
        match file_of(&redirect.from) {
            Some(path) => {
                made.push((Artifact::bytes(path, html(desk, redirect)), Origin::Redirect(redirect.to)))
            }
            None => problems.push(super::problems::bad_address(&desk.site, redirect.to, &redirect.from)),
        }
    }
    (made, problems)
}

fn html(desk: &Desk, redirect: &Redirect) -> String {
    let page = desk.site.page(redirect.to);
    let (link, canonical) = (escaped(&desk.href(&page.url)), escaped(&desk.absolute(&page.url)));
    let (title, language) = (escaped(&page.title), escaped(&desk.site.config.language));
    let moved = escaped(&desk.word("render-moved", &[]));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         </head>\n<body>\n<p>{moved} <a href=\"{link}\">{title}</a></p>\n</body>\n</html>\n"
    )
}
