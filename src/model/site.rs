//! The site: all pages, how they hang together, and what is published beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::apart::Apart;
use super::edition::Edition;
use super::lists::Years;
use super::making::Making;
use super::names::Directory;
use super::{
    Agenda, ByPage, FileId, Goal, Month, Owner, Page, PageId, Pages, Paper, Proof, RoutePlan, Target, agenda,
};
use crate::artifact::OutPath;
use crate::behaviour::{Hours, Occasion};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::field::{FileTable, Lookup};
use crate::ledger::Ledger;
use crate::load::Stamp;
use crate::markup;
use crate::picture::{self, Operation, Picture};
use crate::schema::{KindIndex, Schema, TermRef, Vocabulary, VocabularyIndex};
use crate::source::{Sources, Span};
use crate::text::Taken;

/// A file that is published as it is.
#[derive(Clone, Debug)]
pub(crate) struct SiteFile {
    /// Its path relative to the site's root.
    pub(crate) source: String,
    /// What is to be said of it when it is published.
    pub(crate) said: Option<Diagnostic>,
    /// Where it lies on disk.
    pub(crate) disk: PathBuf,
    /// Where it is published.
    pub(crate) path: OutPath,
    /// What tells it from what lay there before.
    pub(crate) stamp: Stamp,
    /// What it shows, if it is a picture whose size is known.
    pub(crate) picture: Option<Picture>,
    /// What it says, if it is a document whose text was read.
    pub(crate) paper: Option<Arc<Paper>>,
    /// Whether the people whom it names where no reader looks are taken out of what is published.
    pub(crate) nameless: bool,
    /// The document beside it that it signs, by its path from the site's root.
    pub(crate) signs: Option<String>,
    /// Whether a published page has it among its attachments and its text was read: then it has a twin, a page of its
    /// text.
    pub(crate) read: bool,
    /// Whether anything published offers it to be taken along; only then it is published under its own name.
    pub(crate) used: bool,
    /// Whether anything published shows it as a picture, and it is made anew for that.
    pub(crate) shown: bool,
}

impl SiteFile {
    /// Its name in its folder.
    pub(crate) fn name(&self) -> &str {
        self.source.rsplit('/').next().unwrap_or_default()
    }

    /// Its size in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.stamp.size()
    }

    /// Whether anything published names it.
    pub(crate) fn is_named(&self) -> bool {
        self.used || self.shown
    }

    /// The ending of its name, in small letters.
    pub(crate) fn ending(&self) -> String {
        self.name().rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
    }

    /// Whether it is a picture of which new ones are made.
    pub(crate) fn is_remade(&self) -> bool {
        self.picture.is_some_and(|picture| picture.is_remade())
    }

    /// What is published under its own name, if that is not the file as it lies there.
    pub(crate) fn whole(&self) -> Option<Operation> {
        self.picture?.whole(&self.ending())
    }

    /// The pictures that are made of it for pages to show.
    pub(crate) fn pictures(&self, settings: &picture::Settings) -> Vec<Operation> {
        self.picture.map(|picture| picture.shown(settings)).unwrap_or_default()
    }

    /// The address of the page of its text, if it has one. No name of content can end so.
    pub(crate) fn twin(&self) -> Option<String> {
        self.read.then(|| format!("/{}.html", self.path.as_str()))
    }

    /// Where one of the pictures lies that are made of it.
    pub(crate) fn path_of(&self, operation: &Operation) -> Option<OutPath> {
        OutPath::new(&format!("{}{}", self.path.as_str(), operation.suffix()))
    }
}

/// A former address that leads on.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Redirect {
    /// The former address.
    pub(crate) from: String,
    /// Where it leads.
    pub(crate) to: Goal,
}

/// A pointer seen from its target.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Backlink {
    /// The page that points.
    pub(crate) from: PageId,
    /// The field that points; `None` for a link in the text.
    pub(crate) field: Option<String>,
    /// The clause or heading it points to; empty for the page as a whole.
    pub(crate) anchor: String,
    /// Where it is written.
    pub(crate) span: Span,
}

/// Everything that is published, decided and checked by name. What does not hang on the texts of pages is shared with
/// the site before where it is the same.
#[derive(Debug)]
pub(crate) struct Site {
    /// What it is the same as, but for texts.
    pub(crate) edition: Edition,
    /// `content/site.yaml`.
    pub(crate) config: Arc<Config>,
    /// Kinds and vocabularies, with the values that documents added.
    pub(crate) schema: Arc<Schema>,
    /// The texts.
    pub(crate) sources: Arc<Sources>,
    /// The day for which the site is built.
    pub(crate) today: Date,
    /// All pages, sorted by kind and name; unpublished ones included.
    pub(crate) pages: Pages,
    /// Those of them that are to be known of each time.
    pub(crate) apart: Arc<Apart>,
    /// Files published as they are.
    pub(crate) files: Arc<Vec<SiteFile>>,
    /// Former addresses.
    pub(crate) redirects: Arc<Vec<Redirect>>,
    /// Every address.
    pub(crate) routes: RoutePlan,
    /// Where the links of each page lead, by page, in the order of [`Page::links`]. Empty for pages that readers do not
    /// see.
    pub(crate) targets: ByPage<Arc<[Target]>>,
    /// What points to each page, by page.
    pub(crate) backlinks: ByPage<Arc<[Backlink]>>,
    /// The pages with links that may lead elsewhere although neither they nor what they point to changes.
    pub(super) loose: BTreeSet<PageId>,
    /// The pages with links that lead to no page which readers see, so that one that comes may be where they lead.
    pub(crate) stray: BTreeSet<PageId>,
    /// The published pages of each kind in the order of its list, those of kinds without a list too.
    pub(crate) listed: Arc<BTreeMap<KindIndex, Vec<PageId>>>,
    /// How many pages of each list are of each year.
    pub(crate) years: Arc<Years>,
    /// The published pages that bear each term, in the order of their dates, newest first.
    pub(crate) by_term: Arc<BTreeMap<TermRef, Vec<PageId>>>,
    /// The events of each calendar by their beginnings.
    pub(crate) agendas: Arc<BTreeMap<Agenda, Vec<PageId>>>,
    /// The events of each month of the calendar.
    pub(crate) months: Arc<BTreeMap<Month, Vec<PageId>>>,
    /// The names in the lock under which renamed pages were first published.
    pub(crate) first_names: Arc<BTreeMap<PageId, String>>,
    /// The documents whose place each one took, where both can be compared.
    pub(crate) former: Arc<BTreeMap<PageId, BTreeSet<PageId>>>,
    /// The certificates that were issued.
    pub(crate) ledger: Arc<Ledger>,
    /// The same, and how the documents stand beside them.
    pub(crate) proofs: Arc<Vec<Proof>>,
    /// The pages by their names and by the paths of their files.
    pub(crate) names: Arc<Directory>,
    /// The pages in the order of their titles, sorted when a link first names one by its title.
    pub(super) by_title: OnceLock<Vec<PageId>>,
    /// The published pages by their addresses.
    pub(crate) by_url: Arc<BTreeMap<String, PageId>>,
    /// The pages that readers do not see, by the addresses that they would have.
    pub(super) hidden: Arc<BTreeMap<String, PageId>>,
    /// The files by their paths.
    pub(crate) file_table: Arc<FileTable>,
}

impl Site {
    /// What the owner of an address is called by itself; empty for what the site's own words name.
    pub(crate) fn title_of(&self, owner: Owner) -> &str {
        match owner {
            Owner::List(kind, _)
            | Owner::Year(kind, ..)
            | Owner::Feed(Some(kind))
            | Owner::Data(kind, _)
            | Owner::AllHours(kind) => &self.schema.kind(kind).title,
            Owner::Vocabulary(vocabulary) | Owner::Terms(vocabulary, _) => {
                &self.schema.vocabulary(vocabulary).label
            }
            Owner::Term(term, _) => &self.schema.vocabulary(term.vocabulary).label,
            Owner::Page(page)
            | Owner::Archive(page)
            | Owner::Changes(page)
            | Owner::Word(page)
            | Owner::Hours(page)
            | Owner::PageFeed(page)
            | Owner::Wording(page) => &self.page(page).title,
            Owner::File(file) | Owner::Picture(file, _) | Owner::Twin(file) => &self.file(file).source,
            Owner::Redirect(goal) => self.title_of_goal(goal),
            _ => "",
        }
    }

    /// The address that a former one leads to, without the base path.
    pub(crate) fn address_of_goal(&self, goal: Goal) -> &str {
        match goal {
            Goal::Page(page) => &self.page(page).url,
            goal => self.routes.of(goal.owner()).unwrap_or("/"),
        }
    }

    /// What the page there is called.
    pub(crate) fn title_of_goal(&self, goal: Goal) -> &str {
        match goal {
            Goal::Home => &self.config.title,
            Goal::Term(term) => &self.schema.term(term).label,
            goal => self.title_of(goal.owner()),
        }
    }

    /// The years of a list with how many of its pages are of each, the newest first; those without a day come last.
    pub(crate) fn years_of(&self, kind: KindIndex) -> impl Iterator<Item = (Option<i16>, usize)> {
        let years = self.years.get(&kind).into_iter().flatten();
        years.rev().map(|(year, pages)| (*year, *pages))
    }

    /// The page of an id of this site.
    pub(crate) fn page(&self, id: PageId) -> &Page {
        &self.pages[id]
    }

    /// Finds a page by its name.
    pub(crate) fn named(&self, name: &str) -> Option<PageId> {
        self.names.page(name)
    }

    /// The published pages, in the order of kinds and names.
    pub(crate) fn published(&self) -> impl Iterator<Item = (PageId, &Page)> {
        let all = self.names.ids().iter().map(|id| (*id, self.page(*id)));
        all.filter(|(_, page)| page.is_published())
    }

    /// The file of an id of this site.
    pub(crate) fn file(&self, id: FileId) -> &SiteFile {
        &self.files[id.0]
    }

    /// The pictures that are made of a file for pages to show.
    pub(crate) fn pictures_of(&self, file: FileId) -> Vec<Operation> {
        self.file(file).pictures(&self.schema.pictures)
    }

    /// What is made of a file of the site for the owner of an address, if anything is.
    pub(crate) fn made_for(&self, owner: Owner) -> Option<(FileId, Making)> {
        match owner {
            Owner::File(id) if self.file(id).nameless => Some((id, Making::Nameless)),
            Owner::File(id) => Some((id, Making::Picture(self.file(id).whole()?))),
            Owner::Picture(id, at) => Some((id, Making::Picture(*self.pictures_of(id).get(at)?))),
            _ => None,
        }
    }

    /// What a calendar is told of a page.
    pub(crate) fn occasion(&self, page: &Page) -> Option<Occasion<'_>> {
        self.schema.kind(page.kind).behaviours.occasion(&page.fields, &self.schema.vocabularies)
    }

    /// When somebody receives whom a page is about.
    pub(crate) fn hours(&self, page: &Page) -> Option<Hours<'_>> {
        self.schema.kind(page.kind).behaviours.hours(&page.fields, &self.schema.vocabularies)
    }

    /// Whether a list has a calendar of the hours of its pages.
    pub(crate) fn has_hours(&self, kind: KindIndex) -> bool {
        let is_told = self.schema.kind(kind).list.as_ref().is_some_and(|list| list.hours);
        let mut pages = self.listed.get(&kind).into_iter().flatten().filter(|_| is_told);
        pages.any(|id| self.hours(self.page(*id)).is_some())
    }

    /// The events that a calendar has on the day of the build.
    pub(crate) fn agenda(&self, agenda: Agenda) -> impl Iterator<Item = (PageId, Occasion<'_>)> {
        let events = self.agendas.get(&agenda).into_iter().flatten();
        let told = events.filter_map(|id| Some((*id, self.occasion(self.page(*id))?)));
        told.filter(|(_, occasion)| agenda::dropped(occasion).is_none_or(|day| day > self.today))
    }

    /// The name of a page that never changes, whatever its file is called: the first one in the lock.
    pub(crate) fn first_name(&self, id: PageId) -> String {
        let page = self.page(id);
        let own = || format!("{}/{}", self.schema.kind(page.kind).id, page.name);
        self.first_names.get(&id).cloned().unwrap_or_else(own)
    }

    /// The anchors of a page's attachments, in their order. They are made of the names of the files, so that they
    /// stay while titles are mended.
    pub(crate) fn attachment_anchors<'a>(&self, page: &'a Page) -> &'a [String] {
        page.attachment_anchors.get_or_init(|| {
            let mut taken: Taken = page.outline.anchors.iter().map(String::as_str).collect();
            let names = page.attachments.iter().map(|attached| self.file(attached.file).name());
            names.map(|name| taken.claim(&format!("file-{}", markup::slug(name)), '-')).collect()
        })
    }

    /// The Markdown text of a page; empty when it has none.
    pub(crate) fn body<'a>(&'a self, page: &'a Page) -> &'a str {
        page.body.text(&self.sources)
    }
}

impl Lookup for Site {
    fn vocabulary(&self, index: VocabularyIndex) -> &Vocabulary {
        self.schema.vocabulary(index)
    }

    fn title(&self, page: PageId) -> Option<&str> {
        let page = self.page(page);
        page.is_published().then_some(page.title.as_str())
    }

    fn file_name(&self, file: FileId) -> &str {
        self.file(file).name()
    }
}
