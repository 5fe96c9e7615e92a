//! Files that could act in a reader's browser: a drawing with a script, a web page among the attachments.
//!
//! Whoever sends a material could send such a file with it; opened from the site's own address it could do
//! there whatever the site may. `content/static/` is left alone: it holds what the site's keeper put there.

use std::fs;

use rayon::prelude::*;

use super::walk::{Found, TEXT_LIMIT};
use crate::diagnostic::{Diagnostic, RuleId};

pub(crate) const FILE_ACTIVE: RuleId = RuleId("file-active");

/// Kinds of files that browsers run.
const RUN: [&str; 7] = [".html", ".htm", ".xhtml", ".shtml", ".js", ".mjs", ".swf"];

/// Reports the files that could act.
pub(super) fn check(files: &[Found]) -> Vec<Diagnostic> {
    let acting: Vec<&Found> = files.par_iter().filter(|file| acts(file)).collect();
    acting.into_iter().map(|file| Diagnostic::error(FILE_ACTIVE).in_file(&file.path).help("help")).collect()
}

fn acts(file: &Found) -> bool {
    let name = file.path.to_lowercase();
    if RUN.iter().any(|ending| name.ends_with(ending)) {
        return true;
    }
    if !name.ends_with(".svg") {
        return false;
    }
    // A drawing that cannot be read, or is too large to look through, is not trusted.
    let text = (file.size <= TEXT_LIMIT).then(|| fs::read(&file.disk).ok()).flatten();
    text.is_none_or(|bytes| drawing_acts(&String::from_utf8_lossy(&bytes)))
}

/// Whether a drawing holds a script, a handler of events, foreign content, or an entity that could hide one.
fn drawing_acts(text: &str) -> bool {
    let text: String = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let named =
        ["<script", "<foreignobject", "<iframe", "<embed", "<object", "javascript:", "<!entity", "<handler"];
    let prefixed = text.contains(":script") || text.contains("data:text/html");
    named.iter().any(|name| text.contains(name)) || prefixed || handles_events(&text)
}

/// ` onload=` and the like, after a space, a quote or a slash.
fn handles_events(text: &str) -> bool {
    text.match_indices("on").any(|(at, _)| {
        let before = text[..at].ends_with([' ', '"', '\'', '/']);
        let name = text[at + 2..].bytes().take_while(u8::is_ascii_lowercase).count();
        before && name > 2 && text[at + 2 + name..].trim_start().starts_with('=')
    })
}

#[cfg(test)]
mod tests {
    use super::drawing_acts;

    #[test]
    fn scripts_in_drawings_are_seen_and_plain_drawings_pass() {
        for text in [
            "<svg><script>alert(1)</script></svg>",
            "<svg\nonload = 'x()'/>",
            "<svg><a href=\"JavaScript:x\"/></svg>",
            "<svg><foreignObject/></svg>",
            "<svg:svg><svg:script/></svg:svg>",
            "<svg/onbegin=x>",
        ] {
            assert!(drawing_acts(text), "{text}");
        }
        for text in
            ["<svg><title>Подпись on = off</title><path d='M0 0'/></svg>", "<svg aria-label=\"on air\"/>"]
        {
            assert!(!drawing_acts(text), "{text}");
        }
    }
}
