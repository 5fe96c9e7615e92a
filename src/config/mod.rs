//! `content/site.yaml`: what the site is called and where it lives.
//!
//! Every setting is checked where it is written, and what is kept of it is what pages may hold: an address is an
//! address, a host is a host. Nobody behind this module looks at them again.

mod endpoint;
mod home;
mod organization;
mod places;
mod site;

pub(crate) use places::MenuLink;
pub(crate) use site::Config;
