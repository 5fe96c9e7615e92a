//! Typed values of the model → values of templates, as the theme's contract says.

use tera::value::Key;
use tera::{Map, Value};

use super::body;
use super::context::Context;
use super::map::map;
use super::{pictures, sizes};
use crate::field::{self, Field, Fields, Plain, Values};
use crate::i18n::Arg;
use crate::model::{FileId, Page, PageId, SiteFile};
use crate::office;
use crate::schema::TermRef;

/// Makes values of the fields of a page.
pub(super) struct Shaper<'a> {
    pub(super) context: &'a Context,
    /// The page whose fields they are.
    pub(super) owner: &'a Page,
    /// What is told of a page that a field points to: a card on the page itself, less of it inside a card, where cards
    /// could hold each other in circles.
    pub(super) related: &'a dyn Fn(PageId) -> Value,
}

impl Shaper<'_> {
    /// A value for templates; `None` when readers must not see it.
    pub(super) fn value(&self, value: &field::Value) -> Option<Value> {
        self.plain(value.plain())
    }

    fn plain(&self, plain: Plain<'_>) -> Option<Value> {
        let context = self.context;
        Some(match plain {
            Plain::Text(text) => Value::from(text.as_ref()),
            Plain::Markdown(text) => Value::safe_string(&body::field(context, self.owner, text)),
            Plain::Integer(number) => number.into(),
            Plain::Number(number) => number.into(),
            Plain::Boolean(yes) => yes.into(),
            Plain::Moment(moment) => context.calendar.moment(moment),
            Plain::Href(href) => context.href(href).into(),
            Plain::Term(one) => term(context, one),
            // A page that readers do not see is not named to them either.
            Plain::Page(page) => {
                return context.site.page(page).is_published().then(|| (self.related)(page));
            }
            Plain::Named(text) => plain_card(text),
            Plain::File(id) => file(context, id, None, None),
            Plain::Picture { file, alt, caption } => picture(context, file, alt, caption),
            Plain::Fields(fields) => self.fields(fields),
            Plain::Map(parts) => {
                let part =
                    |(name, part): (&str, Plain<'_>)| Some((name.to_owned().into(), self.plain(part)?));
                Value::from(parts.into_iter().filter_map(part).collect::<Map>())
            }
            Plain::List(items) => {
                let shown: Vec<Value> = items.iter().filter_map(|item| self.value(&item.value)).collect();
                return (!shown.is_empty()).then(|| shown.into());
            }
        })
    }

    /// The fields of a page or of a group, by name.
    pub(super) fn fields(&self, fields: &Values) -> Value {
        let shown =
            fields.iter().filter_map(|(name, typed)| Some((name.clone().into(), self.value(&typed.value)?)));
        Value::from(shown.collect::<Map>())
    }

    /// Named, labelled values in their declared order, for a table of fields. `made` is what [`Self::fields`] made of
    /// them: a formatted text is drawn once.
    pub(super) fn rows(
        &self,
        declared: &Fields,
        (given, made): (&Values, &Value),
        elsewhere: &dyn Fn(&str) -> bool,
    ) -> Vec<Value> {
        let filled = declared.iter().filter(|field| !elsewhere(&field.name));
        let made = |field: &Field| made.as_map()?.get(&Key::Str(&field.name)).cloned();
        filled
            .filter_map(|field| Some(self.row(field, &given.get(&field.name)?.value, made(field)?)))
            .collect()
    }

    fn row(&self, field: &Field, given: &field::Value, value: Value) -> Value {
        let items = if given.list().is_some() { value.clone() } else { vec![value.clone()].into() };
        let inside = |inner: &Fields| -> Vec<Value> {
            let group = |(item, made): (&field::Value, &Value)| {
                item.fields().map(|fields| self.rows(inner, (fields, made), &|_| false)).into()
            };
            given.items().zip(items.as_array().into_iter().flatten()).map(group).collect()
        };
        let rows = field.kind.fields().map(inside).unwrap_or_default();
        map([
            ("name", field.name.as_str().into()),
            ("label", field.label.as_str().into()),
            ("type", field.kind.name().into()),
            ("list", field.list.into()),
            ("value", value),
            ("items", items),
            ("rows", rows.into()),
        ])
    }
}

/// A term of a vocabulary.
fn term(context: &Context, term: TermRef) -> Value {
    let named = context.site.schema.term(term);
    map([
        ("id", named.id.as_str().into()),
        ("label", named.label.as_str().into()),
        ("url", context.term_href(term).into()),
    ])
}

/// A term and how many pages bear it.
pub(super) fn counted(context: &Context, term: TermRef, count: usize) -> Value {
    let named = context.site.schema.term(term);
    map([
        ("id", named.id.as_str().into()),
        ("label", named.label.as_str().into()),
        ("url", context.term_href(term).into()),
        ("count", count.into()),
    ])
}

/// The files that are published with a page.
pub(super) fn attachments(context: &Context, page: &Page) -> Vec<Value> {
    let anchors = context.site.attachment_anchors(page);
    let values = page.attachments.iter().zip(anchors);
    values
        .map(|(attached, anchor)| {
            let own = Some(attached.title.clone()).filter(|title| !title.is_empty());
            let title = own.or_else(|| signature(context, page, attached.file));
            file(context, attached.file, title.as_deref(), Some(anchor.clone()))
        })
        .collect()
}

/// What a signature is called: by the title of what it signs.
fn signature(context: &Context, page: &Page, id: FileId) -> Option<String> {
    let signed = context.site.file(id).signs.as_deref()?;
    let beside = page.attachments.iter().find(|one| context.site.file(one.file).source == signed);
    let title = beside.map(|one| one.title.clone()).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| signed.rsplit('/').next().unwrap_or_default().to_owned());
    Some(context.word("render-signature", &[("title", Arg::Text(title))]))
}

/// A file to load down, and where it stands on its page.
pub(super) fn file(context: &Context, id: FileId, title: Option<&str>, anchor: Option<String>) -> Value {
    let file = context.site.file(id);
    let name = file.name();
    // How many bytes are published of what is made anew is not known before it is made.
    let size = (file.whole().is_none() && !file.nameless).then(|| file.size());
    let size_text = match file.whole() {
        Some(made) => sizes::of_picture(made.width, made.height, context.kit.lang),
        None => sizes::text(file.size(), context.kit.lang),
    };
    map([
        ("anchor", anchor.into()),
        ("url", context.file_href(&file.path).into()),
        ("name", name.into()),
        ("title", title.filter(|title| !title.is_empty()).unwrap_or(name).into()),
        ("twin", twin(context, file).into()),
        ("packed", file.paper.as_ref().is_some_and(|paper| !paper.packed.is_empty()).into()),
        ("closed", office::is_closed(&file.ending()).into()),
        ("format", sizes::format(name).into()),
        ("size", size.into()),
        ("size_text", size_text.into()),
    ])
}

/// The address of the page of a file's text, if there is one.
fn twin(context: &Context, file: &SiteFile) -> Option<String> {
    let address = file.twin()?;
    context.site.routes.at(&address).map(|route| context.file_href(&route.path))
}

fn picture(context: &Context, id: FileId, alt: &str, caption: &str) -> Value {
    let shown = pictures::shown(context, id);
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
