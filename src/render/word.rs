//! A document with numbered clauses taken back to Word, for a school that adapts it.

use tera::Value;

use super::body;
use super::context::Context;
use super::map::map;
use crate::model::{Owner, PageId, archive};
use crate::office;

/// The file: the text of the page, its numbers as they are printed.
pub(super) fn file(context: &Context, id: PageId) -> Option<Vec<u8>> {
    let page = context.site.page(id);
    office::word(&page.title, &body::page(context, page).html)
}

/// Where it lies and how it is called by those who have loaded it down; none where there is none.
pub(super) fn offer(context: &Context, id: PageId) -> Value {
    let offered = context.site.routes.of(Owner::Word(id)).map(|address| {
        let name = archive::titled(context.site.page(id), ".docx");
        map([("url", context.href(address).into()), ("name", name.into())])
    });
    offered.into()
}
