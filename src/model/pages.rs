//! Documents become pages: their fields are typed, and what stands on each alone is decided.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::documents::Register;
use super::memory::{Basis, Kept, Memory};
use super::names::Directory;
use super::{Attached, Page, Visibility, address, state, years};
use crate::diagnostic::Diagnostic;
use crate::field::{Context, FileTable, Typing, Values};
use crate::load::{Document, Loaded};
use crate::schema::{Schema, known};
use crate::text::key;

/// What pages are made by.
pub(super) struct Given<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) names: &'a Directory,
    pub(super) files: &'a FileTable,
    pub(super) today: Date,
}

/// Types all documents, but for those whose pages the memory still has.
pub(super) fn typed(
    documents: Vec<(String, Arc<Document>)>,
    given: &Given<'_>,
    memory: &mut Memory,
) -> Vec<Kept> {
    let zone = TimeZone::get(&given.loaded.config.time_zone).unwrap_or(TimeZone::UTC);
    let reuse = memory.begin(|| {
        let files = given.loaded.files.iter().chain(&given.loaded.statics);
        let fixed = (given.loaded.declared, given.loaded.config.time_zone.as_str(), given.today);
        Basis::new(fixed, &given.loaded.schema, given.names, files)
    });
    documents
        .into_par_iter()
        .map(|(name, document)| {
            if let Some(kept) = memory.page(&name, &document, reuse) {
                return kept.clone();
            }
            let schema = &given.loaded.schema;
            let register = Register { names: given.names, schema, by_title: AtomicBool::new(false) };
            let behaviours = &schema.kind(document.kind).behaviours;
            let (folder, period) = (document.folder.clone(), behaviours.period());
            let context = Context {
                vocabularies: &schema.vocabularies,
                documents: &register,
                files: given.files,
                folder: &folder,
                sources: &given.loaded.sources,
                zone: &zone,
                period,
            };
            let (page, messages) = page(name, &document, (context, schema), given.today);
            Kept { by_title: register.by_title.into_inner(), page: Arc::new(page), document, messages }
        })
        .collect()
}

/// Types one document and decides what stands on it alone.
fn page(
    name: String,
    document: &Document,
    (context, schema): (Context<'_>, &Schema),
    today: Date,
) -> (Page, Vec<Diagnostic>) {
    let sources = context.sources;
    let kind = schema.kind(document.kind);
    let mut typing = Typing::new(context);
    let fields = match document.broken {
        true => Values::new(),
        false => typing.fields(document.fields.entries(), &kind.fields, document.head),
    };
    let (texts, mut problems) = typing.finish();
    let text = |name: &str| {
        let text = fields.get(name).and_then(|typed| typed.value.text());
        text.unwrap_or_default().to_owned()
    };
    let given = fields.get(known::DATE).and_then(|typed| typed.value.moment());
    let date = given.or_else(|| kind.behaviours.begins(&fields));
    let day = kind.behaviours.begins(&fields).or(date);
    let year = day.map(|moment| moment.date.year());
    let title = Some(text(known::TITLE)).filter(|title| !title.is_empty()).unwrap_or_else(|| name.clone());
    let fingerprint = document.fingerprint.clone().titled(&title, || document.body.text(sources));
    let url = address::of_page(kind, &name, year);
    address::check(&url, document.span, &mut problems);
    let page = Page {
        url,
        former: address::former(&fields, &mut problems),
        title_key: key(&title),
        title,
        summary: text(known::SUMMARY),
        date,
        school_year: years::school_year(&fields, day),
        visibility: match document.broken {
            true => Visibility::Published,
            false => state::visibility(&fields, &kind.behaviours, schema, today),
        },
        archived: state::archived(&fields, schema),
        state: kind.behaviours.state(&fields, &schema.vocabularies, today),
        attachments: attachments(&fields),
        attachment_anchors: OnceLock::new(),
        name,
        kind: document.kind,
        source: document.source,
        span: document.span,
        folder: document.folder.clone(),
        fields,
        fingerprint,
        body: document.body.clone(),
        outline: Arc::clone(&document.outline),
        texts,
        broken: document.broken,
    };
    (page, problems)
}

fn attachments(fields: &Values) -> Vec<Attached> {
    let Some(typed) = fields.get(known::ATTACHMENTS) else { return Vec::new() };
    let groups = typed.value.items().filter_map(|value| value.fields());
    groups
        .filter_map(|group| {
            let file = group.get(known::FILE)?.value.file()?;
            let title = group.get(known::TITLE).and_then(|typed| typed.value.text()).unwrap_or_default();
            Some(Attached { file, title: title.to_owned() })
        })
        .collect()
}
