//! Questions of real readers to the repository's own portal, asked as `kabinet search` asks them.
//!
//! `questions.yaml` is the one home of the questions: it only grows, and no question is removed or reworded to
//! please the ranking. The test prints what is answered first and among the first three, and every miss.
#![expect(clippy::unwrap_used, reason = "a test that cannot build its portal should stop at once")]

mod doors;
mod requests;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use kabinet_search::{Engine, FolderFiles, Outcome, PageHit};
use serde::Deserialize;

/// A question with its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    /// What the reader types.
    q: String,
    /// The one right page.
    page: Option<String>,
    /// Any of these is right; an address may name its clause: `/regulations/x/#p-2.1`.
    #[serde(default)]
    pages: Vec<String>,
    /// The clause of the page; its list items and further paragraphs count.
    anchor: Option<String>,
    /// The ranking rule that it holds: without the rule another page comes first.
    rule: Option<String>,
    /// Why a reader asks so.
    #[serde(rename = "why")]
    _why: String,
}

impl Question {
    /// The right answers: page and anchor, empty where any place of the page is right.
    fn answers(&self) -> Vec<(&str, &str)> {
        let split = |address| str::split_once(address, '#').unwrap_or((address, ""));
        let several = self.pages.iter().map(|address| split(address));
        let one = self.page.iter().map(|page| (page.as_str(), self.anchor.as_deref().unwrap_or("")));
        one.chain(several).collect()
    }

    /// Whether a found page answers, looking at so many of its shown sections.
    fn is_answered_by(&self, hit: &PageHit, sections: usize) -> bool {
        let shown = &hit.sections[..hit.sections.len().min(sections)];
        self.answers().iter().any(|(page, anchor)| {
            hit.page == *page && (anchor.is_empty() || shown.iter().any(|s| lies_in(&s.anchor, anchor)))
        })
    }

    /// The rank of the first page that answers, from 0.
    fn rank(&self, outcome: &Outcome, sections: usize) -> Option<usize> {
        outcome.hits.iter().position(|hit| self.is_answered_by(hit, sections))
    }
}

/// Whether a section is the clause or belongs to it: `p-2.3-b9` to `p-2.3`, `p-4.1` to `s-4`.
fn lies_in(section: &str, clause: &str) -> bool {
    let inside = |outer: &str, joints: &[char]| {
        section.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(joints))
    };
    let of_chapter = clause.strip_prefix("s-").is_some_and(|number| inside(&format!("p-{number}"), &['.']));
    inside(clause, &['-']) || of_chapter
}

/// Publishes the repository's portal into a folder and returns where its search lies.
fn portal(folder: &Path) -> std::path::PathBuf {
    let repository = env!("CARGO_MANIFEST_DIR");
    let public = folder.join("public");
    let done = Command::new(env!("CARGO_BIN_EXE_kabinet"))
        .args(["build", "--locked", "--today", "2026-11-21", "--root", repository, "--out"])
        .arg(&public)
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    public.join("search")
}

fn questions() -> Vec<Question> {
    serde_yaml::from_str(include_str!("questions.yaml")).unwrap()
}

/// Counts of questions answered.
#[derive(Default)]
struct Tally {
    first: usize,
    three: usize,
    /// The same, where only the first section of a page counts.
    strictly_first: usize,
    strictly_three: usize,
    misses: Vec<String>,
}

impl Tally {
    fn add(&mut self, question: &Question, outcome: &Outcome) {
        let (rank, strict) = (question.rank(outcome, usize::MAX), question.rank(outcome, 1));
        self.first += usize::from(rank == Some(0));
        self.three += usize::from(rank.is_some_and(|rank| rank < 3));
        self.strictly_first += usize::from(strict == Some(0));
        self.strictly_three += usize::from(strict.is_some_and(|rank| rank < 3));
        if strict != Some(0) {
            let place = |rank: Option<usize>| rank.map_or("–".to_owned(), |rank| (rank + 1).to_string());
            let wanted: Vec<String> =
                question.answers().iter().map(|(page, anchor)| format!("{page}#{anchor}")).collect();
            self.misses.push(format!(
                "{} / {}  «{}»\n    wanted {}\n    got    {}",
                place(rank),
                place(strict),
                question.q,
                wanted.join(" "),
                shown(outcome)
            ));
        }
    }
}

fn shown(outcome: &Outcome) -> String {
    let page = |hit: &PageHit| {
        let anchors: Vec<&str> = hit.sections.iter().map(|section| section.anchor.as_str()).collect();
        format!("{}#{} ({:.1})", hit.page, anchors.join(","), hit.score)
    };
    let pages: Vec<String> = outcome.hits.iter().take(4).map(page).collect();
    let said = outcome.corrected.as_ref().map(|text| format!(" [«{text}»]")).unwrap_or_default();
    format!("{}{said}{}", pages.join("\n           "), if outcome.relaxed { " relaxed" } else { "" })
}

#[test]
fn readers_questions_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine::open(FolderFiles::new(portal(folder.path()))).unwrap();
    let questions = questions();
    let mut tally = Tally::default();
    for question in &questions {
        tally.add(question, &engine.search(&requests::asked(&question.q)).unwrap());
    }
    let all = questions.len();
    let share = |count: usize| format!("{count} of {all} ({:.1} %)", count as f64 * 100.0 / all as f64);
    eprintln!("rank / rank by the first section, question:\n{}", tally.misses.join("\n"));
    eprintln!("answered first: {}; among three: {}", share(tally.first), share(tally.three));
    eprintln!(
        "by the first section alone: first {}; among three {}",
        share(tally.strictly_first),
        share(tally.strictly_three)
    );
    assert!(tally.three * 100 >= all * 95, "{} among the first three", share(tally.three));
    assert!(tally.first * 100 >= all * 85, "{} first", share(tally.first));
}

/// The rules of the order of answers.
const RULES: [&str; 9] =
    ["title", "heading", "exact", "close", "in-force", "upcoming", "standing", "fresh", "clause"];

/// How much better than the next page the first one must be, for one question of each rule at least.
const MARGIN: f32 = 1.03;

#[test]
fn every_rule_of_the_order_has_its_questions() {
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine::open(FolderFiles::new(portal(folder.path()))).unwrap();
    let mut margins: BTreeMap<String, f32> = BTreeMap::new();
    for question in questions() {
        let Some(rule) = &question.rule else { continue };
        let outcome = engine.search(&requests::asked(&question.q)).unwrap();
        let place = question.rank(&outcome, usize::MAX);
        assert_eq!(place, Some(0), "«{}» holds {rule}\n{}", question.q, shown(&outcome));
        let next = outcome.hits.iter().find(|hit| !question.is_answered_by(hit, usize::MAX));
        let next = next.unwrap_or_else(|| panic!("«{}» has one answer and holds no order", question.q));
        let margin = outcome.hits[0].score / next.score;
        eprintln!("{rule}: «{}» by {:.1} %", question.q, (margin - 1.0) * 100.0);
        let best = margins.entry(rule.clone()).or_default();
        *best = best.max(margin);
    }
    assert!(margins.keys().all(|rule| RULES.contains(&rule.as_str())), "{margins:?}");
    for rule in RULES {
        assert!(
            margins.get(rule).is_some_and(|best| *best >= MARGIN),
            "{rule} hangs by a thread: {margins:?}"
        );
    }
}

#[test]
fn questions_are_many_and_different() {
    let questions = questions();
    let asked: std::collections::BTreeSet<String> = questions.iter().map(|q| q.q.to_lowercase()).collect();
    assert_eq!(asked.len(), questions.len(), "a question stands twice");
    assert!(questions.iter().all(|q| !q.answers().is_empty()), "a question without an answer");
    let regulations = |q: &&Question| q.answers().iter().any(|(page, _)| page.starts_with("/regulations/"));
    let others = questions.len() - questions.iter().filter(regulations).count();
    assert!(
        questions.len() >= 60 && others >= 30,
        "{} questions, {others} beside regulations",
        questions.len()
    );
}
