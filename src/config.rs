//! `content/site.yaml`: what the site is called and where it lives.

mod endpoint;

pub(crate) use endpoint::Endpoint;

/// The settings of a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    /// The full name.
    pub(crate) title: String,
    /// The short name.
    pub(crate) short_title: String,
    /// What the site is, in a sentence.
    pub(crate) description: String,
    /// Scheme and host without a closing `/`: `https://department.example`.
    pub(crate) origin: String,
    /// The path the site lives under, without a closing `/`: empty or `/imc`.
    pub(crate) base_path: String,
    /// The language of the content.
    pub(crate) language: String,
    /// The name of the theme.
    pub(crate) theme: String,
    /// The time zone of the centre, by its IANA name.
    pub(crate) time_zone: String,
    /// The centre.
    pub(crate) organization: Organization,
    /// Where the sources of the content can be seen, if anywhere.
    pub(crate) source_url: Option<String>,
    /// Hosts whose video frames are allowed.
    pub(crate) video_hosts: Vec<String>,
    /// Links at the foot of every page.
    pub(crate) footer: Vec<MenuLink>,
    /// Addresses that were published and are gone for good.
    pub(crate) removed: Vec<String>,
    /// The main menu, where it is not made from the kinds.
    pub(crate) menu: Vec<MenuLink>,
    /// The server that answers the search page instead of the browser, if any.
    pub(crate) search: Option<Endpoint>,
}

/// The centre that owns the site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Organization {
    /// Its full name.
    pub(crate) name: String,
    /// Its short name.
    pub(crate) short_name: String,
    /// Its postal address.
    pub(crate) address: String,
    /// Its telephone.
    pub(crate) phone: String,
    /// Its mail address.
    pub(crate) email: String,
    /// When it is open.
    pub(crate) hours: String,
}

/// A link of a menu.
#[derive(Clone, Debug)]
pub(crate) struct MenuLink {
    /// Its words.
    pub(crate) title: String,
    /// Its address: root-relative without the base path, or absolute.
    pub(crate) url: String,
}

use crate::diagnostic::Diagnostic;
use crate::yaml::{Node, Settings};

pub(crate) const BASE_URL_INVALID: crate::diagnostic::RuleId = crate::diagnostic::RuleId("base-url-invalid");
pub(crate) const TIME_ZONE_UNKNOWN: crate::diagnostic::RuleId =
    crate::diagnostic::RuleId("time-zone-unknown");
/// Where most centres are.
const DEFAULT_ZONE: &str = "Europe/Moscow";
pub(crate) const BASE_URL_MISSING: crate::diagnostic::RuleId = crate::diagnostic::RuleId("base-url-missing");

impl Config {
    /// Reads `site.yaml`.
    pub(crate) fn read(node: &Node) -> (Self, Vec<Diagnostic>) {
        let mut settings = Settings::new(node);
        let title = settings.required("title");
        let mut problems = Vec::new();
        let (origin, base_path) = match settings.node("base_url") {
            Some(url) => split_url(url.text().unwrap_or_default()).unwrap_or_else(|| {
                problems.push(Diagnostic::error(BASE_URL_INVALID).at(url.span).help("help"));
                Default::default()
            }),
            None => {
                problems.push(Diagnostic::warning(BASE_URL_MISSING).at(node.span).help("help"));
                Default::default()
            }
        };
        let config = Self {
            short_title: settings.text("short_title").unwrap_or_else(|| title.clone()),
            title,
            description: settings.text("description").unwrap_or_default(),
            origin,
            base_path,
            language: settings.text("language").unwrap_or_else(|| "ru".to_owned()),
            theme: settings.text("theme").unwrap_or_else(|| "imc".to_owned()),
            time_zone: time_zone(settings.node("time_zone"), &mut problems),
            organization: settings
                .node("organization")
                .map(|node| organization(node, &mut problems))
                .unwrap_or_default(),
            removed: [settings.texts("removed"), settings.texts("удалено")].concat(),
            source_url: settings.text("source_url"),
            video_hosts: settings.texts("video_hosts"),
            footer: links(settings.node("footer"), &mut problems),
            menu: links(settings.node("menu"), &mut problems),
            search: settings.node("search").and_then(|node| endpoint::search(node, &mut problems)),
        };
        let mut config = config;
        if config.organization.name.is_empty() {
            config.organization.name.clone_from(&config.title);
        }
        problems.extend(settings.finish());
        (config, problems)
    }
}

/// The centre's time zone; Moscow's when none is given or the given one does not exist.
fn time_zone(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> String {
    let given = node.and_then(Node::text);
    if let (Some(node), true) = (node, given.is_none_or(|zone| jiff::tz::TimeZone::get(zone).is_err())) {
        problems.push(Diagnostic::error(TIME_ZONE_UNKNOWN).at(node.span).help("help"));
    }
    given.unwrap_or(DEFAULT_ZONE).to_owned()
}

fn organization(node: &Node, problems: &mut Vec<Diagnostic>) -> Organization {
    let mut settings = Settings::new(node);
    let mut text = |name| settings.text(name).unwrap_or_default();
    let organization = Organization {
        name: text("name"),
        short_name: text("short_name"),
        address: text("address"),
        phone: text("phone"),
        email: text("email"),
        hours: text("hours"),
    };
    problems.extend(settings.finish());
    organization
}

fn links(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Vec<MenuLink> {
    let mut links = Vec::new();
    for item in node.map_or(&[][..], Node::items) {
        let mut settings = Settings::new(item);
        links.push(MenuLink { title: settings.required("title"), url: settings.required("url") });
        problems.extend(settings.finish());
    }
    links
}

/// Splits an absolute web address into its origin and its path without a closing `/`.
fn split_url(url: &str) -> Option<(String, String)> {
    let (scheme, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let sound = matches!(scheme, "http" | "https") && !host.is_empty() && !url.contains([' ', '?', '#']);
    let path = path.trim_matches('/');
    let base = if path.is_empty() { String::new() } else { format!("/{path}") };
    sound.then(|| (format!("{scheme}://{host}"), base))
}
