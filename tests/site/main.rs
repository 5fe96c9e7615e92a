//! Whole sites through the real program: content in, published files, messages and exit codes out.
//!
//! These tests hold what a person or CI relies on; details of a stage are tested beside its code.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test that cannot write its site should stop at once, it writes where it likes, and says what it skips"
)]

mod accidents;
mod addresses;
mod archives;
mod calendar;
mod charts;
mod codes;
mod content;
mod derived;
#[path = "../support/disk.rs"]
mod disk;
mod dropped;
mod duties;
mod editable;
mod editions;
mod examples;
mod exporting;
mod face;
mod facts;
mod finding;
mod foreign;
mod from_nothing;
mod guides;
mod hidden;
mod hours;
mod import;
mod kinds;
mod legal;
mod lists;
mod natural;
#[path = "../support/office.rs"]
mod office;
mod old_formats;
mod open_data;
mod oracle;
mod papers;
#[path = "../support/pdf.rs"]
mod pdf;
mod permanence;
mod photo;
mod pictures;
mod plans;
mod portal;
mod preview;
mod printed;
mod proofs;
mod publishing;
mod purge;
mod refused;
mod register;
mod regulations;
mod remedies;
mod routes;
mod search;
mod sent;
mod shapes;
mod siblings;
mod silent;
mod site_test;
mod slides;
mod slips;
mod strange_addresses;
mod strange_settings;
mod strange_values;
mod texts;
mod truth;
mod understood;
mod unkept;
mod untouched;
mod web_pages;
mod week;
mod weight;
mod word;

use site_test::SiteTest;

/// A document of news, for tests that need any document.
fn news(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\ndate: 2026-11-20\n---\n{body}\n")
}

#[test]
fn the_repository_is_a_clean_portal() {
    let site = SiteTest::of_the_repository();
    let outcome = site.run(&["build", "--today", "2026-11-21", "--locked"]);
    outcome.ok().shows("sitemap.xml", "<loc>").shows("404.html", "<h1").shows("licenses.txt", "by-sa/4.0");
}

#[test]
fn wrong_usage_is_said_in_russian_and_exits_with_two() {
    let site = SiteTest::new();
    let outcome = site.run(&["built"]);
    assert_eq!(outcome.code(), 2);
    let english = site.run(&["--lang", "en", "built"]);
    assert_eq!(english.code(), 2);
}

#[test]
fn a_folder_that_is_no_site_exits_with_two() {
    let site = SiteTest::new();
    assert_eq!(site.run(&["build", "--root", "nowhere"]).code(), 2);
}
