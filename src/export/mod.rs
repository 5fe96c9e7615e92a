//! The sections of a site as documents for a search server, with the configuration of its index.
//!
//! For banks that a browser's index cannot hold: hundreds of thousands of documents. Two files are made,
//! `documents.ndjson` (a JSON object a line, written as it is made) and the configuration, `index.json` for
//! OpenSearch or `index.yaml` for Quickwit. The configuration is strict: it declares every field, and a document
//! has no other. A document is a section of a page; its fields:
//!
//! | field | type | holds |
//! |---|---|---|
//! | `id` | keyword | the page's address, and `#anchor` where the section has one; unique |
//! | `page` | keyword | the root-relative address of the page without the base path |
//! | `anchor` | keyword | the anchor without `#`; empty for the beginning of the page |
//! | `title`, `heading`, `text` | text | the title of the page, the heading and the plain text of the section; at the beginning of a page the values of its fields follow the text |
//! | `title_stems` | text of stems | the stems of all forms of the words of the title |
//! | `stems` | text of stems | the same of heading and text; at the beginning of a page, of its keywords too |
//! | `kind`, `kind_label` | keyword | the kind of the page: its id, and its name for readers |
//! | `date` | date | the day of the page, `2026-11-21`; absent when it has none |
//! | `standing` | keyword | `current`, `neutral` or `past` |
//! | `links` | whole number | how many pages of the site point to the page |
//! | `facet_<id>` | keywords | the values of a facet of the search page, as an array; absent when there are none |
//! | `timestamp` | date | for Quickwit only, which refuses documents without one: the date, or [`document::UNDATED`] |
//!
//! A reader's word is looked for in the fields of stems as `kabinet_search::stems_by_rule` gives it: whatever form was
//! typed, its stem stands among those of the word in the text. Stems are parted by spaces and are lower case.

mod document;
mod fields;
mod opensearch;
mod quickwit;

use std::io::{self, Write};

use kabinet_search::{PageDocument, Stemmer};

use crate::options::SearchServer as Server;
use document::Section;
use fields::{FIELDS, Type, facet_field};

/// The documents.
pub(crate) const DOCUMENTS: &str = "documents.ndjson";

/// The name of the configuration's file and its text. It depends on the facets that the site's kinds declare, not on
/// what the pages hold.
#[must_use]
pub(crate) fn configuration(server: Server, facets: &[String]) -> (&'static str, String) {
    let facets = facets.iter().map(|id| (facet_field(id), Type::Keywords));
    let fields: Vec<(String, Type)> =
        FIELDS.into_iter().map(|(name, kind)| (name.to_owned(), kind)).chain(facets).collect();
    match server {
        Server::Quickwit => ("index.yaml", quickwit::configuration(&fields)),
        Server::Opensearch => ("index.json", opensearch::configuration(&fields)),
    }
}

/// Writes the documents, a line each, and counts them.
///
/// # Errors
/// When the dictionary cannot be opened or the writer fails.
pub(crate) fn documents(pages: &[PageDocument], server: Server, out: &mut dyn Write) -> io::Result<usize> {
    let mut stemmer = Stemmer::new().map_err(io::Error::other)?;
    let mut count = 0;
    for page in pages {
        let title_stems = stemmer.export_stems(&page.title);
        for section in &page.sections {
            let document = Section::new(page, section, &title_stems, server, &mut stemmer);
            serde_json::to_writer(&mut *out, &document)?;
            out.write_all(b"\n")?;
            count += 1;
        }
    }
    Ok(count)
}
