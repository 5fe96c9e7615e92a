//! The order in which a site comes together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::memory::Memory;
use super::pages::Given;
use super::{Agenda, Goal, Page, PageId, Redirect, RoutePlan, Site, SiteFile};
use super::{address, agenda, links, lists, lock, names, pages};
use crate::address::unportable;
use crate::artifact::OutPath;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::FileTable;
use crate::load::{Document, Loaded};
use crate::schema::Schema;
use crate::source::SourceId;
use crate::theme::Theme;
use crate::yaml::Node;

pub(crate) const FILE_NAME_UNSAFE: RuleId = RuleId("file-name-unsafe");

/// A site, the theme it is drawn with, and the lock as it should be.
#[derive(Debug)]
pub(crate) struct Built {
    /// The site.
    pub(crate) site: Arc<Site>,
    /// The theme.
    pub(crate) theme: Arc<Theme>,
    /// The text of `content/addresses.lock` after this build.
    pub(crate) lock: String,
    /// Whether any address is new, moved or gone since the lock was written.
    pub(crate) addresses_changed: bool,
    /// The text it has now.
    pub(crate) lock_before: Option<String>,
    /// The text of `content/purge.lock`, if there is one.
    pub(crate) purges: Option<(SourceId, String)>,
}

/// Builds the site of what was loaded, as of a day.
pub(crate) fn build(mut loaded: Loaded, today: Date, memory: &mut Memory) -> (Built, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut of_lock = Vec::new();
    let mut lock = lock::Lock::read(loaded.addresses.as_ref(), &mut of_lock);
    open_terms(&mut loaded.schema, &loaded.documents, &lock);
    let named = names::name(std::mem::take(&mut loaded.documents), &mut problems);
    let paths = loaded.files.iter().chain(&loaded.statics).map(|found| found.path.as_str());
    let file_table = FileTable::new(paths);
    let folders: BTreeMap<String, PageId> = named
        .documents
        .iter()
        .enumerate()
        .filter(|(_, (_, document))| document.own_folder)
        .map(|(i, (_, document))| (document.folder.clone(), PageId(i)))
        .collect();
    let by_path = by_path(&named.documents, &loaded);
    let given = Given { loaded: &loaded, names: &named.pages, files: &file_table, today };
    let typed = pages::typed(named.documents, &given, memory);
    problems.extend(typed.iter().flat_map(|kept| kept.messages.iter().cloned()));
    let pages: Vec<Arc<Page>> = typed.iter().map(|kept| Arc::clone(&kept.page)).collect();
    memory.keep(typed.into_iter());
    let files = files(&loaded, &folders, &pages, &mut problems);
    let (listed, by_term) = rayon::join(|| lists::listed(&pages, &loaded.schema), || lists::by_term(&pages));
    let agendas = agenda::agendas(&pages, &loaded.schema);
    let all = agendas.get(&Agenda::All).map_or(&[][..], Vec::as_slice);
    let mut site = Site {
        months: agenda::months(&pages, &loaded.schema, all),
        listed,
        by_term,
        agendas,
        first_names: BTreeMap::new(),
        by_name: named.pages.iter().map(|(name, page)| (name.to_owned(), page)).collect(),
        by_url: pages
            .iter()
            .enumerate()
            .filter(|(_, page)| page.is_published())
            .map(|(i, page)| (page.url.clone(), PageId(i)))
            .collect(),
        config: loaded.config,
        schema: loaded.schema,
        sources: loaded.sources,
        today,
        files,
        redirects: Vec::new(),
        routes: RoutePlan::default(),
        targets: Vec::new(),
        backlinks: Vec::new(),
        pages,
        by_path,
        file_table,
    };
    site.targets = links::targets(&site);
    site.backlinks = links::backlinks(&site);
    links::mark_used(&mut site);
    site.routes = RoutePlan::of_site(&site, &loaded.theme);
    problems.extend(of_lock);
    let mut settled = lock.settle(&site.pages, &site.schema, &site.config, &mut problems);
    lock.settle_made(&site, &mut settled, &mut problems);
    site.first_names = settled.first_names;
    site.redirects = redirects(&site, settled.redirects);
    site.routes.redirect(&site.redirects);
    let lock_before = loaded.addresses.map(|(_, text)| text);
    (
        Built {
            site: Arc::new(site),
            theme: loaded.theme,
            lock: settled.text,
            addresses_changed: settled.changed,
            lock_before,
            purges: loaded.purges,
        },
        problems,
    )
}

/// Values of open vocabularies that documents use join the vocabulary, in the order of the alphabet. One that was
/// published keeps its id, and no other gets it: «C» comes after «C++» and finds `c` taken.
fn open_terms(schema: &mut Schema, documents: &[Arc<Document>], lock: &lock::Lock) {
    for (index, values) in values_of_open(schema, documents) {
        let vocabulary = &mut schema.vocabularies[index];
        let name = vocabulary.id.clone();
        lock.term_ids(&name).for_each(|id| vocabulary.take(id));
        for label in values {
            if vocabulary.find(label).is_none() {
                vocabulary.open_term(label.to_owned(), lock.term_id(&name, label));
            }
        }
    }
}

/// What documents write into fields of open vocabularies, by the places of these.
fn values_of_open<'d>(schema: &Schema, documents: &'d [Arc<Document>]) -> BTreeMap<usize, BTreeSet<&'d str>> {
    type Values<'d> = BTreeMap<usize, BTreeSet<&'d str>>;
    let of_document = |mut found: Values<'d>, document: &'d Arc<Document>| {
        let fields = &schema.kind(document.kind).fields;
        for entry in document.fields.entries() {
            let index =
                fields.find_key(&crate::text::key(&entry.key)).and_then(|field| field.kind.vocabulary());
            let Some(index) = index.filter(|index| schema.vocabulary(*index).open) else { continue };
            let texts = entry.node.items().iter().filter_map(Node::text);
            let values = texts.flat_map(|text| text.split([',', ';'])).map(str::trim);
            found.entry(index.0).or_default().extend(values.filter(|value| !value.is_empty()));
        }
        found
    };
    let together = |mut all: Values<'d>, more: Values<'d>| {
        more.into_iter().for_each(|(index, values)| all.entry(index).or_default().extend(values));
        all
    };
    documents.par_iter().fold(BTreeMap::new, of_document).reduce(BTreeMap::new, together)
}

fn by_path(documents: &[(String, Arc<Document>)], loaded: &Loaded) -> BTreeMap<String, PageId> {
    let mut paths = BTreeMap::new();
    for (at, (_, document)) in documents.iter().enumerate() {
        paths.entry(loaded.sources.get(document.source).path().to_owned()).or_insert(PageId(at));
    }
    paths
}

fn files(
    loaded: &Loaded,
    owners: &BTreeMap<String, PageId>,
    pages: &[Arc<Page>],
    problems: &mut Vec<Diagnostic>,
) -> Vec<SiteFile> {
    let beside = loaded.files.iter().map(|found| (found, address::of_file(found, owners, pages), false));
    let statics = loaded.statics.iter().map(|found| {
        (found, OutPath::new(found.path.strip_prefix("content/static/").unwrap_or(&found.path)), true)
    });
    let mut files = Vec::with_capacity(loaded.files.len() + loaded.statics.len());
    for (found, path, used) in beside.chain(statics) {
        let path = path.filter(|path| path.as_str().split('/').all(|part| unportable(part).is_none()));
        let path = path.or_else(|| {
            problems.push(Diagnostic::error(FILE_NAME_UNSAFE).in_file(&found.path).help("help"));
            OutPath::new("files/unnamed")
        });
        // Every id of the file table must have its file, so a bad name is published nowhere but kept here.
        let Some(path) = path else { continue };
        files.push(SiteFile {
            source: found.path.clone(),
            disk: found.disk.clone(),
            path,
            stamp: found.stamp,
            picture: found.picture,
            used: used || found.refused,
            shown: false,
            said: found.said.clone(),
        });
    }
    files
}

/// Former addresses and aliases that no live page has taken.
fn redirects(site: &Site, former: Vec<Redirect>) -> Vec<Redirect> {
    let aliases = site
        .published()
        .flat_map(|(id, page)| lock::aliases(page).map(move |from| Redirect { from, to: Goal::Page(id) }));
    let mut by_address: BTreeMap<String, Goal> = BTreeMap::new();
    for redirect in former.into_iter().chain(aliases) {
        let is_live = match redirect.to {
            Goal::Page(id) => !site.by_url.contains_key(&redirect.from) && site.page(id).is_published(),
            // What the site made there before gives way to whatever is there now.
            _ => site.routes.at(&redirect.from).is_none(),
        };
        if is_live {
            by_address.insert(redirect.from, redirect.to);
        }
    }
    by_address.into_iter().map(|(from, to)| Redirect { from, to }).collect()
}
