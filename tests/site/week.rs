//! The sheet of a week, the code on a printed event, and states that stay true between builds.

use crate::SiteTest;

fn event(title: &str, start: &str, lines: &str) -> String {
    format!("---\ntitle: {title}\nform: семинар\nresponsible: методист\nstart: {start}\n{lines}---\nТекст.\n")
}

fn site() -> SiteTest {
    SiteTest::new()
        .file("content/events/thursday.md", event("Четверговый семинар", "26.11.2026 10:00", ""))
        .file("content/events/tuesday.md", event("Семинар во вторник", "01.12.2026 14:00", ""))
        .file(
            "content/events/off.md",
            event("Отменённый семинар", "02.12.2026 14:00", "состояние: отменено\n"),
        )
        .file("content/events/later.md", event("Семинар позже", "08.12.2026 14:00", ""))
        .file(
            "content/requests/otchyot.md",
            "---\ntitle: Отчёт за ноябрь\nсрок: 02.12.2026\nкому сдавать: методист\n---\nТекст.\n",
        )
}

#[test]
fn the_sheet_shows_this_week_and_from_friday_on_the_next() {
    let page = "calendar/week/index.html";
    let wednesday = site().on("2026-11-25");
    let built = wednesday.build();
    built.ok().shows(page, "Неделя с 23 ноября по 29 ноября 2026").shows(page, "Четверговый семинар");
    built.hides(page, "Семинар во вторник").hides(page, "Отчёт за ноябрь");
    let friday = site().on("2026-11-27");
    let built = friday.build();
    built.ok().shows(page, "Неделя с 30 ноября по 6 декабря 2026").shows(page, "Семинар во вторник");
    built.shows(page, "Отчёт за ноябрь").hides(page, "Четверговый семинар").hides(page, "Семинар позже");
    built.hides(page, "Отменённый семинар");
    built.shows(page, "aria-label=\"QR-код с адресом https://centre.example/events/tuesday/\"");
    built
        .shows("events/index.html", "href=\"/calendar/week/\"")
        .shows("calendar/index.html", "href=\"/calendar/week/\"");
}

#[test]
fn the_build_tells_the_friday_on_which_the_sheet_changes() {
    let one =
        |day: &str| SiteTest::new().file("content/events/a.md", event("Семинар", day, "")).on("2026-11-25");
    one("03.12.2026 10:00").build().ok().says("27.11.2026");
    // Weeks in which nothing is look alike, and nobody is asked to build anew for them.
    let quiet = one("08.02.2027 10:00");
    quiet.build().ok().says("05.02.2027");
    let sheet = std::fs::read_to_string(quiet.path("public/calendar/week/index.html")).unwrap();
    let quiet = quiet.on("2027-01-20");
    quiet.build().ok().says("05.02.2027");
    assert_eq!(sheet, std::fs::read_to_string(quiet.path("public/calendar/week/index.html")).unwrap());
}

#[test]
fn an_event_on_paper_has_its_address_as_a_code() {
    let built = site();
    let outcome = built.build();
    outcome.ok().shows("events/tuesday/index.html", "<p class=\"print-only\"><svg class=\"qr\" role=\"img\"");
}

#[test]
fn the_ways_to_the_calendar_are_where_events_are() {
    let built = site();
    let outcome = built.build();
    outcome.ok().shows("index.html", "href=\"/calendar/\"").shows("events/index.html", "href=\"/calendar/\"");
    outcome.shows("map/index.html", "href=\"/calendar/\"");
    outcome.shows("events/tuesday/index.html", "href=\"/calendar/subscribe/#calendar-all\"");
}

#[test]
fn cards_tell_what_becomes_of_a_state() {
    let lines = "регистрация: {запись закрыта с: 29.11.2026}\n";
    let site = SiteTest::new().file("content/events/a.md", event("Семинар", "01.12.2026 14:00", lines));
    let built = site.build();
    built.ok().shows("events/index.html", "data-turns=\"2026-11-30 warn ");
    built.shows("events/index.html", ";2026-12-01 good ").shows("events/index.html", ";2026-12-02 quiet ");
}
