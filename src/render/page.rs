//! The context of a page's own template.

use tera::{Context, Value};

use super::body;
use super::calendar;
use super::desk::Desk;
use super::map::map;
use super::values::Depth;
use crate::behaviour::Registration;
use crate::model::{Agenda, Page, PageId};
use crate::schema::{Kind, known};

impl Desk {
    /// The context of every template: the site, the address, the way from the home page.
    pub(super) fn context(&self, url: &str, crumbs: &[(&str, &str)]) -> Context {
        let mut context = Context::new();
        context.insert_value("site", self.site_value(url));
        context.insert_value("page_url", self.href(url).into());
        context.insert_value("permalink", self.absolute(url).into());
        let home = self.word("render-home", &[]);
        let way = std::iter::once((home.as_str(), "/")).chain(crumbs.iter().copied());
        let way = way.map(|(title, url)| map([("title", title.into()), ("url", self.href(url).into())]));
        context.insert_value("crumbs", way.collect::<Vec<_>>().into());
        context
    }

    /// The context of a page's template.
    pub(super) fn page_context(&self, id: PageId) -> Context {
        let page = self.site.page(id);
        let kind = self.site.schema.kind(page.kind);
        let list = kind.list.as_ref().map(|list| (kind.title.as_str(), list.address.as_str()));
        let own = (page.title.as_str(), page.url.as_str());
        let crumbs: Vec<(&str, &str)> = list.into_iter().chain([own]).collect();
        let mut context = self.context(&page.url, if page.url == "/" { &[] } else { &crumbs });
        context.insert_value("page", self.page_value(id, page, kind));
        context
    }

    fn page_value(&self, id: PageId, page: &Page, kind: &Kind) -> Value {
        let registration = kind.behaviours.registration(&page.fields, self.site.today);
        let body = body::page(self, page);
        let list = kind.list.as_ref().map(|list| {
            map([("title", kind.title.as_str().into()), ("url", self.href(&list.address).into())])
        });
        let behaviours = kind.behaviours.names().into_iter().map(Value::from);
        let updated =
            page.field(known::UPDATED).and_then(|typed| self.value(page, &typed.value, Depth::Page));
        map([
            ("id", page.name.as_str().into()),
            ("kind", kind.id.as_str().into()),
            ("kind_label", kind.label.as_str().into()),
            ("title", page.title.as_str().into()),
            ("url", self.href(&page.url).into()),
            ("permalink", self.absolute(&page.url).into()),
            ("summary", page.summary.as_str().into()),
            ("date", page.date.map(|date| self.calendar.moment(date)).into()),
            ("updated", updated.into()),
            ("html", Value::safe_string(&body.html)),
            ("toc", body.toc),
            ("has_table", body.has_table.into()),
            ("has_frame", body.has_frame.into()),
            ("fields", self.fields(page, &page.fields, Depth::Page)),
            ("rows", self.rows(page, &kind.fields, &page.fields, &|name| is_elsewhere(kind, name)).into()),
            ("attachments", self.attachments(page).into()),
            ("state", self.state(page)),
            ("calendar", calendar::value(self, Some(id), Agenda::Page(id))),
            ("registration", registration.map(Registration::name).into()),
            ("replaced_by", self.replaced_by(id)),
            ("amended_by", self.amended_by(id)),
            ("list", list.into()),
            ("behaviours", behaviours.collect::<Vec<_>>().into()),
            ("source", self.site.sources.get(page.source).path().into()),
        ])
    }
}

/// Whether a field is shown outside the table of fields: in the head of the page, or as its status.
fn is_elsewhere(kind: &Kind, name: &str) -> bool {
    known::is_elsewhere(name) || kind.behaviours.show_elsewhere(name)
}
