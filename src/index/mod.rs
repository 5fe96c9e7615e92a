//! Site → search bundle: what of each page search sees.
//!
//! Reads the model only. How words are matched and how the bundle is laid out is the search core's matter
//! (`crates/search`).

mod attached;
mod facets;
mod keywords;
mod lists;
mod module;
mod part;
mod words;

use std::collections::BTreeSet;

use kabinet_search::{BuildOptions, Occasion, PageDocument, SectionDocument, Standing, SynonymGroup};
use rayon::prelude::*;

use crate::artifact::{Artifact, OutPath};
use crate::markup::{self, Section, SectionKind};
use crate::model::routes::SEARCH_DATA;
use crate::model::{Page, PageId, Site};
use crate::schema::TermState;
pub(crate) use facets::Say;

/// Tells whether nobody waits for the work any more.
pub(crate) type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Makes the files of search; nothing when it was stopped. `say` gives the words that readers see for values that no author wrote.
///
/// # Errors
/// On faults of the index writer, which are bugs or a full disk.
pub(crate) fn index(site: &Site, say: Say<'_>, stop: Stop<'_>) -> anyhow::Result<Option<Vec<Artifact>>> {
    let documents = documents(site, say);
    if stop() {
        return Ok(None);
    }
    let group = |near: bool| move |members: &Vec<String>| SynonymGroup { members: members.clone(), near };
    let same = site.schema.synonyms.iter().map(group(false));
    let synonyms = same.chain(site.schema.near.iter().map(group(true))).collect();
    let options = BuildOptions { synonyms, as_of: as_of(site), ..BuildOptions::default() };
    let Some(bundle) = options.build_unless(&documents, stop)? else { return Ok(None) };
    let mut files = bundle.files;
    module::add(&mut files)?;
    let artifacts = files
        .into_iter()
        .filter_map(|(path, bytes)| {
            Some(Artifact::bytes(OutPath::new(&format!("{SEARCH_DATA}/{path}"))?, bytes))
        })
        .collect();
    Ok(Some(artifacts))
}

/// What search sees of every published page and of every list of them.
pub(crate) fn documents(site: &Site, say: Say<'_>) -> Vec<PageDocument> {
    let pages: Vec<(PageId, &Page)> = site.published().collect();
    let pages = pages.par_iter().map(|(id, page)| document(site, *id, page, say));
    pages.chain(lists::documents(site, say)).collect()
}

fn document(site: &Site, id: PageId, page: &Page, say: Say<'_>) -> PageDocument {
    let shelf = site.schema.kind(site.schema.shelf(page.kind));
    PageDocument {
        url: page.url.clone(),
        title: page.title.clone(),
        kind: shelf.id.clone(),
        // A page that is all that its kind has is called by what it belongs to: its own name is its title already.
        kind_label: if shelf.document.is_some() { &shelf.title } else { &shelf.label }.clone(),
        date: date(site, page).map(days),
        standing: standing(page),
        links: links(site, id),
        occasion: occasion(site, page),
        facets: facets::of(site, page, say),
        keywords: keywords::of(site, page),
        fields: words::rows(site, page),
        related: words::related(site, page),
        sections: sections(site, page, say),
    }
}

/// The day from which freshness is judged: the newest date that has come, not the day of the build, so that the
/// bundle stays byte for byte the same while nothing happens.
fn as_of(site: &Site) -> Option<i32> {
    let dates = site.published().filter_map(|(_, page)| date(site, page));
    dates.filter(|date| *date <= site.today).max().map(days)
}

/// How many published pages point to this one.
fn links(site: &Site, id: PageId) -> u32 {
    let from: BTreeSet<PageId> = site.backlinks[id].iter().map(|link| link.from).collect();
    u32::try_from(from.len()).unwrap_or(u32::MAX)
}

/// The day by which search judges freshness: of an event its beginning, of anything else its date.
fn date(site: &Site, page: &Page) -> Option<jiff::civil::Date> {
    let begins = site.schema.kind(page.kind).behaviours.begins(&page.fields);
    begins.or(page.date).map(|moment| moment.date)
}

/// When the page happens, and what readers call it: the first of the facets that its kind has for itself.
fn occasion(site: &Site, page: &Page) -> Option<Occasion> {
    let kind = site.schema.kind(page.kind);
    let from = days(kind.behaviours.begins(&page.fields)?.date);
    let until = kind.behaviours.ends(&page.fields).map_or(from, |moment| days(moment.date)).max(from);
    let form = kind.facets.first().and_then(|field| page.field(field));
    let form = form.map_or_else(String::new, |typed| typed.value.label(site));
    Some(Occasion { from, until, form })
}

fn days(date: jiff::civil::Date) -> i32 {
    date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days())
}

fn standing(page: &Page) -> Standing {
    match page.state.as_ref().map(|state| state.state) {
        Some(
            TermState::InForce
            | TermState::Planned
            | TermState::Open
            | TermState::Closed
            | TermState::Today
            | TermState::Running
            | TermState::Due,
        ) => Standing::Current,
        Some(
            TermState::Ended
            | TermState::Expired
            | TermState::Done
            | TermState::Cancelled
            | TermState::Overdue,
        ) => Standing::Past,
        _ if page.archived => Standing::Past,
        _ => Standing::Neutral,
    }
}

/// The lead first (summary, the text before the first heading), then the parts of the text and the attachments.
fn sections(site: &Site, page: &Page, say: Say<'_>) -> Vec<SectionDocument> {
    let outline = &page.outline.sections;
    let text_of = |section: &Section| section.text_with(|link| site.words_of_link(page, link));
    let lead = outline.iter().find(|section| section.kind == SectionKind::Lead).map(text_of);
    let parts = [markup::plain(&page.summary), lead.unwrap_or_default()];
    let text = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n");
    let lead = SectionDocument { anchor: String::new(), heading: String::new(), text };
    let rest = outline.iter().filter(|section| section.kind != SectionKind::Lead);
    let rest = rest.map(|section| part::of(section, outline, text_of(section)));
    std::iter::once(lead).chain(rest).chain(attached::sections(site, page, say)).collect()
}
