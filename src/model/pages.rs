//! Documents become pages: their fields are typed, and what stands on each alone is decided.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::documents::Register;
use super::kept::Kept;
use super::names::Directory;
use super::titles::Titles;
use super::{Attached, Page, PageId, Visibility, address, state, years};
use crate::blocks::Blocks;
use crate::diagnostic::Diagnostic;
use crate::field::{Context, FileTable, Typing, Values};
use crate::load::{Document, Loaded};
use crate::schema::{Schema, known};
use crate::text::key;

/// What pages are made by.
pub(super) struct Given<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) schema: &'a Schema,
    pub(super) names: &'a Directory,
    pub(super) files: &'a FileTable,
    pub(super) today: Date,
    /// Whether what documents ask of others is noted, for the next time.
    pub(super) notes: bool,
}

/// Pages that were typed before by the same kinds, with the same files and on the same day.
#[derive(Clone, Copy)]
pub(super) struct Typed<'b> {
    pub(super) all: &'b AllTyped,
    pub(super) names: &'b Directory,
    /// Whether all names and all known spellings mean what they meant.
    pub(super) is_followed: bool,
    /// Whether titles and vocabularies are the same too: all that was asked has the answers of before.
    pub(super) answered_alike: bool,
}

impl Typed<'_> {
    /// The page of a document, if it is the same: what it asked is asked again.
    fn known(&self, document: &Arc<Document>, register: &Register<'_, '_>) -> Option<Arc<Kept>> {
        let kept = &self.all.pages[self.names.page(&document.called.slug)?.0];
        let alike = || kept.asked.iter().all(|asked| register.answers_alike(asked));
        let same = Arc::ptr_eq(&kept.document, document) && (self.answered_alike || alike());
        same.then(|| Arc::clone(kept))
    }
}

/// All pages, typed, and which of them there is something to know of.
#[derive(Debug, Default)]
pub(super) struct AllTyped {
    pub(super) pages: Blocks<Arc<Kept>>,
    /// Those whose answers lean on titles or on spellings.
    pub(super) leaning: BTreeSet<PageId>,
    /// Those of which something was said.
    pub(super) told: BTreeSet<PageId>,
}

impl AllTyped {
    fn of(pages: Blocks<Arc<Kept>>) -> Self {
        let all = || pages.iter().enumerate().map(|(at, kept)| (PageId(at), kept));
        let leaning = all().filter(|(_, kept)| kept.leaning.is_some()).map(|(id, _)| id).collect();
        let told = all().filter(|(_, kept)| !kept.messages.is_empty()).map(|(id, _)| id).collect();
        Self { leaning, told, pages }
    }

    fn put(&mut self, id: PageId, kept: Arc<Kept>) {
        let set = |set: &mut BTreeSet<PageId>, is: bool| if is { set.insert(id) } else { set.remove(&id) };
        set(&mut self.leaning, kept.leaning.is_some());
        set(&mut self.told, !kept.messages.is_empty());
        self.pages.put(id.0, kept);
    }

    /// What was said of them.
    pub(super) fn messages(&self) -> impl Iterator<Item = &Diagnostic> {
        self.told.iter().flat_map(|id| &self.pages[id.0].messages)
    }
}

/// Types all documents, but for those whose pages may be taken from before; `others` are the places of those that are
/// not what they were, if none came or went.
pub(super) fn typed(given: &Given<'_>, before: Option<Typed<'_>>, others: Option<&[usize]>) -> AllTyped {
    let zone = TimeZone::get(&given.loaded.declared.config.time_zone).unwrap_or(TimeZone::UTC);
    let titles = Titles::new(given.names, &given.loaded.documents);
    let asking = Register::new(given.names, &titles, given.schema, false);
    let typed = |document: &Arc<Document>| {
        let known = before.and_then(|before| before.known(document, &asking));
        known.unwrap_or_else(|| Arc::new(one(document, given, &titles, &zone)))
    };
    let followed = before.filter(|before| before.is_followed);
    if let Some((before, others)) = followed.zip(others) {
        // Nobody else can have become another, so nobody else is asked.
        let leaning = before.all.leaning.iter().copied().filter(|_| !before.answered_alike);
        let anew: BTreeSet<PageId> = given.names.pages_of(others).chain(leaning).collect();
        let (pages, leaning, told) =
            (before.all.pages.clone(), before.all.leaning.clone(), before.all.told.clone());
        let mut all = AllTyped { pages, leaning, told };
        for id in anew {
            all.put(id, typed(given.names.document(&given.loaded.documents, id)));
        }
        return all;
    }
    let documents: Vec<&Arc<Document>> = given.names.documents(&given.loaded.documents).collect();
    AllTyped::of(documents.into_par_iter().map(typed).collect())
}

fn one(document: &Arc<Document>, given: &Given<'_>, titles: &Titles<'_>, zone: &TimeZone) -> Kept {
    let schema = given.schema;
    let register = Register::new(given.names, titles, schema, given.notes);
    let context = Context {
        terms: &register,
        documents: &register,
        files: given.files,
        folder: &document.folder,
        sources: &given.loaded.sources,
        zone,
        period: schema.kind(document.kind).behaviours.period(),
    };
    let (page, messages) = page(document, (context, schema), given.today);
    let asked = register.asked();
    let leaning = Register::new(given.names, titles, schema, false).leaning(&asked);
    Kept { document: Arc::clone(document), page: Arc::new(page), messages, asked, leaning }
}

/// Types one document and decides what stands on it alone.
fn page(
    document: &Document,
    (context, schema): (Context<'_>, &Schema),
    today: Date,
) -> (Page, Vec<Diagnostic>) {
    let (sources, name) = (context.sources, document.called.slug.clone());
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
