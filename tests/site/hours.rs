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
