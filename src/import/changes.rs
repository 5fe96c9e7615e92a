//! «Что изменилось»: two documents compared clause by clause and field by field.

use std::collections::BTreeMap;

/// How one piece of a document changed: a clause by its number, a field by its name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Change {
    /// It is new.
    Added(String),
    /// It has another text.
    Changed(String),
    /// It is gone.
    Removed(String),
}

/// What is different between two documents, told by clauses and fields.
pub(crate) fn changes(before: &str, after: &str) -> Vec<Change> {
    let (old, new) = (pieces(before), pieces(after));
    let gone = old.keys().filter(|key| !new.contains_key(*key)).map(|key| Change::Removed(key.1.clone()));
    let other = new.iter().filter_map(|(key, text)| match old.get(key) {
        None => Some(Change::Added(key.1.clone())),
        Some(before) if before != text => Some(Change::Changed(key.1.clone())),
        Some(_) => None,
    });
    other.chain(gone).collect()
}

/// A document in pieces: each field, each clause with what follows it. The number keeps the order of numbers.
fn pieces(document: &str) -> BTreeMap<(Vec<u32>, String), String> {
    let mut out: BTreeMap<(Vec<u32>, String), String> = BTreeMap::new();
    let mut key = (Vec::new(), String::from("title"));
    let mut fences = 0;
    for line in document.lines() {
        if line == "---" {
            fences += 1;
            key = (Vec::new(), String::from("text"));
            continue;
        }
        if fences == 1 {
            let field = line.split(':').next().filter(|_| !line.starts_with(' '));
            key = field.map_or(key, |field| (Vec::new(), field.to_owned()));
        } else if let Some(number) = number_of(line) {
            let path = number.split('.').filter_map(|part| part.parse().ok()).collect();
            key = (path, number);
        }
        let text = out.entry(key.clone()).or_default();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    out.into_iter().map(|(key, text)| (key, text.trim_end().to_owned())).collect()
}

/// The number with which a line of Markdown begins, a heading's included.
fn number_of(line: &str) -> Option<String> {
    let line = line.trim_start_matches(['#', ' ']).replace('\\', "");
    let length = line.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let number = line[..length].trim_end_matches('.');
    (!number.is_empty() && number.starts_with(|c: char| c.is_ascii_digit())).then(|| number.to_owned())
}
