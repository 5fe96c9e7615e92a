//! `content/site.yaml`: what the site is called and where it lives.

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
    /// The main menu, where it is not made from the kinds.
    pub(crate) menu: Vec<MenuLink>,
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
