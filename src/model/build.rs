//! The order in which a site comes together. What a step makes is taken from the site before where all that it is made
//! of is the same (`memory`, `change`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::by_url::{by_url, by_url_anew};
use super::change::{Change, Documents};
use super::links::{self, Led};
use super::lock::{Lock, Settled};
use super::memory::{Before, Memory};
use super::names::{self, Directory, Entries};
use super::pages::{self, AllTyped, Given, Typed};
use super::terms::Used;
use super::together::Together;
use super::{
    Agenda, ByPage, Goal, Page, PageId, Redirect, RoutePlan, Site, files, lists, lock, proofs, routes, terms,
};
use crate::diagnostic::Diagnostic;
use crate::field::FileTable;
use crate::load::Loaded;
use crate::schema::Schema;
use crate::source::SourceId;
use crate::theme::Theme;

/// A site, the theme it is drawn with, and the lock as it should be.
#[derive(Debug)]
pub(crate) struct Built {
    /// The site.
    pub(crate) site: Arc<Site>,
    /// The theme.
    pub(crate) theme: Arc<Theme>,
    /// What becomes of `content/addresses.lock`.
    pub(crate) lock: Arc<Settled>,
    /// The text it has now.
    pub(crate) lock_before: Option<Arc<str>>,
    /// The text of `content/purge.lock`, if there is one.
    pub(crate) purges: Option<(SourceId, Arc<str>)>,
}

/// What is known before documents are typed.
struct Base {
    lock: Arc<Lock>,
    used: Arc<Used>,
    schema: Arc<Schema>,
    names: Arc<Directory>,
    entries: Entries,
    file_table: Arc<FileTable>,
}

/// Builds the site of what was loaded, as of a day.
pub(crate) fn build(loaded: Loaded, today: Date, memory: &mut Memory) -> (Built, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let remembered = memory.take();
    let remembered = remembered.as_ref();
    let documents = Documents::new(remembered.map(|before| &before.documents), &loaded.documents);
    let base = base(&loaded, remembered, &documents, &mut problems);
    // Behaviours ask for the day, and everything is read by kinds and settings.
    let before = remembered.filter(|before| {
        let declared = &before.declared;
        before.site.today == today
            && declared.has_kinds_of(&loaded.declared)
            && declared.is_set_like(&loaded.declared)
            && terms::are_kept_alike(&before.site.schema, &base.schema)
            && Arc::ptr_eq(&before.site.file_table, &base.file_table)
    });
    let typed = typed(&loaded, (today, memory.keeps()), &base, before, &documents);
    problems.extend(typed.messages().cloned());
    let before = before.filter(|before| before.site.names.is_numbered_like(&base.names));
    let change =
        before.map_or_else(Change::all, |before| Change::between(before, &base.schema, &typed.pages));
    let (site, unfit) = site(&loaded, today, &base, &typed, &change);
    problems.extend(unfit.iter().cloned());
    problems.extend(base.lock.messages.iter().cloned());
    let (site, settled) = settle(site, &base.lock, &loaded.sums, &change, &loaded.declared.theme);
    problems.extend(settled.problems().cloned());
    let built = Built {
        site: Arc::new(site),
        theme: Arc::clone(&loaded.declared.theme),
        lock: settled,
        lock_before: loaded.addresses.as_ref().map(|(_, text)| Arc::clone(text)),
        purges: loaded.purges,
    };
    memory.keep(|| Before {
        declared: loaded.declared,
        documents: loaded.documents,
        entries: base.entries,
        files: [loaded.files, loaded.statics],
        addresses: loaded.addresses,
        lock: base.lock,
        used: base.used,
        typed,
        settled: Arc::clone(&built.lock),
        unfit,
        site: Arc::clone(&built.site),
    });
    (built, problems)
}

/// Names the documents and the files, and completes the vocabularies.
fn base(
    loaded: &Loaded,
    before: Option<&Before>,
    documents: &Documents<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Base {
    let lock = before
        .filter(|before| before.addresses == loaded.addresses)
        .map_or_else(|| Arc::new(Lock::read(loaded.addresses.as_ref())), |before| Arc::clone(&before.lock));
    let declared = &loaded.declared;
    let same_use = |before: &&Before| {
        let alike = || {
            declared.has_kinds_of(&before.declared)
                && terms::are_open_alike(&before.declared.schema, &declared.schema)
        };
        (Arc::ptr_eq(&before.declared, declared) || alike())
            && documents.are_together(|some| terms::used_by(&before.site.schema, some))
    };
    let used = before.filter(same_use).map_or_else(
        || Arc::new(terms::used(&declared.schema, &loaded.documents)),
        |before| Arc::clone(&before.used),
    );
    let same_terms = |before: &&Before| {
        Arc::ptr_eq(&before.declared, declared)
            && Arc::ptr_eq(&before.lock, &lock)
            && Arc::ptr_eq(&before.used, &used)
    };
    let schema = before.filter(same_terms).map_or_else(
        || Arc::new(terms::opened(&declared.schema, &used, &lock)),
        |before| Arc::clone(&before.site.schema),
    );
    let (names, entries) =
        before.and_then(|before| followed(before, loaded, documents)).unwrap_or_else(|| {
            let (names, entries) = names::directory(&loaded.documents, &loaded.sources, problems);
            (Arc::new(names), entries)
        });
    let files = [&loaded.files, &loaded.statics];
    let same_files = |before: &&Before| before.files.iter().zip(files).all(|(a, b)| Arc::ptr_eq(a, b));
    let file_table = before.filter(same_files).map_or_else(
        || {
            let paths = files.into_iter().flat_map(|files| files.iter());
            Arc::new(FileTable::new(paths.map(|found| found.path.as_str())))
        },
        |before| Arc::clone(&before.site.file_table),
    );
    Base { lock, used, schema, names, entries, file_table }
}

/// The names of before with the documents of now, if pages keep their numbers.
fn followed(
    before: &Before,
    loaded: &Loaded,
    documents: &Documents<'_>,
) -> Option<(Arc<Directory>, Entries)> {
    let was = &before.site.names;
    // What there is to say of a name is said by naming all anew.
    if !was.is_sound() {
        return None;
    }
    let (gone, came) = documents.moved(names::named_alike, was.ids().len())?;
    let names = match gone.is_empty() && came.is_empty() {
        true => Arc::clone(was),
        false => Arc::new(was.followed((&gone, &came), &loaded.sources)?),
    };
    let mut entries = before.entries.clone();
    for (was, is) in documents.others() {
        was.iter().filter_map(|one| before.site.named(&one.called.slug)).for_each(|id| entries.take(id));
        let is = is.and_then(|one| Some((names.page(&one.called.slug)?, one)));
        is.into_iter().for_each(|(id, one)| entries.put(id, Arc::clone(one)));
    }
    Some((names, entries))
}

/// Types the documents that are others than before, and those that are answered otherwise.
fn typed(
    loaded: &Loaded,
    (today, notes): (Date, bool),
    base: &Base,
    before: Option<&Before>,
    documents: &Documents<'_>,
) -> AllTyped {
    let Base { schema, names, entries, file_table, .. } = base;
    let given = Given { loaded, schema, names, entries, files: file_table, today, notes };
    let Some(before) = before else { return pages::typed(&given, None) };
    let same_schema = Arc::ptr_eq(&before.site.schema, schema);
    let otherwise = match same_schema {
        true => Some(Vec::new()),
        false => terms::meant_otherwise(&before.site.schema, schema),
    };
    let titled_alike = || documents.alike(|a, b| a.called.title == b.called.title);
    let known = Typed {
        all: &before.typed,
        names: &before.site.names,
        entries: &before.entries,
        otherwise: otherwise.as_deref().filter(|_| before.site.names.is_numbered_like(names)),
        answered_alike: Arc::ptr_eq(&before.site.names, names) && same_schema && titled_alike(),
    };
    pages::typed(&given, Some(known))
}

/// Puts the pages together: everything but the plan of addresses and former addresses. Returns what there is to say of
/// the names of files too.
fn site(
    loaded: &Loaded,
    today: Date,
    base: &Base,
    typed: &AllTyped,
    change: &Change<'_>,
) -> (Site, Vec<Diagnostic>) {
    let pages = change.pages(&typed.pages);
    let schema = &base.schema;
    let anew = || match change.moved(schema) {
        Some((before, moved)) => Together::moved(before, moved, &pages, schema),
        None => Together::of(&pages, schema),
    };
    let Together { edition, listed, by_term, agendas, months, former, years, apart } =
        change.same_edition().map_or_else(anew, Together::again);
    let addressed = |a: &Page, b: &Page| a.is_published() == b.is_published() && a.url == b.url;
    let found = |seen: bool| {
        let moved =
            || change.moved(schema).and_then(|(before, moved)| by_url_anew(before, moved, &pages, seen));
        moved().unwrap_or_else(|| by_url(base.names.ids(), &pages, seen))
    };
    let (by_url, hidden) = change.alike(&pages, addressed).map_or_else(
        || (found(true), found(false)),
        |before| (Arc::clone(&before.site.by_url), Arc::clone(&before.site.hidden)),
    );
    let (files, unfit) = change.same_folders(&base.names, &pages).map_or_else(
        || files::files(loaded, &base.names, &pages),
        |before| (Arc::clone(&before.site.files), before.unfit.clone()),
    );
    let mut site = Site {
        edition,
        listed,
        by_term,
        agendas,
        months,
        first_names: Arc::default(),
        former,
        years,
        apart,
        ledger: Arc::clone(&loaded.ledger),
        proofs: Arc::default(),
        names: Arc::clone(&base.names),
        by_title: OnceLock::new(),
        by_url,
        hidden,
        config: Arc::clone(&loaded.declared.config),
        schema: Arc::clone(schema),
        sources: Arc::clone(&loaded.sources),
        today,
        files,
        redirects: Arc::default(),
        routes: RoutePlan::default(),
        targets: ByPage::default(),
        backlinks: ByPage::default(),
        loose: BTreeSet::new(),
        stray: BTreeSet::new(),
        pages,
        file_table: Arc::clone(&base.file_table),
    };
    site.routes = planned(&site, &loaded.declared.theme, change);
    let led = Led::new(&site, change);
    site.targets = links::targets(&site, led.as_ref());
    site.backlinks = links::backlinks(&site, led.as_ref());
    site.loose = links::loose(&site, led.as_ref());
    site.stray = links::stray(&site, led.as_ref());
    if !led.is_some_and(|led| led.uses_alike(&site)) {
        files::mark_used(&mut site, loaded);
    }
    (site, unfit)
}

/// Plans the addresses of what the site makes and of its documents.
fn planned(site: &Site, theme: &Arc<Theme>, change: &Change<'_>) -> RoutePlan {
    let titled = |a: &Page, b: &Page| a.is_published() == b.is_published() && a.title == b.title;
    let letters_anew = || match change.moved(&site.schema) {
        Some((before, moved)) => {
            routes::letters_anew(before.routes.letters(), moved, (&before.pages, &site.pages))
        }
        None => None,
    };
    let letters = change.alike(&site.pages, titled).map_or_else(
        || Arc::new(letters_anew().unwrap_or_else(|| routes::letters(site.published()))),
        |before| before.site.routes.letters_of_all(),
    );
    let of_terms = |site: &Site| {
        let made = site.agendas.keys().filter(|agenda| !matches!(agenda, Agenda::Page(_)));
        made.copied().collect::<Vec<_>>()
    };
    let (moved, before) = change.moved(&site.schema).zip(change.before).unzip();
    // What the site makes of itself, page after page of its lists, has the addresses that it had.
    let alike = |(before, _): &(&Site, &[PageId])| {
        lists::are_as_long(&before.listed, &site.listed)
            && lists::are_as_long(&before.by_term, &site.by_term)
            && before.years == site.years
            && of_terms(before) == of_terms(site)
            && before.months.keys().eq(site.months.keys())
            && before.listed.keys().all(|kind| before.has_hours(*kind) == site.has_hours(*kind))
            && before.by_url.contains_key("/") == site.by_url.contains_key("/")
            && before.ledger.is_empty() == site.ledger.is_empty()
            && routes::are_found_alike(before.routes.letters(), &letters)
    };
    let same_theme = before.is_some_and(|before: &Before| before.declared.theme == *theme);
    let known = moved.filter(alike).filter(|_| same_theme);
    let followed =
        known.and_then(|(before, moved)| RoutePlan::followed(before, site, moved, (&letters, theme)));
    followed.unwrap_or_else(|| RoutePlan::of_site(site, letters, theme))
}

/// Adds files to the plan, and settles with the lock which former addresses lead on, and whose certificates are whose.
fn settle(
    mut site: Site,
    lock: &Arc<Lock>,
    sums: &BTreeMap<String, Vec<String>>,
    change: &Change<'_>,
    theme: &Theme,
) -> (Site, Arc<Settled>) {
    let is_own = |before: &&Before| before.site.routes.is_own_of(&site.routes);
    let published = change.before.filter(|before| {
        before.site.routes.has_files_of(&site.routes)
            && Arc::ptr_eq(&before.site.files, &site.files)
            && before.site.ledger.is_like(&site.ledger)
            && (site.ledger.is_empty() || Arc::ptr_eq(&before.lock, lock) && is_own(before))
    });
    // A page that is awaited has its line already, and that says when and where it will be.
    let former = |a: &Page, b: &Page| {
        a.former == b.former && a.broken == b.broken && a.visibility == b.visibility && a.url == b.url
    };
    let settled = published.filter(|before| {
        let same_lock = Arc::ptr_eq(&before.lock, lock) && !before.settled.documents.by_text;
        same_lock && change.alike(&site.pages, former).is_some()
    });
    if published.is_none() {
        site.routes.publish(&site.files, &site.schema.pictures, theme);
    }
    let settled = match settled {
        Some(before) if change.same_schema => Arc::clone(&before.settled),
        // What documents have in the lock does not hang on terms.
        Some(before) => Arc::new(lock.settle_made(&site, Arc::clone(&before.settled.documents))),
        None => Arc::new(lock.settle_made(&site, Arc::new(lock.settle(&site)))),
    };
    site.first_names = Arc::clone(&settled.documents.first_names);
    site.proofs = Arc::new(proofs::proofs(&site, &site.ledger, sums));
    if published.is_none() {
        site.routes.certify(&site.proofs, &site.pages);
    }
    let published = published.filter(|before| before.site.routes.is_own_of(&site.routes));
    let led = published.filter(|before| Arc::ptr_eq(&before.settled, &settled));
    site.redirects = led.map_or_else(
        || Arc::new(redirects(&site, settled.redirects())),
        |before| Arc::clone(&before.site.redirects),
    );
    match published.filter(|before| before.site.redirects == site.redirects) {
        Some(before) => site.routes.redirected_as(&before.site.routes),
        None => site.routes.redirect(&site.redirects),
    }
    (site, settled)
}

/// Former addresses and aliases that no live page has taken.
fn redirects<'a>(site: &Site, former: impl Iterator<Item = &'a Redirect>) -> Vec<Redirect> {
    let aliased = site.apart.aliased.iter().copied();
    let aliases = aliased
        .flat_map(|id| lock::aliases(site.page(id)).map(move |from| Redirect { from, to: Goal::Page(id) }));
    let mut by_address: BTreeMap<String, Goal> = BTreeMap::new();
    for redirect in former.cloned().chain(aliases) {
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
