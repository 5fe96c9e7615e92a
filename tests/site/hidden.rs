//! What readers do not see, and what would mislead them: every such page is told of, none vanishes in silence.

use crate::{SiteTest, news, photo};

fn event(lines: &str) -> String {
    format!("---\ntitle: Семинар\nform: семинар\nответственный: методист центра\n{lines}\n---\nТекст.\n")
}

fn regulation(lines: &str) -> String {
    format!(
        "---\ntitle: Положение\nтип документа: положение\nуровень: локальный\nномер: 1\nдата: 01.09.2026\nкем издан: отдел образования\n\
         исходный файл: ../polozhenie.txt\n{lines}\n---\n1. Общие положения\n\n1.1. Пункт.\n"
    )
}

fn regulations(files: &[(&str, &str)]) -> SiteTest {
    let site = SiteTest::new().file("content/polozhenie.txt", "положение");
    files.iter().fold(site, |site, (name, lines)| {
        site.file(&format!("content/regulations/{name}.md"), regulation(lines))
    })
}

#[test]
fn drafts_scheduled_and_expired_pages_are_told_of_with_links_to_them() {
    let page = |line: &str| format!("---\ntitle: Новость\ndate: 20.11.2026\n{line}\n---\nТекст.\n");
    let site = SiteTest::new()
        .file("content/news/a.md", page("состояние страницы: черновик"))
        .file("content/news/b.md", page("опубликовать: 22.11.2026"))
        .file("content/news/c.md", page("снять с публикации: 21.11.2026"))
        .file("content/news/d.md", news("Новость", "См. [[a]]."));
    assert_eq!(
        site.problems(),
        [
            "warning link-hidden content/news/d.md:5:5",
            "note page-hidden content/news/a.md:2:8",
            "note page-hidden content/news/b.md:2:8",
            "note page-hidden content/news/c.md:2:8",
        ]
    );
    let outcome = site.build();
    outcome.ok().lacks("news/a/index.html").lacks("news/b/index.html").lacks("news/c/index.html");
    outcome.hides("news/d/index.html", "/news/a/");
    let later = site.on("2026-11-22");
    later.build().ok().shows("news/b/index.html", "Новость");
}

#[test]
fn a_link_by_address_to_what_readers_do_not_see_is_told_of_like_one_by_name() {
    let draft = "---\ntitle: Черновик\ndate: 20.11.2026\nсостояние страницы: черновик\n---\nТекст.\n";
    let site = SiteTest::new()
        .file("content/news/a.md", draft)
        .file("content/news/d.md", news("Новость", "[раз](/news/a/), [[a]], [два](/news/a)"));
    assert_eq!(
        site.problems(),
        [
            "error link-dead content/news/d.md:5:25",
            "warning link-hidden content/news/d.md:5:1",
            "warning link-hidden content/news/d.md:5:18",
            "note page-hidden content/news/a.md:2:8",
        ]
    );
    let site = site.file("content/news/d.md", news("Новость", "[раз](/news/a/)"));
    let outcome = site.build();
    outcome.ok().shows("news/d/index.html", "раз").hides("news/d/index.html", "/news/a/");
}

#[test]
fn people_are_published_with_consent_only() {
    let person = |line: &str| format!("---\ntitle: Методист\nдолжность: методист\n{line}\n---\n");
    let site = SiteTest::new()
        .file("content/people/a.md", person("тел: 1").replace("тел: 1\n", ""))
        .file("content/people/b.md", person("Согласие получено: да"))
        .file("content/people/c.md", person("сотрудник: да"))
        .file("content/people/d.md", person("согласие: нет"));
    let withheld: Vec<String> =
        site.problems().into_iter().filter(|one| one.contains("page-hidden")).collect();
    assert_eq!(
        withheld,
        ["warning page-hidden content/people/a.md:2:8", "warning page-hidden content/people/d.md:2:8"]
    );
    let outcome = site.build();
    outcome.ok().lacks("people/a/index.html").lacks("people/d/index.html");
    outcome.shows("people/b/index.html", "Методист").shows("people/c/index.html", "Методист");
}

#[test]
fn schedules_run_forwards() {
    let site = SiteTest::new()
        .file("content/events/a.md", event("начало: 25.11.2026\nокончание: 24.11.2026"))
        .file("content/events/b.md", event("начало: 25.11.2026 10:00\nокончание: 25.11.2026 09:00"))
        .file("content/events/c.md", event("начало: 25.11.2026 10:00\nокончание: 25.11.2026"))
        .file("content/events/d.md", event("начало: 25.11.2026\nрегистрация: {запись до: 26.11.2026}"));
    assert_eq!(
        site.problems(),
        [
            "error schedule-ends-before-start content/events/a.md:6:12",
            "error schedule-ends-before-start content/events/b.md:6:12",
            "warning schedule-registration-late content/events/d.md:6:26",
        ]
    );
}

#[test]
fn a_superseded_document_is_not_in_force() {
    let told = |old: &str, new: &str| regulations(&[("new", new), ("old", old)]).problems();
    let error = ["error lifecycle-superseded-in-force content/regulations/old.md:9:9"];
    assert_eq!(told("статус: действует", "статус: действует\nзаменяет: old"), error);
    assert_eq!(told("статус: действует\nзаменён на: new", "статус: действует"), error);
    assert_eq!(
        told("статус: действует\nдействует до: 01.01.2020", "статус: действует\nзаменяет: old"),
        error
    );
    assert_eq!(told("статус: утратил силу", "статус: действует\nзаменяет: old"), [] as [&str; 0]);
    assert_eq!(told("статус: действует", "статус: проект\nзаменяет: old"), [] as [&str; 0]);
}

#[test]
fn a_page_that_names_a_hidden_one_where_something_must_be_named_is_published() {
    let draft = |kind: &str, name: &str, fields: &str| {
        (
            format!("content/{kind}/{name}.md"),
            format!("---\nназвание: Набросок {name}\nсостояние страницы: черновик\n{fields}---\n"),
        )
    };
    let hidden = [
        draft("people", "metodist", "должность: методист\n"),
        draft("organizations", "shkola", "вид организации: школа\n"),
        draft("materials", "pamyatka", ""),
    ];
    let site = hidden.into_iter().fold(SiteTest::new(), |site, (path, text)| site.file(&path, text));
    let outcome = site
        .file("content/requests/z.md", "---\nназвание: Сведения\nсрок: 24.11.2026\nкому сдавать: metodist\n---\n")
        .file("content/requests/b.md", "---\nназвание: Прошлые сведения\nсрок: 02.11.2026\nкому сдавать: metodist\n---\n")
        .file("content/sites/s.md", "---\nназвание: Площадка чтения\nгде: shkola\nстатус площадки: муниципальная\n---\n")
        .file("content/events/e.md", event("начало: 25.11.2026"))
        .file("content/collections/c.md", "---\nназвание: Подборка\nчто вошло: [pamyatka]\n---\n")
        .file(
            "content/materials/m.md",
            "---\nназвание: Материал\nтип материала: конспект урока\nавторы: [metodist]\nдата: 20.11.2026\nаннотация: О чтении\n---\n",
        );
    let outcome = outcome.build();
    for path in [
        "requests/z",
        "requests/b",
        "requests",
        "sites/s",
        "sites",
        "collections/c",
        "materials/m",
        "calendar/week",
        "my",
    ] {
        outcome.ok().hides(&format!("{path}/index.html"), "Набросок");
    }
    outcome.shows("index.html", "Сведения");
}

#[test]
fn documents_do_not_supersede_each_other_in_a_circle() {
    let site = regulations(&[
        ("a", "статус: действует\nзаменяет: b"),
        ("b", "статус: действует\nзаменяет: [c]"),
        ("c", "статус: действует\nзаменяет: a"),
    ]);
    assert_eq!(site.problems(), ["error lifecycle-cycle content/regulations/a.md:10:11"]);
}

#[test]
fn both_ends_of_a_superseding_show_it() {
    let site = regulations(&[("new", "статус: действует\nзаменяет: old"), ("old", "статус: утратил силу")]);
    let outcome = site.build();
    outcome.ok().shows("regulations/new/index.html", "/regulations/old/");
    outcome.shows("regulations/old/index.html", "/regulations/new/");
}

#[test]
fn dead_links_are_found_wherever_they_lead() {
    let body = "[[net]]\n\n[[b#9.9]]\n\n[ф](net.docx)\n\n[п](../events/net.md)\n\n[а](/news/net/)\n\n[н](../../../x)\n\n[я](#net)\n\n<a href=\"/net/\">т</a>\n";
    let site = regulations(&[("b", "статус: действует")]).file("content/news/a.md", news("Новость", body));
    let lines = site.problems();
    let places = ["5:1", "7:1", "9:1", "11:1", "13:1", "15:1", "17:1", "19:10"];
    let wanted = places.map(|place| format!("error link-dead content/news/a.md:{place}"));
    assert_eq!(lines, wanted);
}

#[test]
fn living_links_are_let_be() {
    let body = "[[b]] [[b#1.1]] [[b#p-1.1]] [с](/news/) [г](/) [п](/search/?q=1) [x](https://x.example/) [м](mailto:a@b.example) \
                [т](tel:+70000000000) [ф](plan.txt) [д](../regulations/b.md) [д](/imc/news/) [р](/old/) [к](#раздел) [с](/otchet.txt)\n\n## Раздел\n";
    let site = regulations(&[("b", "статус: действует\nпрежние адреса: /old/")])
        .at("https://department.example/imc/")
        .file("content/news/plan.txt", "план")
        .file("content/static/otchet.txt", "отчёт")
        .file("content/news/a.md", news("Новость", body));
    assert_eq!(site.problems(), [] as [&str; 0]);
}

#[test]
fn files_that_nobody_names_are_told_of() {
    let site = SiteTest::new()
        .file("content/news/a/index.md", news("Новость", "[план](plan.txt)"))
        .file("content/news/a/plan.txt", "план")
        .file("content/news/a/zabyt.txt", "забыт")
        .file("content/news/a/vtoroy.md", news("Вторая", ""));
    assert_eq!(
        site.problems(),
        [
            "warning document-beside-index content/news/a/vtoroy.md",
            "warning file-unused content/news/a/zabyt.txt",
        ]
    );
    site.build().ok().lacks("news/a/zabyt.txt").lacks("news/a/vtoroy.md");
}

#[test]
fn files_that_are_no_texts_are_told_of() {
    let site = SiteTest::new()
        .file("content/news/a.md", b"PK\x03\x04\x14\x00\x06\x00")
        .file(
            "content/news/b.md",
            [
                b"---\ntitle: \xd0\xbd\xd0\xbe\xd0\xb2\xd0\xbe\xd1\x81\xd1\x82\xd1\x8c \xd0\nd".as_slice(),
                b"ate: 20.11.2026\n---\n",
            ]
            .concat(),
        )
        .file("content/news/c.md", " ".repeat(17 * 1024 * 1024))
        .file("content/novost.md", news("Новость", ""))
        .file("content/news/dir.md/x.txt", "файл в папке");
    assert_eq!(
        site.problems(),
        [
            "error file-not-text content/news/a.md",
            "error text-lossy content/news/b.md:2:16",
            "error file-too-large content/news/c.md",
            "error document-without-folder content/novost.md",
            "warning file-unused content/news/dir.md/x.txt",
        ]
    );
}

#[test]
fn pictures_are_described() {
    let text = "---\ntitle: Новость\ndate: 20.11.2026\nфотографии: [{src: a.png, alt: Зал}, b.png]\n---\n![](a.png) ![Зал](b.png)\n";
    let picture = photo::encoded(&photo::fields(20, 10), image::ImageFormat::Png);
    let site = SiteTest::new()
        .file("content/news/a.png", &picture)
        .file("content/news/b.png", &picture)
        .file("content/news/a.md", text);
    assert_eq!(
        site.problems(),
        ["error image-without-alt content/news/a.md:4:38", "warning image-undescribed content/news/a.md:6:1"]
    );
}

#[test]
fn a_document_is_in_force_from_its_first_day_and_the_one_before_until_then() {
    let site = regulations(&[
        ("old", "статус: действует"),
        ("new", "статус: действует\nзаменяет: [old]\nвступает в силу: 01.12.2026"),
    ]);
    let errors =
        |site: &SiteTest| site.problems().into_iter().filter(|said| said.starts_with("error")).count();
    assert_eq!(errors(&site), 0, "{:?}", site.problems());
    let outcome = site.build();
    outcome.ok().shows("regulations/new/index.html", "ещё не вступил в силу");
    outcome.hides("regulations/old/index.html", "ещё не вступил в силу").says("01.12.2026");
    let later = site.on("2026-12-01");
    assert_eq!(
        later.problems().iter().filter(|said| said.contains("lifecycle-superseded-in-force")).count(),
        1
    );
}
