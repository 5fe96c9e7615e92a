//! What a site decides about the HTML of its texts.

use crate::address::Host;

/// What a site decides about the HTML of its texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct HtmlOptions {
    /// Hosts whose frames (videos) may be shown: `rutube.ru`.
    pub(crate) frame_hosts: Vec<Host>,
    /// Words that a page adds to a text.
    pub(crate) labels: Labels,
}

/// Words that a page adds to a text, most of them for screen readers alone; left out when empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// A table that can be scrolled (`markup-table` of the translations).
    pub(crate) table: String,
    /// The way back from a footnote (`markup-footnote-back`).
    pub(crate) footnote_back: String,
    /// Where a page of a printed document begins, its number behind the word (`render-leaf`).
    pub(crate) leaf: String,
    /// A task of a list that is done, and one that is not (`markup-task-done`, `markup-task-open`).
    pub(crate) tasks: [String; 2],
    /// What is set apart from a text, as its readers see it: a note, advice, something important, a warning, a danger.
    pub(crate) alerts: [String; 5],
}
