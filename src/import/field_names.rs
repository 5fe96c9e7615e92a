//! The fields of a kind that take what a header tells.

use std::collections::BTreeMap;

/// The fields of a kind that take what a header tells: the options of the behaviours `clauses` and `requisites`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct FieldNames {
    /// The type of the document.
    pub(crate) doc_type: String,
    /// The number of the approving act.
    pub(crate) number: String,
    /// The date of the approving act.
    pub(crate) date: String,
    /// Who issued it.
    pub(crate) issuer: String,
    /// «Принято».
    pub(crate) adopted: String,
    /// «Утверждено».
    pub(crate) approved: String,
    /// «Приложение к …».
    pub(crate) annex_to: String,
    /// In force or not.
    pub(crate) legal_status: String,
    /// The value of `legal_status` while nobody has said.
    pub(crate) status_unknown: String,
    /// Of one organisation, of a district, ….
    pub(crate) level: String,
    /// The original file.
    pub(crate) original: String,
    /// The types that the site knows, as written and as they are called; `None` when any will do.
    pub(crate) types: Option<Terms>,
    /// The levels that the site knows.
    pub(crate) levels: Option<Terms>,
}

/// The spellings of a vocabulary's terms, folded, and their labels.
pub(crate) type Terms = BTreeMap<String, String>;

impl Default for FieldNames {
    fn default() -> Self {
        let name = str::to_owned;
        Self {
            doc_type: name("doc_type"),
            number: name("number"),
            date: name("date"),
            issuer: name("issuer"),
            adopted: name("adopted"),
            approved: name("approved"),
            annex_to: name("annex_to"),
            legal_status: name("legal_status"),
            status_unknown: name("статус не определён"),
            level: name("level"),
            original: name("original"),
            types: None,
            levels: None,
        }
    }
}

impl FieldNames {
    /// Lets a field play a role; a role that is not known is passed over.
    pub(crate) fn set(&mut self, role: &str, field: &str) {
        let place = match role {
            "doc_type" => &mut self.doc_type,
            "number" => &mut self.number,
            "date" => &mut self.date,
            "issuer" => &mut self.issuer,
            "adopted" => &mut self.adopted,
            "approved" => &mut self.approved,
            "annex_to" => &mut self.annex_to,
            "legal_status" => &mut self.legal_status,
            "level" => &mut self.level,
            "original" => &mut self.original,
            _ => return,
        };
        field.clone_into(place);
    }
}
