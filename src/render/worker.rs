//! The service worker of the theme, which keeps search and visited pages for hours without a network.
//!
//! It lies at the root of the output under a name that never changes: browsers ask for it by that name, and it
//! serves only what lies below it. The token tells browsers when to forget all they have kept.

use crate::artifact::{Artifact, OutPath};
use crate::theme::{Theme, WORKER};

/// Where the file takes the token.
const SLOT: &str = "const PURGE = \"\";";

/// The worker with its token; none when the theme has none. Nothing of the content can take its place
/// (`model::routes`), since a purge could then not reach the browsers of readers.
pub(crate) fn worker(theme: &Theme, token: &str) -> Option<Artifact> {
    let text = String::from_utf8_lossy(theme.file(WORKER)?).replacen(
        SLOT,
        &format!("const PURGE = \"{token}\";"),
        1,
    );
    Some(Artifact::bytes(OutPath::new(WORKER)?, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_stands_where_the_theme_left_room_for_it() {
        let theme = Theme::of(&[("sw.js", "const PURGE = \"\";\nconst X = 1;\n")]);
        let text = |token: &str| match worker(&theme, token).unwrap().content {
            crate::artifact::Content::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            other => panic!("{other:?}"),
        };
        assert_eq!(text(""), "const PURGE = \"\";\nconst X = 1;\n");
        assert_eq!(text("0a1b"), "const PURGE = \"0a1b\";\nconst X = 1;\n");
        assert_eq!(worker(&Theme::of(&[]), ""), None);
    }
}
