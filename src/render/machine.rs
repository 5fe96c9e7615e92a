//! Files for machines: `sitemap.xml`, `robots.txt`; and `licenses.txt` for those who ask.

use std::fmt::Write;

use super::address::{absolute, encode};
use super::feeds::is_hidden;
use super::keys;
use super::sheet::Origin;
use crate::artifact::{Artifact, OutPath};
use crate::model::Site;
use crate::theme::Theme;

/// The standard allows so many addresses in one file.
const IN_ONE_FILE: usize = 50_000;
/// The notice that the dictionary's licence asks for.
const DICTIONARY: &str = include_str!("notices/dictionary.txt");

/// `sitemap.xml`; past the limit, an index of several files. `addresses` are those of generated pages.
pub(super) fn sitemap(site: &Site, addresses: &[&str]) -> Vec<(Artifact, Origin)> {
    let mut urls: Vec<(String, Option<String>)> =
        addresses.iter().map(|address| (absolute(&site.config, address), None)).collect();
    let pages = site.published().filter(|(_, page)| !is_hidden(page));
    urls.extend(pages.map(|(_, page)| {
        let changed = keys::moment(page, "updated").map(|moment| moment.date.to_string());
        (absolute(&site.config, &page.url), changed)
    }));
    urls.sort();
    urls.dedup_by(|a, b| a.0 == b.0);
    if urls.len() <= IN_ONE_FILE {
        return file("sitemap.xml", url_set(&urls)).into_iter().collect();
    }
    let parts = urls.chunks(IN_ONE_FILE).enumerate();
    let names: Vec<String> = parts.clone().map(|(at, _)| format!("sitemap-{}.xml", at + 1)).collect();
    let index = file("sitemap.xml", index(site, &names));
    parts.zip(&names).filter_map(|((_, urls), name)| file(name, url_set(urls))).chain(index).collect()
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

fn index(site: &Site, names: &[String]) -> String {
    let mut out = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n");
    for name in names {
        let url = absolute(&site.config, &format!("/{name}"));
        let _infallible = writeln!(out, "<sitemap><loc>{}</loc></sitemap>", escaped(&url));
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// `robots.txt`, unless the site has its own in `content/static/`.
pub(super) fn robots(site: &Site) -> Option<(Artifact, Origin)> {
    if site.files.iter().any(|file| file.path.as_str() == "robots.txt") {
        return None;
    }
    let map = absolute(&site.config, "/sitemap.xml");
    file(
        "robots.txt",
        format!("User-agent: *\nAllow: {}\nSitemap: {map}\n", encode(&format!("{}/", site.config.base_path))),
    )
}

/// The notices of everything by others that is published with the site.
pub(super) fn licenses(theme: &Theme) -> Option<(Artifact, Origin)> {
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
    file("licenses.txt", out)
}

fn file(name: &str, text: String) -> Option<(Artifact, Origin)> {
    let origin = Origin::Own("sitemap.xml, robots.txt, licenses.txt");
    Some((Artifact::bytes(OutPath::new(name)?, text), origin))
}

/// Escapes text for XML.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}
