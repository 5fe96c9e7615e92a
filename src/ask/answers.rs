//! Who answers.

use std::sync::Arc;

use super::answer::Answer;
use super::lists::Lists;
use super::question::Question;
use super::view::View;
use super::{mentions, query, reverse, succession};
use crate::model::{PageId, Site};

/// A site that answers.
pub(crate) struct Answers {
    view: View,
}

impl Answers {
    /// Makes ready to answer.
    pub(crate) fn new(site: &Arc<Site>, lists: &Arc<Lists>) -> Self {
        Self { view: View::new(site, lists) }
    }

    /// What is answered from.
    pub(crate) fn view(&self) -> &View {
        &self.view
    }

    /// Answers a question.
    pub(crate) fn answer(&self, question: &Question) -> Answer {
        let view = &self.view;
        match question {
            Question::Query(query) => Answer::Pages(query::pages(view, query)),
            Question::Reverse(id) => Answer::Groups(reverse::groups(view, *id)),
            Question::Related { of, kind, limit } => {
                let fits = |other: PageId| kind.is_none_or(|kind| view.site.page(other).kind == kind);
                Answer::Pages(view.lists.related(&view.site).nearest(&view.site, *of, *limit, fits))
            }
            Question::Mentions(id) => Answer::Places { of: *id, places: mentions::places(view, *id) },
            Question::ReplacedBy(id) => Answer::Pages(succession::replaced_by(view, *id)),
            Question::AmendedBy(id) => Answer::Changes { of: *id, by: succession::amended_by(view, *id) },
            Question::Terms(vocabulary) => Answer::Terms(view.terms_in_use(*vocabulary)),
        }
    }
}
