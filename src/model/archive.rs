//! The archive of a document's files: what is in it, and under which names.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;

use super::{FileId, Page, Site};
use crate::text::signs::cleaned;

/// Files that come to more are not put together, in bytes: a phone would load for minutes what its owner may not need.
pub(crate) const LARGEST: u64 = 100 * 1024 * 1024;
/// How names of archives end.
pub(crate) const ENDING: &str = ".zip";
/// One file needs no archive.
const FEWEST: usize = 2;
/// A name with all its folders has 260 signs on Windows.
const LONGEST_NAME: usize = 100;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The files of a document in one archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Archive {
    /// How it is called, below the address of its page.
    pub(crate) name: String,
    /// The files, each once, in the order of the page.
    files: Vec<FileId>,
}

/// The archive of a document, if its kind has one and there are files enough, but not too much of them.
pub(crate) fn of(site: &Site, page: &Page) -> Option<Archive> {
    if !site.schema.kind(page.kind).archive || page.attachments.len() < FEWEST || page.name.is_empty() {
        return None;
    }
    let mut seen = BTreeSet::new();
    let all = page.attachments.iter().map(|attached| attached.file);
    let files: Vec<FileId> = all.filter(|file| seen.insert(*file)).collect();
    let size: u64 = files.iter().map(|file| site.file(*file).size()).sum();
    (files.len() >= FEWEST && size <= LARGEST)
        .then(|| Archive { name: format!("{}{ENDING}", page.name), files })
}

/// What the archive of a page is called by those who have loaded it down.
pub(crate) fn called(page: &Page) -> String {
    titled(page, ENDING)
}

/// What a file that is made of a page is called by those who have loaded it down.
pub(crate) fn titled(page: &Page, ending: &str) -> String {
    format!("{}{ending}", portable(&page.title).as_deref().unwrap_or(&page.name))
}

impl Archive {
    /// How many files there are.
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    /// How large it is, in bytes, but for what surrounds the files; nothing where a picture is made anew, since nobody
    /// knows yet what it will come to.
    pub(crate) fn size(&self, site: &Site) -> Option<u64> {
        let known = self.files.iter().all(|file| site.file(*file).whole().is_none());
        known.then(|| self.files.iter().map(|file| site.file(*file).size()).sum())
    }

    /// The files under the names that they have in the archive, beside one that is taken already: what the page calls
    /// each, where it calls it anything.
    pub(crate) fn named(&self, site: &Site, page: &Page, taken: &str) -> Vec<(FileId, String)> {
        let mut names = Names::default();
        names.given.insert(key(taken));
        let title = |id: FileId| {
            let called = page.attachments.iter().find(|attached| attached.file == id);
            called.map_or("", |attached| attached.title.as_str())
        };
        let named = self.files.iter().map(|id| {
            let published = site.file(*id).path.as_str();
            let own = published.rsplit('/').next().unwrap_or_default();
            let (stem, ending) = own.rsplit_once('.').unwrap_or((own, ""));
            let stem = portable(without_ending(title(*id), ending)).unwrap_or_else(|| stem.to_owned());
            (*id, names.once(&stem, ending))
        });
        named.collect()
    }
}

/// Names that were given out.
#[derive(Default)]
struct Names {
    given: HashSet<String>,
    /// The last number put behind each, so that the thousandth equal name does not try all before its own.
    last: HashMap<String, usize>,
}

impl Names {
    /// A name that no other has, whatever its case: programs that unpack would ask which of two is wanted.
    fn once(&mut self, stem: &str, ending: &str) -> String {
        let whole = |stem: &str| if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") };
        let mut name = whole(stem);
        let last = self.last.entry(key(&name)).or_insert(1);
        while !self.given.insert(key(&name)) {
            *last += 1;
            name = whole(&format!("{stem} ({last})"));
        }
        name
    }
}

/// Names are the same that file systems without case take for each other.
fn key(name: &str) -> String {
    name.to_lowercase()
}

/// A title that ends as the file does says it once.
fn without_ending<'t>(title: &'t str, ending: &str) -> &'t str {
    let cut = title.trim().rsplit_once('.').filter(|(_, last)| last.eq_ignore_ascii_case(ending));
    cut.map_or(title, |(stem, _)| stem)
}

/// A title as the name of a file, fit for all systems; nothing where no letter of it is.
fn portable(title: &str) -> Option<String> {
    let sign = |c: char| match c {
        '<' | '>' | '"' | '|' | '?' | '*' | '\\' | '/' | ':' => '-',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    };
    let cleaned = cleaned(title).map_or_else(|| title.to_owned(), |cleaned| cleaned.text);
    let signs: String = cleaned.nfc().map(sign).take(LONGEST_NAME).collect();
    let words = signs.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let name = words.trim_matches(|c: char| matches!(c, '.' | ' ' | '-'));
    if !name.contains(char::is_alphanumeric) {
        return None;
    }
    let first = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    Some(if DEVICES.contains(&first.as_str()) { format!("{name}_") } else { name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_names_that_every_system_bears() {
        let of = |title: &str| portable(title).unwrap_or_default();
        assert_eq!(of(" Задания: уровень 1/2?  «5 класс» "), "Задания- уровень 1-2- «5 класс»");
        assert_eq!(of("Лист\u{202e}\n1. "), "Лист 1");
        assert_eq!(
            (of("CON"), of("nul.x"), of("..."), of("и\u{306}")),
            ("CON_".into(), "nul.x_".into(), String::new(), "й".into())
        );
        assert_eq!(of(&"я".repeat(300)).chars().count(), LONGEST_NAME);
        assert_eq!(
            (without_ending("План.DOCX", "docx"), without_ending("План 1.2", "docx")),
            ("План", "План 1.2")
        );
    }

    #[test]
    fn one_name_is_given_once_whatever_its_case() {
        let mut names = Names::default();
        let given = ["Лист", "лист", "Лист (2)", "ЛИСТ"].map(|stem| names.once(stem, "txt"));
        assert_eq!(given, ["Лист.txt", "лист (2).txt", "Лист (2) (2).txt", "ЛИСТ (3).txt"]);
    }
}
