//! The fields that the engine itself knows by name. All others are data of the theme.

/// What a document is called.
pub(crate) const TITLE: &str = "title";
/// By which a document chooses its own name.
pub(crate) const ID: &str = "id";
/// A sentence or two about it.
pub(crate) const SUMMARY: &str = "summary";
/// The day by which it is sorted and shown.
pub(crate) const DATE: &str = "date";
/// Whether it is a draft, published, or kept in the archive.
pub(crate) const STATUS: &str = "status";
/// The term of [`STATUS`] that hides a document.
pub(crate) const STATUS_DRAFT: &str = "draft";
/// The term of [`STATUS`] that keeps a document at the end of lists.
pub(crate) const STATUS_ARCHIVED: &str = "archived";
/// When it was changed last in a way that matters to readers.
pub(crate) const UPDATED: &str = "updated";
/// Since when it is shown.
pub(crate) const PUBLISH_AT: &str = "publish_at";
/// Since when it is shown no more.
pub(crate) const EXPIRES_AT: &str = "expires_at";
/// Its former addresses.
pub(crate) const ALIASES: &str = "aliases";
/// The files published with it: groups of [`FILE`] and [`TITLE`].
pub(crate) const ATTACHMENTS: &str = "attachments";
/// The file of an attachment.
pub(crate) const FILE: &str = "file";
/// The files that are published with the changes, comments and hidden parts that are in them.
pub(crate) const WITH_MARKS: &str = "with_marks";
/// A picture that stands for it.
pub(crate) const COVER: &str = "cover";
/// Pictures that belong to it, shown together.
pub(crate) const PHOTOS: &str = "photos";
/// Whether search engines are asked to leave it out.
pub(crate) const NOINDEX: &str = "noindex";
/// Its place among others, as a number.
pub(crate) const WEIGHT: &str = "weight";
/// Whether the people on it agreed to be shown.
const CONSENT: &str = "consent";
/// When they did.
const CONSENT_DATE: &str = "consent_date";

/// What stands in a place of its own on a page, in its address or in its files, or is not shown at all.
const ELSEWHERE: [&str; 17] = [
    ID,
    TITLE,
    SUMMARY,
    DATE,
    UPDATED,
    STATUS,
    PUBLISH_AT,
    EXPIRES_AT,
    ALIASES,
    ATTACHMENTS,
    WITH_MARKS,
    COVER,
    PHOTOS,
    NOINDEX,
    WEIGHT,
    CONSENT,
    CONSENT_DATE,
];

/// Of these, what readers may look for by its words. Title, summary and files have places of their own in search.
const SAID: [&str; 4] = [DATE, UPDATED, COVER, PHOTOS];

/// Whether a field of every document is shown elsewhere than in the table of fields, or not at all.
pub(crate) fn is_elsewhere(name: &str) -> bool {
    ELSEWHERE.contains(&name)
}

/// Whether a field says something that a reader would look for in the text of a page.
pub(crate) fn is_said(name: &str) -> bool {
    !is_elsewhere(name) || SAID.contains(&name)
}

/// Names that every page answers to, whether its kind declares them or not: the status by the calendar and the school
/// year of its day are fields of none.
pub(crate) const ANSWERED: [&str; 5] = [ID, TITLE, DATE, "state", "school_year"];
