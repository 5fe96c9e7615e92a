//! The hand of an author: files are written as editors write them.

use std::path::{Path, PathBuf};

/// Kinds whose rules look at more than one page: documents that take the place of each other, and hubs. Lists have years.
pub(super) fn follow(root: &Path) {
    let kinds = root.join("themes/plain/kinds");
    let head = |name: &str, folder: &str| {
        format!(
            "kind: {name}\nlabel: Вид {name}\ntitle: Виды {name}\nfolder: {folder}\naddress: /{folder}/{{id}}/\ntemplate: page.html\n"
        )
    };
    let act = "list: {address: /acts/, template: list.html, hours: true}\nbehaviours:\n  lifecycle: {status: act_status, supersedes: supersedes}\n  reception: {hours: hours}\n\
               fields:\n  act_status: {type: term, vocabulary: act-statuses, label: Действие}\n  \
               supersedes: {type: relation, to: [act], list: true, label: Вместо}\n  hours: {type: text, label: Часы}\n";
    write(kinds.join("act.yaml"), head("act", "acts") + act);
    write(kinds.join("circle.yaml"), head("circle", "circles") + "behaviours:\n  hub: {field: circle}\n");
    rewrite(kinds.join("event.yaml"), |text| {
        format!("{text}  circle: {{type: relation, to: [circle], label: Кружок}}\n")
    });
    rewrite(kinds.join("news.yaml"), |text| text.replace("per_page: 20", "per_page: 20, years: true"));
    write(
        root.join("themes/plain/vocabularies/act-statuses.yaml"),
        "vocabulary: act-statuses\nlabel: Действие\nterms:\n  - {id: valid, label: действует, state: in_force}\n",
    );
    write(root.join("content/acts/act-0.md"), "---\ntitle: Первый акт\nact_status: действует\n---\n");
    (0..2).for_each(|n| {
        write(root.join(format!("content/circles/circle-{n}.md")), format!("---\ntitle: Кружок {n}\n---\n"));
    });
}

/// The head of a photo, which is all that is read of one before somebody looks at it.
pub(super) fn photo(n: u8) -> Vec<u8> {
    let [high, low] = (300 * (u16::from(n) + 1)).to_be_bytes();
    vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 200, high, low, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
}

#[expect(clippy::disallowed_methods, reason = "an author's hand")]
pub(super) fn write(path: PathBuf, content: impl AsRef<[u8]>) -> PathBuf {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

pub(super) fn rewrite(path: PathBuf, change: impl FnOnce(&str) -> String) -> PathBuf {
    let text = std::fs::read_to_string(&path).unwrap();
    write(path, change(&text))
}

/// The text with another value of a field in its head.
pub(super) fn with_line(text: &str, name: &str, value: &str) -> String {
    let line = format!("{name}: {value}\n");
    let rest = without_line(text, &format!("{name}: "));
    match rest.strip_prefix("---\n") {
        Some(rest) => format!("---\n{line}{rest}"),
        None => line + &rest,
    }
}

pub(super) fn without_line(text: &str, part: &str) -> String {
    let is = |line: &&str| line.starts_with(part) || line.starts_with("  ") && line.contains(part);
    text.split_inclusive('\n').filter(|line| !is(line)).collect()
}
