//! The files that a person named: a folder stands for the documents in it.

use std::path::{Path, PathBuf};

use anyhow::Context;

/// The endings of what an import reads.
const ENDINGS: [&str; 17] = [
    "docx", "docm", "dotx", "odt", "rtf", "txt", "html", "htm", "xlsx", "xlsm", "ods", "csv", "doc", "pdf",
    "pptx", "ppsx", "odp",
];
/// Folders in folders are looked into so deep.
const DEEPEST: usize = 8;

/// All files that are meant, folders opened, in the order of their names. What programs leave behind for the time of
/// editing (`~$…`, `.~lock…`) is no document.
pub(crate) fn meant(named: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for path in named {
        if path.is_dir() {
            gather(path, DEEPEST, &mut out)?;
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}

fn gather(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let entries = folder.read_dir().with_context(|| folder.display().to_string())?;
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(['.', '~']) || path.is_symlink() {
            continue;
        }
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if path.is_dir() && (depth == 0 || is_of_a_site(&path)) {
            continue;
        }
        if path.is_dir() {
            gather(&path, depth - 1, out)?;
        } else if ENDINGS.contains(&ending.as_str()) {
            out.push(path);
        }
    }
    Ok(())
}

/// Whether a folder is the content of a site, its themes, or what was published of it: none of it was sent by anybody.
fn is_of_a_site(folder: &Path) -> bool {
    let themes = folder.file_name().is_some_and(|name| name == "themes")
        && folder.with_file_name("content").join("site.yaml").is_file();
    themes || folder.join("site.yaml").is_file() || folder.join(".kabinet").is_dir()
}
