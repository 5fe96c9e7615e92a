//! A frame of another site (a video) whose host the site's settings do not allow, so that it is not shown.

use super::super::guide::Guide;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::markup::frame_allowed;
use crate::model::PageId;

const RULE: RuleId = RuleId("frame-hidden");

pub(super) fn check(guide: &Guide<'_>, id: PageId) -> Vec<Diagnostic> {
    let hosts = &guide.site.config.video_hosts;
    let page = guide.site.page(id);
    let hidden = page.frames().filter(|frame| page.is_published() && !frame_allowed(&frame.address, hosts));
    hidden
        .map(|frame| Diagnostic::warning(RULE).at(frame.span).arg("address", &frame.address).help("help"))
        .collect()
}
