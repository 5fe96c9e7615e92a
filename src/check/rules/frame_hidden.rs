//! A frame of another site (a video) whose host the site's settings do not allow, so that it is not shown.

use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::frame_allowed;
use crate::model::Site;

const RULE: RuleId = RuleId("frame-hidden");

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let hosts = &site.config.video_hosts;
    let frames = site.published().flat_map(|(_, page)| page.frames());
    let hidden = frames.filter(|frame| !frame_allowed(&frame.address, hosts));
    hidden
        .map(|frame| Diagnostic::warning(RULE).at(frame.span).arg("address", &frame.address).help("help"))
        .collect()
}
