//! What a page offers as one archive, and how the text in it is written.

use tera::Value;

use super::context::Context;
use super::map::map;
use super::sizes;
use crate::artifact::OutPath;
use crate::model::{Owner, PageId, Site, archive};

/// What the button says: the address, what the archive is called once it is loaded down, how many files there are and how large they are together; none where no archive
/// is made.
pub(super) fn offer(context: &Context, id: PageId) -> Value {
    let site = &context.site;
    let made = site.routes.of(Owner::Archive(id)).zip(archive::of(site, site.page(id)));
    let Some((address, made)) = made else { return Value::none() };
    let size = made.size(site).map(|size| sizes::text(size, context.kit.lang));
    map([
        ("url", context.href(address).into()),
        ("name", archive::called(site.page(id)).into()),
        ("count", made.count().into()),
        ("size_text", size.into()),
    ])
}

/// Whether what was drawn for a path is the text that goes into an archive, and not what will lie there.
pub(super) fn is_note(site: &Site, path: &OutPath) -> bool {
    let owner = || site.routes.at_path(path).map(|route| route.owner);
    path.as_str().ends_with(archive::ENDING) && matches!(owner(), Some(Owner::Archive(_)))
}
