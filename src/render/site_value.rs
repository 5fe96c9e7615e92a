//! The value `site`: what every template knows of the whole.

use tera::{Map, Value};

use super::address::{absolute, href};
use super::dates::Calendar;
use super::map::map;
use super::place::place;
use super::policy::policy;
use crate::address::Contact;
use crate::config::{Config, MenuLink};
use crate::i18n::{self, Lang};
use crate::markup::LinkKind;
use crate::model::routes::System;
use crate::model::{Moment, Owner, Site, Target};
use crate::schema::Kind;

/// The value `site` for each item of the menu that may be current; the last is for pages under none.
pub(super) struct Sites {
    menu: Vec<MenuLink>,
    values: Vec<Value>,
}

/// A menu that a reader takes in at a glance.
const MOST_IN_MENU: usize = 7;

impl Sites {
    /// Makes the values.
    pub(super) fn new(site: &Site, lang: Lang) -> Self {
        let menu = menu(site, lang);
        let common = common(site, lang);
        let values = (0..=menu.len()).map(|current| {
            let mut value = common.clone();
            value.insert("menu".into(), links(&site.config, &menu, Some(current)));
            value.into()
        });
        Self { values: values.collect(), menu }
    }

    /// The value for a page: the item of the menu that the page lies under is current.
    pub(super) fn seen_from(&self, url: &str) -> Value {
        let under = |item: &MenuLink| url == item.url || (item.url.len() > 1 && url.starts_with(&item.url));
        let items = self.menu.iter().enumerate().filter(|(_, item)| under(item));
        let current = items.max_by_key(|(_, item)| item.url.len()).map_or(self.menu.len(), |(at, _)| at);
        self.values[current].clone()
    }
}

/// The menu of the site's settings, else the lists of the kinds that ask for a place in it. Where there are more than
/// [`MOST_IN_MENU`], the last place is that of the map, which names all of them.
fn menu(site: &Site, lang: Lang) -> Vec<MenuLink> {
    if !site.config.menu.is_empty() {
        return shown(site, &site.config.menu);
    }
    // A section without pages is a dead end; it comes into the menu with its first page.
    let kinds = site.listed.keys().map(|kind| site.schema.kind(*kind));
    let (due, free): (Vec<&Kind>, Vec<&Kind>) = kinds.partition(|kind| is_due(site, kind));
    let (due, mut menu) = (placed(&due), placed(&free));
    let map = site.routes.of(Owner::System(System::Map));
    let is_long = menu.len() + due.len() > MOST_IN_MENU;
    if is_long {
        menu.truncate((MOST_IN_MENU - 1).saturating_sub(due.len()));
    }
    menu.extend(due);
    if let (Some(map), true) = (map, is_long) {
        menu.push(MenuLink { title: i18n::text(lang, "render-map", &[]), url: map.to_owned(), span: None });
    }
    menu
}

/// Whether the law wants a way to a list on every page.
fn is_due(site: &Site, kind: &Kind) -> bool {
    site.config.legal.is_some_and(|(profile, _)| kind.due.is_of(profile))
}

/// The lists that ask for a place in the menu, in their order.
fn placed(kinds: &[&Kind]) -> Vec<MenuLink> {
    let link = |kind: &&Kind| {
        let list = kind.list.as_ref()?;
        Some((list.menu?, MenuLink { title: kind.title.clone(), url: list.address.clone(), span: None }))
    };
    let mut placed: Vec<_> = kinds.iter().filter_map(link).collect();
    placed.sort_by(|(a, first), (b, second)| a.cmp(b).then_with(|| first.title.cmp(&second.title)));
    placed.into_iter().map(|(_, link)| link).collect()
}

/// The links at the foot: those of the settings, and those that the law wants there and the menu of the settings may
/// lack.
fn footer(site: &Site) -> Vec<MenuLink> {
    let mut links = shown(site, &site.config.footer);
    let kinds = site.listed.keys().map(|kind| site.schema.kind(*kind)).filter(|kind| is_due(site, kind));
    let due = placed(&kinds.collect::<Vec<_>>());
    let is_there = |link: &MenuLink, links: &[MenuLink]| links.iter().any(|one| one.url == link.url);
    due.into_iter().for_each(|link| {
        if !is_there(&link, &links) {
            links.push(link)
        }
    });
    links
}

/// The links without those to pages that readers do not see.
fn shown(site: &Site, links: &[MenuLink]) -> Vec<MenuLink> {
    let leads = |url: &str| match site.resolve_anywhere(&LinkKind::Root, url) {
        Target::Address(address) => site.hidden_at(&address).is_none(),
        _ => true,
    };
    let hidden = |url: &str| url.starts_with('/') && !leads(url);
    links.iter().filter(|link| !hidden(&link.url)).cloned().collect()
}

/// A way to reach the centre: what is read, and where it leads.
fn contact(contact: Option<&Contact>, part: fn(&Contact) -> &str) -> Value {
    contact.map_or("", part).into()
}

fn links(config: &Config, links: &[MenuLink], current: Option<usize>) -> Value {
    let items = links.iter().enumerate().map(|(at, link)| {
        map([
            ("title", link.title.as_str().into()),
            ("url", href(config, &link.url).into()),
            ("current", (Some(at) == current).into()),
        ])
    });
    items.collect::<Vec<_>>().into()
}

fn common(site: &Site, lang: Lang) -> Map {
    let config = &site.config;
    let centre = &config.organization;
    let organization = map([
        ("name", centre.name.as_str().into()),
        ("short_name", centre.short_name.as_str().into()),
        ("address", centre.address.as_str().into()),
        ("phone", contact(centre.phone.as_ref(), |phone| &phone.text)),
        ("phone_href", contact(centre.phone.as_ref(), |phone| &phone.href)),
        ("email", contact(centre.email.as_ref(), |mail| &mail.text)),
        ("email_href", contact(centre.email.as_ref(), |mail| &mail.href)),
        ("hours", centre.hours.as_str().into()),
        ("founder", centre.founder.as_str().into()),
        ("founder_url", centre.founder_url.clone().into()),
    ]);
    let today = Calendar::new(lang, site.today).moment(Moment { date: site.today, time: None });
    let hosts: Vec<Value> = config.video_hosts.iter().map(|host| host.as_str().into()).collect();
    let pairs: [(&'static str, Value); 18] = [
        ("title", config.title.as_str().into()),
        ("short_title", config.short_title.as_str().into()),
        ("description", config.description.as_str().into()),
        ("origin", config.origin.as_str().into()),
        ("base_url", absolute(config, "/").into()),
        ("base_path", config.base_path.as_str().into()),
        ("language", config.language.as_str().into()),
        ("today", today),
        ("time_zone", config.time_zone.as_str().into()),
        ("organization", organization),
        ("legal_profile", config.legal.map(|(profile, _)| profile.name()).into()),
        ("footer", links(config, &footer(site), None)),
        ("feed", site.routes.feed(None).map(|feed| href(config, feed)).into()),
        ("source_url", config.source_url.clone().into()),
        ("policy", Value::safe_string(&policy(config))),
        ("video_hosts", hosts.into()),
        ("search", map(place(site))),
        ("build", map([("version", env!("CARGO_PKG_VERSION").into())])),
    ];
    pairs.into_iter().map(|(name, value)| (name.into(), value)).collect()
}
