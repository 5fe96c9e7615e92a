//! Every door, one result: the bundle of a real build answers alike from the folder and from memory.

use std::collections::BTreeMap;
use std::path::Path;

use kabinet_search::{Engine, FolderFiles, MemoryFiles, Request, Sort};

use crate::{portal, questions};

fn read(folder: &Path) -> MemoryFiles {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let named = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read(entry.path()).unwrap())
    });
    MemoryFiles(named.collect::<BTreeMap<_, _>>())
}

/// Every question as it is asked, and its parts: cut short, narrowed, by date, taken literally, from the second page.
fn requests() -> Vec<Request> {
    let facet = ("kind".to_owned(), "event".to_owned());
    let mut requests = Vec::new();
    for question in questions() {
        let whole = Request::new(question.q);
        let short: String = whole.text.chars().take(whole.text.chars().count() * 2 / 3).collect();
        requests.extend([
            Request::new(short),
            Request { sort: Sort::Date, limit: 3, ..whole.clone() },
            Request { facets: vec![facet.clone()], ..whole.clone() },
            Request { literal: true, offset: 2, limit: 40, ..whole.clone() },
            whole,
        ]);
    }
    requests
}

#[test]
fn the_folder_and_memory_answer_alike() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = portal(temporary.path());
    let by_folder = Engine::open(FolderFiles::new(&folder)).unwrap();
    let by_memory = Engine::open(read(&folder)).unwrap();
    let mut found = 0;
    for request in requests() {
        let outcome = by_folder.search(&request).unwrap();
        found += outcome.hits.len();
        assert_eq!(outcome, by_memory.search(&request).unwrap(), "{request:?}");
    }
    assert!(found > 500, "only {found} pages were compared");
}
