//! What search can be narrowed by: which facets there are, in which order, and what each kind gives to them.

use super::{Kind, Schema};

/// The kind itself.
pub(crate) const KIND: &str = "kind";
/// The school year of the document's date.
pub(crate) const SCHOOL_YEAR: &str = "school_year";
/// The status on the day of the build.
pub(crate) const STATE: &str = "state";
/// Whether files can be downloaded.
pub(crate) const FILE: &str = "file";

/// The facets that lead on the search page, in its order; those of single kinds follow.
const FIRST: [&str; 7] = [KIND, "subjects", "levels", SCHOOL_YEAR, "associations", STATE, FILE];
/// Fields by which documents are narrowed whatever their kind.
const COMMON: [&str; 4] = ["subjects", "levels", "associations", "audience"];

impl Kind {
    /// The fields of this kind that are facets. What plays its status is one already, for all kinds together.
    pub(crate) fn facet_fields(&self) -> Vec<&str> {
        let own = self.facets.iter().map(String::as_str);
        let own = own.filter(|name| !COMMON.contains(name) && !self.behaviours.is_status(name));
        COMMON.into_iter().chain(own).collect()
    }
}

impl Schema {
    /// All facets in the order of the search page.
    pub(crate) fn facets(&self) -> Vec<&str> {
        let mut all = FIRST.to_vec();
        for name in self.kinds.iter().flat_map(Kind::facet_fields) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    /// What a field is called by most of the kinds that have it; of equals, by the first.
    pub(crate) fn field_label(&self, name: &str) -> Option<&str> {
        let fields = self.kinds.iter().flat_map(|kind| kind.fields.iter());
        let labels: Vec<&str> =
            fields.filter(|field| field.name == name).map(|field| field.label.as_str()).collect();
        let count = |label: &str| labels.iter().filter(|one| **one == label).count();
        labels.iter().copied().rev().max_by_key(|label| count(label))
    }
}
