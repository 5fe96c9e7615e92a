//! The order in which a site comes together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::documents::Register;
use super::{
    Attached, Backlink, Goal, Page, PageId, Redirect, RoutePlan, Site, SiteFile, Target, Visibility,
};
use super::{address, lists, lock, names, state, years};
use crate::address::unportable;
use crate::artifact::OutPath;
use crate::diagnostic::{Diagnostic, RuleId};
use crate::field::{Context, FileTable, Typing, Values};
use crate::load::{Document, Loaded};
use crate::schema::{Schema, known};
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
    pub(crate) theme: Theme,
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
pub(crate) fn build(mut loaded: Loaded, today: Date) -> (Built, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut of_lock = Vec::new();
    let mut lock = lock::Lock::read(loaded.addresses.as_ref(), &mut of_lock);
    open_terms(&mut loaded.schema, &loaded.documents, &lock);
    let named = names::name(std::mem::take(&mut loaded.documents), &loaded.schema, &mut problems);
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
    let zone = TimeZone::get(&loaded.config.time_zone).unwrap_or(TimeZone::UTC);
    let register = Register { names: &named.pages, schema: &loaded.schema };
    let typed: Vec<(Page, Vec<Diagnostic>)> = named
        .documents
        .into_par_iter()
        .map(|(name, document)| {
            let schema = &loaded.schema;
            let behaviours = &schema.kind(document.kind).behaviours;
            let (folder, period) = (document.folder.clone(), behaviours.period());
            let context = Context {
                vocabularies: &schema.vocabularies,
                documents: &register,
                files: &file_table,
                folder: &folder,
                sources: &loaded.sources,
                zone: &zone,
                period,
            };
            page(name, document, (context, schema), today)
        })
        .collect();
    let (pages, messages): (Vec<Page>, Vec<Vec<Diagnostic>>) = typed.into_iter().unzip();
    problems.extend(messages.into_iter().flatten());
    let files = files(&loaded, &folders, &pages, &mut problems);
    let mut site = Site {
        listed: lists::listed(&pages, &loaded.schema),
        by_term: lists::by_term(&pages),
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
        backlinks: Vec::new(),
        pages,
        by_path,
        file_table,
    };
    site.backlinks = backlinks(&site);
    mark_used(&mut site);
    site.routes = RoutePlan::of_site(&site, loaded.theme.has_worker());
    problems.extend(of_lock);
    let mut settled = lock.settle(&site.pages, &site.schema, &site.config, &mut problems);
    lock.settle_made(&site, &mut settled, &mut problems);
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
fn open_terms(schema: &mut Schema, documents: &[Document], lock: &lock::Lock) {
    let mut new: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for document in documents {
        let fields = &schema.kind(document.kind).fields;
        for entry in document.fields.entries() {
            let Some(field) = fields.find_key(&crate::text::key(&entry.key)) else { continue };
            let Some(index) = field.kind.vocabulary() else { continue };
            if schema.vocabulary(index).open {
                let values = new.entry(index.0).or_default();
                values.extend(
                    entry
                        .node
                        .items()
                        .iter()
                        .filter_map(Node::text)
                        .flat_map(|text| text.split([',', ';']))
                        .map(|text| text.trim().to_owned()),
                );
            }
        }
    }
    for (index, values) in new {
        let vocabulary = &mut schema.vocabularies[index];
        let name = vocabulary.id.clone();
        lock.term_ids(&name).for_each(|id| vocabulary.take(id));
        for label in values.into_iter().filter(|label| !label.is_empty()) {
            if vocabulary.find(&label).is_none() {
                let published = lock.term_id(&name, &label);
                vocabulary.open_term(label, published);
            }
        }
    }
}

fn by_path(documents: &[(String, Document)], loaded: &Loaded) -> BTreeMap<String, PageId> {
    let mut paths = BTreeMap::new();
    for (at, (_, document)) in documents.iter().enumerate() {
        paths.entry(loaded.sources.get(document.source).path().to_owned()).or_insert(PageId(at));
    }
    paths
}

/// Types one document and decides what stands on it alone.
fn page(
    name: String,
    document: Document,
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
    let fingerprint = document.fingerprint.titled(&title, || document.body.text(sources));
    let url = address::of_page(kind, &name, year);
    address::check(&url, document.span, &mut problems);
    let page = Page {
        url,
        former: address::former(&fields, &mut problems),
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
        folder: document.folder,
        fields,
        fingerprint,
        body: document.body,
        outline: document.outline,
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

fn files(
    loaded: &Loaded,
    owners: &BTreeMap<String, PageId>,
    pages: &[Page],
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
            size: found.size,
            picture: found.picture,
            used: used || found.refused,
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

/// What points to each page, from published pages: fields first, then links in texts.
fn backlinks(site: &Site) -> Vec<Vec<Backlink>> {
    let mut links: Vec<Vec<Backlink>> = vec![Vec::new(); site.pages.len()];
    for (from, page) in site.published() {
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| {
                let pointer =
                    || Backlink { from, field: Some(name.clone()), anchor: String::new(), span: leaf.span };
                if let Some(to) = leaf.value.page() {
                    links[to.0].push(pointer());
                }
            });
        }
        for link in page.links() {
            if let Target::Page(to, anchor) = site.resolve(page, &link.kind, &link.target)
                && to != from
            {
                links[to.0].push(Backlink { from, field: None, anchor, span: link.span });
            }
        }
    }
    links
}

/// Marks the files that published pages name.
fn mark_used(site: &mut Site) {
    let mut used = BTreeSet::new();
    for (_, page) in site.published() {
        for (name, typed) in &page.fields {
            typed.leaves(name, &mut |_, leaf| used.extend(leaf.value.file()));
        }
        for link in page.links() {
            if let Target::File(file) = site.resolve(page, &link.kind, &link.target) {
                used.insert(file);
            }
        }
    }
    for file in used {
        site.files[file.0].used = true;
    }
}
