//! What a file is as a picture, before it is decoded.

use std::path::Path;

use super::super::sniff::Format;
use super::super::types;
use super::fault::Fault;
use super::head::{HEAVIEST, Head};
use super::notes::Notes;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::disk;
use crate::picture::{Picture, Treatment};

pub(crate) const PICTURE_POSITION: RuleId = RuleId("picture-position");

/// How much is read at first: pictures from phones begin with large notes of the camera.
const HEAD: u64 = 256 * 1024;
/// How much is read where that did not do.
const LONG_HEAD: u64 = 16 * 1024 * 1024;

/// What a file of such an ending and format is as a picture; nothing for what is none. `remade` tells whether pictures
/// that lie there are made anew before they are published.
///
/// # Errors
/// What speaks against publishing it.
pub(in crate::media) fn facts(
    ending: &str,
    format: Format,
    disk: &Path,
    remade: bool,
) -> Result<Option<Picture>, Diagnostic> {
    let notes = Notes::read(disk, format);
    let by_name = types::formats(ending);
    let decoded = [Format::Jpeg, Format::Png, Format::Webp];
    let named = by_name.iter().any(|one| decoded.contains(one));
    let known = (named || by_name.contains(&Format::Gif)).then(|| head(disk)).flatten();
    let remade = remade && named && decoded.contains(&format) && known.is_none_or(|head| !head.moves);
    if !remade && notes.tell_position(disk, format) {
        return Err(Diagnostic::error(PICTURE_POSITION).help("help").help("help-phone"));
    }
    let Some(head) = known else { return if remade { Err(Fault::Damaged.message()) } else { Ok(None) } };
    if remade && (head.width == 0 || head.height == 0) {
        return Err(Fault::Damaged.message());
    }
    if remade && head.weight() > HEAVIEST {
        return Err(Fault::TooLarge.message());
    }
    let (width, height) = if notes.lies() { (head.height, head.width) } else { (head.width, head.height) };
    let treatment = match (remade, head.is_drawing) {
        (false, _) => Treatment::Kept,
        (true, true) => Treatment::Drawing,
        (true, false) => Treatment::Photo,
    };
    Ok(Some(Picture { width, height, treatment }))
}

fn head(disk: &Path) -> Option<Head> {
    [HEAD, LONG_HEAD].into_iter().find_map(|length| {
        let bytes = disk::head(disk, length).ok()?;
        Head::of(&bytes)
    })
}
