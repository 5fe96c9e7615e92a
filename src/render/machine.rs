//! Files for machines: `sitemap.xml`, `robots.txt`, `_headers`; and `licenses.txt` for those who ask.

use std::fmt::Write as _;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::address::{absolute, encode};
use crate::config::Config;
use crate::model::routes::IN_ONE_SITEMAP;
use crate::model::{Moment, Owner, Page, Site};
use crate::schema::known;
use crate::theme::Theme;

/// The notice that the dictionary's licence asks for.
const DICTIONARY: &str = include_str!("notices/dictionary.txt");

/// `sitemap.xml` as part 0; past the limit that is an index of further parts, numbered from 1.
pub(super) fn sitemap(site: &Site, part: usize) -> String {
    let mut urls: Vec<(String, Option<String>)> = site
        .routes
        .listed()
        .map(|route| {
            let changed = match route.owner {
                Owner::Page(id) => last_told(site, site.page(id)),
                _ => None,
            };
            (absolute(&site.config, &route.address), changed.map(|moment| moment.date.to_string()))
        })
        .collect();
    urls.sort();
    if let Some(before) = part.checked_sub(1) {
        return map_of("urlset", "url", urls.chunks(IN_ONE_SITEMAP).nth(before).unwrap_or_default());
    }
    let parts = (1..).map_while(|part| site.routes.of(Owner::Sitemap(part)));
    let parts: Vec<_> = parts.map(|name| (absolute(&site.config, name), None)).collect();
    if parts.is_empty() { map_of("urlset", "url", &urls) } else { map_of("sitemapindex", "sitemap", &parts) }
}

/// The day on which a page was last told of: what its author says, else the day that it bears, unless it is yet to be.
fn last_told(site: &Site, page: &Page) -> Option<Moment> {
    let happens = || site.schema.kind(page.kind).behaviours.begins(&page.fields).is_some();
    page.moment(known::UPDATED).or_else(|| page.date.filter(|_| !happens()))
}

/// The namespace of maps.
const MAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A map: an entry a line, each an address and, where it is known, the day of its last change.
fn map_of(root: &str, entry: &str, urls: &[(String, Option<String>)]) -> String {
    let mut writer = Writer::new(Vec::new());
    // Nothing fails that is written into memory.
    let _infallible = write_map(&mut writer, root, entry, urls);
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

fn write_map(
    writer: &mut Writer<Vec<u8>>,
    root: &str,
    entry: &str,
    urls: &[(String, Option<String>)],
) -> io::Result<()> {
    let end_line = || Event::Text(BytesText::new("\n"));
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    writer.write_event(end_line())?;
    writer.create_element(root).with_attribute(("xmlns", MAPS)).write_inner_content(|writer| {
        writer.write_event(end_line())?;
        for (url, changed) in urls {
            writer.create_element(entry).write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(url))?;
                if let Some(day) = changed {
                    writer.create_element("lastmod").write_text_content(BytesText::new(day))?;
                }
                Ok(())
            })?;
            writer.write_event(end_line())?;
        }
        Ok(())
    })?;
    writer.write_event(end_line())
}

/// `robots.txt`, unless the site has its own in `content/static/`.
pub(super) fn robots(site: &Site) -> Option<String> {
    let map = absolute(&site.config, site.routes.of(Owner::Sitemap(0))?);
    let root = encode(&format!("{}/", site.config.base_path));
    Some(format!("User-agent: *\nAllow: {root}\nSitemap: {map}\n"))
}

/// `_headers`, which some hosts read: what cannot stand in a page (who may show it in a frame), and what holds for files
/// that are no pages. Without it the site is as safe as its pages can make it.
pub(super) fn headers(config: &Config) -> String {
    let base = encode(&config.base_path);
    format!(
        "{base}/*\n  Content-Security-Policy: frame-ancestors 'self'\n  Permissions-Policy: camera=(), geolocation=(), microphone=()\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  X-Content-Type-Options: nosniff\n  X-Frame-Options: SAMEORIGIN\n\
         {base}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n\
         {base}/sw.js\n  Cache-Control: no-cache\n"
    )
}

/// The notices of everything by others that is published with the site.
pub(super) fn licenses(theme: &Theme) -> String {
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
    out
}
