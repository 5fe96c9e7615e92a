//! The law of the opened project: whatever is edited, what it shows and says is what a build from nothing would.

use std::path::{Path, PathBuf};

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::diagnostic::{self, Look};
use crate::i18n::Lang;
use crate::options::Options;
use crate::progress::Progress;
use crate::render::Drawing;

/// Something that an author or the keeper of the theme does.
#[derive(Clone, Debug)]
enum Edit {
    Title(usize, u8),
    Text(usize, u8),
    Tags(usize, u8),
    Rename(usize, u8),
    Add(u8),
    Remove(usize),
    Break(usize),
    Draft(usize),
    Label(u8),
    Kind(u8),
    Template(u8),
    Attachment(u8),
    Lock,
    Setting(u8),
    /// A link to a place in another page, by its address and by its file.
    Point(usize, u8),
    /// A relation to a document by its title.
    Speaker(usize, u8),
    /// A former address.
    Former(usize, u8),
    /// A file of the site's own kinds of words.
    Words(u8),
    /// A picture of another size.
    Picture(u8),
    /// A picture that a page shows, or offers to be taken along.
    Show(usize, u8),
    /// The widths in which pictures are published.
    Widths(u8),
    /// The theme says nothing of them any more.
    NoWidths,
    /// A file that is told of comes, or goes if it is there.
    Misnamed,
    /// A folder with all that lies in it goes to another place, or back.
    Folder,
    /// A folder goes, with all that lies in it.
    NoFolder,
    /// A document of those that take the place of each other.
    Act(usize, u8),
    /// An event comes to belong to a hub.
    Belong(usize, u8),
    /// A page has another day, and so another place in lists, years and calendars.
    Day(usize, u8),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let one = (0..28_u8, 0..8_usize, 0..6_u8).prop_map(|(what, file, n)| match what {
        0 => Edit::Title(file, n),
        1 => Edit::Text(file, n),
        2 => Edit::Tags(file, n),
        3 => Edit::Rename(file, n),
        4 => Edit::Add(n),
        5 => Edit::Remove(file),
        6 => Edit::Break(file),
        7 => Edit::Draft(file),
        8 => Edit::Label(n),
        9 => Edit::Kind(n),
        10 => Edit::Template(n),
        11 => Edit::Attachment(n),
        12 => Edit::Lock,
        13 => Edit::Point(file, n),
        14 => Edit::Speaker(file, n),
        15 => Edit::Former(file, n),
        16 => Edit::Words(n),
        17 => Edit::Picture(n),
        18 => Edit::Show(file, n),
        19 => Edit::Widths(n),
        20 => Edit::NoWidths,
        21 => Edit::Misnamed,
        22 => Edit::Folder,
        23 => Edit::NoFolder,
        24 => Edit::Act(file, n),
        25 => Edit::Belong(file, n),
        26 => Edit::Day(file, n),
        _ => Edit::Setting(n),
    });
    prop::collection::vec(one, 1..7)
}

/// A site that is edited, and the project that follows.
struct Edited {
    root: tempfile::TempDir,
    project: Project,
    options: Options,
}

impl Edited {
    fn new() -> Self {
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
        #[cfg(unix)]
        std::os::unix::fs::symlink("../events/plan.txt", root.path().join("content/news/plan.txt")).unwrap();
        follow(root.path());
        let options = Options::new(root.path().canonicalize().unwrap(), date(2026, 11, 21));
        Self { project: Project::open(&options), options, root }
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
    fn edit(&self, edit: &Edit) -> Vec<PathBuf> {
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
            Edit::Rename(at, n) => {
                let Some(from) = self.document(*at) else { return Vec::new() };
                let to = from.with_file_name(format!("event-{n}.md"));
                std::fs::rename(&from, &to).unwrap();
                return vec![from, to];
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

    /// Has an event belong to a hub.
    fn belong(&self, at: usize, n: u8) -> Option<PathBuf> {
        let event = self.place(["content/events/algebra.md", "content/events/contest.md"][at % 2]);
        let belong = |text: &str| with_line(text, "circle", &format!("circle-{}", n % 3));
        event.exists().then(|| rewrite(event, belong))
    }

    /// What the project shows and says, and what a build from nothing would.
    fn agree(&mut self, after: &Edit) -> Result<(), TestCaseError> {
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
        for artifact in whole.artifacts {
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

/// Kinds whose rules look at more than one page: documents that take the place of each other, and hubs. Lists have years.
fn follow(root: &Path) {
    let kinds = root.join("themes/plain/kinds");
    let head = |name: &str, folder: &str| {
        format!(
            "kind: {name}\nlabel: Вид {name}\ntitle: Виды {name}\nfolder: {folder}\naddress: /{folder}/{{id}}/\ntemplate: page.html\n"
        )
    };
    let act = "behaviours:\n  lifecycle: {status: act_status, supersedes: supersedes}\n  reception: {hours: hours}\n\
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

/// What is to be made of files, and where it lies.
fn made_of_files(prepared: &Prepared) -> Vec<String> {
    pictures::jobs(&prepared.site).iter().map(|job| format!("{job:?}")).collect()
}

/// The head of a photo, which is all that is read of one before somebody looks at it.
fn photo(n: u8) -> Vec<u8> {
    let [high, low] = (300 * (u16::from(n) + 1)).to_be_bytes();
    vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 200, high, low, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]
}

fn said(prepared: &Prepared) -> String {
    in_words(&prepared.messages, prepared)
}

fn in_words(messages: &[crate::diagnostic::Diagnostic], prepared: &Prepared) -> String {
    let sources = &prepared.site.sources;
    diagnostic::human(&diagnostic::sorted(messages.to_vec(), sources), sources, &Look::plain(Lang::Ru))
}

#[expect(clippy::disallowed_methods, reason = "an author's hand")]
fn write(path: PathBuf, content: impl AsRef<[u8]>) -> PathBuf {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

fn rewrite(path: PathBuf, change: impl FnOnce(&str) -> String) -> PathBuf {
    let text = std::fs::read_to_string(&path).unwrap();
    write(path, change(&text))
}

/// The text with another value of a field in its head.
fn with_line(text: &str, name: &str, value: &str) -> String {
    let line = format!("{name}: {value}\n");
    let rest = without_line(text, &format!("{name}: "));
    match rest.strip_prefix("---\n") {
        Some(rest) => format!("---\n{line}{rest}"),
        None => line + &rest,
    }
}

fn without_line(text: &str, part: &str) -> String {
    let is = |line: &&str| line.starts_with(part) || line.starts_with("  ") && line.contains(part);
    text.split_inclusive('\n').filter(|line| !is(line)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_after_edits_is_what_a_clean_build_makes(edits in edits()) {
        let mut site = Edited::new();
        site.agree(&Edit::Lock)?;
        for edit in &edits {
            let touched = site.edit(edit);
            site.project.changed(touched.iter().map(PathBuf::as_path));
            site.agree(edit)?;
        }
        // Also when the system lost count of what changed.
        site.project.all_changed();
        site.agree(&Edit::Lock)?;
        prop_assert!(site.root.path().exists());
    }
}
