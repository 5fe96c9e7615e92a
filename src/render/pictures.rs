//! Pictures as pages show them: the addresses of all that is made of a file, for `<picture>`.

use super::context::Context;
use crate::model::{FileId, SiteFile};
use crate::picture::{Encoding, Operation};

/// A picture for HTML.
pub(super) struct Shown {
    /// The address for browsers that know no other.
    pub(super) src: String,
    /// The width and height in which it would be shown where there is room.
    pub(super) size: Option<(u32, u32)>,
    /// Addresses by widths, for browsers without WebP.
    pub(super) srcset: Option<String>,
    /// Addresses by widths in WebP.
    pub(super) webp: Option<String>,
    /// The address of the largest, in a format that every program opens.
    pub(super) large: String,
}

/// What is shown of a file.
pub(super) fn shown(context: &Context, id: FileId) -> Shown {
    let file = context.site.file(id);
    let (webp, others): (Vec<Operation>, Vec<Operation>) =
        context.site.pictures_of(id).into_iter().partition(|one| one.encoding == Encoding::Webp);
    let address = |one: &Operation| file.path_of(one).map(|path| context.file_href(&path));
    match (others.first().and_then(address), others.last().and_then(address)) {
        (Some(src), Some(large)) => Shown {
            src,
            size: others.last().map(|one| (one.width, one.height)),
            srcset: Some(srcset(context, file, &others)),
            webp: Some(srcset(context, file, &webp)),
            large,
        },
        _ => {
            let src = context.file_href(&file.path);
            let size = file.picture.map(|picture| (picture.width, picture.height));
            Shown { large: src.clone(), src, size, srcset: None, webp: None }
        }
    }
}

/// «/a-400.webp 400w, /a-800.webp 800w».
fn srcset(context: &Context, file: &SiteFile, operations: &[Operation]) -> String {
    let one = |operation: &Operation| {
        // A comma would end the address.
        let address = context.file_href(&file.path_of(operation)?).replace(',', "%2C");
        Some(format!("{address} {}w", operation.width))
    };
    operations.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}
