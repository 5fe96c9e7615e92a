//! Former addresses: small pages that lead to where the document is now, on hosts that know no redirects.

use super::desk::Desk;
use crate::markup::escaped;
use crate::model::Goal;

/// The page of a former address.
pub(super) fn html(desk: &Desk, goal: Goal) -> String {
    let address = goal.address(&desk.site);
    let (link, canonical) = (escaped(&desk.href(address)), escaped(&desk.absolute(address)));
    let (title, language) = (escaped(goal.title(&desk.site)), escaped(&desk.site.config.language));
    let moved = escaped(&desk.word("render-moved", &[]));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         </head>\n<body>\n<p>{moved} <a href=\"{link}\">{title}</a></p>\n</body>\n</html>\n"
    )
}
