//! Where pages are written, those included that readers do not see (yet, or any more): their authors want to see them
//! before.

use jiff::civil::Date;

use super::address;
use crate::artifact::OutPath;
use crate::model::{PageId, Site, Visibility};
use crate::schema::Need;

/// Where a page is written, where it lies, and whether readers see it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    /// The page.
    pub(crate) page: PageId,
    /// Its file in the output.
    pub(crate) path: OutPath,
    /// The file that it is written in.
    pub(crate) source: String,
    /// Why readers do not see it, by the key of the words for it, with the day that it is about.
    pub(crate) hidden: Option<(&'static str, Option<Date>)>,
    /// The labels of fields that must be filled in before readers can see it.
    pub(crate) unfilled: Vec<String>,
}

/// Where a page is written; nothing for one that can lie nowhere.
pub(crate) fn written(site: &Site, id: PageId) -> Option<Written> {
    let page = site.page(id);
    let path = address::file_of(&page.url)?;
    let source = site.sources.get(page.source).path().to_owned();
    let lacks = |name: &str| page.field(name).is_none();
    let needed = site.schema.kind(page.kind).fields.iter().filter(|field| field.need == Need::Required);
    let unfilled = needed.filter(|field| lacks(&field.name)).map(|field| field.label.clone()).collect();
    Some(Written { page: id, path, source, hidden: why_hidden(page.visibility), unfilled })
}

fn why_hidden(visibility: Visibility) -> Option<(&'static str, Option<Date>)> {
    match visibility {
        Visibility::Published => None,
        Visibility::Draft => Some(("draft", None)),
        Visibility::Scheduled(day) => Some(("scheduled", Some(day))),
        Visibility::Expired(day) => Some(("expired", Some(day))),
        Visibility::Withheld => Some(("withheld", None)),
    }
}
