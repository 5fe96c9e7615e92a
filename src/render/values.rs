//! Typed values of the model → values of templates, as the theme's contract says.

use tera::{Map, Value};

use super::body;
use super::desk::Desk;
use super::map::map;
use super::{pictures, sizes};
use crate::field::{self, Field, Fields, Plain, Values};
use crate::model::{FileId, Page, PageId};
use crate::schema::TermRef;

/// How much a relation tells of its target.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Depth {
    /// A card with the fields of its kind: on the page itself.
    Page,
    /// A card without them: inside a card, where cards could hold each other in circles.
    Card,
}

impl Desk {
    /// A value for templates; `None` when readers must not see it.
    pub(super) fn value(&self, owner: &Page, value: &field::Value, depth: Depth) -> Option<Value> {
        self.plain(owner, value.plain(), depth)
    }

    fn plain(&self, owner: &Page, plain: Plain<'_>, depth: Depth) -> Option<Value> {
        Some(match plain {
            Plain::Text(text) => Value::from(text.as_ref()),
            Plain::Markdown(text) => Value::safe_string(&body::field(self, owner, text)),
            Plain::Integer(number) => number.into(),
            Plain::Number(number) => number.into(),
            Plain::Boolean(yes) => yes.into(),
            Plain::Moment(moment) => self.calendar.moment(moment),
            Plain::Href(href) => self.href(href).into(),
            Plain::Term(term) => self.term(term),
            Plain::Page(page) => return self.relation(page, depth),
            Plain::Named(text) => plain_card(text),
            Plain::File(file) => self.file(file, None, None),
            Plain::Picture { file, alt, caption } => self.picture(file, alt, caption),
            Plain::Fields(fields) => self.fields(owner, fields, depth),
            Plain::Map(parts) => {
                let part = |(name, part): (&str, Plain<'_>)| {
                    Some((name.to_owned().into(), self.plain(owner, part, depth)?))
                };
                Value::from(parts.into_iter().filter_map(part).collect::<Map>())
            }
            Plain::List(items) => {
                let shown: Vec<Value> =
                    items.iter().filter_map(|item| self.value(owner, &item.value, depth)).collect();
                return (!shown.is_empty()).then(|| shown.into());
            }
        })
    }

    /// The fields of a page or of a group, by name.
    pub(super) fn fields(&self, owner: &Page, fields: &Values, depth: Depth) -> Value {
        let shown = fields
            .iter()
            .filter_map(|(name, typed)| Some((name.clone().into(), self.value(owner, &typed.value, depth)?)));
        Value::from(shown.collect::<Map>())
    }

    /// A term of a vocabulary.
    pub(super) fn term(&self, term: TermRef) -> Value {
        let named = self.site.schema.term(term);
        map([
            ("id", named.id.as_str().into()),
            ("label", named.label.as_str().into()),
            ("url", self.term_href(term).into()),
        ])
    }

    /// A page that readers do not see is not named to them either.
    fn relation(&self, page: PageId, depth: Depth) -> Option<Value> {
        let shown = self.site.page(page).is_published();
        shown.then(|| if depth == Depth::Page { self.card(page) } else { self.brief(page) })
    }

    /// The files that are published with a page.
    pub(super) fn attachments(&self, page: &Page) -> Vec<Value> {
        let anchors = self.site.attachment_anchors(page);
        let values = page.attachments.iter().zip(anchors);
        values
            .map(|(attached, anchor)| self.file(attached.file, Some(&attached.title), Some(anchor.clone())))
            .collect()
    }

    /// A file to load down, and where it stands on its page.
    pub(super) fn file(&self, id: FileId, title: Option<&str>, anchor: Option<String>) -> Value {
        let file = self.site.file(id);
        let name = file.name();
        // How many bytes are published of a picture that is made anew is not known before it is made.
        let size = file.whole().is_none().then(|| file.size());
        let size_text = match file.whole() {
            Some(made) => sizes::of_picture(made.width, made.height, self.kit.lang),
            None => sizes::text(file.size(), self.kit.lang),
        };
        map([
            ("anchor", anchor.into()),
            ("url", self.file_href(&file.path).into()),
            ("name", name.into()),
            ("title", title.filter(|title| !title.is_empty()).unwrap_or(name).into()),
            ("format", sizes::format(name).into()),
            ("size", size.into()),
            ("size_text", size_text.into()),
        ])
    }

    fn picture(&self, id: FileId, alt: &str, caption: &str) -> Value {
        let shown = pictures::shown(self, id);
        map([
            ("url", shown.src.into()),
            ("alt", alt.into()),
            ("caption", caption.into()),
            ("width", shown.size.map(|(width, _)| width).into()),
            ("height", shown.size.map(|(_, height)| height).into()),
            ("srcset", shown.srcset.into()),
            ("webp", shown.webp.into()),
            ("large", shown.large.into()),
        ])
    }

    /// Named, labelled values in their declared order, for a table of fields.
    pub(super) fn rows(
        &self,
        owner: &Page,
        declared: &Fields,
        fields: &Values,
        elsewhere: &dyn Fn(&str) -> bool,
    ) -> Vec<Value> {
        let filled = declared.iter().filter(|field| !elsewhere(&field.name));
        filled.filter_map(|field| self.row(owner, field, &fields.get(&field.name)?.value)).collect()
    }

    fn row(&self, owner: &Page, field: &Field, given: &field::Value) -> Option<Value> {
        let value = self.value(owner, given, Depth::Page)?;
        let inside = |inner: &Fields| -> Vec<Value> {
            let group = |item: &field::Value| {
                item.fields().map(|fields| self.rows(owner, inner, fields, &|_| false)).into()
            };
            given.items().map(group).collect()
        };
        let items = if given.list().is_some() { value.clone() } else { vec![value.clone()].into() };
        Some(map([
            ("name", field.name.as_str().into()),
            ("label", field.label.as_str().into()),
            ("type", field.kind.name().into()),
            ("list", field.list.into()),
            ("value", value),
            ("items", items),
            ("rows", field.kind.fields().map(inside).unwrap_or_default().into()),
        ]))
    }
}

/// What has no page of its own looks like a card without an address.
fn plain_card(text: &str) -> Value {
    map([
        ("id", Value::none()),
        ("title", text.into()),
        ("url", Value::none()),
        ("kind", Value::none()),
        ("kind_label", Value::none()),
        ("summary", "".into()),
        ("date", Value::none()),
        ("state", Value::none()),
        ("fields", Map::new().into()),
    ])
}
