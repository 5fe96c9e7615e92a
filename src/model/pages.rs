//! Documents become pages: their fields are typed, and what stands on each alone is decided.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::asked::Found;
use super::askers::Askers;
use super::documents::Register;
use super::kept::Kept;
use super::names::{Directory, Entries};
use super::titles::Titles;
use super::{Attached, ByPage, Page, PageId, Visibility, address, state, years};
use crate::diagnostic::Diagnostic;
use crate::field::{Context, FileTable, Typing, Values};
use crate::load::{Document, Loaded};
use crate::schema::{Schema, TermRef, known};
use crate::text::key;

/// What pages are made by.
pub(super) struct Given<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) schema: &'a Schema,
    pub(super) names: &'a Directory,
    pub(super) entries: &'a Entries,
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
    pub(super) entries: &'b Entries,
    /// The terms of which a spelling does not mean what it meant; nothing when numbers of pages or vocabularies are
    /// others, so that nobody can be followed.
    pub(super) otherwise: Option<&'b [TermRef]>,
    /// Whether names, titles and vocabularies are the same: all that was asked has the answers of before.
    pub(super) answered_alike: bool,
}

impl Typed<'_> {
    /// The page of a document, if it is the same: what it asked is asked again.
    fn known(&self, document: &Arc<Document>, register: &Register<'_, '_>) -> Option<Arc<Kept>> {
        let kept = self.all.pages.get(self.names.page(&document.called.slug)?)?;
        let alike = || kept.asked.iter().all(|asked| register.answers_alike(asked));
        let same = Arc::ptr_eq(&kept.document, document) && (self.answered_alike || alike());
        same.then(|| Arc::clone(kept))
    }

    /// The pages that may be others: those of documents that are, that came or went, and those of which an answer may
    /// be another. Nobody else can have become another, so nobody else is asked. Nothing when nobody can be followed.
    fn again(&self, entries: &Entries) -> Option<BTreeSet<PageId>> {
        let otherwise = self.otherwise?.iter().map(|term| Found::Term(*term));
        let others = entries.others(self.entries, Arc::ptr_eq);
        let gone = others.iter().filter(|id| entries.get(**id).is_none()).map(|id| Found::Page(*id));
        let askers = otherwise.chain(gone).flat_map(|found| self.all.askers.of(found));
        let leaning = self.all.leaning.iter().copied().filter(|_| !self.answered_alike);
        Some(askers.chain(leaning).chain(others.iter().copied()).collect())
    }
}

/// All pages, typed, and which of them there is something to know of.
#[derive(Clone, Debug, Default)]
pub(super) struct AllTyped {
    pub(super) pages: ByPage<Arc<Kept>>,
    /// Those whose answers lean on titles or on spellings.
    leaning: BTreeSet<PageId>,
    /// Those of which something was said.
    told: BTreeSet<PageId>,
    /// Those that were answered with a page or a term.
    askers: Arc<Askers>,
}

impl AllTyped {
    fn of(pages: ByPage<Arc<Kept>>) -> Self {
        let leaning = pages.iter().filter(|(_, kept)| kept.leaning.is_some()).map(|(id, _)| id).collect();
        let told = pages.iter().filter(|(_, kept)| !kept.messages.is_empty()).map(|(id, _)| id).collect();
        let mut askers = Askers::default();
        pages.iter().for_each(|(id, kept)| askers.put(id, &kept.asked));
        Self { leaning, told, askers: Arc::new(askers), pages }
    }

    fn put(&mut self, id: PageId, kept: Option<Arc<Kept>>) {
        let set = |set: &mut BTreeSet<PageId>, is: bool| if is { set.insert(id) } else { set.remove(&id) };
        set(&mut self.leaning, kept.as_ref().is_some_and(|kept| kept.leaning.is_some()));
        set(&mut self.told, kept.as_ref().is_some_and(|kept| !kept.messages.is_empty()));
        let before = self.pages.get(id);
        let asked_alike = match (before, &kept) {
            (Some(before), Some(kept)) => before.asked == kept.asked,
            _ => false,
        };
        if !asked_alike {
            let askers = Arc::make_mut(&mut self.askers);
            before.into_iter().for_each(|before| askers.take(id, &before.asked));
            kept.iter().for_each(|kept| askers.put(id, &kept.asked));
        }
        match kept {
            Some(kept) => self.pages.put(id, kept),
            None => self.pages.take(id),
        }
    }

    /// What was said of them, in their order.
    pub(super) fn messages(&self) -> impl Iterator<Item = &Diagnostic> {
        self.told.iter().flat_map(|id| &self.pages[*id].messages)
    }
}

/// Types all documents, but for those whose pages may be taken from before.
pub(super) fn typed(given: &Given<'_>, before: Option<Typed<'_>>) -> AllTyped {
    let zone = TimeZone::get(&given.loaded.declared.config.time_zone).unwrap_or(TimeZone::UTC);
    let titles = Titles::new(given.names, given.entries);
    let asking = Register::new(given.names, &titles, given.schema, false);
    let typed = |document: &Arc<Document>| {
        let known = before.and_then(|before| before.known(document, &asking));
        known.unwrap_or_else(|| Arc::new(one(document, given, &titles, &zone)))
    };
    if let Some((before, again)) = before.and_then(|before| Some((before, before.again(given.entries)?))) {
        let mut all = before.all.clone();
        let anew: Vec<_> = again.into_par_iter().map(|id| (id, given.entries.get(id).map(typed))).collect();
        anew.into_iter().for_each(|(id, kept)| all.put(id, kept));
        return all;
    }
    AllTyped::of(given.entries.par_iter().map(|(id, document)| (id, typed(document))).collect())
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
