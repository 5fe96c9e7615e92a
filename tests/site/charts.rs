//! Indicators as charts: the same numbers as in the table, in CSV and in JSON, told to those who do not see them.

use crate::SiteTest;

fn indicator(more: &str) -> SiteTest {
    let page = format!(
        "---\ntitle: Участники <встреч>\nunit: человек\nsource: журнал\nvalues:\n  - {{year: 2023/2024, value: 9800}}\n  \
         - {{year: 2024/2025, value: 12345.5}}\n  - {{year: 2025/2026, value: 0, note: перерыв}}\n{more}---\nТекст.\n"
    );
    SiteTest::new().file("content/indicators/vstrechi.md", page)
}

#[test]
fn the_same_numbers_stand_in_the_chart_in_the_table_and_in_open_data() {
    let site = indicator("target: 15000\n");
    let page = "indicators/vstrechi/index.html";
    let built = site.build();
    built.ok().shows(page, "role=\"img\"><title>Участники &lt;встреч&gt;</title><desc>");
    built.shows(page, "2023/2024 — 9800; 2024/2025 — 12 345,5; 2025/2026 — 0</desc>");
    for number in ["9800", "12 345,5"] {
        built.shows(page, &format!("text-anchor=\"start\">{number}</text>"));
        built.shows(page, &format!("<td>{number}</td>"));
    }
    built.shows(page, ">цель 15 000</text>").shows(page, "<td>0 <span");
    built
        .shows(page, "href=\"/indicators/indicator.csv\" download")
        .shows(page, "href=\"/indicators/indicator.json\"");
    built.shows("indicators/indicator.csv", "2023/2024, 9800; 2024/2025, 12345,5; 2025/2026, 0, перерыв");
    built.shows("indicators/indicator.json", "\"value\": 12345.5");
    // Colours are a matter of style sheets, and the policy of pages lets no style of its own pass.
    let html = std::fs::read_to_string(site.path("public").join(page)).unwrap();
    let drawing = html.split("<svg viewBox=\"0 0 320").nth(1).unwrap().split("</svg>").next().unwrap();
    assert!(!drawing.contains("fill=") && !drawing.contains("style="), "{drawing}");
    assert_eq!(drawing.matches("<rect class=\"bar\"").count(), 3, "{drawing}");
}

#[test]
fn numbers_without_a_scale_stay_in_the_table_alone() {
    let site = indicator("").file(
        "content/indicators/ogromnyj.md",
        "---\ntitle: Огромный\nunit: штук\nsource: журнал\nvalues: [{year: 2024/2025, value: 1000000000000000000}]\n---\nТекст.\n",
    );
    let page = "indicators/ogromnyj/index.html";
    site.build().ok().hides(page, "<rect class=\"bar\"").shows(page, "<td>1 000 000 000 000 000 000</td>");
}
