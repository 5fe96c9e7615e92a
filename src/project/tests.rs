//! The law of the opened project: whatever is edited, what it shows and says is what a build from nothing would.

mod edit;
mod edited;
mod hand;

use std::path::PathBuf;

use proptest::prelude::*;

use edit::{Edit, edits, renames};
use edited::Edited;

/// Holds what is shown after each edit against a clean build.
fn holds(edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut site = Edited::new();
    site.agree(&Edit::Lock)?;
    for edit in edits {
        let touched = site.edit(edit);
        site.project.changed(touched.iter().map(PathBuf::as_path));
        site.agree(edit)?;
    }
    // Also when the system lost count of what changed.
    site.project.all_changed();
    site.agree(&Edit::Lock)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_after_edits_is_what_a_clean_build_makes(edits in edits()) {
        holds(&edits)?;
    }

    #[test]
    fn pages_that_come_go_and_are_renamed_are_shown_as_by_a_clean_build(edits in renames()) {
        holds(&edits)?;
    }
}

/// The place of a contest among the documents.
const CONTEST: usize = 4;

#[test]
fn an_archive_follows_the_files_of_its_page() {
    let packed = |edits: &[Edit]| {
        let mut site = Edited::new();
        edits.iter().for_each(|edit| drop(site.edit(edit)));
        site.has("/events/contest/contest.zip")
    };
    assert!(packed(&[Edit::Offer(CONTEST, 2)]) && !packed(&[Edit::Offer(CONTEST, 1)]));
    let edits = [
        Edit::Offer(CONTEST, 2),
        Edit::Attachment(5),
        Edit::Picture(1),
        Edit::Offer(CONTEST, 1),
        Edit::Offer(CONTEST, 3),
    ];
    holds(&edits).unwrap();
}
