//! Touching all that a query will read, so that everything missing is missed in one round.

use crate::bundle::Core;
use std::path::Path;
use tantivy::directory::CompositeFile;
use tantivy::query::Query;
use tantivy::schema::IndexRecordOption;
use tantivy::{Directory, Index, Searcher};

/// Touches postings and positions of a query's terms.
pub(super) struct Warmer {
    positions: Option<CompositeFile>,
}

impl Warmer {
    pub(super) fn new(index: &Index, core: &Core) -> tantivy::Result<Self> {
        let name = core.files.keys().find(|name| name.ends_with(".pos"));
        let open = |name: &String| -> tantivy::Result<CompositeFile> {
            Ok(CompositeFile::open(&index.directory().open_read(Path::new(name))?)?)
        };
        Ok(Self { positions: name.map(open).transpose()? })
    }

    /// Touches the terms. Faults are left to the query itself; what is missing is noted by the store.
    ///
    /// Positions are touched on their own: tantivy gives up on them while the postings are missing.
    pub(super) fn touch(&self, query: &dyn Query, searcher: &Searcher) {
        query.query_terms(&mut |term, positions| {
            for segment in searcher.segment_readers() {
                let Ok(index) = segment.inverted_index(term.field()) else { continue };
                drop(index.read_postings(term, IndexRecordOption::WithFreqs));
                let file =
                    self.positions.as_ref().filter(|_| positions).and_then(|f| f.open_read(term.field()));
                if let (Some(file), Ok(Some(info))) = (file, index.get_term_info(term)) {
                    drop(file.read_bytes_slice(info.positions_range));
                }
            }
        });
    }
}
