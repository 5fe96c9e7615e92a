//! Addresses: how a link to a page or a file is written.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::artifact::OutPath;
pub(super) use crate::artifact::file_of;
use crate::config::Config;

/// A link as it is written in HTML: with the base path when it leads into the site.
pub(super) fn href(config: &Config, url: &str) -> String {
    if is_local(url) { format!("{}{}", config.base_path, encode(url)) } else { url.to_owned() }
}

/// A link that is whole by itself, for feeds and search engines.
pub(super) fn absolute(config: &Config, url: &str) -> String {
    if is_local(url) { format!("{}{}", config.origin, href(config, url)) } else { url.to_owned() }
}

fn is_local(url: &str) -> bool {
    url.starts_with('/') && !url.starts_with("//")
}

/// What of ASCII stands in an address as it is: letters, figures, and signs with a meaning there. So does what is
/// escaped already.
const WRITTEN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/')
    .remove(b'?')
    .remove(b'#')
    .remove(b'&')
    .remove(b'=')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'*')
    .remove(b'(')
    .remove(b')')
    .remove(b'%');

/// Escapes what may not stand in an address.
pub(super) fn encode(url: &str) -> String {
    utf8_percent_encode(url, WRITTEN).to_string()
}

/// The address of a published file without the base path. Its name may hold any letter.
pub(super) fn of_file(path: &OutPath) -> String {
    let escaped = path.as_str().replace('%', "%25").replace('#', "%23").replace('?', "%3F");
    format!("/{escaped}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(base_path: &str) -> Config {
        Config {
            origin: "https://department.example".into(),
            base_path: base_path.into(),
            ..Config::default()
        }
    }

    #[test]
    fn links_carry_the_base_path_and_no_raw_spaces() {
        let config = config("/imc");
        assert_eq!(href(&config, "/events/"), "/imc/events/");
        assert_eq!(href(&config, "https://elsewhere.example/a"), "https://elsewhere.example/a");
        assert_eq!(absolute(&config, "/a b/"), "https://department.example/imc/a%20b/");
        assert_eq!(
            href(&config, &of_file(&OutPath::new("f/План №1.docx").unwrap())),
            "/imc/f/%D0%9F%D0%BB%D0%B0%D0%BD%20%E2%84%961.docx"
        );
    }
}
