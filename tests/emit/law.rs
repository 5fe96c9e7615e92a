//! From any starting state the published folder becomes the artifacts.

use proptest::prelude::{Just, ProptestConfig, Strategy, prop, prop_assert_eq, prop_oneof, proptest};

use super::{Desk, STRATEGIES, Site, found, publish, put};

/// Names that also try a file against a folder of the same name.
const NAMES: [&str; 7] = ["a", "a/b", "a/b/c", "index.html", "search/x.bin", "файл один.html", "z/z/z.css"];

fn site() -> impl Strategy<Value = Site> {
    proptest::collection::btree_map(prop::sample::select(&NAMES[..]), 0..4_u8, 0..6).prop_map(|files| {
        let mut site = Site::new();
        for (path, text) in files {
            let clashes = site.keys().any(|known: &String| path.starts_with(&format!("{known}/")));
            if !clashes {
                site.insert(path.to_owned(), vec![b'0' + text; 3]);
            }
        }
        site
    })
}

#[derive(Clone, Debug)]
enum Step {
    Publish(Site),
    Edit(usize),
    Remove(usize),
    Rollback,
    DropStore,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => site().prop_map(Step::Publish),
        1 => (0..9_usize).prop_map(Step::Edit),
        1 => (0..9_usize).prop_map(Step::Remove),
        1 => Just(Step::Rollback),
        1 => Just(Step::DropStore),
    ]
}

fn act(desk: &Desk, step: &Step) {
    let nth = |n: usize| {
        let names: Vec<String> = found(&desk.target()).into_keys().collect();
        (!names.is_empty()).then(|| desk.path(&names[n % names.len()]))
    };
    match step {
        Step::Publish(site) => drop(publish(site, &desk.target(), &desk.options).unwrap()),
        Step::Edit(n) => nth(*n).iter().for_each(|path| put(path, b"xyz")),
        Step::Remove(n) => nth(*n).iter().for_each(|path| std::fs::remove_file(path).unwrap()),
        Step::Rollback => drop(desk.rollback()),
        Step::DropStore => drop(std::fs::remove_dir_all(desk.folder.path().join(".kabinet"))),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tree_equals_the_artifacts(steps in proptest::collection::vec(step(), 0..7), last in site(), way in 0..3_usize) {
        let desk = Desk::new(STRATEGIES[way]);
        for step in &steps {
            act(&desk, step);
        }
        publish(&last, &desk.target(), &desk.options).unwrap();
        prop_assert_eq!(found(&desk.target()), last);
    }
}
