//! A sheet: one HTML page about to be drawn, and where its content comes from.

use tera::Context as Variables;

use crate::model::{PageId, Site};

/// One HTML page about to be drawn.
pub(super) struct Sheet {
    /// The template's name below `templates/`.
    pub(super) template: String,
    /// What the template is given.
    pub(super) variables: Variables,
    pub(super) origin: Origin,
}

/// What a page is made of, to name it when it cannot be drawn.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Origin {
    /// A document.
    Page(PageId),
    /// The list of a kind.
    List(String),
    /// A page of a vocabulary.
    Vocabulary(String),
    /// A page that every site has, by its template.
    Own(&'static str),
}

impl Origin {
    /// How it is called in messages: a path where there is one.
    pub(super) fn shown(&self, site: &Site) -> String {
        let source = |id: PageId| site.sources.get(site.page(id).source).path().to_owned();
        match self {
            Self::Page(id) => source(*id),
            Self::List(kind) => format!("kinds/{kind}.yaml"),
            Self::Vocabulary(name) => format!("vocabularies/{name}.yaml"),
            Self::Own(name) => (*name).to_owned(),
        }
    }
}
