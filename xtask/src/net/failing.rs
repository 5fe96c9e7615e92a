//! Sites with mistakes: the suites of `tests/messages`, and those of `xtask/net/failing.md` in the same form.
//!
//! Each `##` begins a site. A fenced block whose info string names a path is a file of it; after the path may stand
//! how it is stored: `crlf`, `bom`. What a suite expects is not read here: the net holds what is said, not what
//! should be.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::files::{below, put};
use crate::root::at;

/// Where suites lie.
const FOLDERS: [&str; 2] = ["tests/messages", "xtask/net"];

/// The settings of a site that brings none.
const SITE: &str = "title: Информационно-методический центр\nbase_url: https://imc.example/\n";

/// A file of a site: its path and its bytes.
type File = (String, Vec<u8>);

/// Writes all sites, each into a folder named after its suite and its place there.
pub(super) fn freeze(to: &Path) -> Result<()> {
    let mut count = 0;
    for suite in suites()? {
        let text =
            std::fs::read_to_string(&suite).with_context(|| format!("cannot read {}", suite.display()))?;
        let name = suite.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (number, files) in sites(&text).into_iter().enumerate() {
            let root = to.join(format!("{name}-{:02}", number + 1));
            put(&root.join("content/site.yaml"), SITE.as_bytes())?;
            files.iter().try_for_each(|(path, bytes)| put(&root.join(path), bytes))?;
            count += 1;
        }
    }
    if count < 20 {
        bail!("only {count} sites with mistakes were found in {}", FOLDERS.join(" and "));
    }
    Ok(())
}

fn suites() -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for folder in FOLDERS {
        let files =
            below(&at(folder))?.into_iter().filter(|file| file.extension().is_some_and(|end| end == "md"));
        all.extend(files.map(|file| at(folder).join(file)));
    }
    Ok(all)
}

/// Reads the files of each site of a suite.
fn sites(text: &str) -> Vec<Vec<File>> {
    let mut all: Vec<Vec<File>> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("## ") {
            all.push(Vec::new());
        }
        let fence = line.len() - line.trim_start_matches('`').len();
        if fence < 3 {
            continue;
        }
        let closing = |line: &&str| line.len() >= fence && line.bytes().all(|byte| byte == b'`');
        let inside: Vec<&str> = lines.by_ref().take_while(|line| !closing(line)).collect();
        let mut words = line[fence..].split_whitespace().skip(1);
        if let (Some(path), Some(site)) = (words.next(), all.last_mut()) {
            let how: Vec<&str> = words.collect();
            site.push((path.to_owned(), stored(&inside, &how)));
        }
    }
    all
}

fn stored(lines: &[&str], how: &[&str]) -> Vec<u8> {
    let end = if how.contains(&"crlf") { "\r\n" } else { "\n" };
    let text: String = lines.iter().flat_map(|line| [*line, end]).collect();
    let mark = if how.contains(&"bom") { "\u{feff}" } else { "" };
    format!("{mark}{text}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::sites;

    #[test]
    fn files_of_sites_are_read() {
        let text = "# Набор\n\n## Первый\n\n````markdown content/a.md crlf\n```\nx\n```\n````\n\n```messages\nx\n```\n\n## Второй\n";
        let sites = sites(text);
        assert_eq!(sites, [vec![("content/a.md".to_owned(), b"```\r\nx\r\n```\r\n".to_vec())], Vec::new()]);
    }
}
