//! A file that something published names would disappoint its readers: it is empty, of another type, of no known one.

use crate::diagnostic::Diagnostic;
use crate::model::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    site.files.iter().filter(|file| file.is_named()).filter_map(|file| file.said.clone()).collect()
}
