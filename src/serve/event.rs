//! What the preview has to say in the terminal.

/// Something that happened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ServeEvent {
    /// The site can be looked at.
    Ready {
        /// Where.
        url: String,
        /// Whether changes are noticed at once; otherwise every two seconds, or (`None`) not at all.
        instant: Option<bool>,
    },
    /// A build has ended, or the rest of one found something more.
    Built {
        /// Messages that keep the new site from being shown.
        errors: usize,
        /// Messages worth looking at.
        warnings: usize,
        /// Whether what is shown changed.
        changed: bool,
        /// Whether there is a site to look at: this one, or the last good one.
        shown: bool,
    },
    /// No browser could be opened.
    NoBrowser {
        /// What to open by hand.
        url: String,
    },
}
