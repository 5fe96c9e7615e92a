//! What the name of a file makes hosts and readers' computers do with it.

use super::types::{self, Danger};

/// The name of a file, taken apart as hosts do it.
#[derive(Debug)]
pub(super) struct Name {
    /// The last ending, in lower case, without its dot.
    pub(super) ending: String,
    /// Whether the name shows another ending than computers see.
    pub(super) hides_type: bool,
    /// The endings before the last one.
    inner: Vec<String>,
}

/// Endings that pack what the ending before them names; hosts may unpack them on the way.
const PACKED: [&str; 5] = ["gz", "bz2", "xz", "br", "zst"];

impl Name {
    /// Takes the last part of a path apart.
    pub(super) fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or_default();
        let bare = name.trim_end_matches(is_trimmed);
        // Names that some file systems refuse, with `:` or a dot at the end, are told of where addresses are judged.
        let hides_type = name.chars().any(turns);
        let mut parts =
            bare.split(['.', ':', ';']).skip(1).map(|part| part.trim_matches(is_trimmed).to_lowercase());
        let mut inner: Vec<String> = parts.by_ref().collect();
        let ending = inner.pop().unwrap_or_default();
        let whole = matches!(bare.to_lowercase().as_str(), "web.config" | "php.ini");
        let ending = if whole { "htaccess".to_owned() } else { ending };
        Self { ending, hides_type, inner }
    }

    /// Who would run it, by any of the endings that count.
    pub(super) fn danger(&self) -> Option<Danger> {
        // Apache gives a file to the handler of any of its endings.
        if self.inner.iter().any(|ending| types::danger(ending) == Some(Danger::Server)) {
            return Some(Danger::Server);
        }
        types::danger(self.told_by())
    }

    /// The ending that decides: the last one, or the one that it packs, or the one that a server looks for.
    pub(super) fn told_by(&self) -> &str {
        let server = self.inner.iter().find(|ending| types::danger(ending) == Some(Danger::Server));
        match (server, self.inner.last()) {
            (Some(ending), _) => ending,
            (None, Some(packed)) if PACKED.contains(&self.ending.as_str()) && packed == "svg" => "svgz",
            (None, Some(packed)) if PACKED.contains(&self.ending.as_str()) => match types::danger(packed) {
                Some(_) => packed,
                None => &self.ending,
            },
            _ => &self.ending,
        }
    }

    /// Whether an ending before the last one decides.
    pub(super) fn is_inner(&self) -> bool {
        self.told_by() != self.ending
    }
}

/// What computers leave away at the end of a name, or do not show.
fn is_trimmed(c: char) -> bool {
    c == '.' || c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Signs that change the order in which a name is read, or stand in it unseen.
fn turns(c: char) -> bool {
    c.is_control() || is_invisible(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_hosts_read_them() {
        for name in [
            "a.php",
            "A.PHP",
            "a.php.pdf",
            "a.x.php.txt",
            "a.php.",
            "a.php ",
            "a.pHp7",
            "a.phtml",
            "a.php::$DATA",
            "a.jpg:b.php",
            "web.config",
            "Web.Config",
            "a.cgi.jpg",
            "a.php\u{200b}",
            "a.asp;.jpg",
        ] {
            assert_eq!(Name::of(name).danger(), Some(Danger::Server), "{name}");
        }
        for name in ["a.html", "a.XHT", "a.html.gz", "a.svg.gz", "a.svgz", "a.xml", "a.mht", "a.html ."] {
            assert_eq!(Name::of(name).danger(), Some(Danger::Browser), "{name}");
        }
        for name in ["a.exe", "план\u{202e}fdp.exe", "a.lnk", "a.pdf.scr", "a.hta"] {
            assert_eq!(Name::of(name).danger(), Some(Danger::Program), "{name}");
        }
        for name in [
            "План работы на 2026.2027.docx",
            "a.tar.gz",
            "html.pdf",
            "php",
            "Приказ от 01.09.2026 № 5.pdf",
            "a.html.txt",
        ] {
            let name = Name::of(name);
            assert_eq!((name.danger(), name.hides_type), (None, false), "{name:?}");
        }
        for name in ["a\u{202e}fdp.zip", "a\u{7}.pdf"] {
            assert!(Name::of(name).hides_type, "{name}");
        }
    }
}
