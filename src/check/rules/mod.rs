//! The rules, one per file, and their tables. Those of behaviours stand with the behaviours.

mod address_collision;
mod address_reserved;
mod alias_taken;
mod behaviours;
mod date_unlikely;
mod file_unfit;
mod file_unused;
mod frame_hidden;
mod image_undescribed;
mod legal_differs;
mod legal_due;
mod link_dead;
mod page_hidden;
mod path_collision;
mod picture_unshown;
mod proof_outdated;
mod relation_hidden;
mod removed_live;
mod weekday_wrong;

use super::guide::Guide;
use crate::diagnostic::Diagnostic;
use crate::model::{Page, PageId, Site};

/// A rule about names, addresses and files: what it has to say about a site. It looks at few pages, so that it is asked
/// each time.
pub(super) type OfSites = fn(&Site) -> Vec<Diagnostic>;

/// A rule about texts: what it has to say about a page. Of other pages it asks for what a link leads to alone.
pub(super) type OfTexts = fn(&Guide<'_>, PageId) -> Vec<Diagnostic>;

/// A rule about a page alone: of the site it asks for sources, settings, kinds and the day.
pub(super) type OfPages = fn(&Site, &Page) -> Vec<Diagnostic>;

pub(in crate::check) use behaviours::{concerns, pointed, pointed_at, together};
pub(in crate::check) use link_dead::of_menus;
pub(in crate::check) use proof_outdated::of_proofs;

/// Every rule about names, addresses and files.
pub(super) const OF_SITES: [OfSites; 10] = [
    address_collision::check,
    address_reserved::check,
    alias_taken::check,
    file_unfit::check,
    file_unused::check,
    legal_differs::check,
    legal_due::check,
    path_collision::check,
    relation_hidden::check,
    removed_live::check,
];

/// Every rule about texts.
pub(super) const OF_TEXTS: [OfTexts; 4] =
    [frame_hidden::check, image_undescribed::check, link_dead::check, picture_unshown::check];

/// Every rule about pages alone.
pub(super) const OF_PAGES: [OfPages; 4] =
    [behaviours::alone, date_unlikely::check, page_hidden::check, weekday_wrong::check];
