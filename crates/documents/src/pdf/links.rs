//! Where a page leads: areas with addresses.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Rect as Area, String as Bytes};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Rect};

use super::strings;

/// More areas than this are not looked at: every letter is held against each.
const MOST: usize = 500;

/// The areas of a page that lead to addresses elsewhere.
pub(super) fn of(page: &Page<'_>, place: Affine) -> Vec<(Rect, String)> {
    let Some(notes) = page.raw().get::<Array<'_>>(b"Annots") else { return Vec::new() };
    let found = notes.iter::<Dict<'_>>().take(MOST).filter_map(|note| {
        let is_link = note.get::<Name<'_>>(b"Subtype")?.as_ref() == b"Link";
        let action = note.get::<Dict<'_>>(b"A").filter(|_| is_link)?;
        let address = strings::text(action.get::<Bytes<'_>>(b"URI")?.as_bytes());
        let area = note.get::<Area>(b"Rect")?;
        Some((place.transform_rect_bbox(Rect::new(area.x0, area.y0, area.x1, area.y1)), address))
    });
    found.filter(|(_, address)| address.len() < 4096).collect()
}
