//! The rules, one per file, and their table. Those of behaviours stand with the behaviours.

mod address_collision;
mod address_reserved;
mod alias_taken;
mod behaviours;
mod date_unlikely;
mod file_unfit;
mod file_unused;
mod frame_hidden;
mod image_undescribed;
mod link_dead;
mod page_hidden;
mod path_collision;
mod relation_hidden;

use crate::diagnostic::Diagnostic;
use crate::model::Site;

/// A rule: what it has to say about a site.
pub(super) type Rule = fn(&Site) -> Vec<Diagnostic>;

/// Every rule.
pub(super) const ALL: [Rule; 13] = [
    address_collision::check,
    address_reserved::check,
    alias_taken::check,
    behaviours::check,
    date_unlikely::check,
    file_unfit::check,
    file_unused::check,
    frame_hidden::check,
    image_undescribed::check,
    link_dead::check,
    page_hidden::check,
    path_collision::check,
    relation_hidden::check,
];
