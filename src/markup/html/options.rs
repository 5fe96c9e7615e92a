//! What a site decides about the HTML of its texts.

use crate::address::Host;

/// What a site decides about the HTML of its texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct HtmlOptions {
    /// Hosts whose frames (videos) may be shown: `rutube.ru`.
    pub(crate) frame_hosts: Vec<Host>,
    /// Names that only screen readers say.
    pub(crate) labels: Labels,
}

/// Names that only screen readers say; left out when empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// A table that can be scrolled (`markup-table` of the translations).
    pub(crate) table: String,
    /// The way back from a footnote (`markup-footnote-back`).
    pub(crate) footnote_back: String,
}
