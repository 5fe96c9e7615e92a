//! `kabinet import` as a newcomer meets it: a text goes in, a document of the site comes out.

use std::fs;

use crate::SiteTest;
use crate::office::{Docx, p};

const TEXT: &str = "УТВЕРЖДАЮ\nДиректор\n_____ А. М. Примерова\nприказ № 7 от 1 сентября 2026 года\n\nПОЛОЖЕНИЕ\nо кабинете\n\n\
                    1. Общие положения\n1.1. Кабинет работает ежедневно.\n1.2Кабинет ведёт учебно- методическую работу.\n";
const MADE: &str = "content/regulations/kabinet/index.md";

fn import(site: &SiteTest, more: &[&str]) -> String {
    let outcome =
        site.run(&[&["import", "source.txt", "--kind", "regulation", "--id", "kabinet"], more].concat());
    outcome.ok_output().to_owned()
}

fn body(site: &SiteTest) -> String {
    fs::read_to_string(site.path(MADE)).unwrap()
}

#[test]
fn the_five_come_into_an_empty_site_and_are_published() {
    let mut site = SiteTest::new();
    let content = SiteTest::of_the_repository();
    for id in ["imc-bokhan", "imc-kemerovo", "imo-kurchaloy", "ms-imc-spb", "mk-pestyaki"] {
        let text =
            fs::read(content.path(&format!("content/regulations/polozhenie-{id}/original.txt"))).unwrap();
        site = site.file("source.txt", text);
        let report = site.run(&["import", "source.txt", "--kind", "regulation", "--id", id]);
        assert!(report.ok_output().contains("Документ создан"));
    }
    let outcome = site.build();
    outcome.ok().shows("regulations/imc-kemerovo/index.html", "id=\"p-4.1\"");
}

#[test]
fn the_same_source_changes_nothing_and_a_new_one_tells_what_changed() {
    let site = SiteTest::new().file("source.txt", TEXT);
    assert!(import(&site, &[]).contains("Документ создан"));
    let made = body(&site);
    assert!(made.contains("\n1.2Кабинет ведёт учебно- методическую работу."), "as printed:\n{made}");
    assert!(import(&site, &[]).contains("Ничего не изменилось"));
    assert_eq!(body(&site), made);
    let site = site.file("source.txt", TEXT.replace("ежедневно", "по будням"));
    let report = import(&site, &[]);
    assert!(report.contains("документ обновлён") && report.contains("изменено: 1.1"), "{report}");
    assert!(body(&site).contains("по будням"));
}

#[test]
fn a_document_edited_by_hand_is_kept_until_a_person_insists() {
    let site = SiteTest::new().file("source.txt", TEXT);
    import(&site, &[]);
    let edited = body(&site).replace("ежедневно", "**ежедневно**");
    let site = site.file(MADE, &edited).file("source.txt", TEXT.replace("Кабинет ведёт", "Он ведёт"));
    let refused = site.run(&["import", "source.txt", "--kind", "regulation", "--id", "kabinet"]);
    refused.fails_with("--force").fails_with("изменено: 1.2");
    assert_eq!(body(&site), edited);
    import(&site, &["--force"]);
    assert!(body(&site).contains("Он ведёт") && !body(&site).contains("**"));
}

#[test]
fn foreign_texts_pass_the_check_and_one_without_a_title_is_told_so() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/tests/foreign");
    let mut site = SiteTest::new();
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    for (n, path) in names.iter().enumerate() {
        let text = fs::read_to_string(path).unwrap();
        site = site.file("source.txt", text.split_once('\n').unwrap().1);
        if path.to_string_lossy().contains("announcement") {
            let outcome = site.run(&["import", "source.txt", "--kind", "regulation"]);
            outcome.fails_with("заголовок не найден").fails_with("--id polozhenie-o-kabinete");
        }
        let id = format!("case-{n}");
        site.run(&["import", "source.txt", "--kind", "regulation", "--id", &id]).ok_output();
    }
    let outcome = site.build();
    let page = "regulations/case-0/index.html";
    outcome.ok().shows(page, "не внесена").hides(page, "не указан");
}

#[test]
fn several_files_are_imported_in_one_call() {
    let text = |about: &str| format!("ПОЛОЖЕНИЕ\nо {about}\n\n1. Общее\n1.1. Текст пункта.\n");
    let site = SiteTest::new().file("a.txt", text("кабинете")).file("b.txt", text("библиотеке"));
    let both = ["import", "a.txt", "b.txt", "--kind", "regulation"];
    let outcome = site.run(&both);
    assert_eq!(outcome.ok_output().matches("Документ создан").count(), 2);
    assert!(outcome.ok_output().contains("kabinet") && outcome.ok_output().contains("bibliotek"));
    let made = fs::read_dir(site.path("content/regulations")).unwrap().count();
    assert_eq!(made, 2);
    let named = site.run(&[&both[..], &["--id", "x"]].concat());
    named.says("Имя --id можно дать только одному файлу");
    site.run(&["import", "a.txt", "net.txt", "--kind", "regulation"]).says("Файла «net.txt» нет");
}

#[test]
fn an_order_never_takes_the_place_of_another_one_of_the_same_title() {
    let order = |date: &str, number: &str, text: &str| {
        format!(
            "ПРИКАЗ\nот {date} № {number}\n\nО проведении смотра кабинетов\n\n1. Провести смотр {text}.\n2. Контроль оставляю за собой.\n"
        )
    };
    let site = SiteTest::new()
        .file("pr1.txt", order("01.09.2025", "5", "осенью"))
        .file("pr2.txt", order("01.09.2026", "7", "весной"))
        .file("pr3.txt", order("20.10.2026", "9", "зимой"));
    let page =
        |name: &str| fs::read_to_string(site.path(&format!("content/regulations/{name}/index.md"))).unwrap();
    let said = site.run(&["import", "pr1.txt", "pr2.txt", "--kind", "документ"]).ok_output().to_owned();
    assert_eq!(said.matches("Документ создан").count(), 2, "{said}");
    let names: Vec<_> =
        fs::read_dir(site.path("content/regulations")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let first =
        names.iter().map(|name| name.to_string_lossy()).min_by_key(|name| name.len()).unwrap().into_owned();
    let second = format!("{first}-2026");
    assert!(said.contains(&format!("этот записан отдельно: «{second}»")), "{said}");
    assert!(page(&first).contains("осенью") && page(&second).contains("весной"));
    // In calls of their own as well, each finds its place again.
    let third = site.run(&["import", "pr3.txt", "--kind", "документ"]).ok_output().to_owned();
    assert!(third.contains(&format!("{first}-2026-9")), "{third}");
    for file in ["pr3.txt", "pr2.txt", "pr1.txt"] {
        let again = site.run(&["import", file, "--kind", "документ"]).ok_output().to_owned();
        assert!(again.contains("Ничего не изменилось") && !again.contains("отдельно"), "{again}");
    }
    let site = site.file("pr2.txt", order("01.09.2026", "7", "летом"));
    site.run(&["import", "pr2.txt", "--kind", "документ"]).says("документ обновлён");
    let page =
        |name: &str| fs::read_to_string(site.path(&format!("content/regulations/{name}/index.md"))).unwrap();
    assert!(page(&first).contains("осенью") && page(&second).contains("летом"));
}

#[test]
fn texts_of_one_title_from_two_files_of_a_call_are_two_documents() {
    let text = |words: &str| format!("ПОЛОЖЕНИЕ\nо смотре\n\n1. Общее\n1.1. Смотр проводится {words}.\n");
    let site = SiteTest::new().file("a.txt", text("в школах")).file("b.txt", text("в детских садах"));
    for said in ["Документ создан", "Ничего не изменилось"] {
        let outcome = site.run(&["import", "a.txt", "b.txt", "--kind", "документ"]);
        assert_eq!(outcome.ok_output().matches(said).count(), 2, "{}", outcome.said());
    }
    let page =
        |name: &str| fs::read_to_string(site.path(&format!("content/regulations/{name}/index.md"))).unwrap();
    assert!(page("polozhenie-smotre").contains("в школах"));
    assert!(page("polozhenie-smotre-2").contains("в детских садах"));
    // Alone it still is what it was.
    site.run(&["import", "b.txt", "--kind", "документ"]).says("Ничего не изменилось");
}

#[test]
fn signs_of_an_official_text_stand_on_its_page() {
    let lines =
        ["ПОЛОЖЕНИЕ", "о кружке", "Раздел I. Общие", "§ 1. Кружок действует.", "* Указывается при наличии."];
    let body: String = lines.map(p).concat();
    let site = SiteTest::new().file("a.txt", lines.join("\n\n")).file("b.docx", Docx::new(&body).bytes());
    for file in ["a.txt", "b.docx"] {
        site.run(&["import", file, "--id", &file[..1]]).ok_output();
        let outcome = site.build();
        let page = format!("regulations/{}/index.html", &file[..1]);
        outcome.ok().shows(&page, "§ 1. Кружок действует.").shows(&page, "* Указывается при наличии.");
    }
}

#[test]
fn minutes_and_acts_named_in_one_line_have_a_title() {
    let site = SiteTest::new()
        .file("a.txt", "Протокол №3 от 15.01.2026\nзаседания РМО учителей\n\nПрисутствовали: 5 человек.\n\n1. Слушали отчёт.\n")
        .file("b.txt", "Приказ Минпросвещения России от 01.02.2026 № 12 «О порядке аттестации»\n\n1. Утвердить порядок.\n");
    let said = site.run(&["import", "a.txt", "b.txt"]).ok_output().to_owned();
    for told in [
        "Вид: «Документ»",
        "Заседание РМО учителей",
        "15.01.2026",
        "О порядке аттестации",
        "заполнено предположительно: Минпросвещения России",
    ] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    site.build().ok();
}

#[test]
fn a_kind_is_known_by_the_sort_of_its_papers() {
    for (word, known) in [("приказ", true), ("Положение", true), ("приговор", false)] {
        let site = SiteTest::new().file("source.txt", TEXT);
        let outcome = site.run(&["import", "source.txt", "--kind", word]);
        assert_eq!(outcome.said().contains("Документ создан"), known, "{word}: {}", outcome.said());
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_or_longer_than_any_text_is_refused_by_its_name() {
    let site = SiteTest::new().file("long.txt", "слово ".repeat(1_600_000));
    let pipe = std::process::Command::new("mkfifo").arg(site.path("pipe.txt")).status().unwrap();
    assert!(pipe.success());
    // The rules import-too-large and import-not-plain-file.
    for (file, said) in
        [("long.txt", "«long.txt» слишком велик"), ("pipe.txt", "«pipe.txt» — не обычный файл")]
    {
        let outcome = site.run(&["import", file, "--kind", "regulation", "--id", "x"]);
        outcome.fails_with(said).fails_with(&format!("Файл: {file}"));
    }
    assert!(!site.path("content/regulations").exists());
}
