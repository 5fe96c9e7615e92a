//! Typed values of the model → values of templates, as the theme's contract says.

use tera::{Map, Value};

use super::body;
use super::desk::Desk;
use super::map::map;
use super::sizes;
use crate::artifact::OutPath;
use crate::model::{self, Fields, FileId, Image, Page, Relation};
use crate::schema::{self, FieldType, TermRef};

/// How much a relation tells of its target.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Depth {
    /// A card with the fields of its kind: on the page itself.
    Page,
    /// A card without them: inside a card, where cards could hold each other in circles.
    Card,
}

impl Desk {
    /// A value for templates, by its declared type; `None` when readers must not see it.
    pub(super) fn value(
        &self,
        owner: &Page,
        declared: Option<&FieldType>,
        value: &model::Value,
        depth: Depth,
    ) -> Option<Value> {
        Some(match value {
            // Where a document is named by words because it has no page.
            model::Value::Text(text) if matches!(declared, Some(FieldType::Relation { .. })) => {
                plain_card(text)
            }
            model::Value::Text(text) => text.as_str().into(),
            model::Value::Markdown(text) => Value::safe_string(&body::field(self, owner, text)),
            model::Value::Integer(number) => (*number).into(),
            model::Value::Number(number) => (*number).into(),
            model::Value::Boolean(yes) => (*yes).into(),
            model::Value::Date(moment) => self.calendar.moment(*moment),
            model::Value::Link { text, href } => {
                map([("text", text.as_str().into()), ("href", self.href(href).into())])
            }
            model::Value::Term(term) => self.term(*term),
            model::Value::Relation(relation) => return self.relation(relation, depth),
            model::Value::Group(fields) => {
                let inner = declared
                    .and_then(|kind| if let FieldType::Group(inner) = kind { Some(inner) } else { None });
                self.fields(owner, inner, fields, depth)
            }
            model::Value::List(items) => {
                let shown: Vec<Value> =
                    items.iter().filter_map(|item| self.value(owner, declared, &item.value, depth)).collect();
                return (!shown.is_empty()).then(|| shown.into());
            }
            model::Value::File(file) => self.file(*file, None, None),
            model::Value::Image(image) => self.image(image),
            model::Value::SchoolYear(start) => school_year(*start),
        })
    }

    /// The fields of a page or of a group, by name.
    pub(super) fn fields(
        &self,
        owner: &Page,
        declared: Option<&schema::Fields>,
        fields: &Fields,
        depth: Depth,
    ) -> Value {
        let shown = fields.iter().filter_map(|(name, typed)| {
            let kind = declared.and_then(|declared| declared.get(name)).map(|field| &field.kind);
            let value = self.value(owner, kind, &typed.value, depth)?;
            Some((name.clone().into(), value))
        });
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

    /// A page that readers do not see is not named to them either. Plain text stands for itself.
    fn relation(&self, relation: &Relation, depth: Depth) -> Option<Value> {
        match relation.page {
            Some(page) if !self.site.page(page).is_published() => None,
            Some(page) if depth == Depth::Page => Some(self.card(page)),
            Some(page) => Some(self.brief(page)),
            None => Some(plain_card(&relation.id)),
        }
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
        map([
            ("anchor", anchor.into()),
            ("url", self.file_href(&file.path).into()),
            ("name", name.into()),
            ("title", title.filter(|title| !title.is_empty()).unwrap_or(name).into()),
            ("format", sizes::format(name).into()),
            ("size", file.size.into()),
            ("size_text", sizes::text(file.size, self.lang).into()),
        ])
    }

    fn image(&self, image: &Image) -> Value {
        let file = self.site.file(image.file);
        let size = file.picture;
        map([
            ("url", self.file_href(&file.path).into()),
            ("alt", image.alt.as_str().into()),
            ("width", size.map(|(width, _)| width).into()),
            ("height", size.map(|(_, height)| height).into()),
        ])
    }

    pub(super) fn file_href(&self, path: &OutPath) -> String {
        self.href(&super::address::of_file(path))
    }

    /// Named, labelled values in their declared order, for a table of fields.
    pub(super) fn rows(
        &self,
        owner: &Page,
        declared: &schema::Fields,
        fields: &Fields,
        elsewhere: &dyn Fn(&str) -> bool,
    ) -> Vec<Value> {
        let filled = declared.iter().filter(|field| !elsewhere(&field.name)).filter_map(|field| {
            let typed = fields.get(&field.name)?;
            let value = self.value(owner, Some(&field.kind), &typed.value, Depth::Page)?;
            let inner: Vec<Value> = match &field.kind {
                FieldType::Group(inner) => typed
                    .value
                    .items()
                    .map(|item| match item {
                        model::Value::Group(fields) => self.rows(owner, inner, fields, &|_| false).into(),
                        _ => Value::none(),
                    })
                    .collect(),
                _ => Vec::new(),
            };
            let items = if matches!(typed.value, model::Value::List(_)) {
                value.clone()
            } else {
                vec![value.clone()].into()
            };
            Some(map([
                ("name", field.name.as_str().into()),
                ("label", field.label.as_str().into()),
                ("type", field.kind.name().into()),
                ("list", field.list.into()),
                ("value", value),
                ("items", items),
                ("rows", inner.into()),
            ]))
        });
        filled.collect()
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

pub(super) fn school_year(start: i16) -> Value {
    map([("text", school_year_text(start).into()), ("start", start.into())])
}

pub(super) fn school_year_text(start: i16) -> String {
    format!("{start}/{}", start + 1)
}
