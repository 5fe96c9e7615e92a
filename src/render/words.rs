//! The words of the face for those beside the templates who must say the same.

use super::kit::Kit;
use crate::i18n;

/// The words of the face in the site's language.
pub(crate) fn words(kit: &Kit) -> impl Fn(&str) -> String + Sync {
    move |key| {
        let of_theme = kit.face.plain(key).map(ToString::to_string);
        of_theme.unwrap_or_else(|| i18n::text(kit.lang, &format!("render-{key}"), &[]))
    }
}
