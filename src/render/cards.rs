//! Cards: what lists, relations and answers to queries tell of a page. Never its text.

use tera::{Map, Value};

use super::desk::Desk;
use super::map::{map, optional};
use super::values::Depth;
use crate::model::{Page, PageId, State};
use crate::schema::TermState;

impl Desk {
    /// Makes a card; [`Desk::card`] and [`Desk::brief`] keep them.
    pub(super) fn make_card(&self, id: PageId, with_fields: bool) -> Value {
        let page = self.site.page(id);
        let kind = self.site.schema.kind(page.kind);
        let named = kind.card.iter().filter(|_| with_fields).filter_map(|path| {
            let value = self.value(page, &page.field(path)?.value, Depth::Card)?;
            Some((path.clone().into(), value))
        });
        map([
            ("id", page.name.as_str().into()),
            ("title", page.title.as_str().into()),
            ("url", self.href(&page.url).into()),
            ("kind", kind.id.as_str().into()),
            ("kind_label", kind.label.as_str().into()),
            ("summary", page.summary.as_str().into()),
            ("date", page.date.map(|date| self.calendar.moment(date)).into()),
            ("state", self.state(page)),
            ("fields", named.collect::<Map>().into()),
        ])
    }

    /// Cards of several pages.
    pub(super) fn cards(&self, ids: &[PageId]) -> Value {
        ids.iter().map(|id| self.card(*id)).collect::<Vec<_>>().into()
    }

    /// The status of a document or event on the day of the build.
    pub(super) fn state(&self, page: &Page) -> Value {
        page.state.as_ref().map(|state| self.state_value(state)).into()
    }

    fn state_value(&self, State { state, label }: &State) -> Value {
        let name = state.name();
        let own = || {
            let of_theme =
                self.kit.face.plain(&format!("state-{}", name.replace('_', "-"))).map(ToString::to_string);
            of_theme.unwrap_or_else(|| self.word(&format!("render-state-{}", name.replace('_', "-")), &[]))
        };
        let label = label.as_deref().map_or_else(own, str::to_owned);
        map([("id", name.into()), ("label", optional(&label)), ("tone", tone(*state).into())])
    }
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
