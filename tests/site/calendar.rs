//! Calendars: the file of each event, calendars to subscribe to, and the page that explains them.

use std::fs;

use crate::SiteTest;

/// An event with these lines of its own.
fn event(title: &str, lines: &str) -> String {
    format!("---\ntitle: {title}\nform: семинар\nresponsible: методист\n{lines}\n---\nТекст.\n")
}

/// A site with one event.
fn with(lines: &str) -> SiteTest {
    SiteTest::new().file("content/events/seminar.md", event("Семинар", lines))
}

/// The calendar file of the event, its lines unfolded.
fn told(site: &SiteTest) -> String {
    site.build().ok();
    unfolded(site, "events/seminar/event.ics")
}

fn unfolded(site: &SiteTest, path: &str) -> String {
    let file = fs::read_to_string(site.path("public").join(path)).unwrap();
    assert!(file.ends_with("END:VCALENDAR\r\n"), "{file}");
    file.replace("\r\n ", "").replace("\r\n", "\n")
}

/// The value of a property.
fn value<'f>(file: &'f str, name: &str) -> &'f str {
    let line =
        file.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in:\n{file}"));
    &line[name.len() + 1..]
}

#[test]
fn an_event_is_told_whole() {
    let file = told(&with(
        "summary: Разбираем задания, пишем свои\ndate: 10.11.2026\nstart: 04.12.2026 10:00\nend: 04.12.2026 13:30\n\
         place: {name: \"школа № 1, зал\", address: \"Примерная ул., д. 5\"}\nonline_url: https://video.example/room\n\
         registration: {url: https://forms.example/a, phone: \"+7 (000) 000-00-00\", closes: 02.12.2026 18:00}",
    ));
    assert_eq!(value(&file, "UID"), "event/seminar@centre.example");
    assert_eq!((value(&file, "DTSTAMP"), value(&file, "SEQUENCE")), ("20261110T000000Z", "0"));
    // Moscow is three hours ahead.
    assert_eq!((value(&file, "DTSTART"), value(&file, "DTEND")), ("20261204T070000Z", "20261204T103000Z"));
    assert_eq!((value(&file, "SUMMARY"), value(&file, "STATUS")), ("Семинар", "CONFIRMED"));
    assert_eq!(value(&file, "LOCATION"), "школа № 1\\, зал\\, Примерная ул.\\, д. 5");
    assert_eq!(value(&file, "URL"), "https://centre.example/events/seminar/");
    assert_eq!(
        value(&file, "DESCRIPTION"),
        "Разбираем задания\\, пишем свои\\nЗапись до 2 декабря 2026 г.\\, 18:00: https://forms.example/a\\, \
         +7 (000) 000-00-00\\nСсылка на подключение: https://video.example/room\\nПодробнее: https://centre.example/events/seminar/"
    );
}

#[test]
fn whole_days_end_before_the_day_after() {
    let file = told(&with("start: 28.12.2026\nend: 31.12.2026"));
    assert_eq!(value(&file, "DTSTART;VALUE=DATE"), "20261228");
    assert_eq!(value(&file, "DTEND;VALUE=DATE"), "20270101");
    // Nobody said when it was announced: a plan is known since its school year began.
    assert_eq!(value(&file, "DTSTAMP"), "20260901T000000Z");
    let one = told(&with("start: 28.12.2026 10:00\nall_day: да"));
    assert_eq!(
        (value(&one, "DTSTART;VALUE=DATE"), value(&one, "DTEND;VALUE=DATE")),
        ("20261228", "20261229")
    );
    // An end that nobody knows is not made up.
    let open = told(&with("start: 28.12.2026 10:00"));
    assert!(open.contains("DTSTART:20261228T070000Z") && !open.contains("DTEND"), "{open}");
    let days = told(&with("start: 28.12.2026 10:00\nend: 30.12.2026"));
    assert_eq!(value(&days, "DTEND;VALUE=DATE"), "20261231");
    assert!(value(&days, "DESCRIPTION").starts_with("Начало: 28 декабря 2026 г.\\, 10:00"), "{days}");
}

#[test]
fn what_is_called_off_or_moved_is_told_anew() {
    let off = told(&with("start: 04.12.2026 10:00\nevent_status: отменено\nstatus_note: карантин"));
    assert_eq!((value(&off, "STATUS"), value(&off, "SEQUENCE")), ("CANCELLED", "1"));
    assert_eq!(value(&off, "SUMMARY"), "Отменено: Семинар");
    assert!(
        value(&off, "DESCRIPTION").starts_with("Не состоится в назначенное время.\\nПричина: карантин"),
        "{off}"
    );
    // A new day is known: subscribers must see it there, and a calendar hides what is cancelled.
    let moved = told(&with(
        "start: 04.12.2026 10:00\nmoved_from: 19.11.2026 10:00\nevent_status: перенесено\ndate: 01.11.2026\n\
         changes: [{date: 16.11.2026, text: Перенесён}, {date: 17.11.2026, text: Другой зал}]",
    ));
    assert_eq!((value(&moved, "STATUS"), value(&moved, "SEQUENCE")), ("CONFIRMED", "2"));
    assert_eq!(
        (value(&moved, "DTSTAMP"), value(&moved, "DTSTART")),
        ("20261117T000000Z", "20261204T070000Z")
    );
    assert!(
        value(&moved, "DESCRIPTION").starts_with("Перенесено: было назначено на 19 ноября 2026 г.\\, 10:00")
    );
    // The new day is not known: nothing takes place on the day that stands there.
    let unknown =
        told(&with("start: 04.12.2026 10:00\nmoved_from: 04.12.2026 10:00\nevent_status: перенесено"));
    assert_eq!(value(&unknown, "STATUS"), "CANCELLED");
}

#[test]
fn an_event_keeps_its_id_whatever_its_file_is_called() {
    let site = with("start: 04.12.2026 10:00");
    let first = told(&site);
    let site = site.rename("content/events/seminar.md", "content/events/b.md");
    site.build().ok();
    let site = site.rename("content/events/b.md", "content/events/c.md");
    site.build().ok().shows("events/c/event.ics", "UID:event/seminar@centre.example");
    site.run(&["build", "--today", "2026-11-21", "--locked"]).ok();
    assert_eq!(value(&unfolded(&site, "events/c/event.ics"), "DTSTART"), value(&first, "DTSTART"));
    // Who comes under the name that was given away gets another id.
    let site = site.file("content/events/seminar.md", event("Другой", "start: 05.12.2026"));
    site.build().ok().shows("events/seminar/event.ics", "UID:event/seminar~2@centre.example");
    site.build().ok().shows("events/c/event.ics", "UID:event/seminar@centre.example");
}

#[test]
fn calendars_hold_the_events_of_what_they_are_about() {
    let site = SiteTest::new()
        .file("content/associations/rmo.md", "---\ntitle: РМО математиков\nassoc_type: РМО\n---\n")
        .file("content/associations/empty.md", "---\ntitle: РМО физиков\nassoc_type: РМО\n---\n")
        .file(
            "content/events/a.md",
            event("Первое", "start: 04.12.2026\nassociations: [rmo]\nsubjects: [математика]"),
        )
        .file("content/events/b.md", event("Второе", "start: 03.12.2026"))
        .file(
            "content/events/c.md",
            event("Черновик", "start: 03.12.2026\nstatus: черновик\nassociations: [empty]"),
        );
    site.build().ok().lacks("associations/empty/calendar.ics").lacks("events/c/event.ics");
    let all = unfolded(&site, "calendar.ics");
    assert_eq!(value(&all, "X-WR-CALNAME"), "Все мероприятия — Центр");
    assert_eq!(value(&all, "X-WR-TIMEZONE"), "Europe/Moscow");
    let (second, first) = (all.find("SUMMARY:Второе").unwrap(), all.find("SUMMARY:Первое").unwrap());
    assert!(second < first && !all.contains("Черновик"), "{all}");
    for (path, name) in [("associations/rmo", "РМО математиков"), ("subjects/matematika", "математика")]
    {
        let one = unfolded(&site, &format!("{path}/calendar.ics"));
        assert_eq!(one.matches("BEGIN:VEVENT").count(), 1, "{one}");
        assert_eq!(value(&one, "X-WR-CALNAME"), format!("{name} — Центр"));
        site.build().shows(&format!("{path}/index.html"), "Подписаться на календарь");
    }
    let built = site.build();
    built.ok().shows("events/a/index.html", "href=\"/events/a/event.ics\" download");
    built.shows(
        "calendar/subscribe/index.html",
        ">https://centre.example/associations/rmo/calendar.ics</code>",
    );
    built.shows("calendar/subscribe/index.html", "href=\"webcal://centre.example/calendar.ics\"");
    built.hides("calendar/subscribe/index.html", "РМО физиков");
}

#[test]
fn a_site_without_events_has_no_calendar() {
    let site = SiteTest::new().file("content/news/a.md", crate::news("Новость", "Слова."));
    site.build().ok().lacks("calendar.ics").lacks("calendar/subscribe/index.html");
}

#[test]
fn calendars_are_a_function_of_the_content() {
    let site = SiteTest::of_the_repository();
    site.build().ok();
    let files = |site: &SiteTest| {
        let all = site.published().into_iter().filter(|(path, _)| path.ends_with(".ics"));
        all.collect::<Vec<_>>()
    };
    let before = files(&site);
    assert!(before.len() > 10);
    let site = site.on("2027-08-31");
    site.build().ok();
    assert!(files(&site) == before, "the day of the build is in a calendar");
}

#[test]
fn an_event_leaves_the_calendars_a_school_year_after_its_own() {
    let site = with("start: 04.12.2026 10:00").on("2028-08-31");
    site.build().ok().says("2028").shows("calendar.ics", "SUMMARY:Семинар");
    let site = site.on("2028-09-01");
    site.build().ok().hides("calendar.ics", "SUMMARY").shows("events/seminar/event.ics", "SUMMARY:Семинар");
}

#[test]
fn a_file_of_a_document_does_not_take_the_place_of_its_calendar() {
    let site = SiteTest::new()
        .file(
            "content/events/seminar/index.md",
            event("Семинар", "start: 04.12.2026\nattachments: [{file: event.ics, title: Мой}]"),
        )
        .file("content/events/seminar/event.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    site.build().fails_with("календарь мероприятий");
}

#[test]
fn a_field_that_calendars_do_not_know_is_told() {
    let site = with("start: 04.12.2026").file(
        "content/kinds/event.yaml",
        "kind: event\nlist: {address: /events/, calendars: [assocations]}\n",
    );
    assert!(
        site.problems()
            .iter()
            .any(|line| line.starts_with("error declaration-unknown content/kinds/event.yaml"))
    );
}

/// A site with events around the turn of the year and around July and August, as seen on Monday 28 December 2026.
fn year() -> SiteTest {
    let all = [
        ("a", "Первое", "start: 24.12.2026 10:00"),
        ("b", "Второе", "start: 30.12.2026 10:00\nend: 30.12.2026 12:00"),
        ("c", "Третье", "start: 21.12.2026\nend: 15.01.2027"),
        ("d", "Четвёртое", "start: 20.06.2027 10:00\nevent_status: отменено"),
        ("e", "Пятое", "start: 01.09.2027 10:00"),
    ];
    let site = SiteTest::new().on("2026-12-28");
    all.iter().fold(site, |site, (name, title, lines)| {
        site.file(&format!("content/events/{name}.md"), event(title, lines))
    })
}

/// The part of a page from one text to another.
fn part<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from} in:\n{page}")).1;
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

fn page(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path("public").join(path)).unwrap().replace('\u{a0}', " ")
}

#[test]
fn a_month_is_a_grid_of_its_days() {
    let site = year();
    site.build().ok();
    let december = page(&site, "calendar/2026-12/index.html");
    let grid = part(&december, "<table class=\"month-grid\"", "</table>");
    // From Tuesday the 1st to Thursday the 31st: five weeks, with four days of other months.
    assert_eq!((grid.matches("<tr>").count(), grid.matches("class=\"void\"").count()), (6, 4));
    assert_eq!(grid.matches("<time").count(), 31);
    let day = part(grid, "data-day=\"2026-12-30\"", "</td>");
    assert!(day.contains("10:00") && day.contains("href=\"/events/b/\""), "{day}");
    // What goes on for days stands on its first day, once.
    assert_eq!(grid.matches("/events/c/").count(), 1);
    assert!(part(grid, "data-day=\"2026-12-21\"", "</td>").contains("до 15 января 2027"), "{grid}");
    // The neighbours are months with events: no way leads through empty ones.
    assert!(
        december.contains("rel=\"next\" href=\"/calendar/2027-01/\"") && !december.contains("rel=\"prev\"")
    );
    let january = page(&site, "calendar/2027-01/index.html");
    assert!(january.contains("rel=\"next\" href=\"/calendar/2027-06/\""), "{january}");
    assert!(part(&january, "Началось раньше", "<table").contains("/events/c/"), "{january}");
    let june = page(&site, "calendar/2027-06/index.html");
    assert!(june.contains("rel=\"next\" href=\"/calendar/2027-09/\"") && june.contains("отменено"), "{june}");
    site.build().lacks("calendar/2027-07/index.html").lacks("calendar/2027-02/index.html");
}

#[test]
fn the_calendar_runs_forward_and_folds_what_is_past() {
    let site = year();
    site.build().ok();
    let ahead = page(&site, "calendar/index.html");
    let week = part(&ahead, "id=\"week\"", "id=\"past\"");
    assert!(week.contains("/events/b/") && week.contains("/events/c/"), "{week}");
    assert!(!week.contains("/events/a/") && !week.contains("/events/e/"), "{week}");
    let past = part(&ahead, "<details class=\"past\"", "</details>");
    assert!(past.contains("/events/a/") && !past.contains("/events/b/"), "{past}");
    let coming = part(&ahead, "id=\"coming\"", "По месяцам");
    let places = ["Декабрь 2026", "/events/c/", "/events/b/", "Июнь 2027", "Сентябрь 2027"]
        .map(|text| coming.find(text));
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}\n{coming}");
    // September begins another school year, the newest stands first.
    let years = part(&ahead, "По месяцам", "</main>");
    let places = ["2027/2028", "2027-09/", "2026/2027", "2026-12/", "2027-06/"].map(|text| years.find(text));
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}\n{years}");
}

#[test]
fn the_day_on_which_the_calendar_changes_is_told() {
    // On Monday the fourth the week of the event begins, though its own state does not change.
    let site = with("start: 06.01.2027 10:00").on("2027-01-01");
    site.build().ok().says("04.01.2027");
    let hidden =
        |site: &SiteTest| part(&page(site, "calendar/index.html"), "id=\"week\"", ">").contains("hidden");
    assert!(hidden(&site));
    let site = site.on("2027-01-03");
    site.build().ok();
    assert!(hidden(&site));
    let site = site.on("2027-01-04");
    site.build().ok();
    assert!(!hidden(&site));
}

#[test]
fn an_association_and_a_direction_tell_their_news_in_feeds_of_their_own() {
    let named =
        |lines: &str| event("Семинар", &format!("start: 28.11.2026 10:00\ndate: 10.11.2026\n{lines}"));
    let site = SiteTest::new()
        .file(
            "content/associations/rmo.md",
            "---\ntitle: РМО химиков\nassoc_type: РМО\nhead: руководитель\n---\nТекст.\n",
        )
        .file(
            "content/associations/mo.md",
            "---\ntitle: РМО вожатых\nassoc_type: РМО\nhead: руководитель\n---\nТекст.\n",
        )
        .file("content/directions/razvitie.md", "---\ntitle: Развитие\n---\nТекст.\n")
        .file("content/events/seminar.md", named("associations: [rmo]\ndirections: [razvitie]"))
        .file("content/events/drugoj.md", event("Другой семинар", "start: 27.11.2026\ndate: 11.11.2026"));
    let built = site.build();
    built.ok();
    for page in ["associations/rmo", "directions/razvitie"] {
        let (feed, html) = (format!("{page}/feed.xml"), format!("{page}/index.html"));
        built
            .shows(&feed, "<title>Семинар</title>")
            .shows(&feed, "<updated>2026-11-10T00:00:00+03:00</updated>");
        built.hides(&feed, "Другой семинар");
        built.shows(&html, "<link rel=\"alternate\" type=\"application/atom+xml\" title=");
        built.shows(
            &html,
            &format!("<a href=\"/{feed}\" type=\"application/atom+xml\">Лента нового (Atom)</a>"),
        );
        built.shows("calendar/subscribe/index.html", &format!("href=\"/{feed}\""));
    }
    // What belongs to nobody is in no feed but those of its section and of everything.
    built.hides("associations/mo/feed.xml", "<entry>").lacks("events/seminar/feed.xml");
    built.shows("calendar/subscribe/index.html", "href=\"/events/feed.xml\"");
    // The way to a calendar stays when nothing is to come.
    let later = site.on("2026-12-20");
    later
        .build()
        .ok()
        .shows("directions/razvitie/index.html", "#calendar-razvitie\">Подписаться на календарь</a>");
}

#[test]
fn search_leads_to_the_calendar_of_an_association() {
    let site = SiteTest::new()
        .file("content/associations/rmo.md", "---\ntitle: РМО химиков\nassoc_type: РМО\n---\n")
        .file("content/events/a.md", event("Встреча", "start: 04.12.2026\nassociations: [rmo]"));
    site.build().ok();
    let first = |words: &str| {
        let found = site.run(&["search", words, "--format", "json"]);
        let found: serde_json::Value = serde_json::from_str(found.ok_output()).unwrap();
        found[0].to_string()
    };
    let hit = first("подписаться на календарь РМО химиков");
    assert!(
        hit.contains("\"page\":\"/calendar/subscribe/\"") && hit.contains("\"anchor\":\"calendar-rmo\""),
        "{hit}"
    );
}

#[test]
fn of_what_goes_on_no_sign_up_is_told_that_is_over() {
    let site = with(
        "start: 20.11.2026 10:00\nend: 25.11.2026\nregistration: {email: a@centre.example, closes: 18.11.2026}",
    );
    site.build().ok().shows("events/index.html", "идёт сейчас").hides("events/index.html", "запись до");
    let late = with(
        "start: 20.11.2026 10:00\nend: 25.11.2026\nregistration: {email: a@centre.example, closes: 24.11.2026}",
    );
    late.build().ok().hides("events/index.html", "запись до 18");
}

#[test]
fn an_event_of_this_day_is_today_and_not_said_to_go_on() {
    let today = "start: 21.11.2026 09:00";
    let site = with(today).on("2026-11-21");
    site.build().ok().shows("events/index.html", ">сегодня<").hides("events/index.html", "идёт сейчас");
    let before = with(today).on("2026-11-20");
    before.build().ok().shows("events/index.html", "2026-11-21 good сегодня;2026-11-22 quiet состоялось");
}
