//! Every door, one result: the bundle of a real build answers alike from the folder and from memory.

use std::collections::BTreeMap;
use std::path::Path;

use kabinet_search::{Engine, FolderFiles, MemoryFiles};

use crate::requests::variants;
use crate::{portal, questions};

fn read(folder: &Path) -> MemoryFiles {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let named = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read(entry.path()).unwrap())
    });
    MemoryFiles(named.collect::<BTreeMap<_, _>>())
}

#[test]
fn the_folder_and_memory_answer_alike() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = portal(temporary.path());
    let by_folder = Engine::open(FolderFiles::new(&folder)).unwrap();
    let by_memory = Engine::open(read(&folder)).unwrap();
    let mut found = 0;
    for request in questions().iter().flat_map(|question| variants(&question.q)) {
        let outcome = by_folder.search(&request).unwrap();
        found += outcome.hits.len();
        assert_eq!(outcome, by_memory.search(&request).unwrap(), "{request:?}");
    }
    assert!(found > 500, "only {found} pages were compared");
}
