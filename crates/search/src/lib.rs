//! The search core of kabinet: Russian full-text search over a published folder, without a server.
//!
//! Two halves meet in a bundle of static files. The generator's half (feature `build`, on by default) turns
//! [`PageDocument`]s into the files of a [`Bundle`]; the reader's half opens them with an [`Engine`] and answers
//! [`Request`]s. The reader's half knows no clock, no threads, no network and no dictionary: it compiles for the
//! browser, and reads files only through [`Files`]. The same query gives the same [`Outcome`] behind every door.
//!
//! ```
//! use kabinet_search::{BuildOptions, Engine, MemoryFiles, PageDocument, Request, SectionDocument, build};
//!
//! let section = SectionDocument { anchor: "p-1".into(), heading: "1".into(), text: "Работа площадок".into() };
//! let page = PageDocument { url: "/a/".into(), title: "План".into(), sections: vec![section], ..Default::default() };
//! let bundle = build(&[page], &BuildOptions::default())?;
//! let engine = Engine::open(MemoryFiles(bundle.files))?;
//! let outcome = engine.search(&Request::new("площадка"))?;
//! assert_eq!(outcome.hits[0].sections[0].anchor, "p-1");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How words meet
//!
//! A text is cut into runs (what stands between spaces), a run into pieces: atoms at successive positions, and
//! wholes such as `273-фз`, `3.2.5`, `2026/2027`, `учебно-методический` at the position of their first atom. A piece
//! is folded (letters and marks in one, lower case, `ё` → `е`) and indexed under the stems of all its dictionary readings,
//! `stem(lemma(form))`. The bundle carries, for every word of the site, those of its forms whose stems differ from
//! `{stem(form)}`; with them the reader's half finds every form by any other without the dictionary.
//!
//! A query is units that all must be found (or, when too few pages have all, most of them); a unit is alternatives:
//! the word, its spelling in a mark, a clause number, a date in digits or in words, an abbreviation spelled out, the
//! completions of an unfinished word, at a lower weight words of the same family, words that are only close, and what is
//! to come for a word that asks for a timetable. Small words of questions are left out in all their forms. A chunk
//! that the site does not know is read in the other keyboard layout, in Latin transliteration and the other way round
//! by its sound, with a slip; every such [`Correction`] is reported and undone by [`Request::literal`]. A word of the
//! language is never replaced: a filter over the stems of the dictionary tells it from a slip, and what is near to it
//! becomes an [`Offer`]. Words are shown as the site writes them, with `ё` and capitals. Days are read as people type
//! them, relative to [`Request::today`], and lead to what happens on them.
//!
//! The tantivy document is the page, its fields are zones: title, headings, keys (what leads to a page without standing
//! on it), text, values of fields, titles of related pages; and all forms, of what is printed and of what is not. A
//! phrase in quotes is looked for where something is printed: not among keys and related titles. The twenty best pages
//! by zones, closeness, standing and freshness are then read section by section, which settles their order and finds
//! the anchors and the snippets. Labels of fields are no text; they are shown beside a value where nothing else on the
//! page has the words.
//!
//! # The bundle, format 4
//!
//! All paths are relative to `search/`. A file other than the manifest is named by the first six bytes of the SHA-256
//! of what it holds unpacked, never changes, and is proved by its name when it is read; it is gzip-packed, and may be
//! served unpacked as well.
//!
//! | file | holds |
//! |---|---|
//! | `index.json` | the manifest: `format`, `pages`, `as_of` (the day that freshness is judged from), `core` (its path), `sha256` (of the unpacked core); the generator adds `module` (the engine) and `whole` (what a browser may keep unasked) |
//! | `core/*.pack` | length of the header (u32, little-endian), header (tables, synonyms, kinds, facet labels, sets of stems), blobs: the commonest stems with the places of their lists, the exceptions, lengths of zones, columns (standing, links, date, first and last day of what happens, facets), names of all other files; on a small site these files themselves |
//! | `words/*.pack` | sorted stretches of the rare stems with the places of their lists, and of all unstemmed forms: on how many pages they are printed and not printed, which form of their first stem they are, and how they are written (of those that are written otherwise: difference of numbers, bits of the capitals, bits of `ё`) |
//! | `lemmas/*.pack` | 64 shards of a Bloom filter over the stems of the language (`src/lemmas.rs`), the same on every site; of all other files only these may be missing: an empty one tells nothing |
//! | `index/*.pack` | the stream of lists, cut between words and in long lists |
//! | `text/*.pack` | shards: successive pages with address, title, kind, date, standing, state, form, fields (label and value) and sections (anchor, heading, text) |
//! | `titles.pack`, `titles/*.pack` | titles and headings by the first letters of their words, for the first keystrokes; JSON in UTF-8; `titles.pack` keeps its name |
//!
//! All binary files begin with the byte `k`. Numbers are written seven bits a byte, the low ones first; a list is its
//! length and its members; a text is its length in bytes and its letters in windows-1251, where 0x98 announces one
//! character in UTF-8 (`src/text/codepage.rs`): that packs smaller than UTF-8 and takes half the work.
//!
//! **The stream of lists** holds, word after word, the pages of all zones, the positions of all zones, and the forms.
//! Distances of pages, counts, distances of positions and numbers of forms are Rice-coded in groups of 128 pages, so
//! that one short loop reads them all and gzip finds nothing more to do (`src/postings/mod.rs` has every bit). A list of
//! more than one group says before them where the positions of each group begin. A form has no list of its own: its
//! places are those of its first stem, in whose forms they have its number. So exact matches cost two bits a word, not
//! a second index.
//!
//! **A small site opens in one step.** Where core, words, lists and texts together pack into less than a question costs
//! otherwise (`BuildOptions::small`), the header lists the paths of all these files with their places among the blobs, and none of
//! them is published by itself. Whoever has opened the core has them all.
//!
//! Opening takes the manifest and the core; a query one round for files of words (and, with them, the lists of
//! words that are certain), one for lists (and, where a word is about to be corrected, the shards of its stem and the
//! lists for either answer), one for texts, and never more. What it reads is settled by a budget
//! counted in files, the same behind every door. A read that misses does not wait: it fails with
//! [`SearchError::Missing`], the host fetches what is listed and asks again. A request without words lists all pages
//! when it has a facet, a date or the order by date. Equal pages give equal bytes.

#[cfg(feature = "build")]
mod build;
mod bundle;
mod bytes;
mod calendar;
mod columns;
mod dictionary;
mod document;
mod engine;
mod error;
mod lemmas;
mod math;
mod norms;
mod outcome;
mod postings;
mod query;
mod schema;
mod stems;
mod synonyms;
mod text;

#[cfg(feature = "build")]
pub use build::{BuildOptions, Bundle, Stemmer, build};
pub use bundle::{FORMAT, Files, FolderFiles, MemoryFiles, ReadFault};
pub use document::{Occasion, PageDocument, SectionDocument, Standing, SynonymGroup, address_of};
pub use engine::Engine;
pub use error::SearchError;
#[cfg(feature = "build")]
pub use lemmas::lemma_filter;
pub use outcome::{
    Correction, CorrectionKind, Entry, Fragment, Offer, Outcome, PageHit, Request, SectionHit, Sort,
};
pub use stems::{WordStems, stems_by_rule};
