//! Small portals for tests.

use kabinet_search::{
    BuildOptions, Engine, MemoryFiles, Outcome, PageDocument, Request, SectionDocument, SynonymGroup, build,
};

/// A page of one section.
pub(crate) fn page(url: &str, title: &str, text: &str) -> PageDocument {
    PageDocument {
        url: url.to_owned(),
        title: title.to_owned(),
        kind: "page".to_owned(),
        kind_label: "Страница".to_owned(),
        sections: vec![section("", "", text)],
        ..PageDocument::default()
    }
}

pub(crate) fn section(anchor: &str, heading: &str, text: &str) -> SectionDocument {
    SectionDocument { anchor: anchor.to_owned(), heading: heading.to_owned(), text: text.to_owned() }
}

pub(crate) fn group(members: &[&str]) -> SynonymGroup {
    SynonymGroup { members: members.iter().map(|m| (*m).to_owned()).collect(), near: false }
}

/// A portal that can be asked.
pub(crate) struct Portal {
    engine: Engine,
}

impl Portal {
    pub(crate) fn new(pages: &[PageDocument]) -> Self {
        Self::with(pages, &BuildOptions::default())
    }

    pub(crate) fn with(pages: &[PageDocument], options: &BuildOptions) -> Self {
        let bundle = build(pages, options).unwrap();
        Self { engine: Engine::open(MemoryFiles(bundle.files)).unwrap() }
    }

    /// One page for each text, at `/0/`, `/1/`…
    pub(crate) fn of_texts(texts: &[&str]) -> Self {
        let pages: Vec<PageDocument> =
            texts.iter().enumerate().map(|(i, text)| page(&format!("/{i}/"), "Запись", text)).collect();
        Self::new(&pages)
    }

    pub(crate) fn ask(&self, request: &Request) -> Outcome {
        self.engine.search(request).unwrap()
    }

    pub(crate) fn search(&self, text: &str) -> Outcome {
        self.ask(&Request { limit: 1000, ..Request::new(text) })
    }

    /// The found addresses, best first.
    pub(crate) fn pages(&self, text: &str) -> Vec<String> {
        self.search(text).hits.into_iter().map(|hit| hit.page).collect()
    }

    /// The found addresses in their own order.
    pub(crate) fn set(&self, text: &str) -> Vec<String> {
        let mut pages = self.pages(text);
        pages.sort();
        pages
    }

    /// The best answer as `page#anchor`.
    pub(crate) fn first(&self, text: &str) -> String {
        let outcome = self.search(text);
        let Some(hit) = outcome.hits.first() else { return "nothing".to_owned() };
        format!("{}#{}", hit.page, hit.sections.first().map_or("", |s| s.anchor.as_str()))
    }
}
