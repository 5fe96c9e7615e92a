//! The corpus as a portal with the theme of the repository: kinds, behaviours, relations, files beside pages.
//!
//! Around the pages stand those that they point to: a methodist for each subject, schools, directions of work.
//! People are named by what they do.

use super::Corpus;
use super::body::{body, summary};
use super::page::{Day, Page, Sort, place};
use super::random::Random;
use super::words::{SUBJECTS, TAGS};

/// How many schools the district has.
const SCHOOLS: usize = 24;

/// The tags that are directions of work as well, from the first on.
const DIRECTIONS: usize = 8;

/// The file that a regulation was taken from.
const ORIGINAL: &str = "original.txt";

const SITE: &str = "title: Методический центр района (созданный для измерений)
short_title: ИМЦ
description: Портал, который программа создаёт для измерений. Организации и тексты вымышлены.
base_url: https://corpus.example/
language: ru
theme: imc
time_zone: Europe/Moscow
organization:
  name: Методический центр района (созданный для измерений)
";

/// Writes a page with the files that lie beside it.
pub(super) fn files(corpus: &Corpus, page: &Page) -> Vec<(String, Vec<u8>)> {
    let mut fields = Fields::new(page, &summary(page, &corpus.source()));
    let mut random = Random::keyed(corpus.seed, "fields", page.index);
    match page.sort {
        Sort::Regulation => regulation(&mut fields, corpus, page, &mut random),
        Sort::Material => material(&mut fields, page, &mut random),
        Sort::Event => event(&mut fields, page, &mut random),
        Sort::Association => association(&mut fields, page, &mut random),
    }
    let text = body(page, &corpus.source(), linked);
    let whole = |picture: &str| format!("---\n{}---\n\n{text}{picture}", fields.0).into_bytes();
    if !has_files(page) {
        return vec![(format!("content/{}/{}.md", page.sort.folder(), page.slug), whole(""))];
    }
    let beside = |name: &str| format!("content/{}/{}/{name}", page.sort.folder(), page.slug);
    if page.sort == Sort::Regulation {
        return vec![(beside("index.md"), whole("")), (beside(ORIGINAL), text.into_bytes())];
    }
    let table = format!("номер;задание\n1;{}\n", page.marker());
    vec![
        (beside("index.md"), whole("\n![График к заданию](grafik.png)\n")),
        (beside("zadaniya.csv"), table.into_bytes()),
        (beside("grafik.png"), corpus.picture.clone()),
    ]
}

/// The pages around, and the settings.
pub(super) fn around(seed: u64) -> Vec<(String, String)> {
    let mut random = Random::keyed(seed, "around", 0);
    let mut all = vec![("content/site.yaml".to_owned(), SITE.to_owned())];
    let mut page = |folder: &str, id: &str, front: String| {
        all.push((format!("content/{folder}/{id}.md"), format!("---\n{front}\n---\n")));
    };
    page(
        "organizations",
        "imc",
        "title: Методический центр\norg_kind: метод. центр".replace("метод. центр", "ИМЦ"),
    );
    for number in 1..=SCHOOLS {
        let front =
            format!("title: Школа № {number} ({})\norg_kind: школа\nfounder: imc", place(&mut random));
        page("organizations", &format!("shkola-{number}"), front);
    }
    for subject in &SUBJECTS {
        let front =
            format!("title: Методист по {0}\npost: методист по {0}\norg: imc\nstaff: true", subject.by);
        page("people", &format!("metodist-{}", subject.id), front);
    }
    for (number, tag) in TAGS.iter().take(DIRECTIONS).enumerate() {
        let front = format!("title: \"Направление: {tag}\"\nweight: {number}\ntags: [{tag}]");
        page("directions", &format!("napravlenie-{number}"), front);
    }
    all
}

/// A link as authors write it: to the file, by identifier, or to the address on the site.
fn linked(from: &Page, to: &Page) -> String {
    let anchor = if to.sort == Sort::Regulation { "#p-1.1" } else { "" };
    let (folder, slug, title) = (to.sort.folder(), &to.slug, &to.title);
    match (from.index + to.index) % 3 {
        0 if !has_files(from) && !has_files(to) => format!("[{title}](../{folder}/{slug}.md{anchor})"),
        1 => format!("[[{slug}|{title}]]"),
        _ => format!("[{title}](/{folder}/{slug}/{anchor})"),
    }
}

/// Some materials and regulations lie in a folder with their files.
fn has_files(page: &Page) -> bool {
    matches!(page.sort, Sort::Material | Sort::Regulation) && page.index.is_multiple_of(4)
}

/// The front matter while it is written.
struct Fields(String);

impl Fields {
    fn new(page: &Page, summary: &str) -> Self {
        let mut fields = Self(format!("title: \"{}\"\nsummary: \"{summary}\"\n", page.title));
        fields.put("tags", format!("[{}]", page.tags.join(", ")));
        fields.put("levels", format!("[{}]", page.level.1));
        fields.put("subjects", format!("[{}]", page.subject.name));
        fields
    }

    fn put(&mut self, name: &str, value: impl std::fmt::Display) {
        self.0 += &format!("{name}: {value}\n");
    }

    /// The directions of those tags of the page that are one.
    fn directions(&mut self, page: &Page) {
        let number = |tag: &&str| TAGS.iter().take(DIRECTIONS).position(|known| known == tag);
        let ids: Vec<String> =
            page.tags.iter().filter_map(number).map(|number| format!("napravlenie-{number}")).collect();
        if !ids.is_empty() {
            self.put("directions", format!("[{}]", ids.join(", ")));
        }
    }
}

fn school(random: &mut Random) -> String {
    format!("shkola-{}", random.between(1, SCHOOLS))
}

fn regulation(fields: &mut Fields, corpus: &Corpus, page: &Page, random: &mut Random) {
    let replaced = corpus.replacing.iter().find(|(old, _)| *old == page.index);
    let replaces = corpus.replacing.iter().find(|(_, new)| *new == page.index);
    fields.put("doc_type", random.pick(&["положение", "приказ", "порядок", "регламент", "план"]));
    fields.put("number", format!("\"{}\"", random.between(1, 400)));
    fields.put("date", page.date.iso());
    fields.put("issuer", if random.chance(50) { "imc".to_owned() } else { school(random) });
    fields.put("legal_status", if replaced.is_some() { "утратил силу" } else { "действует" });
    fields.put("level", random.pick(&["муниципальный", "локальный"]));
    if has_files(page) {
        fields.put("original", ORIGINAL);
    }
    if let Some((old, _)) = replaces {
        fields.put("supersedes", format!("[{}]", corpus.pages[*old].slug));
    }
    fields.directions(page);
}

fn material(fields: &mut Fields, page: &Page, random: &mut Random) {
    fields.put("date", page.date.iso());
    let kinds = [
        "разработка урока",
        "технологическая карта",
        "методические рекомендации",
        "педагогический опыт",
        "памятка",
    ];
    fields.put("material_type", random.pick(&kinds));
    fields.put("authors", format!("[metodist-{}]", page.subject.id));
    fields.put("org", school(random));
    fields.put("school_year", page.date.school_year());
    fields.put("audience", random.pick(&["[учителя]", "[воспитатели]", "[молодые специалисты, наставники]"]));
    fields.put("grades", format!("[{}]", random.between(1, 11)));
    if has_files(page) {
        fields.put("attachments", "[{file: zadaniya.csv, title: Задания к уроку}]");
    }
    fields.directions(page);
}

fn event(fields: &mut Fields, page: &Page, random: &mut Random) {
    // Some lie ahead on the day of the builds that are compared.
    let day = if random.chance(10) { Day { year: 2027, ..page.date } } else { page.date };
    let hour = random.between(9, 15);
    fields.put("start", format!("{} {hour:02}:00", day.iso()));
    fields.put("end", format!("{} {:02}:30", day.iso(), hour + random.between(1, 3)));
    fields.put("form", random.pick(&["семинар", "вебинар", "мастер-класс", "заседание МО", "конференция"]));
    fields.put("mode", random.pick(&["очно", "дистанционно", "смешанный"]));
    fields.put(
        "place",
        format!("{{name: \"школа № {}\", address: \"{}\"}}", random.between(1, SCHOOLS), place(random)),
    );
    fields.put("organizer", school(random));
    fields.put("responsible", format!("metodist-{}", page.subject.id));
    fields.put("hours", random.between(1, 36));
    if random.chance(50) {
        let closes = Day { day: 1, ..day };
        fields.put("registration", format!("{{email: seminar@corpus.example, closes: {}}}", closes.iso()));
    }
    if random.chance(5) {
        fields.put("event_status", "отменено");
    }
    fields.directions(page);
}

fn association(fields: &mut Fields, page: &Page, random: &mut Random) {
    fields.put("assoc_type", random.pick(&["РМО", "творческая группа", "школа", "сообщество"]));
    fields.put("head", format!("metodist-{}", page.subject.id));
    fields.put("base_org", school(random));
    fields.put("members_count", random.between(5, 60));
    fields.put("active_from", page.date.iso());
    fields.put("school_year", "2026/2027");
    fields.directions(page);
}
