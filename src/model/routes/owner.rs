//! Who owns an address.

use super::super::{Agenda, FileId, Month, PageId};
use crate::schema::{KindIndex, TermRef, VocabularyIndex};

/// What is shown at an address.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Owner {
    /// A page that every site has.
    System(System),
    /// A page of the list of a kind, by its number from 1.
    List(KindIndex, usize),
    /// A page of what the list of a kind has of a year, or without a date, by its number from 1.
    Year(KindIndex, Option<i16>, usize),
    /// The terms of a vocabulary.
    Vocabulary(VocabularyIndex),
    /// A page of what bears a term, by its number from 1.
    Term(TermRef, usize),
    /// The feed of a kind, or of everything.
    Feed(Option<KindIndex>),
    /// The feed of what belongs to a page.
    PageFeed(PageId),
    /// The list of a kind as open data.
    Data(KindIndex, DataForm),
    /// The terms of a vocabulary as open data.
    Terms(VocabularyIndex, DataForm),
    /// The calendar file of an event.
    Event(PageId),
    /// The calendar of the hours at which somebody receives.
    Hours(PageId),
    /// The calendar of all hours that a list has.
    AllHours(KindIndex),
    /// The calendar of a month.
    Month(Month),
    /// A calendar to subscribe to.
    Calendar(Agenda),
    /// The map for search engines: 0, and its parts when it is cut.
    Sitemap(usize),
    /// The rules for robots.
    Robots,
    /// The headers that a host is asked to send.
    Headers,
    /// The files of a document in one archive.
    Archive(PageId),
    /// What became different since the document whose place it took.
    Changes(PageId),
    /// The text of a document as a file of Word.
    Word(PageId),
    /// The words of a document that a certificate binds.
    Wording(PageId),
    /// The notices of others' licences.
    Licenses,
    /// The service worker.
    Worker,
    /// What the program keeps for itself.
    Program,
    /// A document.
    Page(PageId),
    /// A file of the site, to be taken along.
    File(FileId),
    /// A picture that is made of a file of the site, by its place among these.
    Picture(FileId, usize),
    /// The page of the text of an attachment.
    Twin(FileId),
    /// A former address.
    Redirect(Goal),
}

/// A page that every site has.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum System {
    /// The home page.
    Home,
    /// The page for wrong addresses.
    Lost,
    /// The search page.
    Search,
    /// The map of the site.
    Map,
    /// A letter of the map, by its place among letters.
    Letter(usize),
    /// How to subscribe to calendars.
    Subscribe,
    /// The calendar of what is to come.
    Calendar,
    /// The sheet of a week.
    Week,
    /// The register of certificates.
    Proofs,
    /// What concerns one reader.
    Mine,
    /// How pages are shown to one reader.
    View,
    /// What browsers are told of the search.
    OpenSearch,
    /// What phones are told of the site.
    Manifest,
}

/// How open data are written.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum DataForm {
    /// A table for office programs.
    Csv,
    /// Objects for programs.
    Json,
}

impl DataForm {
    /// Each of them.
    pub(crate) const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// The ending of its files.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Where a former address leads.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Goal {
    /// The home page.
    Home,
    /// A document.
    Page(PageId),
    /// The list of a kind.
    List(KindIndex),
    /// The terms of a vocabulary.
    Vocabulary(VocabularyIndex),
    /// What bears a term.
    Term(TermRef),
}

impl Owner {
    /// The page at whose address it lies, or below it.
    pub(crate) fn page(self) -> Option<PageId> {
        match self {
            Self::Page(id)
            | Self::Event(id)
            | Self::PageFeed(id)
            | Self::Archive(id)
            | Self::Word(id)
            | Self::Hours(id)
            | Self::Calendar(Agenda::Page(id))
            | Self::Changes(id) => Some(id),
            _ => None,
        }
    }

    /// Whether its address is a promise that `content/addresses.lock` keeps. Files are named by their keepers, and a
    /// further page shows something else with each document.
    pub(crate) fn is_permanent(self) -> bool {
        matches!(self, Self::Page(_) | Self::List(_, 1) | Self::Vocabulary(_) | Self::Term(_, 1))
    }

    /// Whether the program makes it, so that nothing of the content may take its place.
    pub(crate) fn is_made(self) -> bool {
        !matches!(self, Self::Page(_) | Self::File(_) | Self::Picture(..) | Self::Twin(_) | Self::Redirect(_))
    }

    /// The word that stands for it in translation files.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::System(System::Home) => "home",
            Self::System(System::Lost) => "lost",
            Self::System(System::Search) => "search",
            Self::System(System::Map | System::Letter(_)) => "map",
            Self::List(..) | Self::Year(..) => "list",
            Self::Vocabulary(_) | Self::Term(..) => "vocabulary",
            Self::System(System::Subscribe | System::Calendar | System::Week)
            | Self::Month(_)
            | Self::Event(_)
            | Self::Hours(_)
            | Self::AllHours(_)
            | Self::Calendar(_) => "calendar",
            Self::System(System::OpenSearch | System::Manifest)
            | Self::Feed(_)
            | Self::PageFeed(_)
            | Self::Data(..)
            | Self::Terms(..)
            | Self::Sitemap(_)
            | Self::Robots
            | Self::Headers => "machines",
            Self::System(System::Proofs) | Self::Wording(_) => "proofs",
            Self::System(System::Mine) => "mine",
            Self::System(System::View) => "view",
            Self::Licenses => "licenses",
            Self::Worker => "worker",
            Self::Program => "program",
            Self::Archive(_) => "archive",
            Self::Changes(_) => "changes",
            Self::Page(_) | Self::Word(_) => "page",
            Self::File(_) | Self::Picture(..) | Self::Twin(_) => "file",
            Self::Redirect(_) => "redirect",
        }
    }
}

impl Goal {
    /// Who is shown where it leads.
    pub(crate) fn owner(self) -> Owner {
        match self {
            Self::Home => Owner::System(System::Home),
            Self::Page(page) => Owner::Page(page),
            Self::List(kind) => Owner::List(kind, 1),
            Self::Vocabulary(vocabulary) => Owner::Vocabulary(vocabulary),
            Self::Term(term) => Owner::Term(term, 1),
        }
    }
}
