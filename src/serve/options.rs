//! What the preview is told at its start.

use std::path::PathBuf;
use std::time::Duration;

use crate::i18n::Lang;

/// Settings of the preview.
#[derive(Clone, Debug, Default)]
pub struct ServeOptions {
    /// The port; `None` takes the first free one from [`DEFAULT_PORT`](crate::options::DEFAULT_PORT).
    pub port: Option<u16>,
    /// Whether to open the browser.
    pub open: bool,
    /// Folders whose changes rebuild the site, and the only ones whose files are shown, by their real paths. One that
    /// is missing is watched from when it appears.
    pub watch: Vec<PathBuf>,
    /// How long the head of a request may take, and the rest before it; `None` takes the usual time.
    pub deadline: Option<Duration>,
    /// The language of what the preview itself says.
    pub language: Lang,
}
