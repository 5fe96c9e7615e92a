//! The command: what it writes, and what it refuses to.

use std::fs;

use tempfile::TempDir;

use super::changes::changes;
use super::*;
use crate::import::changes::Change;
use crate::import::place::Outcome;
use crate::import::run::Report;

const TEXT: &str = "ПОЛОЖЕНИЕ\nо центре\n1. Общее\n1.1. Первый пункт.\n1.2. Второй пункт.\n";

/// A folder with a source file and room for the document.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(text: impl AsRef<[u8]>) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        desk.source(text);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    #[expect(clippy::disallowed_methods, reason = "a fixture")]
    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    fn source(&self, text: impl AsRef<[u8]>) {
        self.put("Положение.txt", text);
    }

    fn run(&self) -> Report {
        self.run_with(|_| {})
    }

    fn run_with(&self, change: impl FnOnce(&mut RunOptions<'_>)) -> Report {
        let target = Target { official: Some(FieldNames::default()), ..Target::default() };
        let folder = self.path("content/regulations");
        let claimed = Claimed::default();
        let mut options = RunOptions {
            file: self.path("Положение.txt"),
            folder,
            target,
            id: None,
            force: false,
            now: 2026,
            claimed: &claimed,
        };
        change(&mut options);
        run(&options).unwrap()
    }

    fn document(&self) -> String {
        fs::read_to_string(self.path("content/regulations/polozhenie-centre/index.md")).unwrap()
    }
}

#[test]
fn the_document_and_its_original_are_written_and_a_second_run_changes_nothing() {
    let desk = Desk::new(TEXT);
    let report = desk.run();
    assert_eq!(report.outcome, Outcome::Written);
    let first = desk.document();
    assert!(first.contains("original: original.txt") && first.contains("\n1.1. Первый пункт.\n"));
    let original = desk.path("content/regulations/polozhenie-centre/original.txt");
    assert_eq!(fs::read_to_string(original).unwrap(), TEXT);
    assert_eq!(desk.run().outcome, Outcome::Unchanged);
    assert_eq!(desk.document(), first);
    desk.put("content/regulations/polozhenie-centre/index.md", first.replace('\n', "\r\n"));
    assert_eq!(desk.run().outcome, Outcome::Unchanged, "line ends of another system are no edit");
    let left: Vec<_> = fs::read_dir(desk.path("content/regulations/polozhenie-centre")).unwrap().collect();
    assert_eq!(left.len(), 2, "no temporary file is left");
}

#[test]
fn a_changed_source_is_written_and_its_changes_are_told() {
    let desk = Desk::new(TEXT);
    let _ = desk.run();
    desk.source("ПОЛОЖЕНИЕ\nо центре\n1. Общее\n1.1. Первый пункт изменён.\n1.3. Третий пункт.\n");
    let expected = [
        Change::Changed("1.1".to_owned()),
        Change::Added("1.3".to_owned()),
        Change::Removed("1.2".to_owned()),
    ];
    assert_eq!(desk.run().outcome, Outcome::Updated(expected.to_vec()));
    assert!(desk.document().contains("Третий пункт"));
}

#[test]
fn a_document_edited_by_hand_is_never_overwritten_unless_forced() {
    let desk = Desk::new(TEXT);
    let _ = desk.run();
    let edited = desk.document().replace("статус не определён", "действует");
    desk.put("content/regulations/polozhenie-centre/index.md", &edited);
    assert_eq!(desk.run().outcome, Outcome::KeptEdited);
    desk.source(TEXT.replace("Второй", "Другой"));
    assert_eq!(desk.run().outcome, Outcome::Refused(vec![Change::Changed("1.2".to_owned())]));
    assert_eq!(desk.document(), edited);
    let forced = desk.run_with(|options| options.force = true);
    assert!(matches!(forced.outcome, Outcome::Updated(_)));
    assert!(desk.document().contains("Другой пункт") && desk.document().contains("статус не определён"));
}

#[test]
fn old_encodings_are_read_and_told() {
    let desk = Desk::new(encoding_rs::WINDOWS_1251.encode(TEXT).0);
    let report = desk.run();
    assert_eq!(report.messages[0].rule, rules::ENCODING);
    assert!(desk.document().contains("Первый пункт"));
}

#[test]
fn what_cannot_be_imported_is_said_and_nothing_is_written() {
    let desk = Desk::new(b"%PDF-1.4");
    assert_eq!(desk.run().messages[0].rule, rules::DAMAGED);
    desk.source(b"\x89PNG\r\n");
    assert_eq!(desk.run().messages[0].rule, rules::NOT_TEXT);
    desk.source(b"\xd0\xcf\x11\xe0 Word");
    // With another program or without: nobody reads that.
    assert!([rules::OLD_WORD, rules::OLD_FAILED].contains(&desk.run().messages[0].rule));
    desk.source(TEXT);
    let rule = |report: Report| (report.outcome, report.messages[0].rule);
    let bad = desk.run_with(|options| options.id = Some("../чужое".to_owned()));
    assert_eq!(rule(bad), (Outcome::Failed, rules::BAD_ID));
    assert!(!desk.path("content").exists());
}

#[test]
fn changes_name_clauses_and_fields() {
    let before = "---\ntitle: А\ndate: 2020-01-01\n---\n\n## 1. Общее\n\n1.1. Один.\n";
    let after = "---\ntitle: Б\nnumber: \"5\"\n---\n\n## 1. Общее\n\n1.1. Один.\n\n- ещё\n";
    let expected = [
        Change::Added("number".to_owned()),
        Change::Changed("title".to_owned()),
        Change::Changed("1.1".to_owned()),
        Change::Removed("date".to_owned()),
    ];
    assert_eq!(changes(before, after), expected);
}
