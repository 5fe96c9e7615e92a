//! What search can be narrowed by: which facets there are, in which order, and what each kind gives to them. Fields are
//! named by the theme; what is no field has its name here.

use super::{Kind, Schema};

/// The kind itself.
pub(crate) const KIND: &str = "kind";
/// What lists of pages are found under beside the kinds; no kind of a theme is called so.
pub(crate) const LIST: &str = "list";
/// The school year of the document's date.
pub(crate) const SCHOOL_YEAR: &str = "school_year";
/// The status on the day of the build.
pub(crate) const STATE: &str = "state";
/// Whether files can be downloaded.
pub(crate) const FILE: &str = "file";

/// Facets that are no fields.
pub(super) const OWN: [&str; 4] = [KIND, SCHOOL_YEAR, STATE, FILE];

impl Schema {
    /// The fields of a kind that are facets: those that lead whatever the kind, then its own. What plays its status is
    /// one already, for all kinds together.
    pub(crate) fn facet_fields<'s>(&'s self, kind: &'s Kind) -> Vec<&'s str> {
        let leading = || self.leading().filter(|name| !OWN.contains(name));
        let own = kind.facets.iter().map(String::as_str);
        let own =
            own.filter(|name| leading().all(|other| other != *name) && !kind.behaviours.is_status(name));
        leading().chain(own).collect()
    }

    /// All facets in the order of the search page.
    pub(crate) fn facets(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.leading().collect();
        for name in self.kinds.iter().flat_map(|kind| self.facet_fields(kind)) {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        all
    }

    /// The facets that the theme puts first; those of the engine, where it names none.
    fn leading(&self) -> impl Iterator<Item = &str> {
        let own = OWN.iter().filter(|_| self.leading_facets.is_empty()).copied();
        self.leading_facets.iter().map(String::as_str).chain(own)
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
