//! `kabinet serve`: the preview.

use super::Said;
use crate::diagnostic::Look;
use crate::options::Options;

/// Serves the site on loopback until it is stopped.
pub(super) fn serve(_options: &Options, _port: u16, _open: bool, _look: &Look) -> anyhow::Result<Said> {
    anyhow::bail!("not merged yet")
}
