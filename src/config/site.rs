//! The settings of a site as a whole.

use super::endpoint::Endpoint;
use super::organization::Organization;
use super::places::MenuLink;
use super::{endpoint, home, organization, places};
use crate::address::{Host, UrlPath};
use crate::diagnostic::{Diagnostic, RuleId};
use crate::legal::LegalProfile;
use crate::source::Span;
use crate::theme::BUILT_IN;
use crate::yaml::{Node, Settings};

pub(crate) const TIME_ZONE_UNKNOWN: RuleId = RuleId("time-zone-unknown");

/// Where most centres are.
const DEFAULT_ZONE: &str = "Europe/Moscow";
/// The names of the list of addresses that are gone for good.
const REMOVED: [&str; 2] = ["removed", "удалено"];

/// The settings of a site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    /// The full name.
    pub(crate) title: String,
    /// The short name.
    pub(crate) short_title: String,
    /// What the site is, in a sentence.
    pub(crate) description: String,
    /// Scheme and host without a closing `/`, in the letters of the network: `https://department.example`.
    pub(crate) origin: String,
    /// The path the site lives under, without a closing `/`: empty or `/imc`.
    pub(crate) base_path: String,
    /// The language of the content.
    pub(crate) language: String,
    /// The name of the theme.
    pub(crate) theme: String,
    /// Where the theme is named, if it is.
    pub(crate) theme_at: Option<Span>,
    /// The time zone of the centre, by its IANA name.
    pub(crate) time_zone: String,
    /// The centre.
    pub(crate) organization: Organization,
    /// What the centre is before the law, and where that is written.
    pub(crate) legal: Option<(LegalProfile, Span)>,
    /// Where the sources of the content can be seen, if anywhere.
    pub(crate) source_url: Option<String>,
    /// Hosts whose video frames are allowed.
    pub(crate) video_hosts: Vec<Host>,
    /// Links at the foot of every page.
    pub(crate) footer: Vec<MenuLink>,
    /// Addresses that were published and are gone for good, and where that is written.
    pub(crate) removed: Vec<(UrlPath, Span)>,
    /// The main menu, where it is not made from the kinds.
    pub(crate) menu: Vec<MenuLink>,
    /// Whether a file tells the host which headers to send.
    pub(crate) headers: bool,
    /// Whether documents are published with the names of those who wrote and saved them.
    pub(crate) keep_authors: bool,
    /// The server that answers the search page instead of the browser, if any.
    pub(crate) search: Option<Endpoint>,
}

impl Config {
    /// What holds where no settings can be read.
    pub(crate) fn bare() -> Self {
        Self {
            theme: BUILT_IN.to_owned(),
            language: "ru".to_owned(),
            time_zone: DEFAULT_ZONE.to_owned(),
            ..Self::default()
        }
    }

    /// Reads `site.yaml`.
    pub(crate) fn read(node: &Node) -> (Self, Vec<Diagnostic>) {
        let mut settings = Settings::new(node);
        // What is missing in a file that holds no settings at all is no news.
        if node.entries().is_empty() {
            return (Self::bare(), vec![settings.none()]);
        }
        let title = settings.required("title");
        let mut problems = Vec::new();
        let (origin, base_path) = home::read(settings.node("base_url"), node.span, &mut problems);
        let theme = settings.node("theme").filter(|node| node.text().is_some());
        let mut config = Self {
            short_title: settings.text("short_title").unwrap_or_else(|| title.clone()),
            description: settings.text("description").unwrap_or_default(),
            origin,
            base_path,
            language: language(&mut settings),
            theme: settings.text("theme").unwrap_or_else(|| BUILT_IN.to_owned()),
            theme_at: theme.map(|node| node.span),
            time_zone: time_zone(settings.node("time_zone"), &mut problems),
            organization: settings
                .node("organization")
                .map(|node| organization::read(node, &mut problems))
                .unwrap_or_default(),
            removed: REMOVED
                .iter()
                .flat_map(|name| places::removed(settings.node(name), &mut problems))
                .collect(),
            legal: legal(&mut settings),
            source_url: settings.node("source_url").and_then(|node| places::elsewhere(node, &mut problems)),
            video_hosts: places::hosts(&mut settings),
            footer: places::links(settings.node("footer"), &mut problems),
            menu: places::links(settings.node("menu"), &mut problems),
            headers: settings.flag("headers"),
            keep_authors: settings.flag("keep_authors"),
            search: settings.node("search").and_then(|node| endpoint::search(node, &mut problems)),
            title,
        };
        if config.organization.name.is_empty() {
            config.organization.name.clone_from(&config.title);
        }
        problems.extend(settings.finish());
        (config, problems)
    }
}

/// The language of the content as HTML names it (RFC 5646, its shape only): `ru`, `ru-RU`.
fn language(settings: &mut Settings<'_>) -> String {
    let given = settings.node("language");
    let written = settings.text("language").unwrap_or_else(|| "ru".to_owned());
    let mut parts = written.split('-');
    let main =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let more =
        |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if parts.next().is_some_and(main) && parts.all(more) {
        return written;
    }
    if let Some(node) = given.filter(|node| node.text().is_some()) {
        settings.invalid(node.span, "language", "help-language");
    }
    "ru".to_owned()
}

/// What the centre is before the law, if that was said.
fn legal(settings: &mut Settings<'_>) -> Option<(LegalProfile, Span)> {
    let node = settings.node("legal_profile")?;
    let profile = node.text().and_then(LegalProfile::of);
    if profile.is_none() {
        settings.invalid(node.span, "legal_profile", "help-legal-profile");
    }
    profile.map(|profile| (profile, node.span))
}

/// The centre's time zone; Moscow's when none is given or the given one does not exist.
fn time_zone(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> String {
    // The names of zones are paths of files on some systems: only a name is looked up.
    let plain = |zone: &str| {
        zone.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-' | b'+'))
    };
    let given = node.and_then(Node::text);
    let known = |zone: &&str| plain(zone) && jiff::tz::TimeZone::get(zone).is_ok();
    if let (Some(node), true) = (node, given.filter(known).is_none()) {
        problems.push(Diagnostic::error(TIME_ZONE_UNKNOWN).at(node.span).help("help"));
    }
    given.filter(known).unwrap_or(DEFAULT_ZONE).to_owned()
}
