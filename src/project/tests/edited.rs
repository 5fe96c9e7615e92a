//! A site that is edited, beside the same site built from nothing.

use std::path::{Path, PathBuf};

use jiff::civil::date;
use proptest::prelude::*;

use super::edit::Edit;
use super::hand::{follow, photo, rewrite, with_line, without_line, write};
use crate::artifact::{Artifact, Content};
use crate::diagnostic::{self, Look};
use crate::i18n::Lang;
use crate::options::Options;
use crate::progress::Progress;
use crate::project::{ADDRESSES, Prepared, Project, Seen, archives, pictures, sound};
use crate::render::Drawing;

/// A site that is edited, and the project that follows.
pub(super) struct Edited {
    /// Goes with the site.
    _root: tempfile::TempDir,
    pub(super) project: Project,
    options: Options,
}

impl Edited {
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/tests/site");
        for entry in walkdir::WalkDir::new(&fixture) {
            let entry = entry.unwrap();
            let to = root.path().join(entry.path().strip_prefix(&fixture).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(to).unwrap();
            } else {
                std::fs::copy(entry.path(), to).unwrap();
            }
        }
        // A file, what stands for it by a link, and a picture.
        write(
            root.path().join("content/news/linked.md"),
            "---\ntitle: Ссылка\ndate: 20.11.2026\n---\n[план](plan.txt)\n\n![Снимок](../events/photo.jpg)\n",
        );
        write(root.path().join("content/events/photo.jpg"), photo(0));
        write(root.path().join("content/events/second.txt"), "второй");
        #[cfg(unix)]
        std::os::unix::fs::symlink("../events/plan.txt", root.path().join("content/news/plan.txt")).unwrap();
        follow(root.path());
        let options = Options::new(root.path().canonicalize().unwrap(), date(2026, 11, 21));
        Self { project: Project::open(&options), options, _root: root }
    }

    fn place(&self, path: &str) -> PathBuf {
        self.options.root.join(path)
    }

    /// The documents that there are, in order.
    fn documents(&self) -> Vec<PathBuf> {
        let all = walkdir::WalkDir::new(self.place("content")).sort_by_file_name().into_iter().flatten();
        all.map(walkdir::DirEntry::into_path)
            .filter(|path| path.extension().is_some_and(|end| end == "md"))
            .collect()
    }

    fn document(&self, at: usize) -> Option<PathBuf> {
        let all = self.documents();
        all.get(at % all.len().max(1)).cloned()
    }

    /// Does it; returns what was touched.
    pub(super) fn edit(&self, edit: &Edit) -> Vec<PathBuf> {
        let line = |at: usize, name: &str, value: &str| {
            self.document(at).map(|path| rewrite(path, |text| with_line(text, name, value)))
        };
        let touched = match edit {
            Edit::Title(at, n) => line(*at, "title", &format!("Название {n}")),
            Edit::Tags(at, n) => line(*at, "tags", &format!("[метка {n}, алгебра]")),
            Edit::Draft(at) => line(*at, "status", "черновик"),
            Edit::Break(at) => line(*at, "start", "31.02.2026"),
            Edit::Text(at, n) => self.document(*at).map(|path| {
                rewrite(path, |text| {
                    format!("{text}\n\nЕщё {n}: [[metodist]], [[event-{n}]], [[Название {n}]].\n\n## Часть {n}\n")
                })
            }),
            Edit::Rename(..) | Edit::Renames(..) | Edit::Swap(..) | Edit::Replace(..) | Edit::Move(..) => {
                return self.call(edit);
            }
            Edit::Add(n) => {
                let text = format!("---\ntitle: Встреча {n}\nstart: 0{}.12.2026\n---\n[[algebra]]\n", n + 1);
                Some(write(self.place(&format!("content/events/event-{n}.md")), &text))
            }
            Edit::Remove(at) => self.document(*at).inspect(|path| std::fs::remove_file(path).unwrap()),
            Edit::Label(n) => Some(rewrite(self.place("themes/plain/vocabularies/forms.yaml"), |text| {
                format!("{}  - {{id: contest, label: конкурс {n}}}\n", without_line(text, "id: contest"))
            })),
            Edit::Kind(n) => Some(rewrite(self.place("themes/plain/kinds/event.yaml"), |text| {
                with_line(text, "title", &format!("События {n}"))
            })),
            Edit::Template(n) => Some(rewrite(self.place("themes/plain/templates/page.html"), |text| {
                format!(
                    "{text}{}",
                    if *n == 0 { "{{ page.nothing }}".to_owned() } else { format!("<!--{n}-->") }
                )
            })),
            Edit::Attachment(n) => {
                Some(write(self.place("content/events/plan.txt"), "план ".repeat((*n).into())))
            }
            Edit::Lock => {
                let lock = Project::once(&self.options).prepare(&Progress::silent()).unwrap().lock();
                lock.map(|text| write(self.place(ADDRESSES), &text))
            }
            Edit::Point(at, n) => self.document(*at).map(|path| {
                let links = format!(
                    "[[event-{n}#Часть {n}]], [раз](/events/event-{n}/), [два](../events/event-{n}.md#часть-{n}), \
                     [три](/events/), [четыре](/news/hello/)"
                );
                rewrite(path, |text| format!("{text}\n\n{links}\n"))
            }),
            Edit::Speaker(at, n) => line(*at, "speakers", &format!("[Название {n}]")),
            Edit::Former(at, n) => line(*at, "aliases", &format!("[/events/event-{n}/, /old-{n}/]")),
            Edit::Words(n) => Some(write(
                self.place("content/vocabularies/forms.yaml"),
                format!("vocabulary: forms\nterms:\n  - {{id: seminar, label: семинар {n}, aliases: [семинар]}}\n"),
            )),
            Edit::Picture(n) => Some(write(self.place("content/events/photo.jpg"), photo(*n))),
            Edit::Show(at, n) => self.document(*at).map(|path| {
                let mark = if n % 3 == 0 { "" } else { "!" };
                rewrite(path, |text| format!("{text}\n\n{mark}[Снимок {n}](../events/photo.jpg)\n"))
            }),
            Edit::Offer(at, n) => self.offer(*at, *n),
            Edit::Widths(n) => {
                let text = format!("pictures:\n  widths: [{}, 900]\n", 100 * (u32::from(*n) + 1));
                Some(write(self.place("themes/plain/theme.yaml"), &text))
            }
            Edit::NoWidths => {
                let place = self.place("themes/plain/theme.yaml");
                std::fs::remove_file(&place).is_ok().then_some(place)
            }
            Edit::Misnamed => Some(self.misnamed()),
            Edit::Folder => {
                let mut places = [self.place("content/news"), self.place("content/events/news")];
                if !places[0].exists() {
                    places.reverse();
                }
                return match std::fs::rename(&places[0], &places[1]) {
                    Ok(()) => places.to_vec(),
                    Err(_) => Vec::new(),
                };
            }
            Edit::NoFolder => {
                let place = self.place("content/news");
                std::fs::remove_dir_all(&place).is_ok().then_some(place)
            }
            Edit::Act(at, n) => Some(self.act(*at, *n)),
            Edit::Belong(at, n) => self.belong(*at, *n),
            Edit::Day(at, n) => line(*at, "date", &format!("0{}.0{}.202{}", n + 1, 7 + n % 3, 4 + n % 3)),
            Edit::Spell(n) => Some(write(
                self.place("content/vocabularies/forms.yaml"),
                format!("vocabulary: forms\nterms:\n  - {{id: contest, label: слово {n}, aliases: [конкурс]}}\n"),
            )),
            Edit::Form(at, n) => {
                line(*at, "form", ["семинар", "конкурс", "слово 1", "слово 2"][usize::from(n % 4)])
            }
            Edit::Setting(n) => Some(rewrite(self.place("content/site.yaml"), |text| {
                with_line(text, "short_title", &format!("Портал {n}"))
            })),
        };
        touched.into_iter().collect()
    }

    /// Writes a document that takes the place of another, with hours that can be read or not.
    fn act(&self, at: usize, n: u8) -> PathBuf {
        let hours = ["ср 15.00–17.00", "иногда в 7"][usize::from(n) % 2];
        let text = format!(
            "---\ntitle: Акт {n}\nact_status: действует\nsupersedes: [act-{}]\nhours: {hours}\n---\n",
            n % 3
        );
        write(self.place(&format!("content/acts/act-{}.md", at % 3)), &text)
    }

    /// Has a file come that is told of, or go if it is there.
    fn misnamed(&self) -> PathBuf {
        let place = self.place("content/events/page.mdx");
        if place.exists() {
            std::fs::remove_file(&place).unwrap();
            return place;
        }
        write(place, "---\ntitle: Имя\n---\n")
    }

    /// Calls documents otherwise.
    fn call(&self, edit: &Edit) -> Vec<PathBuf> {
        match edit {
            Edit::Rename(at, n) => {
                let Some(from) = self.document(*at) else { return Vec::new() };
                let to = from.with_file_name(format!("event-{n}.md"));
                std::fs::rename(&from, &to).unwrap();
                vec![from, to]
            }
            Edit::Renames(at, n) => self.renames(*at, *n),
            Edit::Swap(at, with) => self.swap(*at, at + with + 1),
            Edit::Replace(at, n) => {
                [Edit::Remove(*at), Edit::Add(*n)].iter().flat_map(|edit| self.edit(edit)).collect()
            }
            Edit::Move(at, n) => self.moved(*at, *n),
            _ => Vec::new(),
        }
    }

    /// Gives several files other names, which may be those of others.
    fn renames(&self, at: usize, n: u8) -> Vec<PathBuf> {
        let all = self.documents();
        let some: Vec<PathBuf> = all.iter().cycle().skip(at).take(all.len().min(3)).cloned().collect();
        let to = |(number, from): (usize, &PathBuf)| {
            from.with_file_name(format!("event-{}.md", (usize::from(n) + number) % 6))
        };
        let to: Vec<PathBuf> = some.iter().enumerate().map(to).collect();
        let texts: Vec<String> = some.iter().map(|from| std::fs::read_to_string(from).unwrap()).collect();
        some.iter().for_each(|from| std::fs::remove_file(from).unwrap());
        to.iter().zip(texts).for_each(|(to, text)| drop(write(to.clone(), text)));
        some.into_iter().chain(to).collect()
    }

    /// Has two files change their names.
    fn swap(&self, a: usize, b: usize) -> Vec<PathBuf> {
        let Some((a, b)) = self.document(a).zip(self.document(b)) else { return Vec::new() };
        let [of_a, of_b] = [&a, &b].map(|path| std::fs::read_to_string(path).unwrap());
        vec![write(a, of_b), write(b, of_a)]
    }

    /// Moves a file to the folder of another kind.
    fn moved(&self, at: usize, n: u8) -> Vec<PathBuf> {
        let Some(from) = self.document(at) else { return Vec::new() };
        let folder = ["content/events", "content/news", "content/people"][usize::from(n % 3)];
        let to = self.place(folder).join(from.file_name().unwrap());
        std::fs::create_dir_all(self.place(folder)).unwrap();
        std::fs::rename(&from, &to).unwrap();
        vec![from, to]
    }

    /// Has a document offer none, one, two or three files.
    fn offer(&self, at: usize, n: u8) -> Option<PathBuf> {
        let files = ["plan.txt", "second.txt", "photo.jpg"];
        let files = files.map(|path| format!("{{file: {path}, title: Файл {n}}}"));
        let some = format!("[{}]", files[..usize::from(n % 4)].join(", "));
        self.document(at).map(|path| rewrite(path, |text| with_line(text, "attachments", &some)))
    }

    /// Has an event belong to a hub.
    fn belong(&self, at: usize, n: u8) -> Option<PathBuf> {
        let event = self.place(["content/events/algebra.md", "content/events/contest.md"][at % 2]);
        let belong = |text: &str| with_line(text, "circle", &format!("circle-{}", n % 3));
        event.exists().then(|| rewrite(event, belong))
    }

    /// Whether something lies at an address.
    pub(super) fn has(&mut self, address: &str) -> bool {
        let prepared = self.project.prepare(&Progress::silent()).unwrap();
        prepared.site.routes.at(address).is_some()
    }

    /// What the project shows and says, and what a build from nothing would.
    pub(super) fn agree(&mut self, after: &Edit) -> Result<(), TestCaseError> {
        let silent = Progress::silent();
        let kept = self.project.prepare(&silent).unwrap();
        let clean = Project::once(&self.options).prepare(&silent).unwrap();
        prop_assert_eq!(said(&kept), said(&clean), "{:?}", after);
        prop_assert_eq!(kept.lock(), clean.lock(), "{:?}", after);
        prop_assert_eq!(kept.fingerprint, clean.fingerprint, "{:?}", after);
        prop_assert_eq!(made_of_files(&kept), made_of_files(&clean), "{:?}", after);
        if !sound(&clean.messages) {
            return Ok(());
        }
        let whole = Drawing::new(&clean.site, &clean.kit, &clean.lists).all();
        let view = self.project.view(kept);
        prop_assert_eq!(
            in_words(&view.mistakes(&|| false).unwrap(), view.prepared()),
            in_words(&whole.messages, &clean),
            "{:?}",
            after
        );
        if !sound(&whole.messages) {
            return Ok(());
        }
        let (derived, _) = clean.workshop.all(&pictures::jobs(&clean.site), &|_| {});
        let archives = archives(&clean, &whole.notes, &derived)
            .0
            .into_iter()
            .map(|one| Artifact { content: Content::Bytes(bytes(&one.content)), ..one });
        for artifact in whole.artifacts.into_iter().chain(archives) {
            let path = artifact.path.as_str();
            match view.file(path) {
                Some(Seen::File(content)) => {
                    prop_assert_eq!(content, artifact.content, "{}: {:?}", path, after)
                }
                _ => prop_assert!(false, "{} is not shown: {:?}", path, after),
            }
        }
        Ok(())
    }
}

/// The bytes of what was made.
fn bytes(content: &Content) -> Vec<u8> {
    match content {
        Content::Bytes(bytes) => bytes.clone(),
        Content::File(file) => std::fs::read(file).unwrap(),
        Content::Derived(made) => std::fs::read(&made.file).unwrap(),
    }
}

/// What is to be made of files, and where it lies.
fn made_of_files(prepared: &Prepared) -> Vec<String> {
    pictures::jobs(&prepared.site).iter().map(|job| format!("{job:?}")).collect()
}

fn said(prepared: &Prepared) -> String {
    in_words(&prepared.messages, prepared)
}

fn in_words(messages: &[crate::diagnostic::Diagnostic], prepared: &Prepared) -> String {
    let sources = &prepared.site.sources;
    diagnostic::human(&diagnostic::sorted(messages.to_vec(), sources), sources, &Look::plain(Lang::Ru))
}
