//! Addresses elsewhere: of the web, and hosts that a page's policy names.

use url::Url;

use super::Fault;
use crate::text::signs;

/// A whole address of the web, `http` or `https`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct WebUrl {
    written: String,
    url: Url,
}

impl WebUrl {
    /// Reads an address as people write it: `https://имц.рф/план`, with any letters.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn parse(written: &str) -> Result<Self, Fault> {
        let written = written.trim();
        let forbidden =
            |c: char| signs::is_debris(c) || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '`');
        let (scheme, rest) = written.split_once(':').ok_or(Fault::NotWhole)?;
        if !["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
            let named = scheme.bytes().all(|byte| byte.is_ascii_alphabetic());
            // `imc.example:8080` has lost its beginning, `javascript:` never had one.
            return Err(if named && !scheme.eq_ignore_ascii_case("localhost") {
                Fault::Scheme
            } else {
                Fault::NotWhole
            });
        }
        if let Some(sign) = written.chars().find(|c| forbidden(*c)) {
            return Err(Fault::Sign(sign));
        }
        let host = rest.strip_prefix("//").ok_or(Fault::NotWhole)?;
        if host.starts_with('/') {
            return Err(Fault::Host);
        }
        let url = Url::parse(written).map_err(|_| Fault::Host)?;
        match url.host_str() {
            Some(host) if is_host(host) => {}
            _ => return Err(Fault::Host),
        }
        if !url.username().is_empty()
            || url.password().is_some()
            || host.split(['/', '?', '#']).next().is_some_and(|host| host.contains('@'))
        {
            return Err(Fault::Secret);
        }
        Ok(Self { written: written.to_owned(), url })
    }

    /// The address as it stands in an `href`: as written where that is plain, else with its letters encoded.
    pub(crate) fn href(&self) -> String {
        if self.written.is_ascii() { self.written.clone() } else { self.url.as_str().to_owned() }
    }

    /// Scheme, host and port, in the letters of the network: `https://xn--h1ai4a.xn--p1ai`.
    pub(crate) fn origin(&self) -> String {
        self.url.origin().ascii_serialization()
    }

    /// What stands behind scheme and host where these are those of an origin, whichever of both schemes is written.
    pub(crate) fn within(&self, origin: &str) -> Option<&str> {
        let host = |origin: &str| origin.split_once("://").map(|(_, host)| host.to_owned());
        (host(origin)? == host(&self.origin())?).then(|| &self.url[url::Position::BeforePath..])
    }

    /// What stands behind scheme and host where these are this computer.
    pub(crate) fn on_this_computer(&self) -> Option<&str> {
        matches!(self.url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
            .then(|| &self.url[url::Position::BeforePath..])
    }

    /// Whether its host can be one of the network: `https` alone, as in `https://https://a.example`, is none.
    pub(crate) fn is_reachable(&self) -> bool {
        self.url.host_str().is_some_and(|host| host.contains(['.', ':']) || host == "localhost")
    }

    /// Whether it is encrypted on its way, or does not leave this computer.
    pub(crate) fn is_secure(&self) -> bool {
        self.url.scheme() == "https"
            || matches!(self.url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"))
    }

    /// The path, as it is written: from `/`.
    pub(crate) fn written_path(&self) -> &str {
        let rest = self.written.split_once("://").map_or("", |(_, rest)| rest);
        let rest = rest.find(['/', '?', '#']).map_or("", |at| &rest[at..]);
        rest.find(['?', '#']).map_or(rest, |at| &rest[..at])
    }

    /// The path in the letters of the network.
    pub(crate) fn path(&self) -> &str {
        self.url.path()
    }

    /// What it has behind the path, if anything.
    pub(crate) fn tail(&self) -> Option<Fault> {
        let query = self.url.query().map(|_| Fault::Query);
        query.or_else(|| self.url.fragment().map(|_| Fault::Fragment))
    }
}

/// A host by itself, with its port where it has one, in the letters of the network: what a policy names.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Host(String);

impl Host {
    /// Reads a host as people write it: `rutube.ru`, `видео.рф`, `https://rutube.ru/`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let bare = written.trim();
        let bare = bare.strip_prefix("https://").unwrap_or(bare);
        let bare = bare.strip_suffix('/').unwrap_or(bare);
        if bare.is_empty() || bare.contains(['/', '?', '#', '@', '[', ';', ',', '\'', '*']) {
            return None;
        }
        frame_host(&format!("https://{bare}/")).filter(|host| host.contains('.')).map(Self)
    }

    /// The host as text: letters, digits, `.`, `-` and `:` only.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The host that a frame's address leads to, with its port; `None` unless it is encrypted and without secrets.
pub(crate) fn frame_host(address: &str) -> Option<String> {
    let url = WebUrl::parse(address).ok()?.url;
    let host = url.host_str().filter(|host| url.scheme() == "https" && is_name(host))?;
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}

/// A name or an address of four numbers: what may stand in a policy.
fn is_name(host: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    !host.is_empty() && host.bytes().all(plain) && !host.starts_with(['.', '-']) && !host.contains("..")
}

fn is_host(host: &str) -> bool {
    is_name(host) || (host.starts_with('[') && host.ends_with(']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(written: &str) -> Option<Fault> {
        WebUrl::parse(written).err()
    }

    #[test]
    fn addresses_of_any_letters_are_understood() {
        let href = |written| WebUrl::parse(written).expect(written).href();
        assert_eq!(href("https://imc.example/План.pdf"), "https://imc.example/%D0%9F%D0%BB%D0%B0%D0%BD.pdf");
        assert_eq!(href("https://имц.рф/"), "https://xn--h1ai4a.xn--p1ai/");
        assert_eq!(href(" https://t.me/@imc?a=1#b "), "https://t.me/@imc?a=1#b");
        assert_eq!(href("HTTPS://imc.example"), "HTTPS://imc.example");
        assert_eq!(
            WebUrl::parse("https://имц.рф:8443/x").expect("an address").origin(),
            "https://xn--h1ai4a.xn--p1ai:8443"
        );
    }

    #[test]
    fn what_is_no_address_says_why() {
        for (written, why) in [
            ("imc.example", Fault::NotWhole),
            ("imc.example:8080/a", Fault::NotWhole),
            ("https:imc.example", Fault::NotWhole),
            ("javascript:alert(1)", Fault::Scheme),
            ("data:text/html,x", Fault::Scheme),
            ("ftp://imc.example/", Fault::Scheme),
            ("https://", Fault::Host),
            ("https:///imc.example/", Fault::Host),
            ("https://a..b/", Fault::Host),
            ("https://a;b/", Fault::Host),
            ("https://имя:пароль@имц.рф/", Fault::Secret),
            ("https://gosuslugi.example@evil.example/", Fault::Secret),
            ("https://imc.example/a b", Fault::Sign(' ')),
            ("https://imc.example/\u{202e}gpj", Fault::Sign('\u{202e}')),
            ("https://imc.example\\@evil.example", Fault::Sign('\\')),
            ("https://imc.example/\"><script>", Fault::Sign('"')),
            ("https://imc.example:99999/", Fault::Host),
        ] {
            assert_eq!(fault(written), Some(why), "{written}");
        }
    }

    #[test]
    fn a_host_can_only_be_a_host() {
        let host = |written| Host::parse(written).map(|host| host.0);
        assert_eq!(host("rutube.ru").as_deref(), Some("rutube.ru"));
        assert_eq!(host("https://VK.com/").as_deref(), Some("vk.com"));
        assert_eq!(host("видео.рф").as_deref(), Some("xn--b1aedk6a.xn--p1ai"));
        assert_eq!(host("video.imc.example:8443").as_deref(), Some("video.imc.example:8443"));
        for wrong in [
            "",
            "x; script-src-elem * 'unsafe-inline'",
            "*",
            "*.rutube.ru",
            "a b.ru",
            "rutube.ru/play",
            "'self'",
            "data:",
            "rutube",
            "[::1]",
            "a@b.ru",
            "http://rutube.ru",
            "a.ru,b.ru",
        ] {
            assert_eq!(host(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_frame_leads_to_the_host_that_the_browser_sees() {
        assert_eq!(frame_host("https://RUTUBE.ru/play/1").as_deref(), Some("rutube.ru"));
        assert_eq!(frame_host("https://видео.рф/1").as_deref(), Some("xn--b1aedk6a.xn--p1ai"));
        for wrong in
            ["http://rutube.ru/", "//rutube.ru/", "https://rutube.ru@evil.example/", "https://[::1]/"]
        {
            assert_eq!(frame_host(wrong), None, "{wrong}");
        }
    }
}
