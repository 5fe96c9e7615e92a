//! Files for machines: `sitemap.xml`, `robots.txt`; and `licenses.txt` for those who ask.

use std::fmt::Write;

use super::address::{absolute, encode};
use crate::artifact::{Artifact, file_of};
use crate::model::routes::IN_ONE_SITEMAP;
use crate::model::{Owner, Site};
use crate::theme::Theme;

/// The notice that the dictionary's licence asks for.
const DICTIONARY: &str = include_str!("notices/dictionary.txt");

/// `sitemap.xml`; past the limit, an index of several files.
pub(super) fn sitemap(site: &Site) -> Vec<Artifact> {
    let mut urls: Vec<(String, Option<String>)> = site
        .routes
        .listed()
        .map(|route| {
            let changed = match route.owner {
                Owner::Page(id) => site.page(id).moment("updated"),
                _ => None,
            };
            (absolute(&site.config, &route.address), changed.map(|moment| moment.date.to_string()))
        })
        .collect();
    urls.sort();
    let parts = urls.chunks(IN_ONE_SITEMAP).enumerate();
    let at = |part: usize| site.routes.of(Owner::Sitemap(part));
    let names: Vec<&str> = parts.clone().filter_map(|(part, _)| at(part + 1)).collect();
    let whole = if names.is_empty() { url_set(&urls) } else { index(site, &names) };
    let parts = parts.zip(&names).filter_map(|((_, urls), name)| file(name, url_set(urls)));
    parts.chain(at(0).and_then(|whole_at| file(whole_at, whole))).collect()
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn url_set(urls: &[(String, Option<String>)]) -> String {
    let mut out = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\">\n");
    for (url, changed) in urls {
        let changed = changed.as_ref().map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
        let _infallible = writeln!(out, "<url><loc>{}</loc>{changed}</url>", escaped(url));
    }
    out.push_str("</urlset>\n");
    out
}

fn index(site: &Site, names: &[&str]) -> String {
    let mut out = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    for name in names {
        let url = absolute(&site.config, name);
        let _infallible = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", escaped(&url));
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// `robots.txt`, unless the site has its own in `content/static/`.
pub(super) fn robots(site: &Site) -> Option<Artifact> {
    let address = site.routes.of(Owner::Robots)?;
    let map = absolute(&site.config, site.routes.of(Owner::Sitemap(0))?);
    file(
        address,
        format!("User-agent: *\nAllow: {}\nSitemap: {map}\n", encode(&format!("{}/", site.config.base_path))),
    )
}

/// The notices of everything by others that is published with the site.
pub(super) fn licenses(site: &Site, theme: &Theme) -> Option<Artifact> {
    let is_notice = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or_default().to_uppercase();
        ["LICENSE", "LICENCE", "NOTICE", "OFL", "COPYING"].iter().any(|known| name.starts_with(known))
    };
    let mut out = DICTIONARY.to_owned();
    for (path, bytes) in theme.files_under("").filter(|(path, _)| is_notice(path)) {
        let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        let rule = "-".repeat(72);
        let _infallible = write!(out, "\n{rule}\n{path}\n{rule}\n\n{}\n", text.trim());
    }
    file(site.routes.of(Owner::Licenses)?, out)
}

fn file(address: &str, text: String) -> Option<Artifact> {
    Some(Artifact::bytes(file_of(address)?, text))
}

/// Escapes text for XML.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}
