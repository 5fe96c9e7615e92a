//! Former addresses: small pages that lead to where the document is now, on hosts that know no redirects.

use super::context::Context;
use crate::markup::escaped;
use crate::model::Goal;

/// The page of a former address.
pub(super) fn html(context: &Context, goal: Goal) -> String {
    let address = context.site.address_of_goal(goal);
    let (link, canonical) = (escaped(&context.href(address)), escaped(&context.absolute(address)));
    let (title, language) =
        (escaped(context.site.title_of_goal(goal)), escaped(&context.site.config.language));
    let moved = escaped(&context.word("render-moved", &[]));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={link}\">\n<link rel=\"canonical\" href=\"{canonical}\">\n\
         <meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         </head>\n<body>\n<p>{moved} <a href=\"{link}\">{title}</a></p>\n</body>\n</html>\n"
    )
}
