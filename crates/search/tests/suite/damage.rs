//! Files that are not what they were: an error, never a panic (which kills the engine in a browser), never a lie.

use crate::help::{group, page};
use kabinet_search::{BuildOptions, Engine, MemoryFiles, Outcome, Request, SearchError, build};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Read;
use std::sync::OnceLock;

type Files = BTreeMap<String, Vec<u8>>;

/// The files of a small portal, unpacked as the browser hands them over, and packed as they are published.
fn files() -> &'static (Files, Files) {
    static FILES: OnceLock<(Files, Files)> = OnceLock::new();
    FILES.get_or_init(|| {
        let pages: Vec<_> = (0..40)
            .map(|i| {
                page(
                    &format!("/{i}/"),
                    "План работы",
                    &format!("План работы школы № {i}, дети и площадки {}", i * 7919),
                )
            })
            .collect();
        let synonyms = vec![group(&["РМО", "районное методическое объединение"])];
        let options = BuildOptions { synonyms, as_of: Some(20_000), small: 0 };
        let packed = build(&pages, &options).unwrap().files;
        let unpack = |(path, bytes): (&String, &Vec<u8>)| {
            let mut unpacked = Vec::new();
            match flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked) {
                Ok(_) => (path.clone(), unpacked),
                Err(_) => (path.clone(), bytes.clone()),
            }
        };
        (packed.iter().map(unpack).collect(), packed)
    })
}

fn answers(files: &Files) -> Result<Vec<Outcome>, SearchError> {
    let engine = Engine::open(MemoryFiles(files.clone()))?;
    ["план работы", "=\"план работы\"", "плащадка", "школа -дети", "ме", "vtnjl"]
        .into_iter()
        .map(|query| engine.search(&Request::new(query)))
        .collect()
}

fn check(files: &Files, what: &str) {
    let whole = answers(&self::files().0).unwrap();
    match answers(files) {
        Ok(found) => assert_eq!(found, whole, "{what}: another answer"),
        Err(SearchError::Damaged(_) | SearchError::Unreadable(_) | SearchError::Format(_)) => {}
        Err(other) => panic!("{what}: {other:?}"),
    }
}

#[test]
fn files_answer_alike_packed_and_unpacked() {
    let (unpacked, packed) = files();
    assert_eq!(answers(unpacked).unwrap(), answers(packed).unwrap());
}

#[test]
fn a_file_under_another_name_is_refused() {
    for folder in ["core/", "index/", "words/", "text/"] {
        let mut files = files().0.clone();
        let path = files.keys().find(|path| path.starts_with(folder)).unwrap().clone();
        files.insert(path.clone(), b"k\x00\x00\x00\x00".to_vec());
        assert!(matches!(answers(&files), Err(SearchError::Damaged(_))), "{path}");
    }
}

#[test]
fn a_manifest_of_nonsense_is_refused() {
    for manifest in ["", "null", "{}", "<html>404</html>", "\u{1f}\u{8b}"] {
        let mut files = files().0.clone();
        files.insert("index.json".to_owned(), manifest.as_bytes().to_vec());
        assert!(matches!(answers(&files), Err(SearchError::Damaged(_))), "{manifest}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn a_flipped_bit_is_noticed(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), bit in 0..8_u32, packed in any::<bool>()) {
        let mut files = if packed { files().1.clone() } else { files().0.clone() };
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        if let Some(bytes) = files.get_mut(&path) {
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
        }
        // A manifest may say another day and stay a manifest; all else is proved by its name.
        if path != "index.json" {
            check(&files, &path);
        } else {
            drop(answers(&files));
        }
    }

    #[test]
    fn a_file_cut_short_is_noticed(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>()) {
        let mut files = files().0.clone();
        let path = file.get(&files.keys().cloned().collect::<Vec<_>>()).clone();
        if let Some(bytes) = files.get_mut(&path) {
            bytes.truncate(at.index(bytes.len()));
        }
        check(&files, &path);
    }
}
