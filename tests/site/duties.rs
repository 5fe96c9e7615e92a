//! The duties of a centre have their places: what `docs/duties.md` names is published by the repository's portal.

use std::fs;
use std::path::Path;

use crate::SiteTest;

/// How many duties the five regulations name.
const DUTIES: usize = 48;
/// How many indicators clause 6.1 names.
const INDICATORS: usize = 7;

/// The addresses that a line of the table names.
fn addresses(line: &str) -> impl Iterator<Item = &str> {
    let last = line.trim_end_matches(['|', ' ']).rsplit('|').next().unwrap_or_default();
    last.split([',', ' ']).filter(|word| word.starts_with('/') && word.ends_with('/'))
}

#[test]
fn every_duty_has_a_page() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/duties.md")).unwrap();
    let site = SiteTest::of_the_repository();
    site.build().ok();
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    for number in 1..=DUTIES {
        let name = format!("| F{number:02} |");
        let row =
            rows.iter().find(|row| row.starts_with(&name)).unwrap_or_else(|| panic!("no row of {name}"));
        assert!(addresses(row).count() > 0, "{row} names no page");
    }
    let indicators = rows.iter().filter(|row| row.contains("/indicators/") && !row.starts_with("| F"));
    assert_eq!(indicators.count(), INDICATORS);
    for address in rows.iter().flat_map(|row| addresses(row)) {
        let page = site.path("public").join(address.trim_matches('/')).join("index.html");
        assert!(page.exists(), "docs/duties.md names {address}, and nothing is published there");
    }
}
