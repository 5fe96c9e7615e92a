//! Hours at which somebody receives: a calendar that repeats without holidays, and nothing promised that was not understood.

use std::fs;

use crate::SiteTest;

fn consultation(lines: &str) -> SiteTest {
    let text = format!("---\ntitle: Математика\nresponsible: методист\n{lines}---\nТекст.\n");
    SiteTest::new().file("content/consultations/a.md", text)
}

fn calendar(site: &SiteTest, path: &str) -> String {
    fs::read_to_string(site.path("public").join(path)).unwrap().replace("\r\n ", "").replace("\r\n", "\n")
}

#[test]
fn hours_repeat_for_a_school_year_without_holidays() {
    let site = consultation(
        "weekday: вторник\ntime: 14:00–17:00\nexcept: праздники и июль\nplace: ИМЦ, кабинет 203\n",
    );
    site.build().ok().shows("consultations/a/index.html", "href=\"/consultations/a/hours.ics\"");
    let file = calendar(&site, "consultations/a/hours.ics");
    for line in [
        "UID:consultation/a-tu-1400@centre.example",
        "DTSTAMP:20260901T000000Z",
        "DTSTART;TZID=Europe/Moscow:20260901T140000",
        "DTEND;TZID=Europe/Moscow:20260901T170000",
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270831T110000Z",
        "EXDATE;TZID=Europe/Moscow:20270105T140000",
        "EXDATE;TZID=Europe/Moscow:20270223T140000",
        "EXDATE;TZID=Europe/Moscow:20270706T140000",
        "SUMMARY:Приём: Математика",
        "LOCATION:ИМЦ\\, кабинет 203",
        "TZOFFSETTO:+0300",
    ] {
        assert!(file.lines().any(|own| own == line), "{line}\n{file}");
    }
    // The fourth of November 2026 is a Wednesday: nothing is taken out that is not there.
    assert!(!file.contains("20261104"), "{file}");
    let site = site.on("2027-09-01");
    site.build().ok();
    assert!(
        calendar(&site, "consultations/a/hours.ics").contains("DTSTART;TZID=Europe/Moscow:20270907T140000")
    );
}

#[test]
fn a_zone_with_summer_time_has_its_rules() {
    let site = consultation("weekday: пятница\ntime: 10:00–11:00\n");
    let settings = fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let site = site.file("content/site.yaml", settings.replace("Europe/Moscow", "Europe/Berlin"));
    site.build().ok();
    let file = calendar(&site, "consultations/a/hours.ics");
    assert!(
        file.contains("BEGIN:DAYLIGHT\nDTSTART:20270328T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200"),
        "{file}"
    );
    assert!(
        file.contains("BEGIN:STANDARD\nDTSTART:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100"),
        "{file}"
    );
}

#[test]
fn a_person_has_the_hours_that_are_written_of_her() {
    let person = "---\ntitle: Методист (пример)\npost: методист\nstaff: да\nreception: [\"вторник 10:00–12:00\", \"пн–чт 14:00–17:00\"]\n---\n";
    let site = SiteTest::new().file("content/people/m.md", person);
    site.build().ok().shows("people/m/index.html", "data-hours=\"2 10:00 12:00;1234 14:00 17:00\"");
    let file = calendar(&site, "people/m/hours.ics");
    assert!(file.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL="), "{file}");
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 2, "{file}");
}

#[test]
fn what_is_not_understood_is_told_and_promises_nothing() {
    for (lines, said) in [
        (
            "weekday: вторник\ntime: 14:00–17:00 по записи\n",
            "warning hours-unclear content/consultations/a.md:5:7",
        ),
        (
            "weekday: вторник\ntime: 14:00–17:00\nexcept: каникулы\n",
            "warning hours-except-unclear content/consultations/a.md:6:9",
        ),
    ] {
        let site = consultation(lines);
        assert_eq!(site.problems(), [said]);
        let built = site.build();
        built.ok().lacks("consultations/a/hours.ics").hides("consultations/a/index.html", "data-hours");
        built.shows("consultations/a/index.html", "вторник");
    }
    // No figures, no hours: nothing is to be said of that.
    let site = consultation("weekday: вторник\ntime: по договорённости\n");
    assert_eq!(site.problems(), [] as [&str; 0]);
    site.build().ok().lacks("consultations/a/hours.ics");
}

#[test]
fn the_build_tells_that_calendars_of_hours_begin_anew_in_september() {
    let site = consultation("weekday: вторник\ntime: 14:00–17:00\n").on("2027-08-20");
    site.build().ok().says("01.09.2027");
}

#[test]
fn a_person_is_away_when_that_is_written() {
    let person = "---\ntitle: Методист (пример)\npost: методист\nstaff: да\nreception: [\"вторник 10:00–12:00\"]\nкроме: 1–15 августа\n---\n";
    let site = SiteTest::new().file("content/people/m.md", person);
    let built = site.build();
    built.ok().shows("people/m/index.html", "<li>кроме: 1–15 августа</li>");
    built.shows("people/index.html", "вторник 10:00–12:00, кроме: 1–15 августа");
    let file = calendar(&site, "people/m/hours.ics");
    assert!(file.contains("EXDATE;TZID=Europe/Moscow:20270810T100000"), "{file}");
    assert!(!file.contains("20270817"), "{file}");
    let unclear = site.file("content/people/m.md", person.replace("1–15 августа", "когда как"));
    unclear.build().says("hours-except-unclear").hides("people/m/index.html", "data-hours");
}

#[test]
fn all_consultations_are_one_calendar_to_subscribe_to() {
    let site = consultation("weekday: вторник\ntime: 14:00–17:00\n").file(
        "content/consultations/b.md",
        "---\ntitle: Физика\nresponsible: методист\nweekday: среда\ntime: 9:00–10:00\nexcept: июль\n---\n",
    );
    let site = site.file(
        "content/consultations/c.md",
        "---\ntitle: Химия\nresponsible: методист\nweekday: среда\ntime: по договорённости\n---\n",
    );
    let built = site.build();
    // Where no page tells how to subscribe, the list leads to the file.
    built.ok().shows("consultations/index.html", "href=\"https://centre.example/consultations/hours.ics\"");
    let file = calendar(&site, "consultations/hours.ics");
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 2, "{file}");
    assert_eq!(file.matches("BEGIN:VTIMEZONE").count(), 1, "{file}");
    for line in [
        "NAME:Консультации — Центр",
        "UID:consultation/a-tu-1400@centre.example",
        "UID:consultation/b-we-0900@centre.example",
        "EXDATE;TZID=Europe/Moscow:20270707T090000",
    ] {
        assert!(file.lines().any(|own| own == line), "{line}\n{file}");
    }
    let event = "---\ntitle: Семинар\nформа: семинар\nначало: 01.12.2026 10:00\n---\n";
    let site = site.file("content/events/s.md", event);
    let built = site.build();
    built.ok().shows("consultations/index.html", "href=\"/calendar/subscribe/#hours-consultation\"");
    built.shows("calendar/subscribe/index.html", "<li id=\"hours-consultation\">Консультации");
    built.shows("calendar/subscribe/index.html", "webcal://centre.example/consultations/hours.ics");
    built.lacks("people/hours.ics").hides("sitemap.xml", "hours.ics");
    let silent = consultation("weekday: вторник\ntime: по договорённости\n");
    silent.build().ok().lacks("consultations/hours.ics").hides("consultations/index.html", "hours.ics");
}
