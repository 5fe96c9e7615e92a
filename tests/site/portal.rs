//! The sections that educators use: deadlines, plans, contests, the menu, data for machines.

use crate::{SiteTest, news};

/// A site that asks schools for one thing.
fn asking(more: &str) -> SiteTest {
    let request = format!(
        "---\ntitle: Сведения о кружках\ndue: 2026-12-02\ndate: 2026-11-16\nrecipient: приёмная\n{more}---\nКоротко.\n"
    );
    SiteTest::new().file("content/requests/kruzhki.md", request)
}

#[test]
fn a_deadline_is_open_on_its_day_and_past_on_the_next() {
    let page = "requests/kruzhki/index.html";
    let site = asking("").on("2026-12-02");
    let outcome = site.build();
    outcome.ok().shows(page, "срок не прошёл").shows("index.html", "Сведения о кружках");
    let report = std::fs::read_to_string(site.path(".kabinet/report.json")).unwrap();
    assert!(report.contains("\"next_change\": \"2026-12-03\""), "{report}");
    let site = site.on("2026-12-03");
    let outcome = site.build();
    outcome.ok().shows(page, "срок прошёл").shows(page, "спросите того, кто принимает");
    outcome.hides("index.html", "Сведения о кружках").shows("requests/index.html", "Срок прошёл: 1");
}

#[test]
fn a_deadline_that_was_called_off_asks_for_nothing() {
    let site = asking("request_status: снят\n");
    let outcome = site.build();
    outcome.ok().shows("requests/kruzhki/index.html", "сдавать ничего не нужно");
    outcome.hides("index.html", "Сведения о кружках");
}

#[test]
fn what_is_due_is_found_by_its_day() {
    let site = asking("");
    site.build().ok();
    site.run(&["search", "2 декабря", "--format", "json"]).ok().says("/requests/kruzhki/");
}

#[test]
fn a_plan_counts_what_its_events_say() {
    let event =
        |title: &str, day: &str| format!("---\ntitle: {title}\nstart: {day}\nform: семинар\n---\nТекст.\n");
    let plan = "---\ntitle: План центра\nschool_year: 2026/2027\npoints:\n  - {title: Первое, events: [a]}\n  - {title: Второе, events: [a, b]}\n  - {title: Третье, done: да}\n  - {title: Четвёртое}\n---\n";
    let site = SiteTest::new()
        .file("content/events/a.md", event("Прошедшее", "2026-10-01"))
        .file("content/events/b.md", event("Будущее", "2026-12-01"))
        .file("content/plans/god.md", plan);
    let outcome = site.build();
    outcome.ok().shows("plans/god/index.html", "Исполнено 2 из 4 — 50 %");
    outcome.shows("plans/god/index.html", "href=\"/events/b/\"").shows("events/b/index.html", "План центра");
}

#[test]
fn pupils_stand_under_codes_and_teachers_only_with_consent() {
    let contest = "---\ntitle: Олимпиада\nparticipants: обучающиеся\nstart: 2026-10-01\nresults:\n  - {place: победитель, code: М8-014}\n  - {place: призёр, person: bez-soglasiya}\n---\n";
    let person = "---\ntitle: Иванова Анна\npost: учитель\nconsent: нет\n---\n";
    let site = SiteTest::new()
        .file("content/contests/a.md", contest)
        .file("content/people/bez-soglasiya.md", person)
        .file("content/people/b.md", "---\ntitle: Методист (пример)\npost: методист\nstaff: да\n---\n");
    let outcome = site.build();
    outcome.ok().shows("contests/a/index.html", "М8-014").hides("contests/a/index.html", "Иванова");
}

#[test]
fn a_menu_has_seven_places_and_the_last_leads_to_all_sections() {
    let entries = [
        ("requests/a.md", "---\ntitle: Сведения\ndue: 2026-12-02\nrecipient: приёмная\n---\n"),
        ("events/a.md", "---\ntitle: Семинар о чтении\nstart: 2026-12-01\nform: семинар\n---\n"),
        ("programs/a.md", "---\ntitle: Курс о чтении\nstart: 2026-12-01\nhours: 16\nprogram_type: ПК\n---\n"),
        ("contests/a.md", "---\ntitle: Конкурс чтецов\nstart: 2026-12-01\nparticipants: педагоги\n---\n"),
        ("people/a.md", "---\ntitle: Методист (пример)\npost: методист\nstaff: да\n---\n"),
        ("associations/a.md", "---\ntitle: Объединение\nassoc_type: РМО\n---\n"),
        ("directions/a.md", "---\ntitle: Направление\n---\n"),
        ("biblio/a.md", "---\ntitle: Сборник заданий\nbiblio_type: сборник\ndate: 2026-11-01\n---\n"),
    ];
    let site = entries
        .iter()
        .fold(SiteTest::new(), |site, (path, text)| site.file(&format!("content/{path}"), text));
    site.build().ok();
    let page = std::fs::read_to_string(site.path("public/index.html")).unwrap();
    let menu = page.split("<nav class=\"nav\"").nth(1).unwrap().split("</nav>").next().unwrap();
    assert_eq!(menu.matches("<li>").count(), 7, "{menu}");
    assert!(menu.contains("href=\"/map/\">Все разделы"), "{menu}");
    // What the menu has no place for stands on the home page, and what is empty nowhere.
    assert!(page.contains("href=\"/biblio/\"") && !page.contains("/media/"), "{page}");
}

#[test]
fn nothing_in_a_title_ends_the_data_for_machines() {
    let text = "---\ntitle: \"Семинар </script><b>x</b>\"\nstart: 2026-12-01 10:00\nform: семинар\nplace: {name: Зал}\n---\nТекст.\n";
    let site = SiteTest::new()
        .file("content/events/a.md", text)
        .file("content/news/a.md", news("Новость", "Текст."));
    site.build().ok();
    let page = std::fs::read_to_string(site.path("public/events/a/index.html")).unwrap();
    let data = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["@type"], "Event");
    assert_eq!(data["name"], "Семинар </script><b>x</b>");
    assert_eq!(data["startDate"], "2026-12-01T10:00");
    assert_eq!(data["location"]["name"], "Зал");
    // What nobody filled in is not said.
    assert!(data.get("endDate").is_none(), "{data}");
}

#[test]
fn a_section_has_one_name_everywhere() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    let home = std::fs::read_to_string(site.path("public/index.html")).unwrap();
    let links = |part: &str| -> Vec<(String, String)> {
        let names = part.split("<a href=\"").skip(1).map(|link| {
            let (address, rest) = link.split_once('"').unwrap();
            (address.to_owned(), rest.split_once('>').unwrap().1.split("</a>").next().unwrap().to_owned())
        });
        names.collect()
    };
    let menu = home.split("<nav class=\"nav\"").nth(1).unwrap().split("</nav>").next().unwrap();
    let sections = home.split("class=\"section-grid\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let named: Vec<_> = links(menu).into_iter().chain(links(sections)).collect();
    assert!(named.len() > 20, "{named:?}");
    for (address, name) in named {
        let page = std::fs::read_to_string(
            site.path("public").join(address.trim_start_matches('/')).join("index.html"),
        );
        let page = page.unwrap_or_else(|error| panic!("{address}: {error}"));
        assert!(page.contains(&format!("<h1>{name}</h1>")), "{address} is called «{name}» on the home page");
    }
}
