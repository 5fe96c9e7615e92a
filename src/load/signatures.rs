//! Signatures that lie beside the documents that they sign.

use super::tree::{Found, ending};
use crate::diagnostic::{Diagnostic, RuleId, Severity};
use crate::media::{self, Shelf};
use crate::office::{self, Authors};

/// A signature beside which its document does not lie.
pub(crate) const SIGNATURE_ALONE: RuleId = RuleId("signature-alone");

/// A picture that is signed, hence published as its camera wrote it.
const PICTURE_SIGNED: RuleId = RuleId("picture-signed");

/// The endings of signatures, as programs of qualified signatures write them.
const ENDINGS: [&str; 3] = ["sig", "p7s", "sgn"];

/// So many files of one stem are looked at for the one that is signed.
const NEAR: usize = 16;

/// Tells signatures what they sign. A signed document is published as it is: a byte less, and the signature would hold
/// no longer. Files come in the order of their paths. Returns what keeps any of them from being published so.
#[must_use]
pub(super) fn pair(files: &mut [Found]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for at in 0..files.len() {
        if files[at].refused || !is_signature(&files[at].path) {
            continue;
        }
        let Some(signed) = signed_by(&files[at].path, files) else {
            let alone = Diagnostic::warning(SIGNATURE_ALONE).in_file(&files[at].path).help("help");
            files[at].said.get_or_insert(alone);
            continue;
        };
        files[at].signs = Some(files[signed].path.clone());
        let document = &mut files[signed];
        if document.authors == Authors::Told {
            document.authors = Authors::Signed;
            let kept = office::Fault::Signed.message().map(|message| message.in_file(&document.path));
            document.said = document.said.take().or(kept);
        }
        if document.picture.is_some_and(|picture| picture.is_remade()) && !document.refused {
            faults.extend(keep(document));
        }
    }
    faults
}

/// Has a picture published as it is. What its camera noted is in it then: that it tells where it was taken is an error
/// here as it is of every file that nobody makes anew.
fn keep(picture: &mut Found) -> Option<Diagnostic> {
    let looked = media::look(&picture.path, &picture.disk, Shelf::Static);
    picture.picture = looked.picture;
    let found = looked.finding.map(|finding| finding.message.in_file(&picture.path));
    if let Some(fault) = found.filter(|found| found.severity == Severity::Error) {
        picture.refused = true;
        return Some(fault.help("help-signed"));
    }
    let told = Diagnostic::note(PICTURE_SIGNED).in_file(&picture.path).help("help");
    picture.said.get_or_insert(told);
    None
}

fn is_signature(path: &str) -> bool {
    ENDINGS.contains(&ending(path).as_str())
}

/// The place of the document of a signature: `plan.docx` of `plan.docx.sig`, else that of `plan.sig`.
fn signed_by(signature: &str, files: &[Found]) -> Option<usize> {
    let (stem, _) = signature.rsplit_once('.')?;
    if let Ok(at) = files.binary_search_by(|file| file.path.as_str().cmp(stem)) {
        return Some(at);
    }
    let head = format!("{stem}.");
    let first = files.partition_point(|file| file.path < head);
    let near = files[first..].iter().take(NEAR).take_while(|file| file.path.starts_with(&head));
    near.enumerate().find(|(_, file)| !is_signature(&file.path)).map(|(place, _)| first + place)
}
