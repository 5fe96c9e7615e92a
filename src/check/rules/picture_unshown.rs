//! A page shows as a picture what browsers show as none: a document, a film, a picture of a format that only some
//! programs know. Readers would see an empty place.

use super::super::guide::Guide;
use crate::diagnostic::{Diagnostic, RuleId, Severity};
use crate::markup::LinkKind;
use crate::model::{FileId, PageId, SiteFile, Target};
use crate::source::Span;

const RULE: RuleId = RuleId("picture-unshown");

/// What every browser shows (MDN, "Image file type and format guide").
const SHOWN: [&str; 12] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "gif", "webp", "svg", "avif", "bmp", "ico"];
/// What phones of one make write.
const PHONE: [&str; 2] = ["heic", "heif"];
/// Other pictures, to be saved anew.
const PICTURES: [&str; 7] = ["tif", "tiff", "psd", "ai", "eps", "cdr", "djvu"];
/// What is watched or listened to.
const PLAYED: [&str; 18] = [
    "mp4", "m4v", "webm", "ogv", "mov", "avi", "mkv", "wmv", "mpg", "mpeg", "3gp", "mp3", "m4a", "aac",
    "ogg", "opus", "wav", "flac",
];

pub(super) fn check(guide: &Guide<'_>, id: PageId) -> Vec<Diagnostic> {
    let site = guide.site;
    let page = site.page(id);
    if !page.is_published() {
        return Vec::new();
    }
    let mut shown: Vec<(FileId, Span)> = Vec::new();
    for (link, target) in page.links().zip(&*site.targets[id]) {
        if let (true, Target::File(file)) = (link.image, target) {
            shown.push((*file, link.span));
        }
    }
    for (name, typed) in &page.fields {
        typed.leaves(name, &mut |_, leaf| {
            let file = leaf.value.file().filter(|_| !leaf.value.is_download());
            shown.extend(file.map(|file| (file, leaf.span)));
        });
    }
    let files = shown.into_iter().filter_map(|(file, span)| Some(unshown(site.file(file))?.at(span)));
    let pages = page.links().zip(&*site.targets[id]).filter(|(link, target)| {
        link.image
            && matches!(target, Target::Page(..) | Target::NoSuchPlace(..))
            && link.kind != LinkKind::External
    });
    let pages = pages.map(|(link, _)| {
        let wiki = matches!(link.kind, LinkKind::Wiki { .. });
        let problem = Diagnostic::error(RULE).at(link.span).arg("name", &link.target).arg("ending", "md");
        problem.help(if wiki { "help-page" } else { "help" })
    });
    files.chain(pages).collect()
}

/// What there is to say of a file that is to be shown; of one that is not published at all, it is said already.
fn unshown(file: &SiteFile) -> Option<Diagnostic> {
    let ending = file.ending();
    let refused = file.said.as_ref().is_some_and(|said| said.severity == Severity::Error);
    if SHOWN.contains(&&*ending) || refused {
        return None;
    }
    let help = match &*ending {
        ending if PHONE.contains(&ending) => "help-phone",
        ending if PICTURES.contains(&ending) => "help-picture",
        ending if PLAYED.contains(&ending) => "help-played",
        _ => "help",
    };
    Some(Diagnostic::error(RULE).arg("name", file.name()).arg("ending", ending).help(help))
}
