//! Web pages that are imported: what Word saves as one, what an old site had.

use std::fs;

use crate::SiteTest;

/// What Word makes of a regulation when it saves it as a web page, shortened; in the code page of Russian Windows.
fn of_word() -> Vec<u8> {
    let text = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\r\n<head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\r\n\
        <title>Положение</title>\r\n<style>p.MsoNormal {margin:0cm;}</style>\r\n</head>\r\n<body lang=RU>\r\n<div class=WordSection1>\r\n\
        <p class=MsoNormal>УТВЕРЖДАЮ<o:p></o:p></p>\r\n<p class=MsoNormal>Директор МКУ «ИМЦ»</p>\r\n<p class=MsoNormal>приказ № 7 от 01.09.2026</p>\r\n\
        <p class=MsoNormal>&nbsp;</p>\r\n<p class=MsoNormal align=center><b>ПОЛОЖЕНИЕ</b></p>\r\n<p class=MsoNormal align=center><b>о\r\nкабинете</b></p>\r\n\
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Общие положения</p>\r\n\
        <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1.<span>&nbsp; </span></span><![endif]>Кабинет работает <span\r\nstyle='color:red'>ежедневно</span>, кроме 1&nbsp;мая.</p>\r\n\
        <table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal>Часы</p></td></tr><tr><td><p class=MsoNormal>вторник</p></td><td><p class=MsoNormal>9:00</p></td></tr></table>\r\n\
        <p class=MsoNormal style='display:none;mso-hide:all'>для служебного пользования</p>\r\n</div>\r\n</body>\r\n</html>\r\n";
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

const MADE: &str = "content/regulations/polozhenie-kabinete/index.md";

#[test]
fn a_regulation_that_word_saved_as_a_page_keeps_its_numbers_and_tables() {
    let site = SiteTest::new().file("Положение.htm", of_word());
    let outcome = site.run(&["import", "Положение.htm", "--kind", "Документ"]);
    let said = outcome.ok_output();
    assert!(said.contains("для служебного пользования"), "what is hidden is told: {said}");
    let made = fs::read_to_string(site.path(MADE)).unwrap();
    for part in [
        "title: Положение о кабинете",
        "number: \"7\"",
        "status: draft",
        "## 1. Общие положения",
        "1.1. Кабинет работает ежедневно, кроме 1\u{a0}мая.",
        "<th colspan=\"2\">\n\nЧасы\n\n</th>",
        "<td>\n\n9:00\n\n</td>",
    ] {
        assert!(made.contains(part), "{part}\n---\n{made}");
    }
    assert!(!made.contains("MsoNormal") && !made.contains("служебного"), "{made}");
}

#[test]
fn a_page_of_an_old_site_is_imported_and_its_source_is_never_published() {
    let page = "<!DOCTYPE html><title>Старый сайт</title><body><nav><a href=/>Главная</a></nav><h1>Итоги конкурса</h1>\
        <p>Победили <b>две</b> школы.<br>Протокол — <a href='https://centre.example/protokol'>здесь</a>.\
        <ul><li>школа № 1<li>школа № 2</ul><script>document.write('<p>реклама</p>')</script><p>Поздравляем!";
    let site = SiteTest::new().file("itogi.html", page);
    let said = site.run(&["import", "itogi.html", "--kind", "Новость"]).ok_output().to_owned();
    assert!(said.contains(".original.html") && said.contains("не публикуется"), "{said}");
    let folder = site.path("content/news/itogi-konkursa");
    let made = fs::read_to_string(folder.join("index.md")).unwrap();
    for part in [
        "title: Итоги конкурса",
        "Победили две школы.",
        "[здесь](<https://centre.example/protokol>)",
        "- школа № 1\n- школа № 2",
        "Поздравляем!",
    ] {
        assert!(made.contains(part), "{part}\n---\n{made}");
    }
    assert!(!made.contains("реклама") && !made.contains("Главная") && !made.contains("original"), "{made}");
    assert_eq!(fs::read_to_string(folder.join(".original.html")).unwrap(), page);
    let again = site.run(&["import", "itogi.html", "--kind", "Новость"]).ok_output().to_owned();
    assert!(again.contains("Ничего не изменилось"), "{again}");
    site.build().ok();
    let names: Vec<String> = site.published().into_keys().collect();
    assert!(!names.iter().any(|name| name.contains("original")), "{names:?}");
}

#[test]
fn what_is_nested_without_end_is_refused_and_not_waited_for() {
    for page in ["<table>".repeat(20_000), "<html>".to_owned() + &"<ul><li>".repeat(20_000)] {
        let site = SiteTest::new().file("a.html", page);
        site.run(&["import", "a.html", "--kind", "Новость"]).fails_with("слишком глубокая вложенность");
    }
}

#[test]
fn the_help_of_import_names_web_pages() {
    let site = SiteTest::new();
    for lang in ["ru", "en"] {
        let outcome = site.run(&["--lang", lang, "import", "--help"]);
        // The line of the argument, wherever it was broken.
        let words = outcome.ok_output().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("(.html, .htm)"), "{lang}: {words}");
    }
}
