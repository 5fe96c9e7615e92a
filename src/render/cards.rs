//! Cards: what lists, relations and answers to queries tell of a page. Never its text.

use std::sync::{Arc, OnceLock};

use tera::{Map, Value};

use super::context::Context;
use super::map::{map, optional};
use super::values::Shaper;
use crate::model::{Page, PageId, State};
use crate::schema::TermState;

/// The cards of all pages, each made when it is first asked for.
pub(super) struct Cards {
    context: Arc<Context>,
    whole: Vec<OnceLock<Value>>,
    brief: Vec<OnceLock<Value>>,
}

impl Cards {
    /// None is made yet.
    pub(super) fn new(context: &Arc<Context>) -> Self {
        let slots = || context.site.pages.iter().map(|_| OnceLock::new()).collect();
        Self { context: Arc::clone(context), whole: slots(), brief: slots() }
    }

    /// The card of a page.
    pub(super) fn card(&self, id: PageId) -> Value {
        self.whole[id.0].get_or_init(|| self.make(id, true)).clone()
    }

    /// The card of a page without the fields of its kind: what stands inside other cards.
    pub(super) fn brief(&self, id: PageId) -> Value {
        self.brief[id.0].get_or_init(|| self.make(id, false)).clone()
    }

    /// Cards of several pages.
    pub(super) fn of(&self, ids: &[PageId]) -> Value {
        ids.iter().map(|id| self.card(*id)).collect::<Vec<_>>().into()
    }

    fn make(&self, id: PageId, with_fields: bool) -> Value {
        let context = &self.context;
        let page = context.site.page(id);
        let kind = context.site.schema.kind(page.kind);
        let shaper = Shaper { context, owner: page, related: &|id| self.brief(id) };
        let named = kind.card.iter().filter(|_| with_fields).filter_map(|path| {
            let value = shaper.value(&page.field(path)?.value)?;
            Some((path.clone().into(), value))
        });
        map([
            ("id", page.name.as_str().into()),
            ("title", page.title.as_str().into()),
            ("url", context.href(&page.url).into()),
            ("kind", kind.id.as_str().into()),
            ("kind_label", kind.label.as_str().into()),
            ("summary", page.summary.as_str().into()),
            ("date", page.date.map(|date| context.calendar.moment(date)).into()),
            ("state", state(context, page)),
            ("fields", named.collect::<Map>().into()),
        ])
    }
}

/// The status of a document or event on the day of the build.
pub(super) fn state(context: &Context, page: &Page) -> Value {
    page.state.as_ref().map(|state| state_value(context, state)).into()
}

fn state_value(context: &Context, State { state, label }: &State) -> Value {
    let name = state.name();
    let own = || {
        let key = format!("state-{}", name.replace('_', "-"));
        let of_theme = context.kit.face.plain(&key).map(ToString::to_string);
        of_theme.unwrap_or_else(|| context.word(&format!("render-{key}"), &[]))
    };
    let label = label.as_deref().map_or_else(own, str::to_owned);
    map([("id", name.into()), ("label", optional(&label)), ("tone", tone(*state).into())])
}

/// How a status feels: the theme chooses colours and signs by it.
fn tone(state: TermState) -> &'static str {
    match state {
        TermState::InForce | TermState::Open | TermState::Running => "good",
        TermState::Planned | TermState::Due | TermState::Awaited => "info",
        TermState::Done | TermState::Overdue => "quiet",
        TermState::Moved | TermState::Draft | TermState::Unknown | TermState::Closed => "warn",
        TermState::Ended | TermState::Expired | TermState::Cancelled => "bad",
    }
}
