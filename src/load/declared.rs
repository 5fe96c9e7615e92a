//! What documents are read by: the site's settings, its theme, and the kinds and vocabularies of both.

use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::schema::Schema;
use crate::source::SourceId;
use crate::theme::Theme;

/// Texts with their places; none for a file that is no text.
pub(super) type Texts = Vec<Option<(SourceId, Arc<str>)>>;

/// What documents are read by.
#[derive(Debug)]
pub(crate) struct Declared {
    /// The site's settings.
    pub(crate) config: Arc<Config>,
    /// The theme.
    pub(crate) theme: Arc<Theme>,
    /// Kinds and vocabularies.
    pub(crate) schema: Schema,
    /// What there is to say of them.
    pub(super) messages: Vec<Diagnostic>,
    /// So many of these, the first, are about files that cannot be read: the next reading may have none of them.
    pub(super) of_files: usize,
    /// The texts that tell what documents look like: those of kinds, and `theme.yaml`.
    pub(super) kinds: Texts,
    /// Those of vocabularies.
    pub(super) vocabularies: Texts,
    /// That of the settings.
    pub(super) site: Texts,
}

impl Declared {
    /// Whether documents are read and typed by the same kinds as by another reading.
    pub(crate) fn has_kinds_of(&self, other: &Self) -> bool {
        self.kinds == other.kinds
    }

    /// Whether the settings are those of another reading, and the theme has the same parts.
    pub(crate) fn is_set_like(&self, other: &Self) -> bool {
        self.site == other.site && self.theme.has_worker() == other.theme.has_worker()
    }
}
