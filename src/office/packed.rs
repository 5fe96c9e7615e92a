//! What lies in an archive: a list of names and sizes.

use encoding_rs::IBM866;
use kabinet_documents::Refusal;
use serde::{Deserialize, Serialize};

use super::plain::inline;
use super::tidy::is_invisible;

/// Nobody reads more names. The archive itself may have ten times as many.
const MOST: usize = 1_000;
/// Characters of a name with its folders.
const LONGEST: usize = 200;

/// What computers put into archives for themselves.
const ASIDE: [&str; 4] = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// A file in an archive.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Packed {
    /// Its name with its folders.
    pub(crate) name: String,
    /// How large it is, in bytes, as the archive says.
    pub(crate) size: u64,
}

/// The files of an archive, as many as somebody reads.
///
/// # Errors
/// When it is damaged or past a limit.
pub(super) fn list(bytes: &[u8]) -> Result<Vec<Packed>, Refusal> {
    let all = kabinet_documents::packed(bytes)?;
    let named = all.into_iter().map(|file| Packed { name: name(&file.name), size: file.size });
    let is_aside = |name: &str| name.split('/').any(|part| ASIDE.contains(&part));
    Ok(named.filter(|file| !file.name.is_empty() && !is_aside(&file.name)).take(MOST).collect())
}

/// The names as Markdown, an item each.
pub(super) fn write(packed: &[Packed]) -> String {
    let items: Vec<String> = packed.iter().map(|file| format!("- {}", inline(&file.name))).collect();
    items.join("\n")
}

/// A name in letters: Unicode where it is that, else those of Russian DOS, in which Windows names files in archives.
fn name(raw: &[u8]) -> String {
    let text = std::str::from_utf8(raw).map_or_else(|_| IBM866.decode(raw).0, Into::into);
    let seen = text.chars().filter(|c| !c.is_control() && !is_invisible(*c));
    let name: String = seen.map(|c| if c == '\\' { '/' } else { c }).collect();
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_both_their_writings() {
        assert_eq!(name("Планы/план.docx".as_bytes()), "Планы/план.docx");
        assert_eq!(name(b"\x8f\xab\xa0\xad\\\xaf\xab\xa0\xad.docx"), "План/план.docx");
        assert_eq!(name("а".repeat(300).as_bytes()).chars().count(), LONGEST + 1);
    }
}
