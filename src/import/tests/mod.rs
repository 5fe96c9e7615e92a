//! The five source documents, each with what it must become; and laws that hold for any text.

mod drawing;
mod foreign;
mod laws;
mod seeds;
mod traits;
mod writing;

use std::path::{Path, PathBuf};

use super::field_names::{FieldNames, Terms};
use super::text::{Imported, import_text};
use super::*;
use crate::diagnostic::{Arg, RuleId};
use crate::source::Sources;

/// A source document: the name of its file, the id of the document made from it.
struct Seed {
    file: &'static str,
    id: &'static str,
}

const S0: Seed = Seed { file: "000_8327ba6c9088b819.txt", id: "polozhenie-imc-bokhan" };
const S1: Seed = Seed { file: "001_cf196dc4b584e132.txt", id: "polozhenie-imc-kemerovo" };
const S2: Seed = Seed { file: "002_e51373767025aed1.txt", id: "polozhenie-imo-kurchaloy" };
const S3: Seed = Seed { file: "003_69d0444b1cc5c9c1.txt", id: "polozhenie-ms-imc-spb" };
const S4: Seed = Seed { file: "004_fd229f398f085ff9.txt", id: "polozhenie-mk-pestyaki" };
const SEEDS: [Seed; 5] = [S0, S1, S2, S3, S4];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

impl Seed {
    fn folder(&self) -> PathBuf {
        root().join("content/regulations").join(self.id)
    }

    /// The source as it lies beside the document.
    fn text(&self) -> String {
        std::fs::read_to_string(self.folder().join("original.txt")).unwrap()
    }

    fn import(&self) -> Checked {
        import(&self.text())
    }
}

/// An import together with what is needed to look at it.
struct Checked {
    imported: Imported,
    sources: Sources,
}

fn import(text: &str) -> Checked {
    let mut sources = Sources::default();
    let source = sources.add("original.txt", text);
    let imported = import_text(text, source, &FieldNames::default(), "original.txt");
    Checked { imported, sources }
}

impl Checked {
    fn body(&self) -> &str {
        self.imported.markdown.split_once("\n---\n").unwrap().1
    }

    fn front_matter(&self) -> &str {
        let (front_matter, _) = self.imported.markdown.split_once("\n---\n").unwrap();
        front_matter.strip_prefix("---\n").unwrap()
    }

    /// The messages of a rule: line and arguments.
    fn notes(&self, rule: RuleId) -> Vec<(u32, Vec<String>)> {
        let mine = self.imported.notes.iter().filter(|note| note.rule == rule);
        mine.map(|note| {
            let line = note
                .labels
                .first()
                .map_or(0, |label| self.sources.get(label.span.source).position(label.span.start).line);
            (line, note.args.iter().map(|(_, arg)| shown(arg)).collect())
        })
        .collect()
    }

    fn lines(&self, rule: RuleId) -> Vec<u32> {
        self.notes(rule).into_iter().map(|(line, _)| line).collect()
    }

    fn items(&self) -> usize {
        self.body().lines().filter(|line| line.starts_with("- ")).count()
    }

    /// Paragraphs that begin with a clause number.
    fn clauses(&self) -> usize {
        let is_clause = |line: &&str| matches!(starts::Start::of(line), starts::Start::Clause(..));
        self.body().lines().filter(is_clause).count()
    }

    fn has(&self, text: &str) -> bool {
        self.body().contains(text)
    }
}

fn shown(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Key(key) => (*key).to_owned(),
    }
}
