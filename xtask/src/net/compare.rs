//! Two records held against each other: which file, message or answer differs.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::answers;
use super::record::{MANIFEST, SITE};
use crate::files::below;

/// How many differences of one file of a record are told one by one.
const TOLD: usize = 20;

/// How much of a line is shown.
const SHOWN: usize = 160;

/// Lists what differs in the cases whose names begin so, with the case it differs in.
pub(super) fn all(before: &Path, now: &Path, only: &str) -> Result<Vec<String>> {
    let mut differences = Vec::new();
    for name in both(&records(before)?, &records(now)?).iter().filter(|name| name.starts_with(only)) {
        let [was, is] = [before, now].map(|record| std::fs::read_to_string(record.join(name)).ok());
        let found = match (was, is) {
            (Some(was), Some(is)) if was == is => continue,
            (Some(was), Some(is)) => inside(name, &was, &is, before, now),
            (None, _) => vec!["was not there".to_owned()],
            (_, None) => vec!["is no more".to_owned()],
        };
        let more = found.len().saturating_sub(TOLD);
        differences.extend(found.into_iter().take(TOLD).map(|what| format!("{name}: {what}")));
        if more > 0 {
            differences.push(format!("{name}: and {more} more"));
        }
    }
    Ok(differences)
}

/// The files of a record, without the published trees.
fn records(record: &Path) -> Result<Vec<String>> {
    let names = below(record)?.into_iter().map(|path| path.to_string_lossy().replace('\\', "/"));
    Ok(names
        .filter(|name| !["site", "work"].iter().any(|tree| name.contains(&format!("/{tree}/"))))
        .collect())
}

fn both(one: &[String], other: &[String]) -> Vec<String> {
    let mut names: Vec<String> = one.iter().chain(other).cloned().collect();
    names.sort();
    names.dedup();
    names
}

/// What differs within one file of a record.
fn inside(name: &str, was: &str, is: &str, before: &Path, now: &Path) -> Vec<String> {
    if name.ends_with(MANIFEST) {
        let case = name.trim_end_matches(MANIFEST);
        return files(was, is, |path| {
            let [was, is] =
                [before, now].map(|record| std::fs::read(record.join(case).join(SITE).join(path)));
            was.ok().zip(is.ok()).and_then(|(was, is)| first_difference(&was, &is))
        });
    }
    let messages = [was, is].map(|text| serde_json::from_str::<Vec<Value>>(text).ok());
    match messages {
        [Some(was), Some(is)] => values(&was, &is),
        _ => lines(was, is).map(|found| asked(name, was) + &found).into_iter().collect(),
    }
}

/// The question before its answer.
fn asked(name: &str, was: &str) -> String {
    let question = was.lines().next().filter(|_| answers::is_answer(name));
    question.map(|question| format!("«{question}», ")).unwrap_or_default()
}

/// What differs between two manifests; where bytes can be compared, with the first place.
fn files(was: &str, is: &str, look: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let read = |text: &str| -> BTreeMap<String, String> {
        let pairs = text.lines().filter_map(|line| line.split_once("  "));
        pairs.map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect()
    };
    let (was, is) = (read(was), read(is));
    let paths = both(&was.keys().cloned().collect::<Vec<_>>(), &is.keys().cloned().collect::<Vec<_>>());
    paths
        .into_iter()
        .filter_map(|path| match (was.get(&path), is.get(&path)) {
            (Some(was), Some(is)) if was == is => None,
            (Some(_), Some(_)) => Some(format!("{path} differs{}", look(&path).unwrap_or_default())),
            (None, _) => Some(format!("{path} is new")),
            (_, None) => Some(format!("{path} is gone")),
        })
        .collect()
}

/// The first line in which two texts differ; nothing for bytes that are none.
fn first_difference(was: &[u8], is: &[u8]) -> Option<String> {
    let (was, is) = (std::str::from_utf8(was).ok()?, std::str::from_utf8(is).ok()?);
    lines(was, is).map(|text| format!(": {text}"))
}

fn lines(was: &str, is: &str) -> Option<String> {
    let pad = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (was, is) = (pad(was), pad(is));
    let place = (0..was.len().max(is.len())).find(|place| was.get(*place) != is.get(*place))?;
    let (was, is) =
        around(was.get(place).map_or("", String::as_str), is.get(place).map_or("", String::as_str));
    Some(format!("line {}\n    - {was}\n    + {is}", place + 1))
}

/// Both lines from a little before the place where they part.
fn around(was: &str, is: &str) -> (String, String) {
    let same = was.chars().zip(is.chars()).take_while(|(one, other)| one == other).count();
    let from = same.saturating_sub(SHOWN / 4);
    let cut = |line: &str| line.chars().skip(from).take(SHOWN).collect();
    (cut(was), cut(is))
}

/// Which values of two arrays, messages or entries of an answer, are gone and which are new; else in what order.
fn values(was: &[Value], is: &[Value]) -> Vec<String> {
    let mut rest = is.to_vec();
    let mut found = Vec::new();
    for value in was {
        match rest.iter().position(|other| other == value) {
            Some(place) => drop(rest.remove(place)),
            None => found.push(format!("gone: {}", shown(value))),
        }
    }
    found.extend(rest.iter().map(|value| format!("new: {}", shown(value))));
    if found.is_empty() {
        found.push("in another order".to_owned());
    }
    found
}

/// A message as its place and its words; anything else as it is.
fn shown(value: &Value) -> String {
    let word = |key: &str| value[key].as_str().unwrap_or_default();
    if value["rule"].is_null() {
        return value.to_string().chars().take(SHOWN * 2).collect();
    }
    format!("[{}] {}:{}:{} {}", word("rule"), word("file"), value["line"], value["column"], word("message"))
}

#[cfg(test)]
mod tests {
    use super::{files, lines, values};
    use serde_json::json;

    #[test]
    fn files_are_told_by_name() {
        let found = files("1  a\n2  b\n3  c\n", "1  a\n9  b\n4  d\n", |_| None);
        assert_eq!(found, ["b differs", "c is gone", "d is new"]);
    }

    #[test]
    fn the_first_line_that_differs_is_shown() {
        assert_eq!(lines("a\nb\n", "a\nb\n"), None);
        assert_eq!(lines("a\nb", "a\nc\nd").unwrap(), "line 2\n    - b\n    + c");
    }

    #[test]
    fn messages_are_told_whatever_their_order() {
        let message =
            |line: u32| json!({"rule": "r", "file": "f", "line": line, "column": 1, "message": "m"});
        let found = values(&[message(1), message(2)], &[message(2), message(3)]);
        assert_eq!(found, ["gone: [r] f:1:1 m", "new: [r] f:3:1 m"]);
        assert_eq!(values(&[message(1), message(2)], &[message(2), message(1)]), ["in another order"]);
    }
}
