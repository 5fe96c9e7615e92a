//! Addresses of this site: checked once, where they are written, so that no file is made at a wrong place.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization as _;

use super::Fault;
use crate::text::signs;

/// No part of an address is longer, in bytes: file systems take 255, and a copy in progress adds to the name.
const LONGEST_PART: usize = 240;
/// No address is longer, in bytes.
const LONGEST: usize = 1000;
/// Signs that Windows refuses in names, and that therefore no portable file has.
const UNPORTABLE: [char; 8] = ['\\', ':', '*', '?', '"', '<', '>', '|'];
/// Signs of quoting, of patterns and of encoding: in an address they are slips or worse.
const UNWRITTEN: [char; 5] = ['\'', '`', '{', '}', '%'];
/// Endings of files that are shown as pages.
const PAGES: [&str; 2] = ["html", "htm"];

/// An address of the site without its base path: from `/`, decoded, with `/` at its end unless it names a file.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct UrlPath(String);

impl UrlPath {
    /// Reads an address as people write it: `/load/12`, `load/12/`, or whole, with the scheme and the host that it
    /// had before, which are left out.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn parse(written: &str) -> Result<Self, Fault> {
        let written = written.trim();
        if let Some(sign) = written.chars().find(|c| signs::is_debris(*c) || c.is_control() || *c == '\\') {
            return Err(Fault::Sign(sign));
        }
        let path = below_host(written)?;
        match path.find(['?', '#']) {
            Some(at) if path[at..].starts_with('?') => return Err(Fault::Query),
            Some(_) => return Err(Fault::Fragment),
            None => {}
        }
        let path: String = decoded(path)?.nfc().collect();
        let path = path.strip_prefix('/').unwrap_or(&path);
        let (parts, closed) = path.strip_suffix('/').map_or((path, path.is_empty()), |parts| (parts, true));
        if path.len() > LONGEST {
            return Err(Fault::Long);
        }
        for part in parts.split('/').filter(|_| !path.is_empty()) {
            part_fault(part).map_or(Ok(()), Err)?;
        }
        Ok(Self(if closed || file_ending(path).is_some() { format!("/{path}") } else { format!("/{path}/") }))
    }

    /// Reads a former address, at which a page will lie that leads on.
    ///
    /// # Errors
    /// Why it is none: a page that leads on cannot lie at `plan.pdf`, which browsers do not open as a page.
    pub(crate) fn former(written: &str) -> Result<Self, Fault> {
        let path = Self::parse(written)?;
        match file_ending(&path.0) {
            Some(ending) if !PAGES.contains(&ending.as_str()) => Err(Fault::NotAPage(ending)),
            _ => Ok(path),
        }
    }

    /// Checks a pattern of addresses: each of `{id}` and `{year}` in it stands for a word.
    ///
    /// # Errors
    /// Why no address comes of it.
    pub(crate) fn pattern(written: &str) -> Result<Self, Fault> {
        if written.contains("://") {
            return Err(Fault::Scheme);
        }
        Self::parse(&written.replace("{id}", "id").replace("{year}", "2026"))
    }

    /// The address as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What follows the host of a whole address; all of an address without one.
fn below_host(written: &str) -> Result<&str, Fault> {
    if written.is_empty() {
        return Err(Fault::Empty);
    }
    if written.starts_with("//") {
        return Err(Fault::OtherHost);
    }
    let head = written.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = head.split_once(':') else { return Ok(written) };
    let web = ["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    match written[scheme.len()..].strip_prefix("://").filter(|_| web) {
        Some(rest) if rest.starts_with('/') || rest.is_empty() => Err(Fault::Host),
        Some(rest) => Ok(rest.find(['/', '?', '#']).map_or("/", |at| &rest[at..])),
        None if scheme.is_ascii() => Err(Fault::Scheme),
        None => Err(Fault::Sign(':')),
    }
}

/// The text that hosts see: `%20` and the like turned back, once.
fn decoded(path: &str) -> Result<String, Fault> {
    let text = percent_decode_str(path).decode_utf8().map_err(|_| Fault::Encoding)?;
    if text.matches('/').count() != path.matches('/').count() {
        return Err(Fault::Encoding);
    }
    let twice =
        |at: usize| text.get(at + 1..at + 3).is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
    match text.match_indices('%').next() {
        Some((at, _)) if twice(at) => Err(Fault::EncodedTwice),
        _ => Ok(text.into_owned()),
    }
}

/// Why a part between two `/` cannot stand in an address.
fn part_fault(part: &str) -> Option<Fault> {
    let unwritten = || part.chars().find(|c| UNWRITTEN.contains(c)).map(Fault::Sign);
    match part {
        "" => Some(Fault::Gap),
        part if part.starts_with('.') => Some(Fault::Hidden),
        part => unportable(part).or_else(unwritten),
    }
}

/// Why a name between two `/` cannot be that of a file everywhere: on Windows, Linux and the hosts between them.
pub(crate) fn unportable(part: &str) -> Option<Fault> {
    if let Some(sign) =
        part.chars().find(|c| signs::is_debris(*c) || c.is_control() || UNPORTABLE.contains(c))
    {
        return Some(Fault::Sign(sign));
    }
    if part.starts_with(char::is_whitespace) || part.ends_with(|c: char| c == '.' || c.is_whitespace()) {
        return Some(Fault::Edge);
    }
    if part.len() > LONGEST_PART {
        return Some(Fault::Long);
    }
    is_device(part).then(|| Fault::Device(part.to_owned()))
}

/// Names of devices, whatever their ending (Microsoft, "Naming Files, Paths, and Namespaces").
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |name: &str| {
        let number = stem.strip_prefix(name).unwrap_or_default();
        number.chars().count() == 1 && number.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
        || numbered("com")
        || numbered("lpt")
}

/// The ending of an address that names a file, in lower case. `programma-1.2` has none: it is a page.
fn file_ending(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let letters = ending.starts_with(|c: char| c.is_ascii_alphabetic());
    let short = ending.len() <= 8 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (!stem.is_empty() && letters && short).then(|| ending.to_ascii_lowercase())
}

/// Whether a word can be a part of addresses and of paths by itself: letters, digits, `-` and `_`.
pub(crate) fn is_name(word: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !word.is_empty() && word.chars().all(plain) && unportable(word).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(written: &str) -> Result<String, Fault> {
        UrlPath::parse(written).map(|path| path.0)
    }

    #[test]
    fn addresses_are_understood_as_people_write_them() {
        for (written, meant) in [
            ("/load/12-1-0-34", "/load/12-1-0-34/"),
            ("news/a", "/news/a/"),
            (" /news/a/ ", "/news/a/"),
            ("https://old.example/index/0-3?", "?"),
            ("https://old.example/index/0-3", "/index/0-3/"),
            ("HTTP://old.example", "/"),
            ("/staraya.html", "/staraya.html"),
            ("/programma-1.2", "/programma-1.2/"),
            ("/%D0%BF%D0%BB%D0%B0%D0%BD/", "/план/"),
            ("/план работы/", "/план работы/"),
            ("/е\u{308}лка/", "/ёлка/"),
        ] {
            let path = path(written);
            assert_eq!(
                path,
                if meant == "?" { Err(Fault::Query) } else { Ok(meant.to_owned()) },
                "{written}"
            );
        }
    }

    #[test]
    fn what_leads_astray_is_no_address() {
        let device = |name: &str| Fault::Device(name.to_owned());
        for (written, fault) in [
            ("", Fault::Empty),
            ("/.htaccess", Fault::Hidden),
            ("/.git/hooks/post-commit", Fault::Hidden),
            ("/.well-known/security.txt", Fault::Hidden),
            ("/a/../b", Fault::Hidden),
            ("/%2e%2e/b", Fault::Hidden),
            ("/a%2Fb", Fault::Encoding),
            ("/%EF%EB%E0%ED", Fault::Encoding),
            ("/%252e%252e/", Fault::EncodedTwice),
            ("/100%", Fault::Sign('%')),
            ("/a\\b", Fault::Sign('\\')),
            ("/%5c", Fault::Sign('\\')),
            ("/<script>", Fault::Sign('<')),
            ("/a\"b", Fault::Sign('"')),
            ("/a'b", Fault::Sign('\'')),
            ("/{id}/", Fault::Sign('{')),
            ("/a\u{7}b", Fault::Sign('\u{7}')),
            ("/a%00b", Fault::Sign('\0')),
            ("/a\u{202e}b", Fault::Sign('\u{202e}')),
            ("/a%E2%80%AEb", Fault::Sign('\u{202e}')),
            ("//evil.example/a", Fault::OtherHost),
            ("/a//b", Fault::Gap),
            ("javascript:alert(1)", Fault::Scheme),
            ("data:text/html,x", Fault::Scheme),
            ("http:///a", Fault::Host),
            ("/index.php?option=com_content&id=5", Fault::Query),
            ("/a#b", Fault::Fragment),
            ("/CON", device("CON")),
            ("/a/lpt1.txt/", device("lpt1.txt")),
            ("/com¹/", device("com¹")),
            ("/a./b", Fault::Edge),
            ("/a /b", Fault::Edge),
            ("/a%20/", Fault::Edge),
            ("/ b/", Fault::Edge),
        ] {
            assert_eq!(path(written), Err(fault), "{written}");
        }
        assert_eq!(path(&format!("/{}/", "я".repeat(121))), Err(Fault::Long));
        assert_eq!(path(&"/ab".repeat(500)), Err(Fault::Long));
        assert!(path("/console/com10/").is_ok());
    }

    #[test]
    fn a_page_that_leads_on_lies_where_browsers_open_pages() {
        let former = |written| UrlPath::former(written).map(|path| path.0);
        assert_eq!(former("/old.HTM"), Ok("/old.HTM".to_owned()));
        for (written, ending) in
            [("/plan.pdf", "pdf"), ("/index.php", "php"), ("/Foto.JPG", "jpg"), ("/sw.js", "js")]
        {
            assert_eq!(former(written), Err(Fault::NotAPage(ending.to_owned())), "{written}");
        }
    }

    #[test]
    fn a_pattern_is_an_address_for_any_word() {
        assert!(UrlPath::pattern("/news/{year}/{id}/").is_ok());
        assert_eq!(UrlPath::pattern("/../{id}/"), Err(Fault::Hidden));
        assert_eq!(UrlPath::pattern("/{ID}/"), Err(Fault::Sign('{')));
        assert_eq!(UrlPath::pattern("https://evil.example/{id}/"), Err(Fault::Scheme));
    }
}
