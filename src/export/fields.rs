//! The fields of a document, and their types.

/// The type of a field, whatever a server calls it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Type {
    /// Compared as a whole.
    Keyword,
    /// Several values, each compared as a whole.
    Keywords,
    /// Words as people write them.
    Text,
    /// Words that are stems already.
    Stems,
    /// A day.
    Date,
    /// A whole number.
    Integer,
}

/// The fields of every document but the facets.
pub(super) const FIELDS: [(&str, Type); 13] = [
    ("id", Type::Keyword),
    ("page", Type::Keyword),
    ("anchor", Type::Keyword),
    ("title", Type::Text),
    ("heading", Type::Text),
    ("text", Type::Text),
    ("title_stems", Type::Stems),
    ("stems", Type::Stems),
    ("kind", Type::Keyword),
    ("kind_label", Type::Keyword),
    ("date", Type::Date),
    ("standing", Type::Keyword),
    ("links", Type::Integer),
];

/// The field of a facet. A dot would make an object of it.
pub(super) fn facet_field(id: &str) -> String {
    format!("facet_{}", id.replace('.', "_"))
}
