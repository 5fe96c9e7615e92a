//! Cards: what lists, relations and answers to queries tell of a page. Never its text.

use std::sync::{Arc, OnceLock};

use tera::{Map, Value};

use super::context::Context;
use super::hours;
use super::map::{map, optional};
use super::values::Shaper;
use crate::model::{Page, PageId, State};
use crate::schema::TermState;

/// The cards of all pages, each made when it is first asked for.
pub(super) struct Cards {
    context: Arc<Context>,
    whole: Slots,
    brief: Slots,
}

/// Cards by the slots of their pages. A preview draws few pages of each site, so that room is made where it is needed.
struct Slots(Vec<OnceLock<Box<[OnceLock<Value>]>>>);

/// So many cards get their room together.
const ROOM: usize = 128;

impl Slots {
    fn new(slots: usize) -> Self {
        Self((0..slots.div_ceil(ROOM)).map(|_| OnceLock::new()).collect())
    }

    fn of(&self, id: PageId) -> &OnceLock<Value> {
        let room = || (0..ROOM).map(|_| OnceLock::new()).collect();
        &self.0[id.slot() / ROOM].get_or_init(room)[id.slot() % ROOM]
    }
}

impl Cards {
    /// None is made yet.
    pub(super) fn new(context: &Arc<Context>) -> Self {
        let slots = || Slots::new(context.site.pages.slots());
        Self { context: Arc::clone(context), whole: slots(), brief: slots() }
    }

    /// The card of a page.
    pub(super) fn card(&self, id: PageId) -> Value {
        self.whole.of(id).get_or_init(|| self.make(id, true)).clone()
    }

    /// The card of a page without the fields of its kind: what stands inside other cards.
    pub(super) fn brief(&self, id: PageId) -> Value {
        self.brief.of(id).get_or_init(|| self.make(id, false)).clone()
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
            ("hours", hours::value(context, id)),
            ("fields", named.collect::<Map>().into()),
        ])
    }
}

/// The status of a document or event on the day of the build, and what becomes of it on later days.
pub(super) fn state(context: &Context, page: &Page) -> Value {
    let state = page.state.as_ref().map(|state| {
        let label = state_label(context, state);
        let turns = turns(context, page, &label);
        let (id, tone) = (state.state.name(), tone(state.state));
        map([
            ("id", id.into()),
            ("label", optional(&label)),
            ("tone", tone.into()),
            ("turns", optional(&turns)),
        ])
    });
    state.into()
}

/// The days on which a status gives way to another one, each with the tone and the words of that: between two builds a
/// small script keeps pages true by them. `2026-12-03 warn запись закрыта;2026-12-04 good идёт`.
fn turns(context: &Context, page: &Page, label: &str) -> String {
    let site = &context.site;
    let behaviours = &site.schema.kind(page.kind).behaviours;
    let mut days = behaviours.changes(&page.fields);
    days.retain(|day| *day > site.today);
    days.sort_unstable();
    days.dedup();
    let (mut before, mut turns) = (label.to_owned(), Vec::new());
    for day in days {
        let Some(state) = behaviours.state(&page.fields, &site.schema.vocabularies, day) else { continue };
        let label = state_label(context, &state);
        if label != before {
            turns.push(format!("{day} {} {label}", tone(state.state)));
            before = label;
        }
    }
    turns.join(";")
}

/// What readers call a status: the author's word, else the theme's, else the engine's.
pub(super) fn state_label(context: &Context, State { state, label }: &State) -> String {
    let own = || {
        let key = format!("state-{}", state.name().replace('_', "-"));
        let of_theme = context.kit.face.plain(&key).map(ToString::to_string);
        of_theme.unwrap_or_else(|| context.word(&format!("render-{key}"), &[]))
    };
    label.as_deref().map_or_else(own, str::to_owned)
}

/// How a status feels: the theme chooses colours and signs by it.
fn tone(state: TermState) -> &'static str {
    match state {
        TermState::InForce | TermState::Open | TermState::Today | TermState::Running => "good",
        TermState::Planned | TermState::Due | TermState::Awaited => "info",
        TermState::Done | TermState::Overdue => "quiet",
        TermState::Moved | TermState::Draft | TermState::Unknown | TermState::Closed => "warn",
        TermState::Ended | TermState::Expired | TermState::Cancelled => "bad",
    }
}
