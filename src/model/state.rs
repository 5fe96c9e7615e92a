//! Whether a document is shown on the day of the build, and whether it is kept in the archive.

use jiff::civil::Date;

use super::Visibility;
use crate::behaviour::Behaviours;
use crate::field::Values;
use crate::schema::{Schema, known};

/// Whether readers see a document.
pub(super) fn visibility(
    fields: &Values,
    behaviours: &Behaviours,
    schema: &Schema,
    today: Date,
) -> Visibility {
    let date = |name: &str| fields.get(name)?.value.moment().map(|moment| moment.date);
    let status = status(fields, schema).unwrap_or_default();
    match (date(known::PUBLISH_AT), date(known::EXPIRES_AT)) {
        _ if status == known::STATUS_DRAFT => Visibility::Draft,
        _ if behaviours.withhold(fields) => Visibility::Withheld,
        (Some(from), _) if from > today => Visibility::Scheduled(from),
        (_, Some(until)) if until <= today => Visibility::Expired(until),
        _ => Visibility::Published,
    }
}

/// Whether a document is kept at the end of lists.
pub(super) fn archived(fields: &Values, schema: &Schema) -> bool {
    status(fields, schema) == Some(known::STATUS_ARCHIVED)
}

/// Whether it is a draft, published, or in the archive.
fn status<'a>(fields: &Values, schema: &'a Schema) -> Option<&'a str> {
    Some(schema.term(fields.get(known::STATUS)?.value.term()?).id.as_str())
}
