//! `organization`: the centre that owns the site.

use super::places::elsewhere;
use crate::address::{Contact, mail, phone};
use crate::diagnostic::Diagnostic;
use crate::yaml::{Node, Settings};

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
    pub(crate) phone: Option<Contact>,
    /// Its mail address.
    pub(crate) email: Option<Contact>,
    /// When it is open.
    pub(crate) hours: String,
    /// Who founded it, or of what it is a part.
    pub(crate) founder: String,
    /// Where the founder is told of.
    pub(crate) founder_url: Option<String>,
}

/// Reads the setting.
pub(super) fn read(node: &Node, problems: &mut Vec<Diagnostic>) -> Organization {
    let mut settings = Settings::new(node);
    let organization = Organization {
        phone: contact(&mut settings, "phone", phone, "help-phone"),
        email: contact(&mut settings, "email", mail, "help-email"),
        name: settings.text("name").unwrap_or_default(),
        short_name: settings.text("short_name").unwrap_or_default(),
        address: settings.text("address").unwrap_or_default(),
        hours: settings.text("hours").unwrap_or_default(),
        founder: settings.text("founder").unwrap_or_default(),
        founder_url: settings.node("founder_url").and_then(|node| elsewhere(node, problems)),
    };
    problems.extend(settings.finish());
    organization
}

fn contact(
    settings: &mut Settings<'_>,
    name: &'static str,
    read: fn(&str) -> Option<Contact>,
    help: &'static str,
) -> Option<Contact> {
    let written = settings.text(name).filter(|written| !written.trim().is_empty())?;
    let contact = read(written.trim());
    if let (None, Some(node)) = (&contact, settings.node(name)) {
        settings.invalid(node.span, name, help);
    }
    contact
}
