//! What a centre tells of itself because it has to: by its legal profile, and nothing that nobody said.

use std::path::Path;

use crate::{SiteTest, news};

fn settings(profile: &str, more: &str) -> String {
    format!(
        "title: Центр\nbase_url: https://centre.example/\nlegal_profile: {profile}\norganization:\n  \
         address: ул. Примерная, д. 1\n  phone: +7 (000) 000-00-00\n  email: imc@centre.example\n  hours: будни\n  \
         founder: Администрация района\n  founder_url: https://district.example/\n{more}"
    )
}

/// The example of a licensed organisation, as it lies in the repository.
fn example() -> SiteTest {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/dpo/content");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    files.filter(|file| file.file_type().is_file()).fold(SiteTest::new(), |site, file| {
        let path = file.path().strip_prefix(root.parent().unwrap()).unwrap();
        site.file(path.to_str().unwrap(), std::fs::read(file.path()).unwrap())
    })
}

/// The marks for machines on a page: each with the nearest mark around it, as the robot of Рособрнадзор reads them.
fn marks(page: &str) -> Vec<(String, String)> {
    let document = scraped(page);
    let mut found = Vec::new();
    let mut open: Vec<(usize, String)> = Vec::new();
    for (depth, mark) in document {
        open.retain(|(at, _)| *at < depth);
        let around = open.last().map(|(_, mark)| mark.clone()).unwrap_or_default();
        found.push((around, mark.clone()));
        open.push((depth, mark));
    }
    found
}

/// The marks of a page with the depths at which they stand.
fn scraped(page: &str) -> Vec<(usize, String)> {
    const EMPTY: [&str; 6] = ["meta", "link", "img", "input", "br", "hr"];
    let (mut depth, mut marks) = (0_usize, Vec::new());
    for tag in page.split('<').skip(1) {
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != '/').next().unwrap_or_default();
        if let Some(mark) = tag.split('>').next().and_then(|tag| tag.split("itemprop=\"").nth(1)) {
            marks.push((depth, mark.split('"').next().unwrap_or_default().to_owned()));
        }
        if name.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !name.is_empty()
            && !EMPTY.contains(&name)
            && !tag.split('>').next().unwrap_or_default().ends_with('/')
        {
            depth += 1;
        }
    }
    marks
}

#[test]
fn a_licensed_organisation_has_the_sections_of_the_order_with_their_marks() {
    let site = example();
    let built = site.build();
    built.ok();
    for name in [
        "common",
        "struct",
        "document",
        "education",
        "managers",
        "employees",
        "objects",
        "grants",
        "paid_edu",
        "budget",
        "vacant",
        "inter",
        "catering",
    ] {
        let page = format!("sveden/{name}/index.html");
        built.shows(
            &page,
            "href=\"/sveden/common/\"".trim_end_matches(if name == "common" {
                "\"/sveden/common/\""
            } else {
                ""
            }),
        );
        built.shows("sveden/index.html", &format!("href=\"/sveden/{name}/\""));
        built.shows("sitemap.xml", &format!("/sveden/{name}/"));
    }
    let read = |name: &str| {
        std::fs::read_to_string(site.path("public/sveden").join(name).join("index.html")).unwrap()
    };
    let of = |name: &str| marks(&read(name));
    let has = |found: &[(String, String)], around: &str, mark: &str| {
        assert!(found.contains(&(around.to_owned(), mark.to_owned())), "{around} {mark}: {found:?}");
    };
    let common = of("common");
    for mark in ["fullName", "regDate", "address", "workTime", "telephone", "email", "licenseDocLink"] {
        has(&common, "", mark);
    }
    has(&common, "uchredLaw", "nameUchred");
    let managers = of("managers");
    ["fio", "post", "telephone", "email"].iter().for_each(|mark| has(&managers, "rucovodstvo", mark));
    has(&managers, "rucovodstvoZam", "fio");
    has(&of("employees"), "teachingStaff", "teachingOp");
    has(&of("budget"), "volume", "finYear");
    has(&of("vacant"), "vacant", "numberBMVacant");
    // Every page leads to the section, from its menu and from its foot.
    built.shows("index.html", "href=\"/sveden/\"").shows("map/index.html", "/sveden/");
    built.shows(
        "map/index.html",
        "Сведения об образовательной организации</a> <span class=\"count\">13</span>",
    );
    // Whoever sees little finds a way to larger letters, on every page and where inspectors look for it.
    built.shows("sveden/managers/index.html", "<a itemprop=\"copy\" href=\"/view/\">");
    built.shows("index.html", "href=\"/view/\"").shows("sitemap.xml", "/view/");
    // What nobody said is not claimed.
    assert!(!common.iter().any(|(_, mark)| mark == "addressPlaceDop"), "{common:?}");
    built.lacks("sveden/eduStandarts/index.html").hides("sveden/index.html", "Образовательные стандарты");
}

#[test]
fn who_has_no_licence_has_no_such_section_and_says_whose_it_is() {
    let site = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    let site = site.file("content/site.yaml", settings("municipal_entity", ""));
    site.build().ok().lacks("sveden/index.html").hides("index.html", "sveden").hides("sitemap.xml", "sveden");
    let founder = "Учредитель: <a href=\"https://district.example/\">Администрация района</a>";
    site.build().ok().shows("index.html", founder);
    let unit = site.file("content/site.yaml", settings("подразделение", ""));
    unit.build().ok().shows("news/a/index.html", &founder.replace("Учредитель", "Подразделение"));
    let silent = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    silent.build().ok().hides("index.html", "Учредитель").lacks("sveden/index.html");
}

#[test]
fn a_long_menu_and_one_of_the_settings_keep_the_way_to_the_section() {
    let site = SiteTest::of_the_repository();
    let text = std::fs::read_to_string(site.path("content/site.yaml")).unwrap();
    let site = site
        .file("content/site.yaml", text.replace("municipal_entity", "dpo"))
        .file("content/sveden/common.yaml", "fullName: Центр\n");
    let built = site.build();
    built
        .says("нужны ещё 12 подразделов")
        .shows("news/index.html", ">Сведения об образовательной организации</a>");
    let page = std::fs::read_to_string(site.path("public/news/index.html")).unwrap();
    let head = page.split("<main").next().unwrap();
    assert!(head.contains("href=\"/sveden/\"") && head.contains("href=\"/map/\""), "{head}");
    let menu = "menu:\n  - {title: Новости, url: /news/}\n";
    let own = SiteTest::new().file("content/news/a.md", news("Новость", "Текст."));
    let own = own
        .file("content/site.yaml", settings("dpo", menu))
        .file("content/sveden/common.yaml", "fullName: Центр\n");
    own.build().shows("news/index.html", "href=\"/sveden/\"");
}

#[test]
fn the_section_is_one_choice_of_search() {
    let site = example();
    let choice = "<data value=\"sveden-common\">Сведения об образовательной организации</data>";
    site.build()
        .ok()
        .shows("search/index.html", choice)
        .hides("search/index.html", "value=\"sveden-budget\"");
    let found = site.run(&["search", "финансово-хозяйственная деятельность", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(found.ok_output()).unwrap();
    assert_eq!((&found[0]["page"], &found[0]["kind"]), (&"/sveden/budget/".into(), &"sveden-common".into()));
    let told = site.run(&["search", "финансово-хозяйственная деятельность"]);
    assert!(told.ok_output().contains(" · Сведения об образовательной организации"), "{}", told.ok_output());
}

#[test]
fn what_each_subsection_tells_is_a_table_to_take_along() {
    let site = example();
    let managers = "sveden/managers/sveden-managers";
    site.build()
        .ok()
        .shows("sveden/managers/index.html", &format!("href=\"/{managers}.csv\""))
        .shows("sveden/managers/index.html", &format!("href=\"/{managers}.json\""))
        .shows(
            &format!("{managers}.csv"),
            "Сведения;Фамилия, имя, отчество;Должность;Телефон;Электронная почта\r\n\
             Руководитель;Директор (пример);директор;'+7 (000) 000-00-00;direktor@cro.example\r\n\
             Заместители руководителя;",
        )
        .shows("sveden/budget/sveden-budget.csv", "За счёт местного бюджета, тыс. руб.;5200;;;\r\n")
        .shows("sveden/budget/sveden-budget.csv", "Поступление и расходование средств;;2025;5500;5480\r\n")
        .lacks("sveden/sveden-common.csv")
        .hides("sitemap.xml", ".csv");
    let text = std::fs::read_to_string(site.path("public").join(format!("{managers}.json"))).unwrap();
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&whole["title"], &whole["items"][0]["post"]), (&"Руководство".into(), &"директор".into()));
}

#[test]
fn a_subsection_leads_to_the_pages_that_go_on_with_it() {
    let site = example().file("content/pages/stazh.md", "---\ntitle: Стаж и награды\n---\nТекст.\n");
    let text = std::fs::read_to_string(site.path("content/sveden/employees.yaml")).unwrap();
    let site =
        site.file("content/sveden/employees.yaml", format!("{text}\nДополнительные страницы: [stazh]\n"));
    let way = "<a itemprop=\"addRef\" href=\"/stazh/\">Стаж и награды</a>";
    site.build().ok().shows("sveden/employees/index.html", way).hides("sveden/managers/index.html", "addRef");
}

#[test]
fn documents_in_a_table_to_take_along_keep_their_addresses() {
    let site = example();
    let table = "sveden/document/sveden-document.csv";
    site.build()
        .ok()
        .shows(table, "Устав;Устав (пример): https://cro.example/files/sveden/obrazec.txt\r\n")
        .shows(
            "sveden/document/sveden-document.json",
            "\"Устав (пример): https://cro.example/files/sveden/obrazec.txt\"",
        )
        .shows(
            "sveden/education/sveden-education.csv",
            "Учебный план (пример): https://cro.example/files/sveden/obrazec.txt;",
        );
}

#[test]
fn telephones_and_mail_of_a_subsection_lead_where_they_say() {
    let site = example();
    let page = "sveden/managers/index.html";
    site.build()
        .ok()
        .shows(page, "<dd itemprop=\"telephone\"><a href=\"tel:+70000000000\">+7 (000) 000-00-00</a></dd>")
        .shows(
            page,
            "<dd itemprop=\"email\"><a href=\"mailto:direktor@cro.example\">direktor@cro.example</a></dd>",
        );
    let text = std::fs::read_to_string(site.path("content/sveden/managers.yaml")).unwrap();
    let site =
        site.file("content/sveden/managers.yaml", text.replace("zam@cro.example", "нет, пишите @директору"));
    site.build().ok().shows(page, "<dd itemprop=\"email\">нет, пишите @директору</dd>");
}
